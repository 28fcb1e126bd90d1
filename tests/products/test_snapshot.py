"""What the log keeps of a product is the same from Python and from SQL."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text

from product_importer.core.database import transaction
from product_importer.products.models import Product
from product_importer.products.snapshot import SNAPSHOT, snapshot
from tests.examples import examples

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
times = st.integers(0, 8 * 10**16).map(
    lambda n: datetime(1, 1, 2, tzinfo=UTC) + timedelta(microseconds=n)
) | st.sampled_from(
    [datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, 0, 0, 0, 120_000, tzinfo=timezone(timedelta(hours=5)))]
)
rows = st.fixed_dictionaries(
    {
        "sku": texts,
        "sku_key": st.just("a"),
        "name": texts,
        "description": st.none() | texts,
        "price": st.none() | st.decimals(0, 9_999_999_999, places=4) | st.sampled_from([Decimal(12), Decimal("0.5")]),
        "active": st.booleans(),
        "attributes": st.dictionaries(texts, texts, max_size=3),
        "created_at": times,
        "updated_at": times,
        "deleted_at": st.none() | times,
    }
)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kathmandu"])
@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=rows)
def test_python_and_sql_keep_the_same(database_url: str, zone: str, row: dict[str, Any]) -> None:
    with transaction() as session:
        session.execute(delete(Product))
        session.execute(insert(Product), [row])
        session.execute(text("select set_config('timezone', :zone, true)"), {"zone": zone})
        from_sql = session.scalars(text(f"select {SNAPSHOT.format(product='p')} from products as p")).one()
        assert from_sql == snapshot(session.scalars(select(Product)).one())
        assert session.scalars(text(f"select {RESTORED} from products as p")).one()


RESTORED = f"""(
    select (before ->> 'price')::numeric(14, 4) is not distinct from p.price
       and (before ->> 'created_at')::timestamp at time zone 'UTC' = p.created_at
       and (before ->> 'deleted_at')::timestamp at time zone 'UTC' is not distinct from p.deleted_at
       and before -> 'attributes' = p.attributes
       and before ->> 'description' is not distinct from p.description
      from (select {SNAPSHOT.format(product="p")} as before) as logged
)"""
