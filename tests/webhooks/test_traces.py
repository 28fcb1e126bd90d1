"""What leaves for OpenTelemetry, as a real collector gets it: one trace from request to delivery, and no secret."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status
from pydantic import SecretStr

from product_importer.core import tracing
from product_importer.core.settings import Settings, get_settings
from product_importer.imports.engine import run_import
from product_importer.products.undo_running import run_undo
from product_importer.webhooks.courier import Courier
from tests.conftest import Servers
from tests.products.catalogue import create
from tests.products.catalogue import url as product_url
from tests.webhooks.hooks import registered, settled
from tests.webhooks.receiver import Receiver, respond

API = "/api/v1"
CALLERS_TRACE, CALLERS_SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
PARENT = {"traceparent": f"00-{CALLERS_TRACE}-{CALLERS_SPAN}-01"}


class Collector(ThreadingHTTPServer):
    """A server that takes OTLP over HTTP."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Collecting)
        self.requests: list[ExportTraceServiceRequest] = []
        self.tokens: list[str | None] = []
        self.raw = b""
        self.status = 200

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def spans(self) -> list[Span]:
        """What has arrived so far."""
        scopes = [scope for one in [*self.requests] for part in one.resource_spans for scope in part.scope_spans]
        return [span for scope in scopes for span in scope.spans]

    def services(self) -> set[str]:
        resources = [part.resource for one in self.requests for part in one.resource_spans]
        named = [item for one in resources for item in one.attributes if item.key == "service.name"]
        return {item.value.string_value for item in named}


