"""One id from the request to the lines of its job, and one line for each request."""

import json
import re
import subprocess
import sys

import pytest
import structlog
from fastapi.testclient import TestClient
from sqlalchemy import text
from structlog.testing import capture_logs

from product_importer.core.database import transaction
from product_importer.jobs.lease import Lease
from product_importer.jobs.runner import run_job
from tests.access.people import API

CREATED = {"sku": "A-1", "name": "Chair"}


@pytest.mark.parametrize("path", [f"{API}/products", f"{API}/products/1", f"{API}/nowhere", "/health/live", "/"])
def test_every_answer_has_the_id_that_was_sent_with_the_request(client: TestClient, path: str) -> None:
    assert client.get(path, headers={"X-Request-ID": "order-42.a_B"}).headers["X-Request-ID"] == "order-42.a_B"


@pytest.mark.parametrize("given", [None, "", "two words", 'quo"ted', "x" * 65, "line\\nbreak"])
def test_an_id_that_cannot_stand_in_a_log_is_replaced_by_a_new_one(client: TestClient, given: str | None) -> None:
    headers = {} if given is None else {"X-Request-ID": given}
    first, second = (client.get(f"{API}/products", headers=headers).headers["X-Request-ID"] for _ in range(2))
    assert re.fullmatch("[0-9a-f]{32}", first)
    assert first < second


def test_each_refusal_and_each_crash_has_it_too(local: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = local.post(f"{API}/products", json=CREATED, headers={"X-Request-ID": "r-1", "Host": "elsewhere.example"})
    assert (refused.status_code, refused.headers["X-Request-ID"]) == (403, "r-1")
    monkeypatch.setattr("product_importer.products.router.service", None)
    with capture_logs() as lines:
        crashed = local.get(f"{API}/products/1", headers={"X-Request-ID": "r-2"})
    assert (crashed.status_code, crashed.headers["X-Request-ID"], crashed.json()["request_id"]) == (500, "r-2", "r-2")
    assert next(line for line in lines if line["event"] == "request.crashed")["request_id"] == "r-2"
    assert next(line for line in lines if line["event"] == "request.answered")["status"] == 500


def test_a_request_is_one_line_without_what_was_searched_for(client: TestClient) -> None:
    with capture_logs() as lines:
        client.get(f"{API}/products?q=secret+plans")
        client.get("/health/live")
    told = [line for line in lines if line["event"] == "request.answered"]
    assert [(line["log_level"], line["path"]) for line in told] == [
        ("info", f"{API}/products"),
        ("debug", "/health/live"),
    ]
    assert told[0].items() >= {"method": "GET", "status": 200, "client": "testclient"}.items()
    assert told[0]["actor"] != "stranger"
    assert told[0]["ms"] > 0
    assert "secret" not in str(lines)


def test_a_job_and_its_events_keep_the_id_and_the_worker_says_it_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post(f"{API}/products", json=CREATED, headers={"X-Request-ID": "made"})
    job = client.delete(f"{API}/products?confirm=all", headers={"X-Request-ID": "emptied"}).json()
    assert job["request_id"] == "emptied"
    with transaction() as session:
        assert session.scalars(text("select request_id from event_batches order by position")).all() == ["made"]
    seen: list[dict[str, str]] = []

    def work(lease: Lease) -> None:
        seen.append(structlog.contextvars.get_contextvars())

    with capture_logs(processors=[structlog.contextvars.merge_contextvars]) as lines:
        run_job(job["id"], work, lambda *_: None)
    assert [(line["event"], line["request_id"]) for line in lines] == [
        ("job.claimed", "emptied"),
        ("job.worked", "emptied"),
    ]
    assert seen[0]["request_id"] == "emptied"
    assert seen[0]["job_id"] == job["id"]


@pytest.mark.covers("004:813")
def test_as_json_every_line_is_one_object_of_a_fixed_shape() -> None:
    program = (
        "import structlog\n"
        "from product_importer.core.logging import configure_logging\n"
        "from product_importer.core.settings import Settings\n"
        "configure_logging(Settings(log_format='json'))\n"
        "with structlog.contextvars.bound_contextvars(request_id='r-1'):\n"
        "    structlog.get_logger('a').info('something.happened', rows=3)\n"
        "    __import__('logging').getLogger('b').warning('two\\nlines')\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stderr
    own, foreign = (json.loads(line) for line in said.splitlines())
    assert own.items() >= {"event": "something.happened", "rows": 3, "level": "info", "logger": "a"}.items()
    assert foreign.items() >= {"event": "two\nlines", "level": "warning", "logger": "b"}.items()
    assert own["request_id"] == foreign["request_id"] == "r-1"
    assert own["timestamp"].endswith("Z")
