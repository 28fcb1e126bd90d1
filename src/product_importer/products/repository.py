"""Reading and writing single products, and one page of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from psycopg.errors import DeadlockDetected, UniqueViolation
from sqlalchemy import ARRAY, BigInteger, RowMapping, any_, literal, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from product_importer.products.models import Product


class SkuTaken(Exception):
    """A live product has this key, or another transaction is about to give it to one."""


def get(session: Session, product_id: int) -> Product | None:
    """The product, trashed or not."""
    return session.get(Product, product_id)


def lock(session: Session, product_id: int) -> Product | None:
    """The product as it is once nobody else is changing it, and until this transaction ends."""
    statement = select(Product).where(Product.id == product_id).with_for_update()
    return session.scalars(statement, execution_options={"populate_existing": True}).one_or_none()


def live_with_key(session: Session, key: str) -> Product | None:
    """The live product with this SKU key."""
    return session.scalars(select(Product).where(Product.sku_key == key, Product.deleted_at.is_(None))).one_or_none()


def create(session: Session, values: Mapping[str, Any]) -> Product:
    """A new row; raises SkuTaken, after waiting for a transaction that is creating the same."""
    statement = (
        insert(Product)
        .values(**values)
        .on_conflict_do_nothing(index_elements=[Product.sku_key], index_where=text("deleted_at is null"))
        .returning(Product)
    )
    created = session.scalars(statement).one_or_none()
    if created is None:
        raise SkuTaken
    return created


def change(session: Session, product: Product, values: Mapping[str, Any]) -> Product:
    """Write `values` into a locked row; raises SkuTaken and leaves it as it was.

    Two edits that swap their SKUs wait for each other; PostgreSQL ends one of them, which is told the same.
    """
    if "sku_key" not in values and values.get("deleted_at", "now") is not None:
        # It has its SKU already, so nothing is in its way, and a savepoint is two more messages to the server.
        return _write(session, product, values)
    try:
        with session.begin_nested():
            return _write(session, product, values)
    except DBAPIError as error:
        if isinstance(error.orig, UniqueViolation | DeadlockDetected):
            raise SkuTaken from error
        raise


def _write(session: Session, product: Product, values: Mapping[str, Any]) -> Product:
    statement = update(Product).where(Product.id == product.id).values(**values).returning(Product)
    return session.scalars(statement, execution_options={"populate_existing": True}).one()


def in_order(session: Session, ids: Sequence[int]) -> list[Product]:
    """Those of these products that exist, in this order."""
    among = Product.id == any_(literal(list(ids), ARRAY(BigInteger)))
    found = {product.id: product for product in session.scalars(select(Product).where(among))}
    return [found[product_id] for product_id in ids if product_id in found]


# The newest and the oldest products stand for all: what is asked is which names there are to choose from.
_ATTRIBUTES_IN_USE = """
    with sample as materialized (
        (select attributes from products where deleted_at is null order by created_at desc, id desc limit :each)
        union all
        (select attributes from products where deleted_at is null order by created_at, id limit :each)
    )
    select name, count(*)::float8 / (select count(*) from sample) as filled
      from sample, jsonb_object_keys(attributes) as name
     group by name
     order by filled desc, name
     limit :most
"""


def attributes_in_use(session: Session, each: int, most: int) -> Sequence[RowMapping]:
    """`name` of attributes and the share of products that have them (`filled`), by a sample of `each` at both ends."""
    return session.execute(text(_ATTRIBUTES_IN_USE), {"each": each, "most": most}).mappings().all()
