"""Jobs that change products and their undo, carried out in this process."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.jobs import lease as leases
from product_importer.jobs import service as jobs
from product_importer.jobs.lease import Lease
from product_importer.jobs.models import Job
from product_importer.jobs.runner import complete, run_job
from product_importer.products import repository, undo_repository
from product_importer.products.snapshot import snapshot
from product_importer.products.undo_running import run_undo

JOBS = "/api/v1/jobs"

Json = dict[str, Any]
Change = Callable[[Session], object]


def job_that(*changes: Change) -> UUID:
    """A completed job that made these changes, each in a transaction of its own."""
    with transaction() as session:
        job_id = jobs.create(session, "probe", "tester").id

    def work(lease: Lease) -> None:
        with lease.transaction() as session:
            lease.enter(session, "working", "Working")
        for change in changes:
            with lease.transaction() as session:
                events.open_batch(session, lease.job_id)
                change(session)
        with lease.transaction() as session:
            complete(session, lease, {})

    run_job(job_id, work, _nothing_hangs_on_it)
    return job_id


def _nothing_hangs_on_it(session: Session, job: Job) -> None:
    pytest.fail(f"job {job.id} ended as {job.status}")


def purge(session: Session, product_id: int) -> None:
    """Delete a trashed product for good."""
    product = repository.lock(session, product_id)
    assert product is not None
    assert product.deleted_at is not None
    before = snapshot(product)
    session.delete(product)
    events.append(session, EventName.PRODUCT_PURGED, product_id, before)


def start_undo(client: TestClient, job_id: object) -> str:
    """Ask for the undo of a job; returns its id."""
    answer = client.post(f"{JOBS}/{job_id}/undo")
    assert answer.status_code == 202, answer.text
    started: Json = answer.json()
    assert (started["kind"], started["undo_of"]) == ("undo", str(job_id))
    assert answer.headers["location"] == f"{JOBS}/{started['id']}"
    return str(started["id"])


def undo(client: TestClient, job_id: object) -> Json:
    """Undo a job; returns the undo's job."""
    undo_id = start_undo(client, job_id)
    run_undo(UUID(undo_id))
    return get_job(client, undo_id)


def undone(client: TestClient, job_id: object) -> dict[str, int]:
    """Undo a job to its end; returns the outcomes that are not zero."""
    job = undo(client, job_id)
    assert job["status"] == "completed", job["error"]
    assert get_job(client, job_id)["status"] == "undone"
    return {outcome: count for outcome, count in job["result"].items() if count}


def get_job(client: TestClient, job_id: object) -> Json:
    answer = client.get(f"{JOBS}/{job_id}")
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def preview(client: TestClient, job_id: object) -> Json:
    answer = client.get(f"{JOBS}/{job_id}/undo")
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def kept(client: TestClient, undo_id: object) -> dict[int, str]:
    """The code of each product that an undo has kept."""
    answer = client.get(f"{JOBS}/{undo_id}/kept", params={"limit": 500})
    assert answer.status_code == 200, answer.text
    page = answer.json()
    assert page["total"] == len(page["items"])
    return {item["product_id"]: item["code"] for item in page["items"]}


def table() -> dict[int, tuple[Any, ...]]:
    """Every row of the catalogue's table by id, trash included, without `updated_at`."""
    columns = "id, sku, sku_key, name, description, price, active, attributes, created_at, deleted_at"
    with transaction() as session:
        return {row.id: tuple(row) for row in session.execute(text(f"select {columns} from products"))}


@contextmanager
def stopping_after(chunks: int, repository: ModuleType = undo_repository) -> Iterator[None]:
    """The worker is told to stop once a job has done so many chunks, and hands the job back."""
    record, done = repository.record, 0

    def recorded(*arguments: Any) -> bool:
        nonlocal done
        done += 1
        if done >= chunks:
            leases.stopping.set()
        return bool(record(*arguments))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repository, "record", recorded)
        try:
            yield
        finally:
            leases.stopping.clear()


def undo_cancelled_after(client: TestClient, job_id: object, chunks: int) -> Json:
    """An undo that is cancelled when so many of its chunks are done; returns the undo's job."""
    undo_id = start_undo(client, job_id)
    with stopping_after(chunks):
        run_undo(UUID(undo_id))
    assert client.delete(f"{JOBS}/{undo_id}").status_code == 202
    run_undo(UUID(undo_id))
    return get_job(client, undo_id)


def assert_log_is_true() -> None:
    """Each product's events are a path through its states, and each `before` agrees with what came earlier."""
    with transaction() as session:
        rows = session.execute(
            text(
                "select product_id, event, before ->> 'deleted_at' is null as live, before is null as absent "
                "from events where product_id is not null order by product_id, id"
            )
        ).all()
        there = session.execute(text("select id, deleted_at is null as live from products")).all()
    state: dict[int, str] = {}
    for row in rows:
        before = "absent" if row.absent else "live" if row.live else "trashed"
        assert state.get(row.product_id, "absent") == before, row
        assert (before, row.event) in NEXT, row
        state[row.product_id] = NEXT[before, row.event]
    expected = {row.id: "live" if row.live else "trashed" for row in there}
    assert {product_id: end for product_id, end in state.items() if end != "absent"} == expected


NEXT = {
    ("absent", "product.created"): "live",
    ("live", "product.updated"): "live",
    ("live", "product.deleted"): "trashed",
    ("trashed", "product.updated"): "trashed",
    ("trashed", "product.restored"): "live",
    ("trashed", "product.purged"): "absent",
}
