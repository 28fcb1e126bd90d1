"""What an export reads of the catalogue."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal, LiteralString

from psycopg.abc import Buffer
from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    Text,
    any_,
    bindparam,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import BYTEA, JSONB
from sqlalchemy.orm import Session

from product_importer.core.copying import CopiedRows
from product_importer.products.export_columns import Columns, ExportedProduct
from product_importer.products.export_sql import csv_cells, json_line
from product_importer.products.models import Product
from product_importer.products.patterns import ATTRIBUTE

Conditions = Sequence[ColumnElement[bool]]
Suspect = tuple[int, str, str, str]

IdOrder = Literal["up", "down"] | None

ID_BYTES = 8
_IDS_AT_ONCE = 20_000
_SAMPLED = 1_000
_TEXTS_AT_ONCE = 20
_ID_ORDERS: tuple[IdOrder, ...] = ("up", "down", None)


def ids(session: Session, found: Select[Any]) -> Iterator[bytes]:
    """The ids that `found` gives, in its order, many at once: 8 bytes each, the highest first.

    PostgreSQL joins them to one value and cuts that up, at a third of the cost of a million rows; it holds 134 million.
    """
    # What is aggregated comes in the order of the subquery: an aggregate with an order of its own would sort once more.
    given = found.subquery()
    joined = func.string_agg(func.int8send(given.c.id, type_=BYTEA), literal_column("''::bytea"), type_=BYTEA)
    whole = select(joined.label("ids")).subquery()
    starts = (
        func.generate_series(1, func.length(whole.c.ids), _IDS_AT_ONCE * ID_BYTES)
        .table_valued(column("at", Integer), name="start")
        .render_derived()
    )
    some = func.substring(whole.c.ids, starts.c.at, _IDS_AT_ONCE * ID_BYTES, type_=BYTEA)
    statement = select(some).select_from(whole).join(starts, true()).order_by(starts.c.at)
    return iter(session.scalars(statement, execution_options={"yield_per": 1}))


def attribute_names(session: Session, where: Conditions, most: int) -> set[str]:
    """The names of the attributes of these products; of more than `most`, some more than `most`."""
    known = set(session.scalars(_names(select(Product.attributes).where(*where).limit(_SAMPLED), most)))
    # Hardly ever does a product have others, and looking for those alone is quicker than listing each one's.
    others = Product.attributes.op("-", return_type=JSONB())(literal(list(known), ARRAY(Text)))
    beyond = select(others.label("attributes")).where(*where, others != literal_column("'{}'::jsonb"))
    return known.union(session.scalars(_names(beyond, most)))


def _names(attributes: Select[Any], most: int) -> Select[str]:
    given = attributes.subquery()
    one = func.jsonb_object_keys(given.c.attributes, type_=Text).table_valued("name", name="attribute")
    return select(one.c.name).distinct().select_from(given).join(one, true()).limit(most)


def products(session: Session, where: Conditions, wanted: Sequence[int]) -> list[ExportedProduct]:
    """Those of `wanted` that `where` still finds, in the order of `wanted`."""
    columns = [getattr(Product, field) for field in ExportedProduct._fields]
    statement = _among(select(*columns).where(*where), literal(wanted, ARRAY(BigInteger)), None)
    return [ExportedProduct(*row) for row in session.execute(statement)]


class Lines:
    """Products as lines that end with a line feed, of those that a condition still finds."""

    def __init__(self, products: Select[*tuple[Any, ...]], options: LiteralString) -> None:
        wanted = bindparam("wanted", None, type_=ARRAY(BigInteger))
        self._rows = {order: CopiedRows(_among(products, wanted, order), options) for order in _ID_ORDERS}

    def read(self, session: Session, wanted: list[int]) -> Iterator[Buffer]:
        """Those of `wanted`, in its order."""
        rows = self._rows[_id_order(wanted)]
        return rows.read(session, wanted=f"{{{','.join(map(str, wanted))}}}")


def csv_lines(where: Conditions, columns: Columns) -> Lines:
    """Lines of CSV."""
    return Lines(select(*csv_cells(columns)).where(*where), "format csv")


def json_lines(where: Conditions, columns: Columns) -> Lines:
    """Lines of JSON; they hold no control character, so these options have COPY write them as they are."""
    return Lines(select(json_line(columns)).where(*where), r"format csv, quote e'\x01', delimiter e'\x02'")


def _id_order(wanted: list[int]) -> IdOrder:
    up = sorted(wanted)
    if wanted == up:
        return "up"
    return "down" if wanted == up[::-1] else None


def _among(statement: Select[*tuple[Any, ...]], wanted: ColumnElement[Any], order: IdOrder) -> Select[*tuple[Any, ...]]:
    """The rows of `wanted`, in its order; where that is the order of the ids, without a join and a sort."""
    match order:
        case "up":
            return statement.where(Product.id == any_(wanted)).order_by(Product.id)
        case "down":
            return statement.where(Product.id == any_(wanted)).order_by(Product.id.desc())
        case None:
            each = func.unnest(wanted).table_valued(column("id", BigInteger), with_ordinality="place", name="wanted")
            places = each.render_derived()
            return statement.join(places, Product.id == places.c.id).order_by(places.c.place)


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
    members = select(*product, literal(ATTRIBUTE) + one.c.key, one.c.value).select_from(Product).join(one, true())
    yield from suspects(members, one.c.value)
