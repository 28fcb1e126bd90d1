from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.cli.commands import Command
from tests.conftest import Servers


@pytest.fixture
def new_database(servers: Servers) -> Iterator[str]:
    """The URL of a database without tables."""
    plain = servers.database_url.replace("+psycopg", "")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute("create database unmigrated")
        yield plain.replace("/product_importer?", "/unmigrated?")
        connection.execute("drop database unmigrated with (force)")


@pytest.mark.covers("000:151", "002:476")
def test_migrate_brings_a_new_database_up_to_date(command: Command, servers: Servers, new_database: str) -> None:
    before = command("doctor", DATABASE_URL=new_database, REDIS_URL=servers.redis_url)
    assert before.exit_code == 1
    assert "Run `product-importer migrate`" in before.stdout

    assert command("migrate", DATABASE_URL=new_database).exit_code == 0

    after = command("doctor", DATABASE_URL=new_database, REDIS_URL=servers.redis_url)
    assert "Migrations: up to date" in after.stdout


@pytest.mark.covers("002:595")
def test_migrating_twice_changes_nothing(command: Command, new_database: str) -> None:
    assert command("migrate", DATABASE_URL=new_database).exit_code == 0
    assert command("migrate", DATABASE_URL=new_database).exit_code == 0


@pytest.mark.covers("002:567")
def test_a_database_of_a_newer_version_is_one_sentence(command: Command, new_database: str) -> None:
    command("migrate", DATABASE_URL=new_database)
    with psycopg.connect(new_database) as connection:
        connection.execute("update alembic_version set version_num = 'of the future'")

    result = command("migrate", DATABASE_URL=new_database)

    assert result.exit_code == 1
    assert "newer version of Product Importer" in result.stderr


@pytest.mark.covers("002:541")
def test_every_part_is_named_with_its_version_or_place(command: Command, servers: Servers) -> None:
    result = command("doctor", DATABASE_URL=servers.database_url, REDIS_URL=servers.redis_url)

    for subject in ("PostgreSQL: version", "Migrations: up to date", "Redis: version", "Storage: file://", "Disk: "):
        assert f"ok      {subject}" in result.stdout


def test_the_web_ui_is_found_where_it_was_built(command: Command, servers: Servers) -> None:
    result = command("doctor", DATABASE_URL=servers.database_url, REDIS_URL=servers.redis_url)

    assert "ok      Web UI: built" in result.stdout.splitlines()


@pytest.mark.covers("002:541")
def test_one_thing_wrong_does_not_hide_the_others(command: Command) -> None:
    result = command(
        "doctor",
        DATABASE_URL="postgresql://clerk:geheim@127.0.0.1:1/shop",
        REDIS_URL="redis://127.0.0.1:1/0",
        STORAGE_URL="gopher://hole",
        CELERY_BROKER_URL="amqp://127.0.0.1:1//",
    )

    assert result.exit_code == 1
    for subject in ("PostgreSQL", "Redis", "Broker", "Storage"):
        assert f"failed  {subject}: " in result.stdout
    assert "geheim" not in result.stdout


def test_without_settings_it_names_the_embedded_servers(command: Command, tmp_path: Path) -> None:
    result = command("doctor", "--data-dir", tmp_path, DATABASE_URL="", REDIS_URL="")

    assert "PostgreSQL: embedded version 18, not running; `up` starts it" in result.stdout
    assert "Redis: embedded" in result.stdout


def test_a_storage_that_cannot_be_written_is_named(command: Command, servers: Servers, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    result = command("doctor", DATABASE_URL=servers.database_url, STORAGE_URL=(tmp_path / "file").as_uri())

    assert result.exit_code == 1
    assert "failed  Storage" in result.stdout
    assert "Set STORAGE_URL" in result.stdout
