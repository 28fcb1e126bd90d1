"""Jobs are forgotten once they are old, and never before the log has forgotten what they did."""

from uuid import UUID

from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.products import job_retention, log_retention
from product_importer.products.search_following import follow
from product_importer.products.undo_running import run_undo
from tests.products.bulk_jobs import bulk
from tests.products.catalogue import create
from tests.products.undo_jobs import JOBS

OF_JOBS = ("jobs", "job_transitions", "bulk_jobs", "bulk_chunks", "undo_chunks")


def age(days: int) -> None:
    """Let so many days go by for jobs and for the log."""
    with transaction() as session:
        for table, names in (("jobs", ("created_at", "started_at", "finished_at")), ("event_batches", ("at",))):
            older = ", ".join(f"{name} = {name} - make_interval(days => {days})" for name in names)
            session.execute(text(f"update {table} set {older}"))


def left() -> dict[str, int]:
    with transaction() as session:
        return {name: session.scalars(text(f"select count(*) from {name}")).one() for name in OF_JOBS}


def test_a_job_goes_with_its_undo_once_it_is_old_and_the_log_is_cut(client: TestClient) -> None:
    assert get_settings().job_retention_days == 365
    create(client, sku="A")
    done = bulk(client, "deactivate", filter={"sku": "A"})
    undo = client.post(f"{JOBS}/{done['id']}/undo").json()
    run_undo(UUID(undo["id"]))
    before = left()
    assert all(before.values())
    age(364)
    assert job_retention.forget() == 0
    follow()
    age(2)
    assert job_retention.forget() == 0, "the log still names it"
    assert log_retention.cut() > 0
    assert job_retention.forget() == 2
    assert left() == dict.fromkeys(OF_JOBS, 0)
    assert client.get(f"{JOBS}/{done['id']}").json()["code"] == "job_not_found"


def test_what_has_not_ended_stays_however_old_it_is(client: TestClient) -> None:
    create(client, sku="A")
    waiting = client.post("/api/v1/products/bulk", json={"action": "deactivate", "filter": {"sku": "A"}}).json()
    age(1_000)
    assert job_retention.forget() == 0
    assert client.get(f"{JOBS}/{waiting['id']}").json()["status"] == "queued"
