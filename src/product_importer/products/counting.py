"""How many products a list has: exact while that is cheap, an estimate of the planner beyond."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement, Executable

from product_importer.events import service as events
from product_importer.products.filters import ProductFilters, conditions
from product_importer.products.models import Product

EXACT_UP_TO = 1_000_000
"""Of a list that nothing narrows: its rows are counted in an index, and the count is kept until the next change."""

EXACT_UP_TO_FILTERED = 100_000
KEPT_FROM = 10_000


@dataclass(frozen=True)
class Total:
    """How many; `exact` is false for an estimate."""

    count: int
    exact: bool


_kept: dict[str | None, tuple[events.Head | None, int]] = {}


def total(session: Session, filters: ProductFilters) -> Total:
    """How many products `filters` finds."""
    limit = EXACT_UP_TO if filters.whole_list else EXACT_UP_TO_FILTERED
    counted = _count_whole(session, filters) if filters.whole_list else _count(session, filters, limit)
    if counted <= limit:
        return Total(counted, exact=True)
    return Total(max(counted, _estimate(session, filters)), exact=False)


def _count_whole(session: Session, filters: ProductFilters) -> int:
    # Every change of the catalogue goes through the log, so its head tells whether a count still holds. It is read
    # before the rows are counted: a change in between makes the next request count again.
    head = events.head(session)
    kept_at, kept = _kept.get(filters.trashed, (None, 0))
    if kept_at == head and kept >= KEPT_FROM:
        return kept
    counted = _count(session, filters, EXACT_UP_TO)
    _kept[filters.trashed] = (head, counted)
    return counted


def _count(session: Session, filters: ProductFilters, limit: int) -> int:
    found = _matches(conditions(filters)).limit(limit + 1).subquery()
    return session.scalars(select(func.count()).select_from(found)).one()


def _estimate(session: Session, filters: ProductFilters) -> int:
    plan = session.execute(_Explain(_matches(conditions(filters)))).scalar_one()
    return int((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]["Plan Rows"])


def _matches(where: list[ColumnElement[bool]]) -> Select[Any]:
    return select(literal_column("1")).select_from(Product).where(*where)


class _Explain(Executable, ClauseElement):
    inherit_cache = False

    def __init__(self, statement: Select[Any]) -> None:
        self.statement = statement


@compiles(_Explain)
def _compile_explain(element: _Explain, compiler: SQLCompiler, **options: Any) -> str:
    return "explain (format json) " + compiler.process(element.statement, **options)
