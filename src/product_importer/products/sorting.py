"""The orders a list of products can have, and the keyset condition that goes on after any row of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, collate, func, literal, or_, tuple_

from product_importer.core.errors import Invalid
from product_importer.core.pagination import decode_cursor, encode_cursor
from product_importer.products.fields import storable
from product_importer.products.models import Product

Sort = Literal[
    "id", "sku", "name", "price", "active", "created_at", "updated_at", "deleted_at",
    "-id", "-sku", "-name", "-price", "-active", "-created_at", "-updated_at", "-deleted_at",
]  # fmt: skip

_MAX_ID = 2**63 - 1


@dataclass(frozen=True)
class SortKey:
    """A column to sort by; `parse` reads its value back from a cursor, raising ValueError or TypeError."""

    column: ColumnElement[Any]
    parse: Callable[[Any], Any]
    nullable: bool = False


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MAX_ID:
        raise ValueError
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return storable(value)


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _decimal(value: Any) -> Decimal:
    price = Decimal(_text(value))
    if not price.is_finite() or abs(price.adjusted()) > 20:
        raise ValueError
    return price


def _time(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return moment


_KEYS: dict[str, SortKey] = {
    "id": SortKey(Product.id.expression, _integer),
    "sku": SortKey(Product.sku_key.expression, _text),
    "name": SortKey(collate(func.lower(Product.name), "C"), _text),
    "price": SortKey(Product.price.expression, _decimal, nullable=True),
    "active": SortKey(Product.active.expression, _boolean),
    "created_at": SortKey(Product.created_at.expression, _time),
    "updated_at": SortKey(Product.updated_at.expression, _time),
    "deleted_at": SortKey(Product.deleted_at.expression, _time, nullable=True),
}


@dataclass(frozen=True)
class Order:
    """One order of the list: by a key, nulls last, then by id in the same direction."""

    sort: Sort

    @property
    def key(self) -> SortKey:
        return _KEYS[self.sort.removeprefix("-")]

    @property
    def descending(self) -> bool:
        return self.sort.startswith("-")

    def by(self, key: ColumnElement[Any], identity: ColumnElement[int]) -> list[ColumnElement[Any]]:
        """The ORDER BY clause over these columns."""
        first, second = (key.desc(), identity.desc()) if self.descending else (key.asc(), identity.asc())
        # Said only where there can be nulls: PostgreSQL would not read the index backwards otherwise.
        return [first.nulls_last() if self.key.nullable else first, second]

    def after(self, cursor: str) -> ColumnElement[bool]:
        """The rows that come after the one `cursor` was made from; raises Invalid for a cursor of another list."""
        value, identity = self._decode(cursor)
        column, key = self.key.column, literal(value, self.key.column.type)
        further = self._beyond(Product.id.expression, literal(identity, Product.id.type))
        if not self.key.nullable:
            # Compared as a row, so that an index over both columns answers it.
            return self._beyond(tuple_(column, Product.id), tuple_(key, literal(identity, Product.id.type)))
        if value is None:
            return and_(column.is_(None), further)
        return or_(self._beyond(column, key), and_(column == key, further), column.is_(None))

    def cursor(self, value: Any, identity: int) -> str:
        """The place after a row, as an opaque string."""
        return encode_cursor([self.sort, _portable(value), identity])

    def _beyond(self, left: ColumnElement[Any], right: ColumnElement[Any]) -> ColumnElement[bool]:
        return left < right if self.descending else left > right

    def _decode(self, cursor: str) -> tuple[Any, int]:
        sort, value, identity = decode_cursor(cursor, 3)
        try:
            if sort != self.sort:
                raise ValueError
            parsed = None if value is None and self.key.nullable else self.key.parse(value)
            return parsed, _integer(identity)
        except (ValueError, TypeError, InvalidOperation) as error:
            raise Invalid(
                "cursor_invalid", "This cursor belongs to another order of the list. Start again without `cursor`."
            ) from error


def _portable(value: Any) -> Any:
    match value:
        case Decimal():
            return str(value)
        case datetime():
            return value.isoformat()
        case _:
            return value
