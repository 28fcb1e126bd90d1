"""What leaves for Sentry, as a real receiver gets it: the error and how to find it in the log, and no secret."""

import gzip
import json
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID

import pytest
import sentry_sdk
import structlog
from fastapi.testclient import TestClient
from pydantic import SecretStr

from product_importer.core import error_reports
from product_importer.core.database import transaction
from product_importer.core.logging import configure_logging
from product_importer.core.settings import get_settings
from product_importer.jobs import service
from product_importer.jobs.lease import Lease
from product_importer.jobs.runner import run_job

API = "/api/v1"


class Inbox(ThreadingHTTPServer):
    """A server to which Sentry's client reports."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Receiving)
        self.envelopes: list[str] = []

    def events(self) -> list[dict[str, Any]]:
        """What was reported so far."""
        sentry_sdk.flush(10)
        lines = [json.loads(line) for envelope in self.envelopes for line in envelope.splitlines()]
        return [line for line in lines if "event_id" in line and "level" in line]


class Receiving(BaseHTTPRequestHandler):
    """Takes envelopes in."""

    server: Inbox

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        packed = self.headers.get("Content-Encoding") == "gzip"
        self.server.envelopes.append((gzip.decompress(body) if packed else body).decode())
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def inbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Inbox]:
    with Inbox() as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        address = f"http://dsnkey@127.0.0.1:{server.server_address[1]}/7"
        monkeypatch.setattr(get_settings(), "sentry_dsn", SecretStr(address))
        error_reports.start(get_settings())
        try:
            yield server
        finally:
            sentry_sdk.get_client().close()
            sentry_sdk.get_global_scope().set_client(None)
            server.shutdown()
            serving.join()


@pytest.mark.covers("002:489", "004:825")
def test_a_crashed_request_arrives_with_its_id_and_without_a_secret(
    client: TestClient, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = get_settings()
    assert settings.secret_key
    planted = {
        "key": "pi_" + "k3yOfAProgram",
        "webhook": "whsec_" + "c2VjcmV0",
        "sealing": settings.secret_key.get_secret_value(),
        "password": "hunter" + "2",
        "query": "what was " + "searched for",
        "cookie": "the" + "session",
        "local": "only in " + "a variable",
    }

    def crash(*_: Any) -> None:
        kept = planted["local"]
        url = f"postgresql://importer:{planted['password']}@db/shop"
        raise RuntimeError(f"{url} {planted['key']} {planted['webhook']} {planted['sealing']} {len(kept)}")

    monkeypatch.setattr("product_importer.products.router.service.get", crash)
    headers = {"X-Request-ID": "order-42", "Cookie": f"product_importer={planted['cookie']}"}
    answer = client.get(f"{API}/products/1", headers=headers)
    assert answer.status_code == 500

    (event,) = inbox.events()
    (raised,) = event["exception"]["values"]
    assert (raised["type"], event["tags"]["request_id"]) == ("RuntimeError", "order-42")
    assert event["tags"]["event"] == "request.crashed"
    assert raised["value"].startswith(f"postgresql://{error_reports.HIDDEN}db/shop {error_reports.HIDDEN}")
    said = "".join(inbox.envelopes)
    assert [name for name, secret in planted.items() if secret in said] == []


def test_a_crashed_job_arrives_with_its_id(client: TestClient, inbox: Inbox) -> None:
    with structlog.contextvars.bound_contextvars(request_id="order-43"), transaction() as session:
        job_id: UUID = service.create(session, "probe", "tester").id

    def crash(lease: Lease) -> None:
        raise ZeroDivisionError

    run_job(job_id, crash, lambda *_: None)
    (event,) = inbox.events()
    assert event["tags"].items() >= {"job_id": str(job_id), "request_id": "order-43", "event": "job.crashed"}.items()


def test_errors_of_libraries_arrive_once_and_warnings_do_not(inbox: Inbox) -> None:
    configure_logging(get_settings())
    try:
        raise LookupError("of a task")
    except LookupError:
        for _ in range(2):
            logging.getLogger("celery.app.trace").exception("a task raised")
    structlog.get_logger("a").warning("redis.unavailable")
    (event,) = inbox.events()
    assert event["exception"]["values"][0]["type"] == "LookupError"
    assert event["tags"]["logger"] == "celery.app.trace"


def test_without_a_dsn_nothing_is_reported_anywhere(client: TestClient) -> None:
    assert get_settings().sentry_dsn is None
    assert not sentry_sdk.is_initialized()
