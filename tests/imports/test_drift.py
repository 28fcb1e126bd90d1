"""Rows that meet something else than planned: changed between the plan and the chunk, or while the chunk is read."""

import json
import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

import psycopg
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.imports import sharing
from product_importer.imports.engine import run_import
from tests.imports.conftest import Importer, Receipt

Catalogue = Callable[[], dict[str, dict[str, Any]]]

BASE = "sku,name,price\nA,Ant,1\nB,Bee,2\nC,Cat,3\nD,Dog,4\n"
FILE = "sku,name,price\nA,Ant,10\nB,Bee,20\nC,Cat,3\nE,Eel,50\nF,Fox,60\n"


@pytest.fixture
def meddling(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Receipt]:
    """An import of a file in which `meddle` runs when the plan is made and no chunk is applied yet."""

    def run(content: str, meddle: Callable[[], object], **options: Any) -> Receipt:
        apply_pending = sharing.apply_pending

        def first_meddle(*arguments: Any) -> None:
            monkeypatch.setattr(sharing, "apply_pending", apply_pending)
            meddle()
            apply_pending(*arguments)

        monkeypatch.setattr(sharing, "apply_pending", first_meddle)
        posted = client.post(
            "/api/v1/imports", files={"file": ("a.csv", content.encode())}, data={"options": json.dumps(options)}
        )
        run_import(UUID(posted.json()["id"]))
        receipt: Receipt = client.get(posted.headers["location"]).json()
        return receipt

    return run


def drift_of(client: TestClient, receipt: Receipt) -> list[tuple[str, str, str]]:
    found = client.get(f"/api/v1/imports/{receipt['id']}/drift").json()
    assert found["total"] == receipt["drift"]
    return [(row["sku"], row["planned"], row["actual"]) for row in found["items"]]


def commit_once_waited_for(other: psycopg.Connection, database_url: str, word: str) -> None:
    """Commit when a statement with this word in it waits for a lock of `other`."""
    waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like %s"
    with psycopg.connect(database_url, autocommit=True) as watcher:
        for _ in range(2_000):
            if watcher.execute(waiting, [f"%{word}%"]).fetchone() != (0,):
                break
    other.commit()


def outcomes(found: dict[str, Any]) -> dict[str, int]:
    return {name: count for name, count in found.items() if count and name != "read"}


def test_what_is_met_counts_and_the_receipt_lists_where_it_differs_from_the_plan(
    client: TestClient, import_file: Importer, catalogue: Catalogue, meddling: Callable[..., Receipt]
) -> None:
    import_file(BASE)
    ids = {sku: product["id"] for sku, product in catalogue().items()}

    def meddle() -> None:
        client.patch(f"/api/v1/products/{ids['A']}", json={"price": "10"})
        client.delete(f"/api/v1/products/{ids['B']}")
        client.post("/api/v1/products", json={"sku": "e", "name": "Eel", "price": "1"})
        client.post("/api/v1/products", json={"sku": "F", "name": "Fox", "price": "60"})

    receipt = meddling(FILE, meddle)
    assert receipt["status"] == "completed"
    assert outcomes(receipt["counts"]) == {"created": 1, "updated": 1, "unchanged": 3}
    assert drift_of(client, receipt) == [
        ("A", "updated", "unchanged"),
        ("B", "updated", "created"),
        ("E", "created", "updated"),
        ("F", "created", "unchanged"),
    ]
    products = catalogue()
    assert {sku: product["price"] for sku, product in products.items()} == {
        "A": "10.00", "B": "20.00", "C": "3.00", "D": "4.00", "e": "50.00", "F": "60.00",
    }  # fmt: skip
    assert products["B"]["id"] != ids["B"]


@pytest.mark.parametrize(
    ("mode", "expected", "drift"),
    [
        ("create", {"created": 1, "skipped": 4}, [("F", "created", "skipped")]),
        ("update", {"updated": 1, "unchanged": 1, "skipped": 3}, [("B", "updated", "skipped")]),
    ],
)
def test_a_mode_holds_for_what_is_met(
    client: TestClient,
    import_file: Importer,
    catalogue: Catalogue,
    meddling: Callable[..., Receipt],
    mode: str,
    expected: dict[str, int],
    drift: list[tuple[str, str, str]],
) -> None:
    import_file(BASE)
    ids = {sku: product["id"] for sku, product in catalogue().items()}

    def meddle() -> None:
        client.delete(f"/api/v1/products/{ids['B']}")
        client.post("/api/v1/products", json={"sku": "F", "name": "Fox", "price": "6"})

    receipt = meddling(FILE, meddle, mode=mode)
    assert outcomes(receipt["counts"]) == expected
    assert drift_of(client, receipt) == drift
    assert catalogue()["F"]["price"] == "6.00"


