"""Saved views: the list's parameters and columns, kept under a name."""

from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from product_importer.products import views
from tests.products.catalogue import Json, who_am_i
from tests.products.test_concurrency import at_once

VIEWS = "/api/v1/views"
RUGS = {"name": "Rugs", "search": {"q": "rug", "sort": "-price"}, "columns": ["sku", "price", "attributes.colour"]}


def saved(client: TestClient, **changes: Any) -> Json:
    answer = client.post(VIEWS, json=RUGS | changes)
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    assert client.get(answer.headers["location"]).json() == found
    return found


def url(view: Json) -> str:
    return f"{VIEWS}/{view['id']}"


def names(client: TestClient) -> list[str]:
    return [item["name"] for item in client.get(VIEWS).json()["items"]]


def test_a_view_keeps_what_was_saved(client: TestClient) -> None:
    view = saved(client)
    assert {name: view[name] for name in RUGS} == RUGS
    assert view["created_by"] == who_am_i(client)
    assert view["created_at"] == view["updated_at"]


def test_views_are_listed_by_name_whatever_the_case(client: TestClient) -> None:
    for name in ("mugs", "Éclairs", "Rugs", "all"):
        saved(client, name=name)
    assert names(client) == ["all", "mugs", "Rugs", "Éclairs"]


def test_a_view_of_everything_has_neither_parameters_nor_columns(client: TestClient) -> None:
    answer = client.post(VIEWS, json={"name": " All "})
    assert (answer.json()["name"], answer.json()["search"], answer.json()["columns"]) == ("All", {}, [])


@pytest.mark.parametrize("name", ["RUGS", " rugs ", "Rugs"])
def test_a_name_is_taken_once_whatever_the_case(client: TestClient, name: str) -> None:
    saved(client)
    answer = client.post(VIEWS, json=RUGS | {"name": name})
    assert (answer.status_code, answer.json()["code"]) == (409, "name_taken")
    assert [error["field"] for error in answer.json()["errors"]] == ["name"]


def test_one_letter_in_two_spellings_of_unicode_is_one_name(client: TestClient) -> None:
    saved(client, name="É")
    assert client.post(VIEWS, json=RUGS | {"name": "e\u0301"}).status_code == 409


def test_of_two_that_take_a_name_at_once_one_has_it(client: TestClient) -> None:
    assert at_once(*(lambda: client.post(VIEWS, json=RUGS) for _ in range(2))) == [201, 409]


def test_replacing_changes_all_and_keeps_who_made_it(client: TestClient) -> None:
    view = saved(client)
    answer = client.put(url(view), json={"name": "rugs", "columns": ["sku"]})
    assert answer.status_code == 200
    after = answer.json()
    assert (after["name"], after["search"], after["columns"]) == ("rugs", {}, ["sku"])
    assert (after["id"], after["created_at"]) == (view["id"], view["created_at"])
    assert after["updated_at"] > view["updated_at"]
    assert client.get(url(view)).json() == after


def test_replacing_cannot_take_the_name_of_another(client: TestClient) -> None:
    saved(client)
    mugs = saved(client, name="Mugs")
    assert client.put(url(mugs), json=RUGS).json()["code"] == "name_taken"
    assert client.get(url(mugs)).json() == mugs


def test_a_deleted_view_is_gone_and_its_name_free(client: TestClient) -> None:
    view = saved(client)
    assert client.delete(url(view)).status_code == 204
    assert [client.get(url(view)).status_code, client.delete(url(view)).status_code] == [404, 404]
    assert client.put(url(view), json=RUGS).json()["code"] == "view_not_found"
    assert saved(client)["id"] != view["id"]


def test_an_id_that_never_was_is_not_found(client: TestClient) -> None:
    assert client.get(f"{VIEWS}/{uuid4()}").json()["code"] == "view_not_found"


def test_there_are_only_so_many(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST_VIEWS", 2)
    saved(client, name="A")
    view = saved(client, name="B")
    assert client.post(VIEWS, json=RUGS).json()["code"] == "too_many_views"
    assert client.put(url(view), json=RUGS).status_code == 200


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"name": "  "}, "name", "name_invalid"),
        ({"name": "x" * 101}, "name", "name_invalid"),
        ({"name": "a\0"}, "name", "nul_byte"),
        ({"name": None}, "name", "name_invalid"),
        ({"search": {"q": 5}}, "search.q", "search_invalid"),
        ({"search": {"q": "a\0"}}, "search.q", "nul_byte"),
        ({"search": {str(number): "" for number in range(101)}}, "search", "search_invalid"),
        ({"columns": ["sku", "sku"]}, "columns", "column_duplicate"),
        ({"columns": [""]}, "columns.0", "columns_invalid"),
        ({"colour": "red"}, "colour", "unknown_field"),
    ],
)
def test_what_cannot_be_saved_is_named(client: TestClient, change: Json, field: str, code: str) -> None:
    answer = client.post(VIEWS, json=RUGS | change)
    assert answer.status_code == 422
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [(field, code)]
    assert names(client) == []
