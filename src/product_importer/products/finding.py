"""Where a list of products is read from, and one page of it.

The copy that is searched follows the log, and is a moment behind it. Products that the log tells of since are read from
`products` itself, all others from the copy: so each product is judged by what it is, and an index answers for most.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Select,
    Table,
    any_,
    exists,
    func,
    literal,
    not_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from product_importer.core.database import set_local
from product_importer.products import search_repository as repository
from product_importer.products.filters import ProductFilters, conditions, split_conditions
from product_importer.products.models import Product
from product_importer.products.rare_words import rare_words
from product_importer.products.search_models import product_search
from product_importer.products.sorting import Order, Place

PRODUCTS = cast(Table, Product.__table__)

MOST_LISTED = 10_000
"""As many unread events are looked up by the ids of their products; beyond, they are joined."""

# What `products` itself has an index for.
_SORTED_THERE = {"id", "sku_key", "created_at"}


@dataclass(frozen=True)
class Part:
    """Rows of one of the tables; `first` are those that stand before all others, whatever the order."""

    table: Table
    where: Sequence[ColumnElement[bool]]
    first: bool = False


@dataclass(frozen=True)
class Sources:
    """Where the products of a list are read from; the parts have no product in common."""

    session: Session
    standing: repository.Standing

    def parts(self, filters: ProductFilters, order: Order | None = None, *, exact_first: bool = False) -> list[Part]:
        """What together is all that `filters` finds; an exact SKU stands first only where it is asked to."""
        if filters.whole_list and (order is None or order.key.column in _SORTED_THERE):
            return [Part(PRODUCTS, conditions(filters, PRODUCTS))]
        rare = rare_words(self.session, filters.words) if filters.words else ""
        return [part for table, among in self._tables() for part in _parts(filters, rare, table, among, exact_first)]

    def _tables(self) -> Iterator[tuple[Table, list[ColumnElement[bool]]]]:
        if self.standing.oldest_batch is None:
            yield product_search, []
        elif self._listed is not None:
            changed = literal(self._listed, ARRAY(BigInteger))
            yield product_search, [product_search.c.id != func.all(changed)]
            yield PRODUCTS, [PRODUCTS.c.id == any_(changed)]
        else:
            unread = repository.unread(self.standing).distinct().cte("unread")
            yield product_search, [not_(exists().where(unread.c.product_id == product_search.c.id))]
            yield PRODUCTS, [PRODUCTS.c.id.in_(select(unread.c.product_id))]

    @cached_property
    def _listed(self) -> list[int] | None:
        """The products that the log tells of since, unless they are many."""
        found = self.session.scalars(repository.unread(self.standing).limit(MOST_LISTED + 1)).all()
        if len(found) <= MOST_LISTED:
            return sorted(set(found))
        # Without this PostgreSQL, which cannot know how many they are, may compare each product with each of them.
        set_local(self.session, enable_nestloop="off")
        return None


def sources(session: Session) -> Sources:
    """The sources as they are at this moment; what is written later may be found by them or not."""
    return Sources(session, repository.standing(session))


def _parts(
    filters: ProductFilters, rare: str, table: Table, among: list[ColumnElement[bool]], exact_first: bool
) -> Iterator[Part]:
    if filters.words is None:
        yield Part(table, [*conditions(filters, table), *among])
        return
    exact, others = split_conditions(filters, table, rare)
    yield Part(table, [*exact, *among], first=exact_first)
    yield Part(table, [*others, *among])


def page(
    session: Session,
    parts: Sequence[Part],
    order: Order,
    limit: int,
    offset: int = 0,
    *,
    after: Place | None = None,
    backwards: bool = False,
    few: bool = False,
) -> list[Place]:
    """At most `limit` places in `order`, from behind `after`, or from the end of the list when `backwards`.

    `few` says that the parts hold so little that all of it is sorted; else an index in that order is gone along, which
    would be a long way to the few rows that match.
    """
    selects = [one for part in parts for one in _selects(part, order, after)]
    if len(selects) == 1 and not few:
        statement = _ordered(selects[0], order, backwards=backwards).limit(limit).offset(offset)
        return [Place(*row[1:]) for row in session.execute(statement)]
    if not few:
        selects = [
            select(_ordered(one, order, backwards=backwards).limit(offset + limit).subquery()) for one in selects
        ]
    if not selects:
        return []
    statement = _together(selects, order, backwards=backwards).limit(limit).offset(offset)
    return [Place(*row[1:]) for row in session.execute(statement)]


def identities(parts: Sequence[Part]) -> CompoundSelect[int]:
    """The `id` of all that is in these parts, in no order."""
    return union_all(*(select(part.table.c.id).where(*part.where) for part in parts))


def everything(parts: Sequence[Part], order: Order) -> Select[Any]:
    """The `id` of all that is in these parts, in order."""
    selects = [one for part in parts for one in _selects(part, order, None)]
    found = _ordered(selects[0], order) if len(selects) == 1 else _together(selects, order)
    return found.with_only_columns(found.selected_columns.id)


def _together(selects: Sequence[Select[Any]], order: Order, *, backwards: bool = False) -> Select[Any]:
    # Materialized, so that an index in this order cannot be gone along in search of what matches.
    found = union_all(*selects).cte("found").prefix_with("MATERIALIZED", dialect="postgresql")
    rank = found.c.rank.desc() if backwards else found.c.rank
    return select(found).order_by(rank, *order.by(found.c.key, found.c.id, backwards=backwards))


def _ordered(found: Select[Any], order: Order, *, backwards: bool = False) -> Select[Any]:
    columns = found.selected_columns
    return found.order_by(*order.by(columns.key, columns.id, backwards=backwards))


def _selects(part: Part, order: Order, after: Place | None) -> Iterator[Select[Any]]:
    """The rows that have a key, then those that have none: an index gives each in its order, but not both in one."""
    key = order.column(part.table)
    split = [key.is_not(None), key.is_(None)] if order.key.nullable else [true()]
    place = None if after is None else _rank(first=after.first, keyless=after.key is None)
    for keyless, holds in enumerate(split):
        rank = _rank(first=part.first, keyless=bool(keyless))
        if place is None or rank >= place:
            behind = [order.after(after, part.table)] if after is not None and rank == place else []
            yield select(
                literal(rank).label("rank"),
                literal(part.first).label("first"),
                key.label("key"),
                part.table.c.id.label("id"),
            ).where(*part.where, holds, *behind)


def _rank(*, first: bool, keyless: bool) -> int:
    return (0 if first else 2) + keyless
