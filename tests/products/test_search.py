"""Searching: by words and their beginnings, at once after a change, from a copy that follows the log."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.jobs import repository as jobs
from product_importer.products import search_following, search_repository
from product_importer.products.rare_words import rare_words
from product_importer.products.search_following import follow
from tests.products.catalogue import PRODUCTS, create, found, url

SHOP: dict[str, dict[str, str | None]] = {
    "WB-CLS-04": {"name": "Crème brûlée dish", "description": "Größe L, for the oven"},
    "WB-CLS-05": {"name": "T-shirt, black", "description": "Wool blend; washable"},
    "CLS-04": {"name": "Schwarzes Hemd", "description": None},
    "ΣΊΣΥΦΟΣ": {"name": "Σίσυφος", "description": "日本語 テスト"},
}


@pytest.fixture(params=["read", "unread"])
def shop(client: TestClient, request: pytest.FixtureRequest) -> TestClient:
    for sku, fields in SHOP.items():
        create(client, sku=sku, **fields)
    if request.param == "read":
        follow()
    return client


@pytest.mark.covers("004:862")
@pytest.mark.parametrize(
    ("q", "skus"),
    [
        ("creme BRULEE", ["WB-CLS-04"]),
        ("dish crè", ["WB-CLS-04"]),
        ("grosse", ["WB-CLS-04"]),
        ("ulee", []),
        ("shirt bla", ["WB-CLS-05"]),
        ("t-shirt", ["WB-CLS-05"]),
        ("wb-cls", ["WB-CLS-05", "WB-CLS-04"]),
        ("wb-cls-0", ["WB-CLS-05", "WB-CLS-04"]),
        ("b-cls-04", []),
        ("cls-04", ["CLS-04", "WB-CLS-04"]),
        ("σισυφοσ", ["ΣΊΣΥΦΟΣ"]),
        ("テス 日本", ["ΣΊΣΥΦΟΣ"]),
        ("wash dish", []),
        ("---", []),
        ("'", []),
        ("\\ : * & | ! ( )", []),
    ],
)
def test_words_are_found_by_their_beginnings_in_any_order(shop: TestClient, q: str, skus: list[str]) -> None:
    assert found(shop, q=q) == skus


def test_the_very_sku_comes_first_unless_an_order_is_asked_for(client: TestClient) -> None:
    for sku in ("7", "7-a", "7-b"):
        create(client, sku=sku)
    for _ in range(2):
        assert found(client, q="7") == ["7", "7-b", "7-a"]
        assert found(client, q="7", sort="-created_at") == ["7-b", "7-a", "7"]
        first = client.get(PRODUCTS, params={"q": "7", "limit": 1}).json()
        assert found(client, q="7", limit=1, cursor=first["next_cursor"]) == ["7-b"]
        assert found(client, q="7", limit=1, page=3) == ["7-a"]
        follow()


def test_what_was_written_a_moment_ago_is_found_and_what_it_was_is_not(shop: TestClient) -> None:
    product = shop.get(PRODUCTS, params={"sku": "cls-05"}).json()["items"][0]
    shop.patch(url(product), json={"name": "Blue shirt", "price": "7"})
    assert found(shop, q="black") == []
    assert found(shop, q="blue") == found(shop, price_min="7") == found(shop, name="lue s") == ["WB-CLS-05"]
    shop.delete(url(product))
    assert found(shop, q="blue") == []
    assert found(shop, q="blue", trashed="only") == ["WB-CLS-05"]


def test_reading_stops_where_nothing_is_left_and_says_how_much_it_was(shop: TestClient) -> None:
    follow()
    assert follow() == 0
    create(shop, sku="one more")
    assert follow() == 1


def test_reading_waits_while_a_job_is_at_work_but_not_for_ever(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(client)
    with transaction() as session:
        job = jobs.add(session, "nothing", "somebody", {}, None)
        jobs.claim(session, job.id, timedelta(seconds=60))
    assert follow() == 0
    monkeypatch.setattr(search_following, "PATIENCE", timedelta(0))
    assert follow() == 1


def test_who_may_not_read_does_not_wait_for_the_one_that_reads(client: TestClient) -> None:
    create(client)
    follow()
    create(client, sku="one more")
    other = ThreadPoolExecutor(1)
    with transaction() as session:
        search_repository.lock(session, 60)
        assert other.submit(follow).result(timeout=20) == 0
    other.shutdown()


def test_a_price_that_changes_leaves_the_words_alone(client: TestClient) -> None:
    product = create(client)
    follow()
    before = _version_of_words()
    client.patch(url(product), json={"price": "12"})
    follow()
    assert _version_of_words() == before
    client.patch(url(product), json={"name": "Another name"})
    follow()
    assert _version_of_words() != before


def _version_of_words() -> object:
    with transaction() as session:
        return session.execute(text("select xmin::text, ctid::text from product_words")).one()


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"colour": "red"}, "unknown_parameter"),
        ({"attributes.": "red"}, "unknown_parameter"),
        ({"empty": "sku"}, "field_unknown"),
        ({"filled": "attributes."}, "field_unknown"),
        ({"attributes.colour": ["red", "blue"]}, "attributes.colour_invalid"),
    ],
)
def test_a_filter_that_does_not_exist_is_refused(client: TestClient, query: dict[str, str], code: str) -> None:
    answer = client.get(PRODUCTS, params=query)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == code, answer.text


def test_the_attributes_in_use_are_told_the_most_common_first(client: TestClient) -> None:
    assert client.get(f"{PRODUCTS}/attributes").json() == {"items": []}
    create(client, sku="A", attributes={"size": "L"})
    create(client, sku="B", attributes={"size": "M", "colour": "red"})
    assert client.get(f"{PRODUCTS}/attributes").json() == {
        "items": [{"name": "size", "filled": 1.0}, {"name": "colour", "filled": 0.5}]
    }


@pytest.mark.covers("002:511")
def test_of_a_common_and_a_rare_word_the_index_is_asked_for_the_rare_one(client: TestClient) -> None:
    for number in range(200):
        create(client, sku=f"COMMON-{number}", name="Woollen rare" if number == 7 else "Woollen")
    follow()
    with transaction() as session:
        session.execute(text("analyze product_words"))
        assert rare_words(session, "woollen rare --") == "rare"
        assert rare_words(session, "wool  woollen") == "woollen wool"
        assert rare_words(session, "-- '") == "-- '"
    assert found(client, q="woollen rare --") == found(client, q="rar common-7") == ["COMMON-7"]
    assert found(client, q="woollen rarer") == []