class Collecting(BaseHTTPRequestHandler):
    """Takes spans in."""

    server: Collector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        assert self.path == "/v1/traces"
        self.server.raw += body
        self.server.tokens.append(self.headers["Authorization"])
        self.server.requests.append(ExportTraceServiceRequest.FromString(body))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def collector(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    """What this process traces arrives here."""
    with Collector() as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        monkeypatch.setattr(get_settings(), "otel_exporter_otlp_endpoint", server.url)
        monkeypatch.setattr(get_settings(), "otel_exporter_otlp_headers", SecretStr("authorization=Bearer%20token"))
        tracing.start(get_settings())
        try:
            yield server
        finally:
            tracing.stop()
            server.shutdown()
            serving.join()


def attributes(span: Span) -> dict[str, Any]:
    return {one.key: one.value.string_value or one.value.int_value for one in span.attributes}


def callers_trace(collector: Collector) -> dict[str, Span]:
    """The spans of the caller's trace by their names, without the requests by which a test waits."""
    tracing.stop()
    return {span.name: span for span in collector.spans() if span.trace_id.hex() == CALLERS_TRACE}


def imported(client: TestClient, rows: str, **form: str) -> Response:
    file = ("private.csv", f"sku,name\n{rows}")
    started = client.post(f"{API}/imports", files={"file": file}, data=form, headers=PARENT)
    assert started.status_code == 202, started.text
    run_import(UUID(started.json()["id"]))
    return started


def test_a_request_its_job_its_chunks_and_its_delivery_are_one_trace(
    client: TestClient, courier: Courier, receiver: Receiver, collector: Collector
) -> None:
    secrets = {"url": f"{receiver.url}?key=hush", "headers": {"X-Key": "hush"}}
    webhook = registered(client, events=["import.completed"], **secrets)

    started = imported(client, "A-1,Confidential chair\nA-2,Confidential table\n")
    settled(client, webhook)

    found = callers_trace(collector)
    request, run, chunk = found[f"POST {API}/imports"], found["import.run"], found["chunk"]
    deliver = found["webhook.deliver"]
    assert request.parent_span_id.hex() == CALLERS_SPAN
    assert run.parent_span_id == request.span_id
    assert chunk.parent_span_id == deliver.parent_span_id == run.span_id
    assert attributes(request)["request_id"] == attributes(run)["request_id"] == started.headers["X-Request-ID"]
    assert attributes(run)["job.id"] == started.json()["id"]
    assert attributes(chunk)["chunk.rows"] == 2
    assert attributes(deliver)["http.response.status_code"] == 200
    assert [event.name for event in run.events] == ["reading", "planning", "applying"]
    assert collector.services() == {"product-importer"}
    assert set(collector.tokens) == {"Bearer token"}
    for secret in (b"Confidential", b"A-1", b"private.csv", b"hush", b"/hook", webhook["secret"].encode()):
        assert secret not in collector.raw


def test_an_edit_and_its_delivery_are_one_trace_and_a_refusal_is_told(
    client: TestClient, courier: Courier, receiver: Receiver, collector: Collector
) -> None:
    receiver.answer = respond(410)
    product = create(client, name="Chair")
    webhook = registered(client, url=receiver.url, events=["product.updated"])

    client.patch(product_url(product), json={"name": "Confidential chair"}, headers=PARENT)
    settled(client, webhook)

    found = callers_trace(collector)
    deliver = found["webhook.deliver"]
    assert deliver.parent_span_id == found[f"PATCH {API}/products/{{product_id}}"].span_id
    assert deliver.status.code == Status.STATUS_CODE_ERROR
    told = attributes(deliver)
    assert (told["error.type"], told["webhook.event"]) == ("refused", "product.updated")
    assert b"Confidential" not in collector.raw


def test_an_undo_goes_on_with_the_trace_of_who_asked_for_it(client: TestClient, collector: Collector) -> None:
    started = imported(client, "A-1,Chair\n")
    collector.requests.clear()
    undo = client.post(f"{API}/imports/{started.json()['id']}/undo", headers=PARENT)
    run_undo(UUID(undo.json()["id"]))

    found = callers_trace(collector)
    assert found["undo.run"].parent_span_id == found[f"POST {API}/imports/{{import_id}}/undo"].span_id
    # Chunks of an undo are written in threads.
    assert found["chunk"].parent_span_id == found["undo.run"].span_id


def test_a_job_that_fails_says_by_which_code(client: TestClient, collector: Collector) -> None:
    imported(client, "A-1,Chair\n,Confidential\n", options='{"on_error": "abort"}')

    run = callers_trace(collector)["import.run"]
    assert run.status.code == Status.STATUS_CODE_ERROR
    assert attributes(run)["error.type"] == "too_many_rejects"
    assert b"Confidential" not in collector.raw


def test_a_request_begins_a_trace_though_its_connection_has_one_under_way(collector: Collector) -> None:
    with tracing.span("the last request", "server"), tracing.span("this request", "server"), tracing.span("within"):
        """As uvicorn has it on a connection that is used again."""
    tracing.stop()
    last, this, within = sorted(collector.spans(), key=lambda span: span.start_time_unix_nano)
    assert (this.trace_id != last.trace_id, this.parent_span_id) == (True, b"")
    assert within.parent_span_id == this.span_id


def test_a_collector_that_refuses_is_warned_of_and_is_no_error(
    collector: Collector, caplog: pytest.LogCaptureFixture
) -> None:
    collector.status = 401
    with tracing.span("chunk"):
        """It cannot be told."""
    tracing.stop()
    (line,) = [record for record in caplog.records if "401" in record.getMessage()]
    assert (line.levelname, line.name.partition(".")[0]) == ("WARNING", "opentelemetry")


def test_a_collector_that_does_not_answer_keeps_no_process_from_ending() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=64) as mute:
        tracing.start(Settings(otel_exporter_otlp_endpoint=f"http://127.0.0.1:{mute.getsockname()[1]}"))
        for _ in range(2_000):
            with tracing.span("chunk"):
                """One of four batches."""
        began = time.monotonic()
        tracing.stop()
        assert time.monotonic() - began < 4


STARTING = """
import importlib, os, sys
from product_importer import worker
from product_importer.core import tracing
from product_importer.core.settings import get_settings
from product_importer.main import create_app

# redis-py imports the metrics of the SDK wherever it is installed.
parts = {"opentelemetry.sdk.trace", "opentelemetry.exporter", "requests"}
create_app()
print(tracing.is_on(), len(parts & set(sys.modules)))

os.environ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1"
get_settings.cache_clear()
for start in (create_app, lambda: importlib.reload(worker)):
    start()
    print(tracing.is_on(), len(parts & set(sys.modules)))
    tracing.stop()
"""


def test_api_and_workers_trace_where_an_endpoint_is_set_and_else_import_nothing(servers: Servers) -> None:
    environment = os.environ | servers.environment
    done = subprocess.run(
        [sys.executable, "-c", STARTING], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout.splitlines(), done.returncode) == (["False 0", "True 3", "True 3"], 0), done.stderr
