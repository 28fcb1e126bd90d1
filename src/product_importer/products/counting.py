"""How many products a list has: exact while that is cheap, an estimate of the planner beyond."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, literal_column, select, union_all
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import SelectBase

from product_importer.core.estimating import estimate
from product_importer.products import search_repository as repository
from product_importer.products.filters import ProductFilters
from product_importer.products.finding import Part, Sources

EXACT_UP_TO = 100_000
"""Of a list that something narrows; the whole one is always known, because the log tells each change of it."""


@dataclass(frozen=True)
class Total:
    """How many; `exact` is false for an estimate."""

    count: int
    exact: bool


def total(found: Sources, filters: ProductFilters, parts: Sequence[Part]) -> Total:
    """How many products `filters` finds, which are those of `parts`."""
    if filters.whole_list:
        return Total(_whole(found, filters), exact=True)
    matches = union_all(*(_matches(part) for part in parts))
    counted = _count(found.session, matches.limit(EXACT_UP_TO + 1))
    if counted <= EXACT_UP_TO:
        return Total(counted, exact=True)
    return Total(max(counted, estimate(found.session, matches)), exact=False)


def _whole(found: Sources, filters: ProductFilters) -> int:
    live, trashed = _counts(found.session, found.standing)
    return {None: live, "only": trashed, "any": live + trashed}[filters.trashed]


# The changes of a long stretch of the log take a while to add up, and many ask while it stands still.
_kept: dict[repository.Standing, tuple[int, int]] = {}


def _counts(session: Session, standing: repository.Standing) -> tuple[int, int]:
    if standing.oldest_batch is None:
        return standing.live, standing.trashed
    if standing not in _kept:
        live, trashed = repository.change_of_counts(session, standing)
        _kept.clear()
        _kept[standing] = standing.live + live, standing.trashed + trashed
    return _kept[standing]


def _matches(part: Part) -> Select[Any]:
    return select(literal_column("1")).select_from(part.table).where(*part.where)


def _count(session: Session, matches: SelectBase) -> int:
    return session.scalars(select(func.count()).select_from(matches.subquery())).one()
