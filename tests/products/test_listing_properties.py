"""The list and the export against a plain Python reference, over random catalogues."""

import json

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from product_importer.products import finding
from product_importer.products.filters import ProductFilters
from product_importer.products.search_following import follow
from product_importer.products.sku_key import sku_key
from tests.examples import examples
from tests.products.catalogue import PRODUCTS, Json, fill
from tests.products.listing_reference import FILTERS, SORTS, Query, Row, catalogues, expected, queries

over_catalogues = settings(
    max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def page(client: TestClient, query: Query, **where: object) -> Json:
    """One page, of which everything that does not depend on the rows is as asked."""
    answer = client.get(PRODUCTS, params=query | where)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    assert found["limit"] == query["limit"]
    assert len(found["items"]) <= query["limit"]
    return found


def by_number(client: TestClient, query: Query, pages: int) -> list[Json]:
    """Every page, and the empty one behind the last."""
    found = [page(client, query, page=number + 1) for number in range(pages + 1)]
    assert [(one["page"], one["pages"]) for one in found] == [(number + 1, pages) for number in range(pages + 1)]
    return found


def by_cursor(client: TestClient, query: Query, start: Json) -> list[Json]:
    """The pages from `start` on, each found by the cursor of the one before."""
    found = [start]
    while found[-1]["next_cursor"] is not None:
        found.append(page(client, query, cursor=found[-1]["next_cursor"]))
        assert (found[-1]["page"], found[-1]["pages"]) == (None, None)
    return found


def ids(pages: list[Json]) -> list[int]:
    return [item["id"] for one in pages for item in one["items"]]


def exported(client: TestClient, query: Query) -> list[int]:
    lines = client.get(f"{PRODUCTS}/export", params=query | {"format": "jsonl"}).text.splitlines()
    return [json.loads(line)["id"] for line in lines]


# How far search has read the log: all of it, not the last changes, and so little that they are too many to be listed.
read = st.sampled_from(["all", "behind", "far behind"])


def prepare(patch: pytest.MonkeyPatch, former: list[Row], rows: list[Row], standing: str) -> None:
    """Make `rows` the catalogue, which was `former` when search last read the log, unless it has read it all."""
    patch.setattr(finding, "MOST_LISTED", 0 if standing == "far behind" else 10_000)
    fill(former)
    follow()
    fill(rows)
    if standing == "all":
        follow()


def test_the_reference_knows_every_filter_of_the_list() -> None:
    assert FILTERS.keys() >= ProductFilters.model_fields.keys()


@pytest.mark.covers("004:168", "004:759", "004:788", "004:853")
@over_catalogues
@given(
    former=catalogues(),
    standing=read,
    rows=catalogues(),
    query=queries,
    sort=st.sampled_from(SORTS),
    limit=st.integers(1, 5),
    entry=st.integers(0, 12),
)
@example(former=[], standing="all", rows=[], query={}, sort="id", limit=1, entry=0)
def test_pages_cursors_and_totals_are_what_a_plain_filter_and_sort_say(
    client: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    former: list[Row],
    standing: str,
    rows: list[Row],
    query: Query,
    sort: str,
    limit: int,
    entry: int,
) -> None:
    prepare(monkeypatch, former, rows, standing)
    wanted = expected(rows, query, sort)
    asked = query | {"sort": sort, "limit": limit}
    numbered = by_number(client, asked, max(1, -(-len(wanted) // limit)))
    followed = by_cursor(client, asked, numbered[entry % len(numbered)])
    assert ids(numbered) == wanted
    assert ids(followed) == wanted[entry % len(numbered) * limit :]
    assert {(one["total"], one["total_exact"]) for one in numbered + followed} == {(len(wanted), True)}


def exact_first(rows: list[Row], query: Query) -> list[int]:
    """The newest first, and before them what has the very SKU that `q` is."""
    exact = {row["id"] for row in rows if query.get("q", "").strip() and row["sku_key"] == sku_key(query["q"])}
    return sorted(expected(rows, query, "-created_at"), key=lambda product_id: product_id not in exact)


@pytest.mark.covers("002:73")
@over_catalogues
@given(former=catalogues(), standing=read, rows=catalogues(), query=queries)
def test_a_list_without_a_sort_shows_the_newest_first(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, former: list[Row], standing: str, rows: list[Row], query: Query
) -> None:
    prepare(monkeypatch, former, rows, standing)
    assert ids([page(client, query | {"limit": 500})]) == exact_first(rows, query)


@over_catalogues
@given(former=catalogues(), standing=read, rows=catalogues(), query=queries, sort=st.sampled_from(SORTS))
def test_an_export_has_what_the_list_has(
    client: TestClient,
    monkeypatch: pytest.MonkeyPatch,
    former: list[Row],
    standing: str,
    rows: list[Row],
    query: Query,
    sort: str,
) -> None:
    prepare(monkeypatch, former, rows, standing)
    assert exported(client, query | {"sort": sort}) == expected(rows, query, sort)
