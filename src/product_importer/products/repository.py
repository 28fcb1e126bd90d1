"""Reading and writing single products, and one page of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from psycopg.errors import DeadlockDetected, UniqueViolation
from sqlalchemy import ColumnElement, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from product_importer.products.models import Product
from product_importer.products.sorting import Order


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
    statement = update(Product).where(Product.id == product.id).values(**values).returning(Product)
    try:
        with session.begin_nested():
            return session.scalars(statement, execution_options={"populate_existing": True}).one()
    except DBAPIError as error:
        if isinstance(error.orig, UniqueViolation | DeadlockDetected):
            raise SkuTaken from error
        raise


def page(
    session: Session, where: Sequence[ColumnElement[bool]], order: Order, limit: int, offset: int = 0
) -> list[tuple[Product, Any]]:
    """At most `limit` products in `order`, each with the value it is sorted by.

    The page's ids are found first: a deep page then skips index entries and not whole rows.
    """
    found = (
        select(Product.id, order.key.column.label("key"))
        .where(*where)
        .order_by(*order.by(order.key.column, Product.id.expression))
        .limit(limit)
        .offset(offset)
        .subquery("found")
    )
    statement = (
        select(Product, found.c.key).join(found, found.c.id == Product.id).order_by(*order.by(found.c.key, found.c.id))
    )
    return [(product, key) for product, key in session.execute(statement)]
