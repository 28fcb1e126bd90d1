"""What an export reads of the catalogue."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ARRAY, BigInteger, ColumnElement, Select, Text, any_, column, func, literal, or_, select, true
from sqlalchemy.orm import Session

from product_importer.products.export_columns import PREFIX, ExportedProduct
from product_importer.products.models import Product

Conditions = Sequence[ColumnElement[bool]]
Suspect = tuple[int, str, str, str]

_IDS_AT_ONCE = 20_000
_TEXTS_AT_ONCE = 20


def ids(session: Session, found: Select[Any]) -> Iterator[Sequence[int]]:
    """The ids that `found` gives, many at once."""
    return session.scalars(found, execution_options={"yield_per": _IDS_AT_ONCE}).partitions()


def attribute_names(session: Session, where: Conditions, most: int) -> list[str]:
    """The names of the attributes of these products, at most so many."""
    one = func.jsonb_object_keys(Product.attributes).table_valued("name", name="attribute")
    statement = select(one.c.name).distinct().select_from(Product).join(one, true()).where(*where).limit(most)
    return list(session.scalars(statement))


def products(session: Session, where: Conditions, wanted: Sequence[int]) -> list[ExportedProduct]:
    """Those of `wanted` that `where` still finds, in the order of `wanted`."""
    columns = [getattr(Product, field) for field in ExportedProduct._fields]
    among = Product.id == any_(literal(list(wanted), ARRAY(BigInteger)))
    found = {row[0]: ExportedProduct(*row) for row in session.execute(select(*columns).where(among, *where))}
    return [found[product_id] for product_id in wanted if product_id in found]


def suspect_texts(session: Session, where: Conditions, pattern: str, length: int) -> Iterator[Suspect]:
    """Product, SKU, field and text of every text but a SKU that matches `pattern` or is longer than `length`."""

    def suspects(statement: Select[*tuple[Any, ...]], value: ColumnElement[Any]) -> Iterator[Suspect]:
        found = statement.where(*where, or_(func.length(value) > length, value.regexp_match(pattern)))
        for row in session.execute(found, execution_options={"yield_per": _TEXTS_AT_ONCE}):
            yield row[0], row[1], row[2], row[3]

    product = (Product.id, Product.sku)
    for field in (Product.name, Product.description):
        yield from suspects(select(*product, literal(field.key), field), field.expression)
    one = func.jsonb_each_text(Product.attributes).table_valued(
        column("key", Text), column("value", Text), name="attribute"
    )
    members = select(*product, literal(PREFIX) + one.c.key, one.c.value).select_from(Product).join(one, true())
    yield from suspects(members, one.c.value)
