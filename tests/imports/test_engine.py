"""What becomes of the rows of a file: the whole path from the request to the catalogue and its log."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings

from .conftest import Importer

Catalogue = Callable[[], dict[str, dict[str, Any]]]

HEADER = "sku,name,description,price,active,colour\n"


def counts(receipt: dict[str, Any]) -> dict[str, int]:
    """The counts that are not zero, after checking that they add up."""
    assert receipt["status"] == "completed", receipt["error"]
    found: dict[str, int] = receipt["counts"]
    assert found["read"] == sum(count for name, count in found.items() if name != "read")
    return {name: count for name, count in found.items() if count}


def logged() -> list[tuple[str, int | None]]:
    """Event names and product ids in the order of the log."""
    with transaction() as session:
        rows = session.execute(
            text(
                "select event, product_id from events join event_batches as batch on batch.id = batch_id "
                "order by batch.position, events.id"
            )
        )
        return [(row.event, row.product_id) for row in rows]


def product_events() -> list[str]:
    return [event for event, product in logged() if product is not None]


@pytest.mark.covers("002:209")
def test_a_row_becomes_a_product_with_its_other_columns_as_attributes(
    import_file: Importer, catalogue: Catalogue
) -> None:
    receipt = import_file(HEADER + "A-1,Mug,Holds tea,12.5,no,blue\n")
    assert counts(receipt) == {"read": 1, "created": 1}
    product = catalogue()["A-1"]
    assert (product["name"], product["description"], product["price"]) == ("Mug", "Holds tea", "12.50")
    assert (product["active"], product["attributes"]) == (False, {"colour": "blue"})


@pytest.mark.covers("004:48", "004:54")
def test_three_columns_are_enough_for_an_active_product_without_a_price(
    import_file: Importer, catalogue: Catalogue
) -> None:
    import_file("name,sku,description\nMug,A-1,Holds tea\n")
    product = catalogue()["A-1"]
    assert (product["name"], product["description"]) == ("Mug", "Holds tea")
    assert (product["active"], product["price"]) == (True, None)


@pytest.mark.covers("003:54", "004:330", "004:538")
def test_of_rows_with_one_sku_in_any_case_and_padding_the_last_wins(
    import_file: Importer, catalogue: Catalogue
) -> None:
    receipt = import_file("sku,name\nABC,First\n abc ,Second\nAbC,Third\n")
    assert counts(receipt) == {"read": 3, "created": 1, "duplicate": 2}
    assert {sku: product["name"] for sku, product in catalogue().items()} == {"AbC": "Third"}


def test_the_first_row_wins_where_that_was_asked(import_file: Importer, catalogue: Catalogue) -> None:
    receipt = import_file("sku,name\nABC,First\nabc,Second\n", on_duplicate="first")
    assert counts(receipt) == {"read": 2, "created": 1, "duplicate": 1}
    assert catalogue()["ABC"]["name"] == "First"


def test_all_rows_of_one_sku_are_rejected_where_that_was_asked(
    import_file: Importer, catalogue: Catalogue, client: TestClient
) -> None:
    receipt = import_file("sku,name\nABC,First\nxyz,Other\nabc,Second\n", on_duplicate="reject")
    assert counts(receipt) == {"read": 3, "created": 1, "rejected": 2}
    rejects = client.get(f"/api/v1/imports/{receipt['id']}/rejects").json()["items"]
    assert [(r["row"], r["line"], r["code"], r["original"]) for r in rejects] == [
        (1, 2, "duplicate_sku", "ABC,First"),
        (3, 4, "duplicate_sku", "abc,Second"),
    ]
    assert list(catalogue()) == ["xyz"]


def test_a_bad_last_row_does_not_hide_a_good_earlier_one(import_file: Importer, catalogue: Catalogue) -> None:
    receipt = import_file("sku,name,price\nA,Good,1\nA,Bad,expensive\n")
    assert counts(receipt) == {"read": 2, "created": 1, "rejected": 1}
    assert catalogue()["A"]["name"] == "Good"


@pytest.mark.covers("002:222")
def test_the_same_file_again_changes_nothing_and_logs_nothing(import_file: Importer, catalogue: Catalogue) -> None:
    content = HEADER + 'A,Mug,"Two\nlines",1.2345,yes,blue\nB,Cup,,,,\n'
    import_file(content)
    before, log = catalogue(), product_events()
    assert counts(import_file(content)) == {"read": 2, "unchanged": 2}
    assert catalogue() == before
    assert product_events() == log == ["product.created", "product.created"]


@pytest.mark.covers("001:7", "002:174", "002:214")
def test_a_sku_that_differs_only_in_case_is_the_same_product_and_keeps_its_spelling(
    import_file: Importer, catalogue: Catalogue
) -> None:
    import_file("sku,name\nAbc,Mug\n")
    assert counts(import_file("sku,name\nABC,Mug\n")) == {"read": 1, "unchanged": 1}
    assert counts(import_file("sku,name\nabC,Cup\n")) == {"read": 1, "updated": 1}
    assert {sku: product["name"] for sku, product in catalogue().items()} == {"Abc": "Cup"}


@pytest.mark.covers("002:219")
def test_an_update_logs_what_the_product_was(import_file: Importer) -> None:
    import_file(HEADER + "A,Mug,Old,1.5,yes,blue\n")
    import_file(HEADER + "A,Mug,New,1.5,yes,red\n")
    with transaction() as session:
        before = session.scalars(text("select before from events where event = 'product.updated'")).one()
    assert (before["sku"], before["description"], before["price"]) == ("A", "Old", "1.5000")
    assert before["attributes"] == {"colour": "blue"}


def test_each_import_tells_its_start_and_its_end_in_the_log(import_file: Importer) -> None:
    import_file("sku,name\nA,Mug\n")
    assert [event for event, _ in logged()] == ["import.started", "product.created", "import.completed"]


def test_a_blank_cell_clears_and_an_absent_column_never_touches(import_file: Importer, catalogue: Catalogue) -> None:
    import_file(HEADER + "A,Mug,Text,1.5,no,blue\n")
    import_file("sku,name,price,colour\nA,Mug,,\n")
    product = catalogue()["A"]
    assert (product["description"], product["price"], product["active"]) == ("Text", None, False)
    assert product["attributes"] == {}


def test_a_blank_cell_keeps_what_is_there_where_that_was_asked(import_file: Importer, catalogue: Catalogue) -> None:
    import_file(HEADER + "A,Mug,Text,1.5,no,blue\n")
    receipt = import_file(HEADER + "A,,,2,,\n", blank="keep")
    assert counts(receipt) == {"read": 1, "updated": 1}
    product = catalogue()["A"]
    assert (product["name"], product["description"], product["price"]) == ("Mug", "Text", "2.00")
    assert (product["active"], product["attributes"]) == (False, {"colour": "blue"})


def test_keep_and_clear_can_be_chosen_for_each_column(import_file: Importer, catalogue: Catalogue) -> None:
    import_file(HEADER + "A,Mug,Text,1.5,yes,blue\n")
    import_file(HEADER + "A,Mug,,,,\n", blank={"description": "keep", "colour": "keep"})
    product = catalogue()["A"]
    assert (product["description"], product["price"], product["attributes"]) == ("Text", None, {"colour": "blue"})


def test_a_blank_name_under_keep_is_rejected_only_where_it_would_create(
    import_file: Importer, catalogue: Catalogue, client: TestClient
) -> None:
    import_file("sku,name\nA,Mug\n")
    receipt = import_file("sku,name,price\nA,,5\nB,,6\n", blank="keep")
    assert counts(receipt) == {"read": 2, "updated": 1, "rejected": 1}
    reject = client.get(f"/api/v1/imports/{receipt['id']}/rejects").json()["items"][0]
    assert (reject["row"], reject["code"], reject["original"]) == (2, "name_required", "B,,6")
    assert catalogue()["A"]["price"] == "5.00"


def test_a_file_without_names_updates_and_cannot_create(import_file: Importer, catalogue: Catalogue) -> None:
    import_file("sku,name\nA,Mug\n")
    receipt = import_file("sku,price\nA,5\nB,6\n")
    assert counts(receipt) == {"read": 2, "updated": 1, "rejected": 1}
    assert receipt["rejects_by_code"] == {"name_required": 1}
    assert list(catalogue()) == ["A"]


def test_mode_create_skips_known_skus(import_file: Importer, catalogue: Catalogue) -> None:
    import_file("sku,name\nA,Mug\n")
    assert counts(import_file("sku,name\na,Cup\nB,Jug\n", mode="create")) == {"read": 2, "created": 1, "skipped": 1}
    assert {sku: product["name"] for sku, product in catalogue().items()} == {"A": "Mug", "B": "Jug"}


def test_mode_update_skips_unknown_skus(import_file: Importer, catalogue: Catalogue) -> None:
    import_file("sku,name\nA,Mug\n")
    assert counts(import_file("sku,name\na,Cup\nB,Jug\n", mode="update")) == {"read": 2, "updated": 1, "skipped": 1}
    assert {sku: product["name"] for sku, product in catalogue().items()} == {"A": "Cup"}


def test_a_sku_in_the_trash_becomes_a_new_product(
    import_file: Importer, catalogue: Catalogue, client: TestClient
) -> None:
    import_file("sku,name\nA,Mug\n")
    old = catalogue()["A"]["id"]
    client.delete(f"/api/v1/products/{old}")
    assert counts(import_file("sku,name\nA,Mug\n")) == {"read": 1, "created": 1}
    assert catalogue()["A"]["id"] != old


def test_the_plan_says_what_would_change_in_which_field(import_file: Importer) -> None:
    import_file(HEADER + "A,Mug,Text,1,yes,blue\nB,Cup,Text,2,yes,blue\n")
    receipt = import_file(HEADER + "A,Mug,New,1,yes,red\nB,Cup,New,2,yes,blue\nC,Jug,,,,\n")
    assert receipt["plan"]["fields"] == {"name": 0, "description": 2, "price": 0, "active": 0, "attributes": 1}
    assert (receipt["plan"]["created"], receipt["plan"]["updated"]) == (1, 2)


def test_chunks_of_any_size_give_the_same_catalogue(
    import_file: Importer, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "import_chunk_rows", 3)
    rows = "".join(f"S{number:02},Name {number}\n" for number in range(20))
    assert counts(import_file("sku,name\n" + rows)) == {"read": 20, "created": 20}
    changed = rows.replace("Name 7", "Seven").replace("Name 13", "Thirteen")
    assert counts(import_file("sku,name\n" + changed)) == {"read": 20, "updated": 2, "unchanged": 18}
    assert catalogue()["S07"]["name"] == "Seven"


def test_nothing_is_left_in_staging(import_file: Importer) -> None:
    import_file("sku,name\nA,Mug\n")
    with transaction() as session:
        assert session.scalars(text("select count(*) from pg_tables where schemaname = 'staging'")).one() == 0


def test_copy_reads_back_what_was_written(import_file: Importer, catalogue: Catalogue) -> None:
    hard = 'Tab\t, back\\slash, \\N, \\., "quoted",\nnew line,\r\nwindows line, é, 漢字, 🙂'
    escaped = hard.replace('"', '""')
    import_file(f'sku,name,description,note\nA,Mug,"{escaped}\n\\.\n","{escaped}"\n')
    product = catalogue()["A"]
    assert product["description"] == hard + "\n\\.\n"
    assert product["attributes"] == {"note": hard}


def test_every_column_that_is_not_mapped_can_be_ignored(import_file: Importer, catalogue: Catalogue) -> None:
    import_file("code,title,colour,size\nA,Mug,blue,L\n", mapping={"code": "sku", "title": "name", "*": None})
    assert catalogue()["A"]["attributes"] == {}
