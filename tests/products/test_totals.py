"""The total of a list: exact while that is cheap, a marked estimate beyond."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import get_engine, transaction
from product_importer.products import counting
from tests.products.catalogue import PRODUCTS, create, url

ROWS = 20_000


@pytest.fixture
def large(client: TestClient) -> TestClient:
    with transaction() as session:
        session.execute(
            text(
                "insert into products (sku, sku_key, name) "
                "select 'S' || n, 's' || n, 'Product ' || n % 2 from generate_series(1, :rows) as n"
            ),
            {"rows": ROWS},
        )
    with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("analyze products"))
    return client


def total(client: TestClient, **query: str) -> tuple[int, bool]:
    page = client.get(PRODUCTS, params=query).json()
    return page["total"], page["total_exact"]


def test_a_kept_count_follows_every_change(large: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "EXACT_UP_TO_FILTERED", 5_000)
    assert total(large) == (ROWS, True)
    made = create(large)
    assert total(large) == (ROWS + 1, True)
    large.delete(url(made))
    assert (total(large), total(large, trashed="only"), total(large, trashed="any")) == (
        (ROWS, True),
        (1, True),
        (ROWS + 1, True),
    )


def test_beyond_the_limit_the_total_is_an_estimate(large: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    create(large)
    monkeypatch.setattr(counting, "EXACT_UP_TO", 5_000)
    monkeypatch.setattr(counting, "EXACT_UP_TO_FILTERED", 5_000)
    for query, truth in (({}, ROWS), ({"name": "product 1"}, ROWS // 2)):
        estimate, exact = total(large, **query)
        assert not exact
        assert truth * 0.8 <= estimate <= truth * 1.2


def test_a_narrow_filter_stays_exact(large: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "EXACT_UP_TO_FILTERED", 5_000)
    assert total(large, sku="s1999") == (11, True)


def test_a_count_is_kept_while_the_log_stands_still(large: TestClient) -> None:
    create(large)
    assert total(large) == (ROWS + 1, True)
    with transaction() as session:
        session.execute(
            text("insert into products (sku, sku_key, name) values ('Z', 'z', 'Behind the back of the log')")
        )
    assert total(large) == (ROWS + 1, True)
    create(large, sku="SKU-2")
    assert total(large) == (ROWS + 3, True)
