"""Several workers on the chunks of one import: each chunk once, the same result, and nobody stays when he may not."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.imports import repository, sharing
from product_importer.imports.engine import run_import
from product_importer.imports.run import load_run
from product_importer.jobs import service as jobs
from product_importer.jobs.lease import LeaseLost, assisting
from tests.imports.conftest import Importer, Receipt

Catalogue = Callable[[], dict[str, dict[str, Any]]]
Meddle = Callable[[UUID], object]

ROWS = 40
CHUNK_ROWS = 4
KNOWN = "sku,name\n" + "".join(f"S{number:02},Old {number}\n" for number in range(ROWS // 2))
FILE = "sku,name\n" + "".join(f"S{number:02},New {number}\n" for number in range(ROWS))


@pytest.fixture
def shared(client: TestClient, import_file: Importer, monkeypatch: pytest.MonkeyPatch) -> Callable[[Meddle], Receipt]:
    """An import of many chunks in which `meddle` runs before its leader applies the first of them."""
    monkeypatch.setattr(get_settings(), "import_chunk_rows", CHUNK_ROWS)
    import_file(KNOWN)

    def run(meddle: Meddle) -> Receipt:
        posted = client.post("/api/v1/imports", files={"file": ("a.csv", FILE.encode())})
        import_id = UUID(posted.json()["id"])
        apply_pending = sharing.apply_pending

        def first_meddle(*arguments: Any) -> None:
            monkeypatch.setattr(sharing, "apply_pending", apply_pending)
            meddle(import_id)
            apply_pending(*arguments)

        monkeypatch.setattr(sharing, "apply_pending", first_meddle)
        run_import(import_id)
        receipt: Receipt = client.get(posted.headers["location"]).json()
        return receipt

    return run


def applied(import_id: UUID) -> int:
    with transaction() as session:
        return repository.count_chunks(session, import_id)[1]


def assert_whole(receipt: Receipt, catalogue: Catalogue) -> None:
    """All rows are in, with one event for each change."""
    assert receipt["status"] == "completed", receipt["error"]
    counts = {name: count for name, count in receipt["counts"].items() if count}
    assert counts == {"read": ROWS, "created": ROWS // 2, "updated": ROWS // 2}
    assert {product["name"] for product in catalogue().values()} == {f"New {number}" for number in range(ROWS)}
    with transaction() as session:
        told = text(
            "select count(*), count(distinct product_id) from events join event_batches as b on b.id = batch_id "
            "where product_id is not null and b.job_id = :id"
        )
        assert session.execute(told, {"id": receipt["id"]}).one() == (ROWS, ROWS)


def test_an_assistant_applies_what_the_leader_has_not(
    shared: Callable[[Meddle], Receipt], catalogue: Catalogue
) -> None:
    by_assistant: list[int] = []

    def assist(import_id: UUID) -> None:
        sharing.assist(import_id)
        by_assistant.append(applied(import_id))

    assert_whole(shared(assist), catalogue)
    assert by_assistant == [ROWS // CHUNK_ROWS]


def test_any_number_of_assistants_at_once_give_the_same_catalogue(
    shared: Callable[[Meddle], Receipt], catalogue: Catalogue
) -> None:
    with ThreadPoolExecutor(3) as threads:

        def assist(import_id: UUID) -> None:
            for _ in range(3):
                threads.submit(sharing.assist, import_id)

        assert_whole(shared(assist), catalogue)


def test_an_assistant_leaves_when_the_import_changes_hands(
    shared: Callable[[Meddle], Receipt], catalogue: Catalogue
) -> None:
    left: list[int] = []

    def change_hands(import_id: UUID) -> None:
        assistant = assisting(import_id, "applying")
        assert assistant is not None
        with transaction() as session:
            run = load_run(session, import_id)
            session.execute(text("update jobs set lease_token = lease_token + 1 where id = :id"), {"id": import_id})
        with pytest.raises(LeaseLost):
            sharing.apply_pending(assistant, run, lambda: None)
        left.append(applied(import_id))
        with transaction() as session:
            session.execute(text("update jobs set lease_token = lease_token - 1 where id = :id"), {"id": import_id})

    assert_whole(shared(change_hands), catalogue)
    assert left == [0]


def test_an_assistant_leaves_when_the_import_is_cancelled(shared: Callable[[Meddle], Receipt]) -> None:
    def cancel(import_id: UUID) -> None:
        with transaction() as session:
            jobs.cancel(session, import_id)
        sharing.assist(import_id)
        assert applied(import_id) == 0

    receipt = shared(cancel)
    assert receipt["status"] == "cancelled"
    assert receipt["counts"]["created"] + receipt["counts"]["updated"] == 0


def test_nobody_assists_an_import_that_has_ended(shared: Callable[[Meddle], Receipt], catalogue: Catalogue) -> None:
    receipt = shared(lambda _: None)
    sharing.assist(UUID(receipt["id"]))
    assert_whole(receipt, catalogue)


def test_an_assistant_that_does_not_get_on_is_ended_and_its_chunk_applied_by_the_leader(
    shared: Callable[[Meddle], Receipt], catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop_inside_a_chunk(import_id: UUID) -> None:
        # The leader's patience is the length of a lease; its own is kept alive meanwhile.
        monkeypatch.setattr(get_settings(), "job_lease_seconds", 2.0)
        assistant = assisting(import_id, "applying")
        assert assistant is not None
        session = stuck.enter_context(assistant.transaction())
        assert repository.claim_chunk(session, import_id) is not None

    with pytest.raises(OperationalError, match="terminating connection"), ExitStack() as stuck:
        assert_whole(shared(stop_inside_a_chunk), catalogue)


def test_workers_are_called_again_while_none_has_come(
    shared: Callable[[Meddle], Receipt], catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    applied_at_calls: list[int] = []

    def deliver(task: str, import_id: str) -> bool:
        # The first two messages lie with workers that are busy.
        assert task == "import.assist"
        applied_at_calls.append(applied(UUID(import_id)))
        if len(applied_at_calls) == 3:
            sharing.assist(UUID(import_id))
        return True

    monkeypatch.setattr(sharing, "send", deliver)
    receipt = shared(lambda _: None)
    assert_whole(receipt, catalogue)
    assert applied_at_calls == [0, 1, 2]
