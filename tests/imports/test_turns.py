"""Imports that share SKUs run one after the other, and others do not wait."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.redis import get_redis
from product_importer.imports import sharing, staging
from product_importer.imports.engine import run_import
from product_importer.jobs.lease import HandedBack
from tests.imports.conftest import Receipt
from tests.waiting import backends_waiting_for_a_lock, wait_until

Post = Callable[..., str]

FIRST = "sku,name\nA,Ant\nB,Bee\n"
SHARES = "sku,name\nb,Bumblebee\nC,Cat\n"
SHARES_NOTHING = "sku,name\nX,Yak\n"


@pytest.fixture
def post(client: TestClient) -> Post:
    """Post a file; returns the id of its import, which nobody has carried out yet."""

    def send(content: str, **options: Any) -> str:
        answer = client.post(
            "/api/v1/imports", files={"file": ("a.csv", content.encode())}, data={"options": json.dumps(options)}
        )
        assert answer.status_code == 202, answer.text
        return str(answer.json()["id"])

    return send


@pytest.fixture
def receipt(client: TestClient) -> Callable[[str], Receipt]:
    def get(import_id: str) -> Receipt:
        found: Receipt = client.get(f"/api/v1/imports/{import_id}").json()
        return found

    return get


def stop_before_applying(import_id: str) -> None:
    """Carry an import out until it has its turn and its plan; its worker is then told to stop."""

    def stop(*_: Any) -> None:
        raise HandedBack

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sharing, "apply_pending", stop)
        run_import(UUID(import_id))


def run(import_id: str) -> None:
    run_import(UUID(import_id))


def empty_staging(import_id: str) -> None:
    """What a crash of the database does to the unlogged tables of an import."""
    with transaction() as session:
        pattern = f"import\\_{UUID(import_id).hex}\\_%"
        names = session.scalars(
            text("select tablename from pg_tables where tablename like :pattern"), {"pattern": pattern}
        )
        for name in names.all():
            session.execute(text(f'truncate staging."{name}"'))


def test_who_shares_a_sku_waits_and_is_woken_by_the_end(
    post: Post, receipt: Callable[[str], Receipt], client: TestClient
) -> None:
    first, second, apart = post(FIRST), post(SHARES), post(SHARES_NOTHING)
    stop_before_applying(first)
    run(second)
    waiting = receipt(second)
    assert (waiting["status"], waiting["phase"], waiting["waits_for"]) == ("running", "planning", first)
    run(apart)
    assert receipt(apart)["status"] == "completed", "nobody waits for an import of other SKUs"
    get_redis().delete("product_importer")
    run(first)
    assert receipt(first)["status"] == "completed"
    assert receipt(second)["waits_for"] is None
    woken = get_redis().lrange("product_importer", 0, -1)
    assert len(woken) == 1
    run(second)
    ended = receipt(second)
    assert (ended["status"], ended["counts"]["created"], ended["counts"]["updated"]) == ("completed", 1, 1)
    names = {item["sku"]: item["name"] for item in client.get("/api/v1/products").json()["items"]}
    assert names == {"A": "Ant", "B": "Bumblebee", "C": "Cat", "X": "Yak"}


def test_who_waits_takes_its_turn_when_the_one_before_is_cancelled(
    post: Post, receipt: Callable[[str], Receipt], client: TestClient
) -> None:
    first, second = post(FIRST), post(SHARES)
    stop_before_applying(first)
    run(second)
    assert client.delete(f"/api/v1/jobs/{first}").status_code == 202
    run(first)
    run(second)
    assert receipt(second)["counts"]["created"] == 2


def test_who_waits_can_be_cancelled(post: Post, receipt: Callable[[str], Receipt], client: TestClient) -> None:
    first, second = post(FIRST), post(SHARES)
    stop_before_applying(first)
    run(second)
    assert client.delete(f"/api/v1/jobs/{second}").status_code == 202
    run(second)
    assert (receipt(second)["status"], receipt(second)["waits_for"]) == ("cancelled", None)
    run(first)
    assert receipt(first)["status"] == "completed"


def test_of_three_the_last_waits_for_the_one_before_it(post: Post, receipt: Callable[[str], Receipt]) -> None:
    ids = [post(FIRST), post(SHARES), post(SHARES)]
    stop_before_applying(ids[0])
    run(ids[1])
    run(ids[2])
    assert [receipt(each)["waits_for"] for each in ids] == [None, ids[0], ids[1]]
    run(ids[0])
    run(ids[2])
    assert receipt(ids[2])["waits_for"] == ids[1], "woken too early, it waits on"
    run(ids[1])
    run(ids[2])
    assert [receipt(each)["status"] for each in ids] == ["completed"] * 3
    assert receipt(ids[2])["counts"]["unchanged"] == 2


def test_who_waits_for_confirmation_lets_others_go_first(
    post: Post, receipt: Callable[[str], Receipt], client: TestClient
) -> None:
    first, second = post(FIRST, confirm=True), post(SHARES)
    run(first)
    assert receipt(first)["status"] == "awaiting_confirmation"
    run(second)
    assert receipt(second)["status"] == "completed"
    answer = client.post(f"/api/v1/imports/{first}/confirm")
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_stale")
    run(first)
    assert receipt(first)["status"] == "awaiting_confirmation"
    assert client.post(f"/api/v1/imports/{first}/confirm").status_code == 202
    run(first)
    assert (receipt(first)["counts"]["created"], receipt(first)["counts"]["updated"]) == (1, 1)


def test_what_the_file_does_not_have_may_be_any_product(post: Post, receipt: Callable[[str], Receipt]) -> None:
    first, second = post(FIRST), post(SHARES_NOTHING, missing="deactivate")
    stop_before_applying(first)
    run(second)
    assert receipt(second)["waits_for"] == first


def test_an_import_whose_rows_were_lost_in_a_crash_is_waited_for_in_any_case(
    post: Post, receipt: Callable[[str], Receipt]
) -> None:
    first, apart = post(FIRST), post(SHARES_NOTHING)
    stop_before_applying(first)
    empty_staging(first)
    run(apart)
    assert receipt(apart)["waits_for"] == first
    run(first)
    run(apart)
    assert [receipt(each)["status"] for each in (first, apart)] == ["completed"] * 2


def test_an_import_that_begins_to_read_again_just_now_is_waited_for(
    post: Post, receipt: Callable[[str], Receipt]
) -> None:
    first, apart = post(FIRST), post(SHARES_NOTHING)
    stop_before_applying(first)
    with ThreadPoolExecutor(1) as threads:
        with transaction() as session:
            staging.drop(session, UUID(first))
            looking = threads.submit(run, apart)
            wait_until(lambda: backends_waiting_for_a_lock() == 1, "the other looks at its rows")
        looking.result()
    assert receipt(apart)["waits_for"] == first


@pytest.mark.parametrize(
    ("content", "options", "rejected"),
    [
        ("sku,name,price\nA,,1\nB,Bee,2\n", {"blank": "keep"}, 0),
        ("sku,name\nA,Ant\na,Ant\nB,Bee\n", {"on_duplicate": "reject"}, 2),
    ],
)
def test_a_crash_while_an_import_waits_rejects_nothing_twice(
    post: Post, receipt: Callable[[str], Receipt], content: str, options: dict[str, Any], rejected: int
) -> None:
    first, second = post(FIRST), post(content, **options)
    stop_before_applying(first)
    run(second)
    empty_staging(second)
    run(first)
    run(second)
    ended = receipt(second)
    assert ended["status"] == "completed", ended["error"]
    # Once the first import is in, a row without a name updates its product.
    assert ended["counts"]["rejected"] == rejected
    assert ended["counts"]["read"] == sum(count for name, count in ended["counts"].items() if name != "read")


def test_rows_without_a_name_are_judged_by_what_the_import_before_has_left(
    post: Post, receipt: Callable[[str], Receipt], client: TestClient
) -> None:
    first, second = post(FIRST), post("sku,name,price\nA,,1\nB,Bumblebee,2\n", blank="keep")
    stop_before_applying(first)
    run(second)
    run(first)
    run(second)
    assert receipt(second)["counts"] == dict.fromkeys(receipt(second)["counts"], 0) | {"read": 2, "updated": 2}
    products = {item["sku"]: item for item in client.get("/api/v1/products").json()["items"]}
    assert {sku: (item["name"], item["price"]) for sku, item in products.items()} == {
        "A": ("Ant", "1.00"),
        "B": ("Bumblebee", "2.00"),
    }


def test_products_that_a_file_without_a_valid_row_does_not_have_are_found_again_after_a_crash(
    post: Post, receipt: Callable[[str], Receipt], client: TestClient
) -> None:
    run(post(FIRST))
    emptying = post("sku,name,price\nZ,Zebra,expensive\n", missing="deactivate")
    run(emptying)
    assert receipt(emptying)["status"] == "awaiting_confirmation"
    empty_staging(emptying)
    assert client.post(f"/api/v1/imports/{emptying}/confirm").status_code == 202
    run(emptying)
    assert (receipt(emptying)["status"], receipt(emptying)["counts"]["deactivated"]) == ("completed", 2)
