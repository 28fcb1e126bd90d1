"""Real servers for every test that needs them: the embedded ones, or those that TEST_DATABASE_URL and others name."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import psycopg
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import settings as hypothesis_settings
from psycopg import sql
from sqlalchemy import make_url, text

from product_importer.access.roles import Scope
from product_importer.commands.access import make_key
from product_importer.core import celery, database, migrate, redis, settings, storage
from product_importer.embedded.postgres import EmbeddedPostgres
from product_importer.embedded.valkey import EmbeddedValkey
from tests.servers.postgres import start


@lru_cache
def application() -> FastAPI:
    """The API with the settings of now; its first request costs as much as a dozen later ones."""
    from product_importer.main import create_app

    return create_app()


CACHES = (
    application,
    settings.get_settings,
    database.get_engine,
    database.session_factory,
    redis.get_redis,
    storage.get_storage,
)

UNLIMITED = {"RATE_LIMIT_WRITES_PER_MINUTE": "0", "RATE_LIMIT_USER_WRITES_PER_MINUTE": "0"}

# How long one example takes says more about the machine than about what is tested.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.register_profile("few", deadline=None, max_examples=25)
hypothesis_settings.load_profile("untimed")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On servers of one's own only the tests that talk to them: all others would say the same once more."""
    if "TEST_DATABASE_URL" not in os.environ:
        return
    talking = [
        item
        for item in items
        if "servers" in getattr(item, "fixturenames", ()) and item.get_closest_marker("own_servers") is None
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in talking])
    items[:] = talking


@dataclass(frozen=True)
class Servers:
    """Where the servers of this test run answer."""

    database_url: str
    redis_url: str
    data_dir: Path

    @property
    def environment(self) -> dict[str, str]:
        """The settings that point a process at these servers."""
        return {
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "DATA_DIR": str(self.data_dir),
            "SECRET_KEY": "known to every test, and to nobody else",
            # Tests write more in a minute than anybody may; those of the limits set their own.
            **UNLIMITED,
            **given_settings(),
        }


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """PostgreSQL and Redis for the whole run, with a migrated database."""
    root = tmp_path_factory.mktemp("servers")
    postgres, valkey = EmbeddedPostgres(root / "postgres"), EmbeddedValkey(root / "valkey")
    try:
        given = given_servers()
        database_url, redis_url = given or (start(postgres), valkey.start())
        found = Servers(database_url, redis_url, root)
        with pytest.MonkeyPatch.context() as patch:
            for name, value in found.environment.items():
                patch.setenv(name, value)
            forget_settings()
            migrate.upgrade(database.get_engine())
            yield found
            database.get_engine().dispose()
    finally:
        valkey.stop()
        postgres.stop()
        forget_settings()


def given_servers() -> tuple[str, str] | None:
    """The URLs of TEST_DATABASE_URL and TEST_REDIS_URL; of these each process of a parallel run has its own."""
    if "TEST_DATABASE_URL" not in os.environ:
        return None
    database_url, redis_url = os.environ["TEST_DATABASE_URL"], os.environ["TEST_REDIS_URL"]
    process = os.environ.get("PYTEST_XDIST_WORKER")
    if process is None:
        return database_url, redis_url
    given = make_url(database_url)
    name = f"{given.database}_{process}"
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(sql.SQL("drop database if exists {}").format(sql.Identifier(name)))
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    number = int(process.removeprefix("gw"))
    return given.set(database=name).render_as_string(hide_password=False), f"{redis_url.rpartition('/')[0]}/{number}"


def given_settings() -> dict[str, str]:
    """Settings of TEST_SETTINGS (`NAME=value`, separated by blanks): other servers, such as a broker or a bucket.

    Of a bucket each process of a parallel run has its own part.
    """
    given = dict(one.split("=", 1) for one in os.environ.get("TEST_SETTINGS", "").split())
    if "STORAGE_URL" in given:
        given["STORAGE_URL"] += os.environ.get("PYTEST_XDIST_WORKER", "")
    return given


def forget_settings() -> None:
    """Read settings anew, and build anew what depends on them."""
    for cache in CACHES:
        cache.cache_clear()


@pytest.fixture
def database_url(servers: Servers) -> str:
    """The URL of an empty, migrated database."""
    empty_database()
    redis.get_redis().flushdb()
    return servers.database_url


# Truncating a table costs a file for itself and for each of its indexes, and most tests fill few.
EMPTY = """
    do $$
    declare
        name text;
        holds_rows boolean;
        filled text[] default '{}';
    begin
        for name in select format('staging.%I', tablename) from pg_tables where schemaname = 'staging' loop
            execute 'drop table ' || name;
        end loop;
        for name in select quote_ident(tablename) from pg_tables
                     where schemaname = 'public' and tablename <> all (KEPT) loop
            execute format('select exists (select from %s)', name) into holds_rows;
            if holds_rows then
                filled = filled || name;
            end if;
        end loop;
        if filled <> '{}' then
            execute 'truncate ' || array_to_string(filled, ', ') || ' cascade';
        end if;
        perform setval(format('public.%I', sequencename), start_value, false)
           from pg_sequences
          where schemaname = 'public' and last_value is not null
            and sequencename not in ('event_positions', 'event_batch_ids');
    end
    $$
"""


def asks_for_a_key() -> bool:
    """Whether this run tries the API where everybody has to say who they are."""
    return os.environ.get("TEST_AUTH") == "required"


def empty_database() -> None:
    """Remove every row and every staging table; ids begin anew, but not the log, by whose positions a process goes."""
    with database.transaction() as session:
        # A test that empties the database half way goes on with its key.
        kept = "'{alembic_version, api_keys}'" if asks_for_a_key() else "'{alembic_version}'"
        session.execute(text(EMPTY.replace("KEPT", kept)))


@pytest.fixture
def client(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The API in this process, on an empty database, as a program on this machine sees it.

    With TEST_AUTH=required it asks for credentials, and the program sends a key.
    """
    celery.configure_broker()
    with TestClient(application(), base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as made:
        if asks_for_a_key():
            monkeypatch.setattr(settings.get_settings(), "auth", "required")
            made.headers["Authorization"] = f"Bearer {make_key('tests', list(Scope), days=None)}"
        yield made


@pytest.fixture
def local(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The API with AUTH=local and a program without a key, whatever TEST_AUTH says."""
    monkeypatch.setattr(settings.get_settings(), "auth", "local")
    client.headers.pop("Authorization", None)
    return client
