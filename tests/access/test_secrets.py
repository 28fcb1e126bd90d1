"""Known secrets are planted, and searched for wherever something is kept, said or answered."""

import logging
import re
from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any

import psycopg
import pytest
import structlog
from fastapi.testclient import TestClient
from psycopg import sql
from sqlalchemy import text

from product_importer.access.roles import Role
from product_importer.core import redis
from product_importer.core.database import get_engine, transaction
from product_importer.core.logging import configure_logging
from product_importer.core.settings import get_settings
from tests.access.people import API, browser, events, log_in, logged_in, person, token_in, with_text
from tests.conftest import application
from tests.webhooks.receiver import receiving

pytestmark = pytest.mark.usefixtures("required")

FIRST = "planted-first-password-4711"
SECOND = "planted-second-password-4712"
GUESS = "planted-guess-4713"
WEBHOOK_SECRET = "planted-webhook-secret-4714"
HEADER = "planted-header-4715"


class Heard(logging.Handler):
    """Everything that any logger says, as it is written."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(formatter)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture(params=["text", "json"])
def heard(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    """Logs in either format, of every level."""
    # It sets up logging itself when it is made.
    application()
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    monkeypatch.setattr(get_settings(), "log_format", request.param)
    monkeypatch.setattr(get_settings(), "log_level", "DEBUG")
    configure_logging(get_settings())
    formatter = root.handlers[0].formatter
    assert formatter is not None
    listening = Heard(formatter)
    root.addHandler(listening)
    yield listening
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()
    configure_logging(get_settings())


def in_database() -> str:
    """Every row of every table as text."""
    with psycopg.connect(get_settings().database_url.replace("+psycopg", "")) as connection:
        tables = connection.execute(
            "select schemaname, tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"
        ).fetchall()
        found = [f"{schema}.{table}" for schema, table in tables]
        for schema, table in tables:
            rows = connection.execute(sql.SQL("select t::text from {} as t").format(sql.Identifier(schema, table)))
            for (row,) in rows.fetchall():
                found.append(row)
                # Binary columns are shown as hexadecimal digits, which would hide what is kept in them as it is.
                found += [bytes.fromhex(part).decode("latin-1") for part in hexadecimal(row)]
    return "\n".join(found)


def hexadecimal(row: str) -> list[str]:
    return list(re.findall(r"\\\\x((?:[0-9a-f]{2})+)", row))


def in_redis() -> str:
    client = redis.get_redis()
    return "\n".join(f"{key!r} {client.dump(key)!r}" for key in client.keys("*"))


class Recording:
    """Answers of browsers and programs; what a secret is shown in, and meant to be, is left out."""

    def __init__(self) -> None:
        self.answers: list[str] = []

    def keep(self, answer: Any, *, shown_once: bool = False) -> Any:
        self.answers.append(str(answer.url))
        self.answers += [f"{name}: {value}" for name, value in answer.headers.items() if name != "set-cookie"]
        if not shown_once:
            self.answers.append(answer.text)
        return answer


def test_no_secret_is_found_anywhere_but_where_it_is_shown_once(heard: Heard) -> None:
    recording = Recording()
    secrets = plant_and_use(recording)
    assert len(secrets) == len(set(secrets))
    read_everything(recording)
    kept = {"a log": "\n".join(heard.lines), "an answer": "\n".join(recording.answers)}
    kept |= {"the database": in_database(), "Redis": in_redis()}
    assert heard.lines
    # What is searched holds the very rows and lines that were written about the secrets.
    assert "$argon2id$" in kept["the database"]
    assert "ZeroDivisionError" in kept["a log"]
    for place, texts in kept.items():
        for secret in secrets:
            assert secret not in texts, f"{secret} is in {place}"


def plant_and_use(recording: Recording) -> list[str]:
    """Use every kind of secret rightly and wrongly; returns them all."""
    admin, keep = logged_in(Role.ADMIN), recording.keep
    made = admin.post(f"{API}/users", json={"email": "new@example.com", "role": "admin"}).json()
    invitation = token_in(made["link"]["url"])
    somebody = browser()
    keep(somebody.post(f"{API}/links/look", json={"token": invitation}))
    keep(somebody.post(f"{API}/links/use", json={"token": invitation, "password": "short"}))
    keep(somebody.post(f"{API}/links/use", json={"token": invitation, "password": FIRST}))
    cookies = [*somebody.cookies.values(), *admin.cookies.values()]
    keep(somebody.put(f"{API}/password", json={"current_password": FIRST, "new_password": SECOND}))
    cookies += somebody.cookies.values()
    keep(log_in(browser(), "new@example.com", GUESS))
    keep(log_in(browser(), GUESS, GUESS))
    keep(browser().post(f"{API}/session", json={"email": "new@example.com", "password": [GUESS]}))
    key = admin.post(
        f"{API}/keys", json={"name": "p", "scopes": ["read", "write"]}, headers={"Idempotency-Key": "once"}
    ).json()["key"]
    program = with_text(key)
    keep(program.get(f"{API}/products"))
    keep(program.get(f"{API}/users"))
    keep(program.post(f"{API}/products", json={"sku": "A", "name": "A"}))
    keep(with_text(key + "x").get(f"{API}/products"))
    signatures = deliver(admin, recording)
    crash(program)
    break_database(program)
    return [FIRST, SECOND, GUESS, WEBHOOK_SECRET, HEADER, invitation, key, *dict.fromkeys(cookies), *signatures]


def deliver(admin: TestClient, recording: Recording) -> list[str]:
    """Send a webhook's message, and read of it what can be read; returns how it was signed."""
    with receiving() as receiver, pytest.MonkeyPatch.context() as patch:
        patch.setattr(get_settings(), "webhook_allowed_cidrs", [ip_network("127.0.0.1/32")])
        given = {"url": receiver.url, "events": ["*"], "secret": WEBHOOK_SECRET, "headers": {"Authorization": HEADER}}
        made = recording.keep(admin.post(f"{API}/webhooks", json=given), shown_once=True).json()
        sent = recording.keep(admin.post(f"{API}/webhooks/{made['id']}/test"))
        assert sent.status_code == 200, sent.text
        (request,) = receiver.got
    for log in recording.keep(admin.get(f"{API}/webhooks/{made['id']}/deliveries")).json()["items"]:
        shown = recording.keep(admin.get(f"{API}/deliveries/{log['id']}")).json()
        assert shown["attempt_log"][0]["request_headers"]["webhook-signature"] is None
    assert request.headers["authorization"] == HEADER
    by_body = request.headers["x-webhook-signature"].removeprefix("sha256=")
    return [request.headers["webhook-signature"].removeprefix("v1,"), by_body]


