"""The total of a list: always known of the whole, exact of a part while that is cheap, a marked estimate beyond."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import get_engine
from product_importer.products import counting
from product_importer.products.search_following import follow
from tests.products.catalogue import PRODUCTS, create, fill, url

ROWS = 2_000


@pytest.fixture
def large(client: TestClient) -> TestClient:
    fill(
        [
            {"id": 100_000 + number, "sku": f"S{number}", "sku_key": f"s{number}", "name": f"Product {number % 2}"}
            for number in range(ROWS)
        ]
    )
    return client


def total(client: TestClient, **query: str) -> tuple[int, bool]:
    page = client.get(PRODUCTS, params=query).json()
    return page["total"], page["total_exact"]


@pytest.mark.covers("004:800")
@pytest.mark.parametrize("read", [True, False])
def test_the_whole_list_is_counted_through_the_log(large: TestClient, *, read: bool) -> None:
    if read:
        follow()
    made = create(large)
    assert total(large) == (ROWS + 1, True)
    large.delete(url(made))
    assert (total(large), total(large, trashed="only"), total(large, trashed="any")) == (
        (ROWS, True),
        (1, True),
        (ROWS + 1, True),
    )
    large.post(f"{url(made)}/restore")
    follow()
    assert (total(large), total(large, trashed="only")) == ((ROWS + 1, True), (0, True))


def test_beyond_the_limit_the_total_is_an_estimate(large: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    follow()
    with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("analyze product_search, product_words"))
    monkeypatch.setattr(counting, "EXACT_UP_TO", 500)
    estimate, exact = total(large, name="product 1")
    assert not exact
    assert ROWS // 2 * 0.8 <= estimate <= ROWS // 2 * 1.2


def test_a_narrow_filter_stays_exact(large: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "EXACT_UP_TO", 500)
    assert total(large, sku="s199") == (11, True)
