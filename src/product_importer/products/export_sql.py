"""The cells of an export as SQL spells them: to the letter what `export_text` makes of the same product."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Integer,
    SQLColumnExpression,
    Text,
    any_,
    case,
    cast,
    func,
    literal,
    literal_column,
)

from product_importer.core.spreadsheet_text import MARK, MARKED_CODES
from product_importer.products.export_columns import Columns
from product_importer.products.models import Product

Expression = SQLColumnExpression[Any]

_ARGUMENTS_AT_ONCE = 90
"""A function of PostgreSQL takes at most 100."""

# Not a parameter, so that PostgreSQL hashes it once.
_MARKED_CODES: Expression = literal_column(f"'{{{','.join(map(str, MARKED_CODES))}}}'::int[]", ARRAY(Integer))
_PRICE = func.round(Product.price, func.greatest(func.min_scale(Product.price), 2))
_ACTIVE = cast(Product.active, Text)


def csv_cells(columns: Columns) -> list[Expression]:
    """The cells of a product for COPY to write as CSV; nothing is null."""
    texts = [_marked(text) for text in (Product.sku, Product.name, Product.description)]
    own = [Product.id.expression, *texts, _PRICE, _ACTIVE, *_times(columns)]
    return own + [_marked(_attribute(name)) for name in columns.attributes]


def json_line(columns: Columns) -> Expression:
    """A product as one JSON object, without white space between its members."""
    texts = [_json(text) for text in (Product.sku, Product.name, Product.description)]
    own = [cast(Product.id, Text), *texts, _json(cast(_PRICE, Text)), _ACTIVE, *map(_json, _times(columns))]
    values = own + [_json(_attribute(name)) for name in columns.attributes]
    return _joined(list(_members(columns.headers, values)))


def _members(headers: Sequence[str], values: Sequence[Expression]) -> Iterator[Expression]:
    for place, (header, value) in enumerate(zip(headers, values, strict=True)):
        yield literal(f"{',' if place else '{'}{json.dumps(header, ensure_ascii=False)}:", Text)
        yield value
    yield literal_column("'}'")


def _joined(parts: list[Expression]) -> Expression:
    while len(parts) > 1:
        some = [parts[start : start + _ARGUMENTS_AT_ONCE] for start in range(0, len(parts), _ARGUMENTS_AT_ONCE)]
        parts = [func.concat(*few) for few in some]
    return parts[0]


def _times(columns: Columns) -> list[Expression]:
    moments = [Product.created_at, Product.updated_at, *([Product.deleted_at] if columns.trashed else [])]
    return [_time(moment) for moment in moments]


def _time(moment: Expression) -> Expression:
    """`2026-11-21T10:00:00.123450Z`: six decimals, or none; in the ISO style of dates, which psycopg needs too.

    The text of a timestamp leaves out the zeros at its end. Where there are some, `to_char` writes it, at several times
    the cost.
    """
    utc = func.timezone("UTC", moment)
    ends_with_zero = cast(func.date_part("microseconds", utc), Integer) % 10 == 0
    whole = func.replace(func.to_char(utc, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ".000000", "")
    return case((ends_with_zero, whole), else_=func.replace(cast(utc, Text) + "Z", " ", "T"))


def _attribute(name: str) -> ColumnElement[str]:
    return Product.attributes.op("->>", return_type=Text())(literal(name, Text))


def _marked(text: Expression) -> Expression:
    # Null, because COPY writes a text that is empty as `""`.
    return case((func.ascii(text) == any_(_MARKED_CODES), literal(MARK, Text) + text), else_=func.nullif(text, ""))


def _json(text: Expression) -> Expression:
    return func.coalesce(cast(func.to_json(text), Text), "null")