def test_a_row_whose_product_left_meanwhile_needs_a_name(
    client: TestClient, import_file: Importer, catalogue: Catalogue, meddling: Callable[..., Receipt]
) -> None:
    import_file(BASE)
    product = catalogue()["A"]
    receipt = meddling("sku,price\nA,10\nB,20\n", lambda: client.delete(f"/api/v1/products/{product['id']}"))
    assert outcomes(receipt["counts"]) == {"updated": 1, "rejected": 1}
    assert drift_of(client, receipt) == [("A", "updated", "rejected")]
    rejects = client.get(f"/api/v1/imports/{receipt['id']}/rejects").json()["items"]
    assert [(reject["code"], reject["row"], reject["line"], reject["original"]) for reject in rejects] == [
        ("name_required", 1, 2, "A,10")
    ]


def test_a_late_reject_counts_for_all_or_nothing_too(
    client: TestClient, import_file: Importer, catalogue: Catalogue, meddling: Callable[..., Receipt]
) -> None:
    import_file(BASE)
    product = catalogue()["A"]
    receipt = meddling(
        "sku,price\nA,10\nB,20\n", lambda: client.delete(f"/api/v1/products/{product['id']}"), on_error="abort"
    )
    assert (receipt["status"], receipt["error"]["code"]) == ("failed", "too_many_rejects")
    undo = receipt["undo"]
    assert undo["status"] == "queued", "what had been applied is taken back by its own events"


def test_a_product_that_is_changed_while_its_chunk_is_read_is_never_overwritten_unseen(
    client: TestClient,
    import_file: Importer,
    catalogue: Catalogue,
    meddling: Callable[..., Receipt],
    database_url: str,
) -> None:
    import_file(BASE)
    ids = {sku: product["id"] for sku, product in catalogue().items()}
    with psycopg.connect(database_url) as other:

        def hold() -> None:
            # An edit that has written but not yet committed: the chunk reads the old row and waits for the new one.
            other.execute("update products set description = 'by hand' where id = %s", [ids["B"]])
            threading.Thread(target=commit_once_waited_for, args=(other, database_url, "wanted")).start()

        receipt = meddling(FILE, hold)
    assert receipt["status"] == "completed"
    assert outcomes(receipt["counts"]) == {"created": 2, "updated": 2, "unchanged": 1}
    product = catalogue()["B"]
    assert (product["price"], product["description"]) == ("20.00", "by hand")
    with transaction() as session:
        before = session.scalars(
            text("select before from events where product_id = :id and event = 'product.updated'"), {"id": ids["B"]}
        ).one()
    assert before["description"] == "by hand", "what was overwritten, not what was read first"


# As any writer does it, with its event: what the log does not tell of is in no list.
THEIRS = """
    with made as (
        insert into products (sku, sku_key, name, price) values ('e', 'e', 'Theirs', 5) returning id
    ), batch as (
        insert into event_batches (id, position, at, actor)
        values (nextval('event_batch_ids'), nextval('event_positions'), now(), 'them')
        returning id
    )
    insert into events (batch_id, event, product_id) select batch.id, 'product.created', made.id from batch, made
"""


def test_a_product_created_while_its_chunk_creates_it_makes_the_chunk_be_repeated(
    import_file: Importer, catalogue: Catalogue, meddling: Callable[..., Receipt], database_url: str
) -> None:
    import_file(BASE)
    with psycopg.connect(database_url) as other:

        def hold() -> None:
            other.execute(THEIRS)
            threading.Thread(target=commit_once_waited_for, args=(other, database_url, "created")).start()

        receipt = meddling("sku,name,price\nE,Eel,50\nF,Fox,60\n", hold)
    assert outcomes(receipt["counts"]) == {"created": 1, "updated": 1}
    assert catalogue()["e"]["name"] == "Eel"


def test_an_import_whose_chunk_keeps_failing_is_taken_back(
    client: TestClient, import_file: Importer, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    monkeypatch.setattr(get_settings(), "import_chunk_rows", 2)
    monkeypatch.setattr(get_settings(), "import_appliers", 1)
    import_file(BASE)
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("alter table products add constraint no_fox check (sku <> 'F')")
    try:
        receipt = import_file(FILE)
    finally:
        with psycopg.connect(database_url, autocommit=True) as connection:
            connection.execute("alter table products drop constraint no_fox")
    assert (receipt["status"], receipt["error"]["code"]) == ("failed", "database_error")
    assert receipt["undo"]["status"] == "queued"
    from product_importer.products.undo_tasks import run as run_undo

    run_undo(receipt["undo"]["job_id"])
    assert {sku: product["price"] for sku, product in catalogue().items()} == {
        "A": "1.00", "B": "2.00", "C": "3.00", "D": "4.00",
    }  # fmt: skip
