"""GET /products: filters, orders, pages and cursors."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from product_importer.core.pagination import encode_cursor
from tests.products.catalogue import PRODUCTS, create, found, url


def test_an_empty_catalogue_is_one_empty_page(client: TestClient) -> None:
    assert client.get(PRODUCTS).json() == {
        "items": [],
        "total": 0,
        "total_exact": True,
        "page": 1,
        "pages": 1,
        "limit": 50,
        "next_cursor": None,
    }


@pytest.mark.covers("000:88")
def test_the_newest_come_first(client: TestClient) -> None:
    for sku in ("A", "B", "C"):
        create(client, sku=sku)
    assert found(client) == ["C", "B", "A"]


@pytest.fixture
def shop(client: TestClient) -> TestClient:
    create(client, sku="RUG-100%", name="Wool rug", description="Woven, 100% wool", price="120")
    create(client, sku="rug_2", name="COTTON rug", price="35.5", is_active=False)
    create(client, sku="CUP\\1", name="Große Tasse", description="Rug-red enamel")
    create(client, sku="ÄÖ.7/b", name="Éclair", price="2")
    client.delete(url(create(client, sku="OLD", name="Old rug", price="1")))
    return client


@pytest.mark.covers("001:66", "002:430", "004:335")
@pytest.mark.parametrize(
    ("query", "skus"),
    [
        ({"q": "rug"}, ["CUP\\1", "rug_2", "RUG-100%"]),
        ({"q": "WOOL rug"}, ["RUG-100%"]),
        ({"q": "enamel tasse cup"}, ["CUP\\1"]),
        ({"q": "rug nothing"}, []),
        ({"q": "  "}, ["ÄÖ.7/b", "CUP\\1", "rug_2", "RUG-100%"]),
        ({"q": "éclair"}, ["ÄÖ.7/b"]),
        ({"sku": "UG"}, ["rug_2", "RUG-100%"]),
        ({"sku": "äö."}, ["ÄÖ.7/b"]),
        ({"sku": "_"}, ["rug_2"]),
        ({"sku": "%"}, ["RUG-100%"]),
        ({"sku": "\\"}, ["CUP\\1"]),
        ({"sku": "/"}, ["ÄÖ.7/b"]),
        ({"name": "cotton"}, ["rug_2"]),
        ({"name": "%"}, []),
        ({"description": "100%"}, ["RUG-100%"]),
        ({"description": "RUG"}, ["CUP\\1"]),
        ({"active": "false"}, ["rug_2"]),
        ({"active": "true", "q": "rug"}, ["CUP\\1", "RUG-100%"]),
        ({"price_min": "35.5"}, ["rug_2", "RUG-100%"]),
        ({"price_max": "35.50"}, ["ÄÖ.7/b", "rug_2"]),
        ({"price_min": "2.0001", "price_max": "119.9999"}, ["rug_2"]),
        ({"trashed": "only"}, ["OLD"]),
        ({"trashed": "any", "q": "rug"}, ["OLD", "CUP\\1", "rug_2", "RUG-100%"]),
        ({"sort": "price"}, ["ÄÖ.7/b", "rug_2", "RUG-100%", "CUP\\1"]),
        ({"sort": "-price"}, ["RUG-100%", "rug_2", "ÄÖ.7/b", "CUP\\1"]),
        ({"sort": "name"}, ["rug_2", "CUP\\1", "RUG-100%", "ÄÖ.7/b"]),
        ({"sort": "sku"}, ["CUP\\1", "RUG-100%", "rug_2", "ÄÖ.7/b"]),
        ({"sort": "-active"}, ["ÄÖ.7/b", "CUP\\1", "RUG-100%", "rug_2"]),
    ],
)
def test_filters_narrow_and_sorts_order(shop: TestClient, query: dict[str, str], skus: list[str]) -> None:
    assert found(shop, **query) == skus
    assert shop.get(PRODUCTS, params=query).json()["total"] == len(skus)


def test_a_time_filter_is_exclusive_and_utc_unless_said(client: TestClient) -> None:
    first, second = create(client, sku="A"), create(client, sku="B")
    assert found(client, created_after=first["created_at"]) == ["B"]
    assert found(client, created_after=first["created_at"].rstrip("Z")) == ["B"]
    assert found(client, created_after=second["created_at"]) == []
    client.patch(url(first), json={"name": "Changed"})
    assert found(client, updated_after=second["updated_at"]) == ["A"]


@pytest.mark.covers("001:67", "002:131")
def test_pages_follow_one_another_and_end(client: TestClient) -> None:
    for number in range(5):
        create(client, sku=f"S{number}")
    pages = [client.get(PRODUCTS, params={"limit": 2, "page": page, "sort": "sku"}).json() for page in (1, 2, 3, 4)]
    assert [[item["sku"] for item in page["items"]] for page in pages] == [["S0", "S1"], ["S2", "S3"], ["S4"], []]
    assert {(page["total"], page["pages"], page["limit"]) for page in pages} == {(5, 3, 2)}
    assert [page["next_cursor"] is None for page in pages] == [False, False, True, True]


def test_a_cursor_goes_on_where_a_page_ended(client: TestClient) -> None:
    for number in range(5):
        create(client, sku=f"S{number}")
    first = client.get(PRODUCTS, params={"limit": 2}).json()
    create(client, sku="NEWER")
    second = client.get(PRODUCTS, params={"limit": 2, "cursor": first["next_cursor"]}).json()
    assert [item["sku"] for item in second["items"]] == ["S2", "S1"]
    assert (second["page"], second["pages"]) == (None, None)


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ({"limit": 501}, "limit", "limit_invalid"),
        ({"limit": 0}, "limit", "limit_invalid"),
        ({"page": 0}, "page", "page_invalid"),
        ({"page": 10**30}, "page", "page_invalid"),
        ({"sort": "colour"}, "sort", "sort_invalid"),
        ({"trashed": "maybe"}, "trashed", "trashed_invalid"),
        ({"price_min": "cheap"}, "price_min", "price_min_invalid"),
        ({"price_min": "1e999999"}, "price_min", "price_min_invalid"),
        ({"price_max": "NaN"}, "price_max", "price_max_invalid"),
        ({"price_min": "1e3"}, "price_min", "price_min_invalid"),
        ({"price_max": "0.00001"}, "price_max", "price_max_invalid"),
        ({"updated_after": "0.5"}, "updated_after", "updated_after_invalid"),
        ({"created_after": "yesterday"}, "created_after", "created_after_invalid"),
        ({"q": "a\0"}, "q", "nul_byte"),
        ({"sku": "\0"}, "sku", "nul_byte"),
        ({"confirm": "all"}, "confirm", "unknown_parameter"),
    ],
)
def test_a_parameter_that_cannot_be_is_named(client: TestClient, query: dict[str, Any], field: str, code: str) -> None:
    answer = client.get(PRODUCTS, params=query)
    assert answer.status_code == 422
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [(field, code)]


@pytest.mark.parametrize(
    ("sort", "cursor"),
    [
        ("price", "nonsense"),
        ("price", "%%%"),
        ("price", encode_cursor(["price", "1.5"])),
        ("price", encode_cursor(["-price", "1.5", 1])),
        ("price", encode_cursor(["price", "cheap", 1])),
        ("price", encode_cursor(["price", "NaN", 1])),
        ("price", encode_cursor(["price", "1e999999", 1])),
        ("price", encode_cursor(["price", 1.5, 1])),
        ("price", encode_cursor(["price", "1.5", "1"])),
        ("price", encode_cursor(["price", "1.5", 2**63])),
        ("price", encode_cursor(["price", "1.5", True])),
        ("created_at", encode_cursor(["created_at", "2026-01-01T00:00:00", 1])),
        ("created_at", encode_cursor(["created_at", None, 1])),
        ("created_at", encode_cursor(["created_at", [], 1])),
        ("sku", encode_cursor(["sku", "a\0", 1])),
        ("sku", encode_cursor(["sku", "\ud800", 1])),
        ("name", encode_cursor(["name", 5, 1])),
        ("active", encode_cursor(["active", "true", 1])),
        ("id", encode_cursor(["id", True, 1])),
    ],
)
def test_a_cursor_of_another_list_is_refused(client: TestClient, sort: str, cursor: str) -> None:
    answer = client.get(PRODUCTS, params={"sort": sort, "cursor": cursor})
    assert answer.status_code == 422
    assert answer.json()["code"] == "cursor_invalid"
