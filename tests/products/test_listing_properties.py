"""The list against a plain Python reference, over random catalogues."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert

from product_importer.core.database import transaction
from product_importer.products.models import Product
from product_importer.products.sku_key import sku_key
from tests.products.catalogue import PRODUCTS

Row = dict[str, Any]

START = datetime(2026, 1, 1, tzinfo=UTC)
ALPHABET = "aAbÄä%_\\/ '"

times = st.integers(0, 3).map(lambda hours: START + timedelta(hours=hours, microseconds=hours))
prices = st.none() | st.sampled_from(["0", "0.5", "2.25", "2.2501", "9999999999.9999"]).map(Decimal)
names = st.text(ALPHABET, min_size=1, max_size=4)


@st.composite
def catalogues(draw: st.DrawFn) -> list[Row]:
    """Rows whose live SKUs differ, with many equal values to sort by."""
    count = draw(st.integers(0, 12))
    return [
        {
            "id": number + 1,
            "sku": (sku := f"{draw(st.sampled_from(['Rug', 'cup', 'Ä%_']))}{number}"),
            "sku_key": sku_key(sku),
            "name": draw(names),
            "description": draw(st.none() | names),
            "price": draw(prices),
            "active": draw(st.booleans()),
            "created_at": draw(times),
            "updated_at": draw(times),
            "deleted_at": draw(st.none() | times),
        }
        for number in range(count)
    ]


queries = st.fixed_dictionaries(
    {},
    optional={
        "q": st.text(ALPHABET, max_size=4),
        "sku": st.text("rRuU%_\\1Ää", min_size=1, max_size=2),
        "name": st.text(ALPHABET, min_size=1, max_size=2),
        "description": st.text(ALPHABET, min_size=1, max_size=2),
        "active": st.booleans(),
        "price_min": st.sampled_from(["0", "0.5001", "2.25"]),
        "price_max": st.sampled_from(["0", "2.25", "3"]),
        "created_after": times.map(datetime.isoformat),
        "updated_after": times.map(datetime.isoformat),
        "trashed": st.sampled_from(["only", "any"]),
    },
)
sort_names = st.sampled_from(["id", "sku", "name", "price", "active", "created_at", "updated_at", "deleted_at"])
sorts = st.tuples(st.sampled_from(["", "-"]), sort_names).map("".join)


def contains(text: str | None, part: str) -> bool:
    return text is not None and part.lower() in text.lower()


def holds(row: Row, word: str) -> bool:
    return sku_key(word) in row["sku_key"] or contains(row["name"], word) or contains(row["description"], word)


CHECKS: dict[str, Callable[[Row, Any], bool]] = {
    "q": lambda row, words: all(holds(row, word) for word in words.split()),
    "sku": lambda row, part: sku_key(part) in row["sku_key"],
    "name": lambda row, part: contains(row["name"], part),
    "description": lambda row, part: contains(row["description"], part),
    "active": lambda row, active: row["active"] is active,
    "price_min": lambda row, price: row["price"] is not None and row["price"] >= Decimal(price),
    "price_max": lambda row, price: row["price"] is not None and row["price"] <= Decimal(price),
    "created_after": lambda row, time: row["created_at"] > datetime.fromisoformat(time),
    "updated_after": lambda row, time: row["updated_at"] > datetime.fromisoformat(time),
    "trashed": lambda row, which: which == "any" or row["deleted_at"] is not None,
}


def expected(rows: list[Row], query: dict[str, Any], sort: str) -> list[int]:
    """The ids that the list must show, in its order."""
    asked = {"trashed": None} | query
    shown = [row for row in rows if asked["trashed"] or row["deleted_at"] is None]
    shown = [row for row in shown if all(CHECKS[name](row, value) for name, value in query.items())]
    column, descending = {"sku": "sku_key"}.get(sort.removeprefix("-"), sort.removeprefix("-")), sort.startswith("-")
    filled = [row for row in shown if row[column] is not None]
    filled.sort(key=lambda row: (_lowered(row, column), row["id"]), reverse=descending)
    nulls = sorted((row for row in shown if row[column] is None), key=lambda row: row["id"], reverse=descending)
    return [row["id"] for row in filled + nulls]


def _lowered(row: Row, column: str) -> Any:
    return row[column].lower() if column == "name" else row[column]


def fill(rows: list[Row]) -> None:
    with transaction() as session:
        session.execute(delete(Product))
        if rows:
            session.execute(insert(Product), rows)


def by_number(client: TestClient, query: dict[str, Any], limit: int) -> list[int]:
    first = client.get(PRODUCTS, params=query | {"limit": limit}).json()
    pages = [client.get(PRODUCTS, params=query | {"limit": limit, "page": n + 1}).json() for n in range(first["pages"])]
    ids = [item["id"] for page in pages for item in page["items"]]
    assert first["total"] == len(ids)
    return ids


def by_cursor(client: TestClient, query: dict[str, Any], limit: int) -> list[int]:
    ids: list[int] = []
    cursor: dict[str, str] = {}
    while True:
        page = client.get(PRODUCTS, params=query | {"limit": limit} | cursor).json()
        ids += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            return ids
        cursor = {"cursor": page["next_cursor"]}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=catalogues(), query=queries, sort=sorts, limit=st.integers(1, 5))
def test_pages_and_cursors_show_what_a_plain_filter_and_sort_show(
    client: TestClient, rows: list[Row], query: dict[str, Any], sort: str, limit: int
) -> None:
    fill(rows)
    wanted = expected(rows, query, sort)
    assert by_number(client, query | {"sort": sort}, limit) == wanted
    assert by_cursor(client, query | {"sort": sort}, limit) == wanted
