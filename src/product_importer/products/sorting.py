"""The orders a list of products can have, and the keyset condition that goes on after any row of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Table, collate, func, literal, tuple_

from product_importer.core.errors import Invalid
from product_importer.core.pagination import decode_cursor, encode_cursor
from product_importer.products.fields import storable

Sort = Literal[
    "id", "sku", "name", "price", "active", "created_at", "updated_at", "deleted_at",
    "-id", "-sku", "-name", "-price", "-active", "-created_at", "-updated_at", "-deleted_at",
]  # fmt: skip

_MAX_ID = 2**63 - 1


class SortKey(NamedTuple):
    """What to sort by; `parse` reads its value back from a cursor, raising ValueError or TypeError."""

    column: str
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
    "id": SortKey("id", _integer),
    "sku": SortKey("sku_key", _text),
    "name": SortKey("name_key", _text),
    "price": SortKey("price", _decimal, nullable=True),
    "active": SortKey("active", _boolean),
    "created_at": SortKey("created_at", _time),
    "updated_at": SortKey("updated_at", _time),
    "deleted_at": SortKey("deleted_at", _time, nullable=True),
}


class Place(NamedTuple):
    """A row's place in the list: whether it stands first (it has the very SKU that was asked for), its key, its id."""

    first: bool
    key: Any
    id: int


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

    def column(self, table: Table) -> ColumnElement[Any]:
        """The key in `products`, or in the copy of it that is searched."""
        name = self.key.column
        if name == "name_key" and name not in table.c:
            return collate(func.lower(table.c.name), "C")
        return table.c[name]

    def by(
        self, key: ColumnElement[Any], identity: ColumnElement[int], *, backwards: bool = False
    ) -> list[ColumnElement[Any]]:
        """The ORDER BY clause over these columns, nulls aside; `backwards` from the end of the list."""
        if self.descending != backwards:
            return [key.desc(), identity.desc()]
        return [key.asc(), identity.asc()]

    def after(self, place: Place, table: Table) -> ColumnElement[bool]:
        """The rows that come after `place` among those that have a key, or among those that have none."""
        identity = literal(place.id, table.c.id.type)
        if place.key is None:
            return self._beyond(table.c.id, identity)
        # Compared as a row, so that an index over both columns answers it.
        column = self.column(table)
        return self._beyond(tuple_(column, table.c.id), tuple_(literal(place.key, column.type), identity))

    def cursor(self, place: Place) -> str:
        """The place as an opaque string."""
        return encode_cursor([self.sort, place.first, _portable(place.key), place.id])

    def place(self, cursor: str) -> Place:
        """What `cursor` was made from; raises Invalid for a cursor of another list."""
        sort, first, key, identity = decode_cursor(cursor, 4)
        try:
            if sort != self.sort:
                raise ValueError
            parsed = None if key is None and self.key.nullable else self.key.parse(key)
            return Place(_boolean(first), parsed, _integer(identity))
        except (ValueError, TypeError, InvalidOperation) as error:
            raise Invalid(
                "cursor_invalid", "This cursor belongs to another order of the list. Start again without `cursor`."
            ) from error

    def _beyond(self, left: ColumnElement[Any], right: ColumnElement[Any]) -> ColumnElement[bool]:
        return left < right if self.descending else left > right


def _portable(value: Any) -> Any:
    match value:
        case Decimal():
            return str(value)
        case datetime():
            return value.isoformat()
        case _:
            return value
