"""The plan: what it says, how long it holds, and that nothing moves before it is confirmed."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.imports import confirming
from product_importer.imports.engine import run_import
from tests.imports.conftest import Importer, Receipt

Catalogue = Callable[[], dict[str, dict[str, Any]]]

BASE = "sku,name,price,colour\nA,Ant,10.00,red\nB,Bee,20.00,blue\nC,Cat,30.00,\n"


def confirmed(client: TestClient, import_id: str, **body: Any) -> Receipt:
    """Confirm an import, carry it out, and return what the API then says."""
    answer = client.post(f"/api/v1/imports/{import_id}/confirm", json=body or None)
    assert answer.status_code == 202, answer.text
    run_import(UUID(import_id))
    return receipt_of(client, import_id)


def receipt_of(client: TestClient, import_id: str) -> Receipt:
    receipt: Receipt = client.get(f"/api/v1/imports/{import_id}").json()
    return receipt


def outcomes(found: dict[str, Any]) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "duplicate", "rejected", "skipped", "deactivated", "deleted")
    return {name: found[name] for name in names if found[name]}


def product_events() -> int:
    with transaction() as session:
        return int(session.scalars(text("select count(*) from events where product_id is not null")).one())


@pytest.mark.parametrize("option", ["dry_run", "confirm"])
def test_a_plan_says_what_would_change_and_nothing_moves_until_it_is_confirmed(
    client: TestClient, import_file: Importer, catalogue: Catalogue, option: str
) -> None:
    import_file(BASE)
    before, events = catalogue(), product_events()
    receipt = import_file(
        "sku,name,price,colour\nA,Ant,10.00,red\nb,Bee,21.00,green\nD,Dog,5,\nD,Dog,6,\n,Nobody,1,\n", **{option: True}
    )
    assert (receipt["status"], receipt["phase"]) == ("awaiting_confirmation", "awaiting_confirmation")
    plan = receipt["plan"]
    assert outcomes(plan) == {"created": 1, "updated": 1, "unchanged": 1, "duplicate": 1, "rejected": 1}
    assert plan["version"] == 1
    assert plan["needs_confirmation"]
    assert plan["fields"] == {"name": 0, "price": 1, "attributes": 1}
    assert outcomes(receipt["counts"]) == {"duplicate": 1, "rejected": 1}
    assert (catalogue(), product_events()) == (before, events)
    samples = {sample["sku"]: sample for sample in plan["samples"]}
    assert samples["b"]["outcome"] == "updated"
    assert samples["b"]["fields"] == ["price", "attributes"]
    assert (samples["b"]["before"]["price"], samples["b"]["after"]["price"]) == ("20.00", "21.00")
    assert (samples["b"]["row"], samples["b"]["product_id"]) == (2, before["B"]["id"])
    assert (samples["D"]["outcome"], samples["D"]["before"], samples["D"]["after"]["price"]) == (
        "created",
        None,
        "6.00",
    )
    assert samples["A"]["outcome"] == "unchanged"

    done = confirmed(client, receipt["id"], plan_version=1)
    assert done["status"] == "completed"
    assert outcomes(done["counts"]) == outcomes(plan)
    assert catalogue()["B"]["price"] == "21.00"
    assert product_events() == events + 2


def test_a_plan_that_the_catalogue_has_overtaken_is_made_anew_and_waits_again(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    import_file(BASE)
    receipt = import_file("sku,name,price\nA,Ant,11\nE,Eel,1\n", confirm=True)
    client.patch(f"/api/v1/products/{catalogue()['A']['id']}", json={"price": "11.00"})
    answer = client.post(f"/api/v1/imports/{receipt['id']}/confirm", json={"plan_version": 1})
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_stale")
    assert answer.json()["import"]["status"] == "queued"
    assert receipt_of(client, receipt["id"])["status"] == "queued"
    run_import(UUID(receipt["id"]))
    again = receipt_of(client, receipt["id"])
    assert again["status"] == "awaiting_confirmation"
    assert again["plan"]["version"] == 2
    assert outcomes(again["plan"]) == {"created": 1, "unchanged": 1}
    assert "E" not in catalogue()

    old = client.post(f"/api/v1/imports/{receipt['id']}/confirm", json={"plan_version": 1})
    assert (old.status_code, old.json()["code"], old.json()["plan_version"]) == (409, "plan_stale", 2)
    assert outcomes(confirmed(client, receipt["id"])["counts"]) == {"created": 1, "unchanged": 1}


@pytest.mark.parametrize("change", ["edit", "trash", "rename", "create", "rename into"])
def test_every_change_of_a_planned_product_makes_the_plan_stale(
    client: TestClient, import_file: Importer, catalogue: Catalogue, change: str
) -> None:
    import_file(BASE)
    receipt = import_file("sku,name\nA,Ant\nE,Eel\n", confirm=True)
    products = catalogue()
    path = f"/api/v1/products/{products['A']['id']}"
    match change:
        case "edit":
            client.patch(path, json={"active": False})
        case "trash":
            client.delete(path)
        case "rename":
            client.patch(path, json={"sku": "Z"})
        case "create":
            client.post("/api/v1/products", json={"sku": "e", "name": "Eel"})
        case _:
            client.patch(f"/api/v1/products/{products['B']['id']}", json={"sku": "E"})
    answer = client.post(f"/api/v1/imports/{receipt['id']}/confirm")
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_stale")


def test_a_change_of_other_products_leaves_a_plan_as_it_is(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    import_file(BASE)
    receipt = import_file("sku,name\nA,Ant\nE,Eel\n", confirm=True)
    client.patch(f"/api/v1/products/{catalogue()['B']['id']}", json={"price": "1"})
    client.post("/api/v1/products", json={"sku": "F", "name": "Fox"})
    assert outcomes(confirmed(client, receipt["id"])["counts"]) == {"created": 1, "unchanged": 1}


def test_a_plan_overtaken_between_its_confirmation_and_its_turn_is_not_applied(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    import_file(BASE)
    receipt = import_file("sku,name,price\nA,Ant,99\n", confirm=True)
    assert client.post(f"/api/v1/imports/{receipt['id']}/confirm").status_code == 202
    client.patch(f"/api/v1/products/{catalogue()['A']['id']}", json={"price": "12.00"})
    run_import(UUID(receipt["id"]))
    again = receipt_of(client, receipt["id"])
    assert (again["status"], again["plan"]["version"]) == ("awaiting_confirmation", 2)
    assert catalogue()["A"]["price"] == "12.00"


def test_a_row_without_a_name_is_judged_anew_with_the_plan(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    import_file(BASE)
    receipt = import_file("sku,price\nE,1\nA,11\n", confirm=True)
    assert outcomes(receipt["plan"]) == {"updated": 1, "rejected": 1}
    client.post("/api/v1/products", json={"sku": "E", "name": "Eel"})
    answer = client.post(f"/api/v1/imports/{receipt['id']}/confirm")
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_stale")
    run_import(UUID(receipt["id"]))
    assert outcomes(receipt_of(client, receipt["id"])["plan"]) == {"updated": 2}
    assert outcomes(confirmed(client, receipt["id"])["counts"]) == {"updated": 2}
    assert catalogue()["E"]["price"] == "1.00"


def test_staging_that_a_crash_emptied_while_a_plan_waits_is_read_again(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    import_file(BASE)
    receipt = import_file("sku,name,price\nA,Ant,11\nE,Eel,1\nE,Eel,2\n", confirm=True)
    with transaction() as session:
        for name in session.scalars(text("select tablename from pg_tables where schemaname = 'staging'")).all():
            session.execute(text(f'truncate staging."{name}"'))
    done = confirmed(client, receipt["id"])
    assert outcomes(done["counts"]) == {"created": 1, "updated": 1, "duplicate": 1}
    assert (catalogue()["A"]["price"], catalogue()["E"]["price"]) == ("11.00", "2.00")


def test_only_a_plan_that_waits_can_be_confirmed(client: TestClient, import_file: Importer) -> None:
    done = import_file(BASE)
    answer = client.post(f"/api/v1/imports/{done['id']}/confirm")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_awaiting_confirmation")
    unknown = client.post("/api/v1/imports/01a1fd90-9366-7540-b1d2-ea99ea336cfd/confirm")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "import_not_found")


def test_a_waiting_import_can_be_cancelled_and_leaves_nothing(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    receipt = import_file(BASE, confirm=True)
    assert client.post(f"/api/v1/imports/{receipt['id']}/cancel").status_code == 202
    assert client.post(f"/api/v1/imports/{receipt['id']}/confirm").status_code == 409
    run_import(UUID(receipt["id"]))
    assert receipt_of(client, receipt["id"])["status"] == "cancelled"
    assert catalogue() == {}
    with transaction() as session:
        assert session.scalars(text("select count(*) from pg_tables where schemaname = 'staging'")).one() == 0


def test_a_plan_waits_for_seven_days(client: TestClient, import_file: Importer) -> None:
    receipt = import_file(BASE, confirm=True)
    with transaction() as session:
        assert confirming.expire_plans(session) == 0
        session.execute(text("update imports set planned_at = now() - :age"), {"age": timedelta(days=7, seconds=1)})
    with transaction() as session:
        assert confirming.expire_plans(session) == 1
    run_import(UUID(receipt["id"]))
    assert receipt_of(client, receipt["id"])["status"] == "cancelled"


@pytest.mark.parametrize(
    ("options", "goes_in"),
    [
        ({"on_error": "abort"}, False),
        ({"on_error": "abort", "max_errors": 1}, False),
        ({"on_error": "abort", "max_errors": 2}, True),
        ({"max_errors": 1}, False),
        ({"max_errors": 2}, True),
        ({}, True),
    ],
)
def test_too_many_rejects_leave_the_catalogue_as_it_was(
    client: TestClient, import_file: Importer, catalogue: Catalogue, options: dict[str, Any], goes_in: bool
) -> None:
    receipt = import_file("sku,name,price\nA,Ant,1\n,Nobody,2\nB,Bee,cheap\n", **options)
    if goes_in:
        assert receipt["status"] == "completed"
        assert set(catalogue()) == {"A"}
        return
    assert (receipt["status"], receipt["error"]["code"]) == ("failed", "too_many_rejects")
    assert catalogue() == {}
    assert client.get(f"/api/v1/imports/{receipt['id']}/rejects").json()["total"] == 2


@pytest.mark.parametrize(
    ("mode", "expected"),
    [("create", {"created": 1, "skipped": 2}), ("update", {"updated": 1, "unchanged": 1, "skipped": 1})],
)
def test_a_plan_counts_what_a_mode_skips(
    client: TestClient, import_file: Importer, mode: str, expected: dict[str, int]
) -> None:
    import_file(BASE)
    receipt = import_file("sku,name,price\nA,Ant,10\nB,Bee,99\nE,Eel,1\n", mode=mode, confirm=True)
    assert outcomes(receipt["plan"]) == expected
    assert {sample["outcome"] for sample in receipt["plan"]["samples"]} == set(expected)
    assert outcomes(confirmed(client, receipt["id"])["counts"]) == expected


def warnings_of(receipt: Receipt) -> dict[str, Any]:
    return {warning["code"]: warning for warning in receipt["plan"]["warnings"]}


@pytest.mark.parametrize(
    ("sku", "code"),
    [
        ("1.23E+12", "sku_scientific"),
        ("1,23457E+11", "sku_scientific"),
        ("4E10", "sku_scientific"),
        ("03-Mar", "sku_date"),
        ("Jan-24", "sku_date"),
        ("1/2/2024", "sku_date"),
        ("01.02.2024", "sku_date"),
        ("E10", None),
        ("10-24-X", None),
        ("123456", None),
        ("MAR-1", None),
    ],
)
def test_skus_that_a_spreadsheet_has_damaged_are_warned_of(import_file: Importer, sku: str, code: str | None) -> None:
    receipt = import_file(f'sku;name\nA;Ant\n"{sku}";Bee\n', mapping={"sku": "sku", "name": "name"}, confirm=True)
    found = warnings_of(receipt)
    assert set(found) == ({code} if code else set())
    if code:
        assert found[code]["count"] == 1
        assert [(sample["row"], sample["sku"]) for sample in found[code]["samples"]] == [(2, sku)]


def test_a_lost_leading_zero_that_would_create_a_twin_is_warned_of(import_file: Importer) -> None:
    import_file("sku,name\n00123,Ant\n0456,Bee\n789,Cat\n")
    receipt = import_file("sku,name\n123,Ant\n0456,Bee\n789,Cat\n55,Dog\n", confirm=True)
    found = warnings_of(receipt)
    assert set(found) == {"sku_leading_zero"}
    assert found["sku_leading_zero"]["count"] == 1
    assert found["sku_leading_zero"]["samples"] == [{"row": 1, "sku": "123", "detail": "the catalogue has 00123"}]


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        (50, {"price_drop": ["B"], "price_rise": ["C"]}),
        (5, {"price_drop": ["A", "B"], "price_rise": ["C"]}),
        (None, {}),
    ],
)
def test_prices_that_move_too_far_are_warned_of(
    import_file: Importer, percent: int | None, expected: dict[str, list[str]]
) -> None:
    import_file(BASE)
    receipt = import_file("sku,name,price\nA,Ant,9\nB,Bee,2\nC,Cat,300\n", confirm=True, price_alert_percent=percent)
    found = warnings_of(receipt)
    assert {code: sorted(sample["sku"] for sample in warning["samples"]) for code, warning in found.items()} == expected
    if percent == 50:
        assert found["price_drop"]["samples"][0]["detail"] == "20.00 → 2.00"


@pytest.mark.parametrize("choice", ["deactivate", "delete"])
def test_products_that_the_file_does_not_have_leave_and_are_counted_beside_the_equation(
    client: TestClient, import_file: Importer, catalogue: Catalogue, choice: str
) -> None:
    import_file("sku,name\n" + "".join(f"P{number},Product\n" for number in range(10)))
    rows = "".join(f"P{number},Product\n" for number in range(1, 9)) + "p9,Other\n"
    receipt = import_file("sku,name\n" + rows, missing=choice)
    assert receipt["status"] == "completed"
    counted = "deactivated" if choice == "deactivate" else "deleted"
    assert outcomes(receipt["counts"]) == {"unchanged": 8, "updated": 1, counted: 1}
    assert outcomes(receipt["plan"]) == {"unchanged": 8, "updated": 1, counted: 1}
    products = catalogue()
    if choice == "deactivate":
        assert [sku for sku, product in products.items() if not product["active"]] == ["P0"]
    else:
        assert "P0" not in products
        assert client.get("/api/v1/products", params={"trashed": "only"}).json()["total"] == 1
    again = import_file("sku,name\n" + rows, missing=choice)
    assert outcomes(again["counts"]) == {"unchanged": 9}


def test_a_product_of_a_rejected_or_skipped_row_is_not_missing(import_file: Importer, catalogue: Catalogue) -> None:
    import_file("sku,name,price\n" + "".join(f"P{number},Product,1\n" for number in range(10)))
    rows = "".join(f"P{number},Product,1\n" for number in range(8)) + "P8,Product,cheap\nP9,Product,1\n"
    receipt = import_file("sku,name,price\n" + rows, missing="delete", mode="create")
    assert outcomes(receipt["counts"]) == {"skipped": 9, "rejected": 1}
    assert len(catalogue()) == 10


def test_a_reject_whose_sku_cannot_be_read_keeps_all_products(import_file: Importer, catalogue: Catalogue) -> None:
    import_file("sku,name\n" + "".join(f"P{number},Product\n" for number in range(10)))
    rows = "".join(f"P{number},Product\n" for number in range(9)) + ",Nobody\n"
    receipt = import_file("sku,name\n" + rows, missing="delete")
    assert receipt["status"] == "completed"
    assert outcomes(receipt["counts"]) == {"unchanged": 9, "rejected": 1}
    assert set(warnings_of(receipt)) == {"missing_blocked"}
    assert len(catalogue()) == 10


def test_more_than_a_fifth_of_the_catalogue_leaves_only_when_confirmed(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    import_file("sku,name\n" + "".join(f"P{number},Product\n" for number in range(10)))
    receipt = import_file("sku,name\n" + "".join(f"P{number},Product\n" for number in range(7)), missing="delete")
    assert receipt["status"] == "awaiting_confirmation"
    assert outcomes(receipt["plan"]) == {"unchanged": 7, "deleted": 3}
    assert set(warnings_of(receipt)) == {"missing_share"}
    client.post("/api/v1/products", json={"sku": "NEW", "name": "Later"})
    done = confirmed(client, receipt["id"])
    assert outcomes(done["counts"]) == {"unchanged": 7, "deleted": 3}
    assert set(catalogue()) == {f"P{number}" for number in range(7)} | {"NEW"}


def test_a_missing_product_that_is_edited_while_the_plan_waits_makes_it_stale(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    import_file("sku,name\nA,Ant\nB,Bee\n")
    receipt = import_file("sku,name\nA,Ant\n", missing="delete")
    client.patch(f"/api/v1/products/{catalogue()['B']['id']}", json={"name": "Bumblebee"})
    answer = client.post(f"/api/v1/imports/{receipt['id']}/confirm")
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_stale")


def test_missing_products_leave_in_chunks(
    import_file: Importer, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "import_chunk_rows", 3)
    import_file("sku,name\n" + "".join(f"P{number:02},Product\n" for number in range(60)))
    receipt = import_file("sku,name\n" + "".join(f"P{number:02},Changed\n" for number in range(50)), missing="delete")
    assert outcomes(receipt["counts"]) == {"updated": 50, "deleted": 10}
    assert len(catalogue()) == 50
    with transaction() as session:
        kinds = session.execute(text("select count(*), sum(removed) from import_chunks where kind = 'missing'"))
        assert tuple(kinds.one()) == (4, 10)


def test_options_are_shown_as_they_were_given(client: TestClient) -> None:
    options = {"confirm": True, "missing": "deactivate", "on_error": "abort", "max_errors": 3, "number_format": "comma"}
    posted = client.post(
        "/api/v1/imports", files={"file": ("a.csv", b"sku,name\nA,Ant\n")}, data={"options": json.dumps(options)}
    )
    assert posted.status_code == 202
    assert {name: posted.json()["options"][name] for name in options} == options
