"""The catalogue as a file: which products, which columns, written how."""

import csv
import io
import json
import re
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from product_importer.products.export_columns import header_of
from tests.products.catalogue import PRODUCTS, Json, create, url

EXPORT = f"{PRODUCTS}/export"
OWN = ["id", "sku", "name", "description", "price", "active", "created_at", "updated_at"]


def export(client: TestClient, **query: Any) -> Response:
    answer: Response = client.get(EXPORT, params=query)
    assert answer.status_code == 200, answer.text
    return answer


def rows_of(answer: Response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def skus(client: TestClient, **query: Any) -> list[str]:
    return [row["sku"] for row in rows_of(export(client, **query))]


def sheet_of(answer: Response) -> list[list[Any]]:
    book = openpyxl.load_workbook(io.BytesIO(answer.content), read_only=True)
    return [[cell.value for cell in row] for row in book["Products"].iter_rows()]


def refused(client: TestClient, **query: Any) -> Json:
    answer = client.get(EXPORT, params=query)
    assert answer.status_code == 422, answer.text
    problem: Json = answer.json()
    return problem


@pytest.mark.covers("004:852")
def test_a_csv_has_the_products_own_columns_and_one_for_each_attribute(client: TestClient) -> None:
    rug = create(
        client, sku="RUG", name="Rug", description="Soft", price="1.5", attributes={"size": "L", "colour": "red"}
    )
    lamp = create(client, sku="00123", name='Lamp, "bright"', active=False, attributes={"socket": "E27"})
    answer = export(client, sort="id")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    lines = list(csv.reader(io.StringIO(answer.text, newline="")))
    assert lines == [
        [*OWN, "colour", "size", "socket"],
        [str(rug["id"]), "RUG", "Rug", "Soft", "1.50", "true", rug["created_at"], rug["updated_at"], "red", "L", ""],
        [
            str(lamp["id"]),
            "00123",
            'Lamp, "bright"',
            "",
            "",
            "false",
            lamp["created_at"],
            lamp["updated_at"],
            "",
            "",
            "E27",
        ],
    ]
    assert answer.text.endswith("\r\n")


def test_json_lines_have_every_column_in_every_object(client: TestClient) -> None:
    rug = create(client, sku="RUG", name="'Größe'", price="1.5", attributes={"colour": "=red"})
    lamp = create(client, sku="00123", name="Lamp")
    answer = export(client, format="jsonl", sort="id")
    assert answer.headers["content-type"] == "application/x-ndjson"
    times = [{"created_at": one["created_at"], "updated_at": one["updated_at"]} for one in (rug, lamp)]
    assert [json.loads(line) for line in answer.text.splitlines()] == [
        {"id": rug["id"], "sku": "RUG", "name": "'Größe'", "description": None, "price": "1.50", "active": True}
        | times[0]
        | {"colour": "=red"},
        {"id": lamp["id"], "sku": "00123", "name": "Lamp", "description": None, "price": None, "active": True}
        | times[1]
        | {"colour": None},
    ]


def test_a_workbook_has_texts_as_text_and_prices_as_numbers(client: TestClient) -> None:
    rug = create(client, sku="00123", name="Rug", price="9007199254.7409", active=False, attributes={"size": "1e5"})
    cheap = create(client, sku="1.23E+12", name="=1+1", price="0.0035")
    answer = export(client, format="xlsx", sort="id")
    assert answer.headers["content-type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert sheet_of(answer) == [
        [*OWN, "size"],
        [rug["id"], "00123", "Rug", None, 9007199254.7409, False, rug["created_at"], rug["updated_at"], "1e5"],
        [cheap["id"], "1.23E+12", "'=1+1", None, 0.0035, True, cheap["created_at"], cheap["updated_at"], None],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+49", "-5", "@sum", "'tis", "\tx", "\rx", "\u009fx", "＝1"])
def test_what_a_spreadsheet_would_run_is_marked_as_text(client: TestClient, text: str) -> None:
    create(client, name=text, description=text, attributes={"note": text})
    (row,) = rows_of(export(client))
    assert (row["name"], row["description"], row["note"]) == (f"'{text}",) * 3


@pytest.mark.parametrize("attribute", ["id", "sku", "price", "deleted_at", "_x", "attributes.x", "*", "=x", "'x", "-"])
def test_an_attribute_with_a_name_that_is_taken_says_that_it_is_one(client: TestClient, attribute: str) -> None:
    create(client, attributes={attribute: "value"})
    (row,) = rows_of(export(client))
    assert row[f"attributes.{attribute}"] == "value"


@pytest.mark.parametrize("attribute", ["Title", "SKU", "colour", "Attributes", "x_", "a.b"])
def test_any_other_attribute_is_headed_by_its_name(attribute: str) -> None:
    assert header_of(attribute) == attribute


def test_the_filters_and_orders_of_the_list_hold(client: TestClient) -> None:
    for number, name in enumerate(["b", "C", "a"]):
        create(client, sku=f"S{number}", name=name, price=None if number == 1 else str(number), active=number < 2)
    assert skus(client) == ["S2", "S1", "S0"]
    assert skus(client, sort="name") == ["S2", "S0", "S1"]
    assert skus(client, sort="-price") == ["S2", "S0", "S1"]
    assert skus(client, active=True, sort="id") == ["S0", "S1"]
    assert skus(client, q="c") == ["S1"]
    assert skus(client, price_min=1) == ["S2"]


def test_only_the_attributes_of_the_products_found_have_columns(client: TestClient) -> None:
    create(client, sku="A", attributes={"colour": "red"})
    create(client, sku="B", attributes={"size": "L"})
    assert list(rows_of(export(client, sku="a"))[0]) == [*OWN, "colour"]


def test_the_trash_is_left_out_or_says_when_it_was_thrown_away(client: TestClient) -> None:
    create(client, sku="KEPT")
    thrown = create(client, sku="THROWN")
    client.delete(url(thrown))
    assert skus(client) == ["KEPT"]
    (row,) = rows_of(export(client, trashed="only"))
    assert (row["sku"], row["deleted_at"]) == ("THROWN", client.get(url(thrown)).json()["deleted_at"])
    assert [row["deleted_at"] == "" for row in rows_of(export(client, trashed="any", sort="id"))] == [True, False]


def test_no_product_is_a_file_without_rows(client: TestClient) -> None:
    assert export(client).text == ",".join(OWN) + "\r\n"
    assert export(client, format="jsonl").content == b""
    assert sheet_of(export(client, format="xlsx")) == [OWN]


def test_a_byte_order_mark_is_there_when_asked_for(client: TestClient) -> None:
    assert export(client, bom=True).content == "\ufeff".encode() + export(client).content


@pytest.mark.parametrize("file_format", ["csv", "jsonl", "xlsx"])
def test_the_file_is_named_after_the_day(client: TestClient, file_format: str) -> None:
    disposition = export(client, format=file_format).headers["content-disposition"]
    assert re.fullmatch(rf'attachment; filename="products-\d{{4}}-\d\d-\d\d\.{file_format}"', disposition)


@pytest.mark.parametrize("query", [{"page": 1}, {"limit": 5}, {"cursor": "x"}, {"formt": "csv"}])
def test_what_the_export_does_not_know_is_refused(client: TestClient, query: Json) -> None:
    assert refused(client, **query)["errors"][0]["code"] == "unknown_parameter"
    assert refused(client, format="pdf")["errors"][0]["code"] == "format_invalid"


@pytest.mark.parametrize(
    ("field", "product"),
    [
        ("name", {"name": "bell\a"}),
        ("description", {"description": "x" * 32_768}),
        ("description", {"description": "'" + "x" * 32_766 + "'"}),
        ("description", {"description": "\U0001f600" * 16_384}),
        ("attributes.note", {"attributes": {"note": "\x1b[0m"}}),
    ],
)
def test_a_workbook_that_cannot_hold_a_cell_says_which(client: TestClient, field: str, product: Json) -> None:
    create(client, sku="GOOD")
    made = create(client, sku="BAD", **product)
    problem = refused(client, format="xlsx")
    assert problem["code"] == "export_cell_unfit"
    assert problem["product"] == {"id": made["id"], "sku": "BAD", "field": field}
    assert "format=csv" in problem["detail"]
    assert len(sheet_of(export(client, format="xlsx", sku="good"))) == 2


def test_a_workbook_holds_the_longest_cell(client: TestClient) -> None:
    create(client, description="x" * 32_767)
    assert sheet_of(export(client, format="xlsx"))[1][3] == "x" * 32_767


def test_more_attributes_than_an_import_takes_columns_are_refused(client: TestClient) -> None:
    create(client, sku="WIDE", attributes={f"a{number}": "x" for number in range(992)})
    assert len(rows_of(export(client))[0]) == 1_000
    create(client, sku="WIDER", attributes={"one more": "x"})
    assert refused(client)["code"] == "export_too_many_columns"
    assert skus(client, sku="wide", q="wider") == ["WIDER"]