def crash(program: TestClient) -> None:
    """Have a route fail in a way that nobody foresaw, so that its traceback is logged."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("product_importer.access.session_router._who", lambda *_: 1 / 0)
        assert program.get(f"{API}/whoami").status_code == 500
        assert log_in(browser(), "new@example.com", SECOND).status_code == 500


def break_database(program: TestClient) -> None:
    """Have statements about secrets fail in the database, whose errors are logged."""
    with transaction() as session:
        session.execute(text("alter table user_sessions rename to away"))
        session.execute(text("alter table api_keys rename to gone"))
    try:
        assert program.get(f"{API}/products").status_code == 500
        assert log_in(browser(), "new@example.com", SECOND).status_code == 500
    finally:
        with transaction() as session:
            session.execute(text("alter table away rename to user_sessions"))
            session.execute(text("alter table gone rename to api_keys"))


def read_everything(recording: Recording) -> None:
    """Whatever can be read by an admin."""
    person(Role.ADMIN, "reader@example.com")
    reader = browser()
    log_in(reader, "reader@example.com")
    for path in ("users", "keys", "sessions", "session", "whoami", "access-events", "webhooks", "products", "jobs"):
        recording.keep(reader.get(f"{API}/{path}"))
    recording.keep(reader.get(f"{API}/access-events?format=csv"))
    assert events(reader)


def test_an_error_of_the_database_does_not_repeat_what_was_to_be_written() -> None:
    with pytest.raises(Exception, match="hidden") as failed, get_engine().connect() as connection:
        connection.execute(text("select 1 / (:secret)::int"), {"secret": FIRST})
    assert FIRST not in str(failed.value).replace(str(getattr(failed.value, "orig", "")), "")
