"""What a person says of a file counts more than the guess, and shows at once."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient

from product_importer.core.settings import get_settings
from product_importer.imports.engine import run_import
from product_importer.imports.tasks import clean_uploads

LIST = "Spring list;;;\nSKU;Name;Price;Note\nA;M\u00fcsli;4,50;x|y\nB;Caf\u00e9;5,20;\n"


def upload(client: TestClient, content: bytes = LIST.encode("cp1252")) -> dict[str, Any]:
    answer = client.post("/api/v1/uploads", files={"file": ("list.csv", content)})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def override(client: TestClient, found: dict[str, Any], **overrides: Any) -> Any:
    return client.patch(f"/api/v1/uploads/{found['id']}", json=overrides)


def keys(found: dict[str, Any]) -> list[str]:
    return [column["key"] for column in found["columns"]]


def test_another_encoding_shows_in_the_sample(client: TestClient) -> None:
    found = upload(client)
    assert found["sample"][0][1] == "M\u00fcsli"
    changed = override(client, found, encoding="cp850").json()
    assert changed["format"]["encoding"] == "cp850"
    assert changed["sample"][0][1] == "M\u00b3sli"
    assert changed == client.get(f"/api/v1/uploads/{found['id']}").json()


def test_another_header_line_gives_other_columns_and_another_suggestion(client: TestClient) -> None:
    found = upload(client)
    assert (found["format"]["header_line"], keys(found)) == (2, ["SKU", "Name", "Price", "Note"])
    changed = override(client, found, header_line=3).json()
    assert (changed["format"]["header_line"], keys(changed)[:2], changed["rows_estimate"]) == (
        3,
        ["A", "M\u00fcsli"],
        1,
    )
    assert [warning["code"] for warning in changed["warnings"]] == ["sku_not_recognised", "name_not_recognised"]


def test_overrides_add_up_and_null_brings_the_guess_back(client: TestClient) -> None:
    found = upload(client)
    override(client, found, delimiter="|")
    both = override(client, found, number_format="point").json()
    assert (both["format"]["delimiter"], both["format"]["number_format"]) == ("|", "point")
    one = override(client, found, delimiter=None).json()
    assert (one["format"]["delimiter"], one["format"]["number_format"]) == (";", "point")
    none = override(client, found, number_format=None).json()
    assert none["format"] == found["format"]


@pytest.mark.parametrize(
    "overrides",
    [{"encoding": "klingon"}, {"header_line": 9}, {"header_line": 0}, {"delimiter": ""}, {"sheet": "Two"}, {"typo": 1}],
)
def test_a_file_that_cannot_be_read_that_way_is_422_and_stays_as_it_was(
    client: TestClient, overrides: dict[str, Any]
) -> None:
    found = upload(client)
    answer = override(client, found, **overrides)
    assert answer.status_code == 422
    assert answer.json()["code"]
    assert client.get(f"/api/v1/uploads/{found['id']}").json() == found


def test_an_import_keeps_the_format_it_was_started_with(client: TestClient) -> None:
    found = upload(client)
    started = client.post("/api/v1/imports", json={"upload_id": found["id"]}).json()
    override(client, found, header_line=3, delimiter="|")
    run_import(UUID(started["id"]))
    receipt = client.get(f"/api/v1/imports/{started['id']}").json()
    assert (receipt["status"], receipt["counts"]["created"]) == ("completed", 2)
    names = [product["name"] for product in client.get("/api/v1/products").json()["items"]]
    assert sorted(names) == ["Caf\u00e9", "M\u00fcsli"]


def test_an_upload_that_is_not_there_or_no_longer_kept_cannot_be_read_anew(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert override(client, {"id": uuid4()}, delimiter=",").json()["code"] == "upload_not_found"
    found = upload(client)
    monkeypatch.setattr(get_settings(), "upload_retention_days", 0)
    clean_uploads()
    answer = override(client, found, delimiter=",")
    assert (answer.status_code, answer.json()["code"]) == (409, "upload_expired")
