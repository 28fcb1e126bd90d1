"""The CSV of rejects, mended and uploaded again, is another attempt at the same import."""

import csv
import io
from collections.abc import Callable
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from fastapi.testclient import TestClient

from product_importer.imports.engine import run_import
from tests.imports.conftest import Importer

Catalogue = Callable[[], dict[str, dict[str, Any]]]

SOURCE = "code;label;cost;tags;tags\nA;Mug;4,50;x;y\nB;Cup;on request;x;y\nC;Pot;9,00;x;y;z\n;Pan;1,00;;\n"
MAPPING = {"code": "sku", "label": "name", "cost": "price", "tags": None}


@pytest.fixture
def rejected(import_file: Importer, client: TestClient) -> tuple[dict[str, Any], str]:
    """An import of which three rows did not go in, and the CSV of those."""
    options = {"mode": "create", "number_format": "comma", "blank": {"cost": "keep"}}
    receipt = import_file(SOURCE, mapping=MAPPING, **options)
    assert receipt["counts"]["rejected"] == 3
    return receipt, rejects(client, receipt)


def rejects(client: TestClient, receipt: dict[str, Any]) -> str:
    return client.get(f"/api/v1/imports/{receipt['id']}/rejects", params={"format": "csv"}).text


def upload(client: TestClient, content: str, name: str = "rejects-products.csv") -> dict[str, Any]:
    answer = client.post("/api/v1/uploads", files={"file": (name, content.encode())})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_it_is_recognised_with_the_mapping_and_options_of_that_import(
    client: TestClient, rejected: tuple[dict[str, Any], str]
) -> None:
    receipt, content = rejected
    found = upload(client, content)
    assert (found["retry_of"], found["attempt"]) == (receipt["id"], 2)
    assert {key: target for key, target in found["suggested_mapping"].items() if target} == {
        "code": "sku",
        "label": "name",
        "cost": "price",
        "tags (2)": "attributes.tags (2)",
    }
    assert found["suggested_options"] == receipt["options"]
    assert found["warnings"] == []


def test_what_is_mended_goes_in_and_what_is_not_is_rejected_again(
    client: TestClient, rejected: tuple[dict[str, Any], str], import_file: Importer, catalogue: Catalogue
) -> None:
    receipt, content = rejected
    mended = content.replace("on request", "3,25").replace(";y;z", ";y z")
    second = import_file(mended, "rejects-products.csv")
    assert (second["retry_of"], second["attempt"]) == (receipt["id"], 2)
    assert (second["counts"]["created"], second["counts"]["rejected"]) == (2, 1)
    assert second["options"]["mode"] == "create"
    assert {sku: product["price"] for sku, product in catalogue().items()} == {"A": "4.50", "B": "3.25", "C": "9.00"}
    assert catalogue()["C"]["attributes"] == {"tags (2)": "y z"}

    third = import_file(rejects(client, second).replace(";;Pan;", ";D;Pan;"), "rejects-rejects-products.csv")
    assert (third["retry_of"], third["attempt"]) == (second["id"], 3)
    assert catalogue()["D"]["name"] == "Pan"


def test_nothing_is_missing_from_a_file_of_rejects(
    client: TestClient, rejected: tuple[dict[str, Any], str], import_file: Importer
) -> None:
    _, content = rejected
    found = upload(client, content)
    answer = client.post("/api/v1/imports", json={"upload_id": found["id"], "options": {"missing": "delete"}})
    assert (answer.status_code, answer.json()["code"]) == (422, "missing_in_retry")


def test_a_spreadsheet_s_way_of_saving_it_is_recognised_too(
    client: TestClient, rejected: tuple[dict[str, Any], str]
) -> None:
    receipt, content = rejected
    saved = content.replace(",", "\uffff").replace(";", ",").replace("\uffff", ".")
    assert upload(client, "\ufeff" + saved)["retry_of"] == receipt["id"]


def test_the_rejects_of_json_lines_are_a_csv_with_commas_and_come_back_the_same_way(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    source = '{"sku": "A", "name": "Mug, blue", "price": 4.5}\n{"sku": "B", "name": "Cup", "price": "ask"}\n'
    receipt = import_file(source, "products.jsonl")
    assert receipt["counts"]["rejected"] == 1
    content = rejects(client, receipt)
    assert content.splitlines()[1].endswith(",B,Cup,ask")
    second = import_file(content.replace(",ask", ",3.25"), "rejects-products.csv")
    assert (second["retry_of"], second["counts"]["created"]) == (receipt["id"], 1)
    assert catalogue()["B"]["price"] == "3.25"


def test_a_workbook_s_rejects_may_come_back_as_a_workbook(
    client: TestClient, import_file: Importer, catalogue: Catalogue
) -> None:
    receipt = import_file(workbook([["sku", "name", "price"], ["00A", "Mug", "4.50"], ["00B", 'A "big", cup', "ask"]]))
    header, row = csv.reader(io.StringIO(rejects(client, receipt), newline=""))
    assert row[-3:] == ["00B", 'A "big", cup', "ask"]
    second = import_file(workbook([header, [*row[:-1], 3.25]]), "rejects-products.xlsx")
    assert (second["retry_of"], second["attempt"]) == (receipt["id"], 2)
    assert (catalogue()["00B"]["name"], catalogue()["00B"]["price"]) == ('A "big", cup', "3.25")


def workbook(rows: list[list[Any]]) -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("imports", [("not an id",), ("01a1fd83-ffce-74ce-9318-180da0f3f0c6",), ("1", "2")])
def test_a_column_of_that_name_with_anything_else_is_no_retry(client: TestClient, imports: tuple[str, ...]) -> None:
    rows = "".join(f"{value},A-{number},Mug\n" for number, value in enumerate(imports))
    found = upload(client, f"_import,sku,name\n{rows}")
    assert (found["retry_of"], found["attempt"]) == (None, 1)


def test_the_same_bytes_again_are_a_warning_with_the_way_to_the_earlier_import(
    client: TestClient, import_file: Importer
) -> None:
    content = "sku,name\nA,Mug\nB,\n"
    assert upload(client, content)["warnings"] == []
    first = import_file(content, "spring.csv")
    warning = upload(client, content)["warnings"][0]
    assert (warning["code"], warning["href"]) == ("same_bytes", f"/imports/{first['id']}")
    assert "`spring.csv`" in warning["message"]
    assert "2 read, 1 created, 1 rejected." in warning["message"]
    assert upload(client, content + "C,Cup\n")["warnings"] == []


def test_an_import_without_effect_is_no_reason_to_warn(client: TestClient, import_file: Importer) -> None:
    content = "sku,name\nA,Mug\n"
    started = client.post("/api/v1/imports", files={"file": ("a.csv", content.encode())}).json()
    assert "under way" in upload(client, content)["warnings"][0]["message"]
    client.post(f"/api/v1/imports/{started['id']}/cancel")
    run_import(UUID(started["id"]))
    assert upload(client, content)["warnings"] == []
