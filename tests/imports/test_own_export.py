"""What an export wrote is read as it was meant: importing it back changes nothing."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from product_importer.imports.mapping import resolve
from product_importer.imports.options import ImportOptions
from product_importer.imports.own_export import as_meant
from product_importer.imports.sampling import MAX_COLUMNS
from product_importer.imports.sources import open_source
from product_importer.imports.suggestion import suggest
from product_importer.imports.validation import validate
from product_importer.products.export_columns import MOST_COLUMNS, Columns, ExportedProduct
from product_importer.products.export_workbook import workbook_bytes
from tests.conftest import empty_database
from tests.examples import examples
from tests.imports.conftest import Importer, Receipt
from tests.imports.whole_files import looked_at
from tests.products.catalogue import PRODUCTS, Json, create, logged
from tests.products.export_reference import csv_lines, json_lines

EXPORT = f"{PRODUCTS}/export"
Catalogue = Callable[[], dict[str, dict[str, Any]]]

FORMATS = ("csv", "jsonl", "xlsx")

CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0") | st.sampled_from("=+-@'\"\\,;\t\r\n _*.<&")
# What XML has no way to write.
SHEET_CHARACTERS = CHARACTERS.filter(lambda one: one >= " " or one in "\t\r\n")


def products(characters: st.SearchStrategy[str]) -> st.SearchStrategy[list[Json]]:
    """Catalogues of texts of these characters, as they are sent to the API."""
    text = st.text(characters, max_size=10) | st.sampled_from(
        ["_x0041_", "1,5", "=a'", "''", "0012", "1.23E+12", "true"]
    )
    filled = text.filter(lambda one: bool(one.strip()))
    sku = filled.filter(lambda one: not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in one))
    taken = st.sampled_from(
        ["id", "sku", "Title", "SKU", "Preis", "_row", "attributes.x", "*", "deleted_at", "Column 9"]
    )
    names = filled.map(str.strip) | taken
    price = st.none() | st.decimals(0, 9_999_999_999, places=4).map(str)
    product = st.fixed_dictionaries(
        {
            "sku": sku,
            "name": filled,
            "description": st.none() | text,
            "price": price,
            "active": st.booleans(),
            "attributes": st.dictionaries(names, text, max_size=4),
        }
    )
    return st.lists(product, min_size=1, max_size=4, unique_by=lambda one: one["sku"].strip().lower())


def meant(product: Json) -> tuple[Any, ...]:
    """The product as the API keeps it."""
    attributes = {name: text for name, text in product["attributes"].items() if text.strip()}
    description = product["description"]
    price = None if product["price"] is None else Decimal(product["price"])
    kept = description if description and description.strip() else None
    return product["sku"].strip(), product["name"], kept, price, product["active"], attributes


def written(catalogue: list[Json], file_format: str) -> bytes:
    """The catalogue as its export."""
    now = datetime.now(UTC)
    kept = []
    for number, (sku, name, description, price, active, attributes) in enumerate(map(meant, catalogue), start=1):
        kept.append(ExportedProduct(number, sku, name, description, price, active, now, now, None, attributes))
    columns = Columns({name for product in kept for name in product.attributes}, trashed=False)
    rows = columns.rows(kept)
    match file_format:
        case "csv":
            return csv_lines([columns.headers, *rows])
        case "jsonl":
            return json_lines(columns.headers, rows)
        case _:
            return b"".join(workbook_bytes(columns.headers, [rows]))


def assert_reads_as(data: bytes, catalogue: list[Json]) -> None:
    found = looked_at(data)
    mapping = resolve(found.columns, suggest(found.columns), None)
    rows = []
    for block in open_source(io.BytesIO(data), found):
        outcome = validate(as_meant(block.records, found), mapping, ImportOptions(), None, found.number_format)
        assert [*block.rejects, *outcome.rejects] == []
        rows += outcome.table.to_pylist()
    fields = ("sku", "name", "description", "price", "active", "attributes")
    read = [tuple(row[field] for field in fields) for row in rows]
    assert [
        (sku, name, description, None if price is None else Decimal(price), active, json.loads(attributes))
        for sku, name, description, price, active, attributes in read
    ] == list(map(meant, catalogue))


@settings(max_examples=examples(200), deadline=None)
@given(products(CHARACTERS))
def test_any_csv_reads_as_the_catalogue_it_was_written_from(catalogue: list[Json]) -> None:
    assert_reads_as(written(catalogue, "csv"), catalogue)


@settings(max_examples=examples(200), deadline=None)
@given(products(CHARACTERS))
def test_any_json_lines_read_as_the_catalogue_they_were_written_from(catalogue: list[Json]) -> None:
    assert_reads_as(written(catalogue, "jsonl"), catalogue)


@settings(max_examples=examples(150), deadline=None)
@given(products(SHEET_CHARACTERS))
def test_any_workbook_reads_as_the_catalogue_it_was_written_from(catalogue: list[Json]) -> None:
    assert_reads_as(written(catalogue, "xlsx"), catalogue)


def assert_comes_back_unchanged(client: TestClient, import_file: Importer, file_format: str) -> Receipt:
    exported = client.get(EXPORT, params={"format": file_format})
    assert exported.status_code == 200, exported.text
    before = client.get(PRODUCTS, params={"limit": 500}).json()
    events = logged()
    receipt = import_file(exported.content, filename=f"products.{file_format}")
    counts = receipt["counts"]
    assert receipt["status"] == "completed", receipt["error"]
    assert counts["read"] == counts["unchanged"] == before["total"], (counts, exported.content)
    assert client.get(PRODUCTS, params={"limit": 500}).json() == before
    assert [one for one in logged() if one.event.startswith("product.")] == events
    return receipt


EACH = settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _any_catalogue_comes_back(client: TestClient, import_file: Importer, catalogue: list[Json], kind: str) -> None:
    empty_database()
    for product in catalogue:
        create(client, **product)
    assert_comes_back_unchanged(client, import_file, kind)


@EACH
@given(catalogue=products(CHARACTERS))
def test_any_catalogue_comes_back_unchanged_from_csv(
    client: TestClient, import_file: Importer, catalogue: list[Json]
) -> None:
    _any_catalogue_comes_back(client, import_file, catalogue, "csv")


@EACH
@given(catalogue=products(CHARACTERS))
def test_any_catalogue_comes_back_unchanged_from_json_lines(
    client: TestClient, import_file: Importer, catalogue: list[Json]
) -> None:
    _any_catalogue_comes_back(client, import_file, catalogue, "jsonl")


@EACH
@given(catalogue=products(SHEET_CHARACTERS))
def test_any_catalogue_comes_back_unchanged_from_a_workbook(
    client: TestClient, import_file: Importer, catalogue: list[Json]
) -> None:
    _any_catalogue_comes_back(client, import_file, catalogue, "xlsx")


@pytest.mark.parametrize("file_format", FORMATS)
def test_attributes_named_like_fields_and_full_of_prices_stay_attributes(
    client: TestClient, import_file: Importer, file_format: str
) -> None:
    attributes = {"Title": "Other", "SKU": "X-1", "Preis alt": "12,50", "Regular price": "1,99", "email": "a@b.example"}
    for number in range(3):
        create(client, sku=f"S{number}", price="1.234" if number else None, attributes=attributes)
    receipt = assert_comes_back_unchanged(client, import_file, file_format)
    assert receipt["mapping"] == {
        "id": None,
        **{field: field for field in ("sku", "name", "description", "price", "active")},
        "created_at": None,
        "updated_at": None,
        **{name: f"attributes.{name}" for name in sorted(attributes)},
    }


def test_cells_that_look_enclosed_by_other_marks_come_back(client: TestClient, import_file: Importer) -> None:
    for number in range(5):
        create(client, sku=f"S{number}", name="=a'", attributes={"note": "+b'"})
    assert_comes_back_unchanged(client, import_file, "csv")


def test_an_export_that_a_spreadsheet_saved_with_its_own_marks_comes_back(
    client: TestClient, import_file: Importer
) -> None:
    create(client, sku="-1", name="'tis; so", price="1234.50", attributes={"note": "@x"})
    rows = list(csv.reader(io.StringIO(client.get(EXPORT).text, newline="")))
    rows[1][4] = "1234,50"
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=";", lineterminator="\r\n").writerows(rows)
    counts = import_file(saved.getvalue())["counts"]
    assert (counts["read"], counts["unchanged"]) == (1, 1)


def test_an_edited_cell_is_the_only_change(client: TestClient, import_file: Importer, catalogue: Catalogue) -> None:
    create(client, sku="A", name="=A", attributes={"note": "-1"})
    create(client, sku="B", name="=B")
    edited = client.get(EXPORT).text.replace("'=B", "'=C")
    counts = import_file(edited)["counts"]
    assert (counts["updated"], counts["unchanged"]) == (1, 1)
    assert [product["name"] for product in catalogue().values()] == ["=C", "=A"]


def test_the_mark_stays_in_files_of_others(import_file: Importer, catalogue: Catalogue) -> None:
    import_file("sku,name,note\nA,'=A,'-1\n")
    assert (catalogue()["A"]["name"], catalogue()["A"]["attributes"]) == ("'=A", {"note": "'-1"})


def test_an_apostrophe_that_marks_nothing_stays_in_an_export(import_file: Importer, catalogue: Catalogue) -> None:
    import_file("id,sku,name,description,price,active,created_at,updated_at\n1,A,'tis,'',,,,\n")
    assert (catalogue()["A"]["name"], catalogue()["A"]["description"]) == ("'tis", "'")


def test_a_reject_of_an_export_keeps_its_marks_and_comes_in_once_mended(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    create(client, sku="A", name="=A")
    book = openpyxl.load_workbook(io.BytesIO(client.get(EXPORT, params={"format": "xlsx"}).content))
    book["Products"]["E2"] = "free"
    book["Products"]["C2"] = "'=B"
    saved = io.BytesIO()
    book.save(saved)
    receipt = import_file(saved.getvalue(), filename="products.xlsx")
    assert receipt["counts"]["rejected"] == 1
    rejects = client.get(f"/api/v1/imports/{receipt['id']}/rejects", params={"format": "csv"}).text
    assert import_file(rejects.replace(",free,", ",1,"))["counts"]["updated"] == 1
    assert (catalogue()["A"]["name"], catalogue()["A"]["price"]) == ("=B", "1.00")


def test_the_trash_is_read_without_its_times(client: TestClient, import_file: Importer, catalogue: Catalogue) -> None:
    product = create(client, sku="A", attributes={"deleted_at": "never"})
    client.delete(f"{PRODUCTS}/{product['id']}")
    assert import_file(client.get(EXPORT, params={"trashed": "only"}).text)["counts"]["created"] == 1
    assert catalogue()["A"]["attributes"] == {"deleted_at": "never"}


def test_an_export_has_no_more_columns_than_an_import_takes() -> None:
    assert MOST_COLUMNS == MAX_COLUMNS
