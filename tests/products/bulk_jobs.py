"""Bulk jobs, asked for through the API and carried out in this process."""

from typing import Any
from uuid import UUID

from fastapi.testclient import TestClient

from product_importer.products.bulk_running import run_bulk
from tests.products.catalogue import PRODUCTS, create, url
from tests.products.undo_jobs import JOBS, get_job

BULK = f"{PRODUCTS}/bulk"

Json = dict[str, Any]


def ask(client: TestClient, action: str, **body: Any) -> Json:
    """Ask for a bulk job; returns it as it is before it runs."""
    answer = client.post(BULK, json={"action": action} | body)
    assert answer.status_code == 202, answer.text
    job: Json = answer.json()
    assert answer.headers["location"] == f"{JOBS}/{job['id']}"
    assert (job["kind"], job["status"], job["progress"]["total"]) == ("bulk", "queued", job["result"]["selected"])
    return job


def run(client: TestClient, job: Json) -> Json:
    """Carry out a bulk job to its end; returns it."""
    run_bulk(UUID(job["id"]))
    return get_job(client, job["id"])


def bulk(client: TestClient, action: str, **body: Any) -> Json:
    """Ask for a bulk job and carry it out; returns it, its counts checked."""
    job = run(client, ask(client, action, **body))
    assert job["status"] == "completed", job["error"]
    result = job["result"]
    assert result["changed"] + result["unchanged"] + result["kept"] == result["selected"]
    return job


def counts(job: Json) -> tuple[int, int, int]:
    """How many products a bulk job has changed, left unchanged, and kept."""
    return job["result"]["changed"], job["result"]["unchanged"], job["result"]["kept"]


def trashed(client: TestClient, **fields: Any) -> Json:
    """A product in the trash."""
    made = create(client, **fields)
    assert client.delete(url(made)).status_code == 204
    return made
