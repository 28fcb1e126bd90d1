"""Bulk jobs beside other writers of the same products."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import get_engine, set_local, transaction
from product_importer.core.settings import get_settings
from product_importer.products import bulk_repository, bulk_sql, repository, service
from product_importer.products.bulk_running import run_bulk
from product_importer.products.bulk_schemas import BulkAction
from product_importer.products.holders import plan_for_holders
from product_importer.products.schemas import ProductCreate, ProductPatch
from tests.products.bulk_jobs import ask, bulk, counts, trashed
from tests.products.catalogue import create, found, url
from tests.products.undo_jobs import JOBS, assert_log_is_true, get_job, kept, table, undone
from tests.waiting import backends_waiting_for_a_lock, wait_until


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def begun(client: TestClient, threads: ThreadPoolExecutor, action: str, **body: Any) -> tuple[str, "Future[None]"]:
    """A bulk job that waits for a lock in a thread of its own."""
    job_id: str = ask(client, action, **body)["id"]
    running = threads.submit(run_bulk, UUID(job_id))
    wait_until(lambda: backends_waiting_for_a_lock() == 1, "the bulk job waits for a lock")
    return job_id, running


def test_an_edit_under_way_comes_first_and_nothing_of_it_is_lost(
    client: TestClient, threads: ThreadPoolExecutor
) -> None:
    made = create(client, price="1")
    with transaction() as session:
        service.patch(session, made["id"], ProductPatch(name="Mine"))
        _, running = begun(client, threads, "set", ids=[made["id"]], values={"price": "7"})
    running.result()
    after = client.get(url(made)).json()
    assert (after["name"], after["price"]) == ("Mine", "7.00")
    assert_log_is_true()


def test_products_are_locked_before_they_are_read_once_somebody_has_changed_one(
    client: TestClient, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, other = create(client, sku="A", price="1"), create(client, sku="B", price="2")
    write, tries = bulk_repository.write, list[bool]()

    def noting(*arguments: Any, lock: bool) -> dict[str, int]:
        tries.append(lock)
        return write(*arguments, lock=lock)

    monkeypatch.setattr(bulk_repository, "write", noting)
    with transaction() as session:
        service.patch(session, made["id"], ProductPatch(name="Mine"))
        job_id, running = begun(client, threads, "set", ids=[made["id"], other["id"]], values={"price": "7"})
    running.result()
    assert (tries, counts(get_job(client, job_id))) == ([False, True], (2, 0, 0))
    assert_log_is_true()


def test_a_product_that_is_being_deleted_meanwhile_is_kept(client: TestClient, threads: ThreadPoolExecutor) -> None:
    made = create(client)
    with transaction() as session:
        service.trash(session, made["id"])
        job_id, running = begun(client, threads, "deactivate", ids=[made["id"]])
    running.result()
    assert kept(client, job_id) == {made["id"]: "trashed"}


def test_a_sku_that_is_being_taken_meanwhile_is_not_restored(client: TestClient, threads: ThreadPoolExecutor) -> None:
    gone = trashed(client, sku="A")
    with transaction() as session:
        service.create(session, ProductCreate(sku="a", name="Mine"))
        job_id, running = begun(client, threads, "restore", ids=[gone["id"]])
    running.result()
    assert kept(client, job_id) == {gone["id"]: "sku_taken"}
    assert found(client) == ["a"]


def test_a_chunk_that_met_a_deadlock_is_repeated(client: TestClient, threads: ThreadPoolExecutor) -> None:
    first, second = create(client, sku="A"), create(client, sku="B")
    with transaction() as session:
        repository.lock(session, second["id"])
        job_id, running = begun(client, threads, "delete", filter={}, confirm="all")
        repository.lock(session, first["id"])
    running.result()
    assert counts(get_job(client, job_id)) == (2, 0, 0)
    assert_log_is_true()


def test_a_bulk_job_that_waits_for_somebody_is_cancelled_at_once(
    client: TestClient, threads: ThreadPoolExecutor
) -> None:
    made = create(client)
    before = table()
    with transaction() as session:
        repository.lock(session, made["id"])
        job_id, running = begun(client, threads, "delete", ids=[made["id"]])
        assert client.delete(f"{JOBS}/{job_id}").status_code == 202
        running.result(30)
    cancelled = get_job(client, job_id)
    assert (cancelled["status"], counts(cancelled)) == ("cancelled", (0, 0, 0))
    assert table() == before


def test_many_chunks_on_several_connections_come_out_as_on_one(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "bulk_chunk_rows", 7)
    monkeypatch.setattr(get_settings(), "bulk_writers", 4)
    with transaction() as session:
        for number in range(200):
            service.create(session, ProductCreate(sku=f"S{number}", name="Cap", active=number % 2 == 0))
    before = table()
    job = bulk(client, "deactivate", filter={}, confirm="all")
    assert counts(job) == (100, 100, 0)
    assert not any(row[6] for row in table().values())
    assert undone(client, job["id"]) == {"restored": 100}
    assert table() == before
    assert_log_is_true()


def test_who_has_a_sku_is_looked_up_by_its_index_though_nearly_everything_is_in_the_trash(client: TestClient) -> None:
    for number in range(20):
        trashed(client, sku=f"S{number}")
    job = ask(client, "restore", filter={"trashed": "only"}, confirm="all")
    with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("vacuum analyze products"))
    explain = "explain " + bulk_sql.statement(BulkAction.RESTORE, {}).write
    with transaction() as session:
        set_local(session, enable_seqscan="off")
        plan_for_holders(session)
        parameters = {"job_id": job["id"], "number": 0, "batch_id": 1, "products": 20, "event": "product.restored"}
        plan = "\n".join(session.scalars(text(explain), parameters))
    assert "uq_products_live_sku_key on products near" in plan
