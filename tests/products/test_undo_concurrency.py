"""Undo beside other writers of the same products."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.products import repository, service, undo_repository, undo_sql
from product_importer.products.holders import plan_for_holders
from product_importer.products.schemas import ProductCreate, ProductPatch
from product_importer.products.undo_running import run_undo
from tests.products.catalogue import create, found, url
from tests.products.test_undo import creates, patches, trashes
from tests.products.undo_jobs import JOBS, assert_log_is_true, get_job, job_that, kept, start_undo, table, undo
from tests.waiting import backends_waiting_for_a_lock, wait_until


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(4) as pool:
        yield pool


def begun(client: TestClient, threads: ThreadPoolExecutor, job_id: UUID) -> tuple[str, "Future[None]"]:
    """An undo that waits for a lock in a thread of its own."""
    undo_id = start_undo(client, job_id)
    running = threads.submit(run_undo, UUID(undo_id))
    wait_until(lambda: backends_waiting_for_a_lock() == 1, "the undo waits for a lock")
    return undo_id, running


def test_an_edit_under_way_comes_first_and_is_kept(client: TestClient, threads: ThreadPoolExecutor) -> None:
    made = create(client)
    job_id = job_that(patches(made, name="By the job"))
    with transaction() as session:
        service.patch(session, made["id"], ProductPatch(name="Mine"))
        undo_id, running = begun(client, threads, job_id)
    running.result()
    assert kept(client, undo_id) == {made["id"]: "changed_since"}
    assert client.get(url(made)).json()["name"] == "Mine"


def test_edits_that_wait_for_the_undo_come_after_it(
    client: TestClient, threads: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = create(client)
    job_id = job_that(patches(made, name="By the job"), creates("New"))
    edits: list[Future[int]] = []
    record = undo_repository.record

    def edit(product_id: int) -> int:
        return client.patch(f"/api/v1/products/{product_id}", json={"price": "7"}).status_code

    def with_edits_waiting(*arguments: Any) -> bool:
        edits.extend(threads.submit(edit, product_id) for product_id in (made["id"], 2))
        wait_until(lambda: backends_waiting_for_a_lock() == 2, "both edits wait for the undo")
        return record(*arguments)

    monkeypatch.setattr(undo_repository, "record", with_edits_waiting)
    assert undo(client, job_id)["result"]["kept"] == 0
    assert [edit.result() for edit in edits] == [200, 404]
    product = client.get(url(made)).json()
    assert (product["name"], product["price"]) == (made["name"], "7.00")
    assert_log_is_true()


def test_a_sku_that_is_being_taken_meanwhile_is_not_taken_back(client: TestClient, threads: ThreadPoolExecutor) -> None:
    made = create(client, sku="A")
    job_id = job_that(trashes(made))
    with transaction() as session:
        service.create(session, ProductCreate(sku="a", name="Mine"))
        undo_id, running = begun(client, threads, job_id)
    running.result()
    assert kept(client, undo_id) == {made["id"]: "sku_taken"}
    assert found(client) == ["a"]


def test_a_chunk_that_met_a_deadlock_is_repeated(client: TestClient, threads: ThreadPoolExecutor) -> None:
    first, second = create(client, sku="A"), create(client, sku="B")
    before = table()
    job_id = job_that(patches(first, name="X"), patches(second, name="X"))
    with transaction() as session:
        repository.lock(session, second["id"])
        undo_id, running = begun(client, threads, job_id)
        repository.lock(session, first["id"])
    running.result()
    assert get_job(client, undo_id)["status"] == "completed"
    assert table() == before


def test_an_undo_that_waits_for_somebody_is_cancelled_at_once(client: TestClient, threads: ThreadPoolExecutor) -> None:
    made = create(client)
    job_id = job_that(patches(made, name="By the job"))
    after = table()
    with transaction() as session:
        repository.lock(session, made["id"])
        undo_id, running = begun(client, threads, job_id)
        assert client.delete(f"{JOBS}/{undo_id}").status_code == 202
        running.result(30)
    assert get_job(client, undo_id)["status"] == "cancelled"
    assert table() == after


def test_of_two_requests_for_the_same_undo_one_is_refused(client: TestClient, threads: ThreadPoolExecutor) -> None:
    job_id = job_that(creates("A"))
    answers = list(threads.map(lambda _: client.post(f"{JOBS}/{job_id}/undo"), range(4)))
    assert sorted(answer.status_code for answer in answers) == [202, 409, 409, 409]
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"undo_running"}


def test_skus_that_a_job_has_swapped_stay_swapped_and_are_listed(client: TestClient) -> None:
    first, second = create(client, sku="A"), create(client, sku="B")
    job_id = job_that(patches(first, sku="C"), patches(second, sku="A"), patches(first, sku="B"))
    before = table()
    undo_id = undo(client, job_id)["id"]
    assert kept(client, undo_id) == {1: "sku_taken", 2: "sku_taken"}
    assert table() == before


def removed_by_joins(plan: dict[str, Any]) -> int:
    """Pairs of rows that were compared in vain."""
    own = plan.get("Rows Removed by Join Filter", 0) * plan["Actual Loops"]
    return int(own) + sum(removed_by_joins(child) for child in plan.get("Plans", ()))


def test_nothing_is_compared_with_everything_though_statistics_do_not_know_the_job(client: TestClient) -> None:
    first = create(client)
    client.patch(url(first), json={"name": "Known to the statistics"})
    with transaction() as session:
        session.execute(text("analyze events, event_batches"))
    skus = [f"S{number}" for number in range(300)]
    job_id = job_that(*(creates(sku) for sku in skus))
    with transaction() as session:
        session.execute(text("analyze products"))
    span = {"undone_id": job_id, "first_id": first["id"] + 1, "last_id": first["id"] + len(skus)}
    with transaction() as session:
        plan_for_holders(session)
        explain = text("explain (analyze, format json) " + undo_sql.TAKE_BACK)
        [found] = session.scalars(explain, span | {"undo_id": job_id, "batch_id": 1, "renamed": "{}"}).one()
        session.rollback()
    assert "Actual Rows" in found["Plan"]
    assert removed_by_joins(found["Plan"]) <= len(skus)
