"""Reading stretches of the event log, each event with the product as it left it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select, text
from sqlalchemy.orm import Session

from product_importer.events.models import event_batches
from product_importer.products.snapshot import SNAPSHOT


@dataclass(frozen=True)
class Scope:
    """Which events are read: of batches that belong to a job or do not, of one job, of products or not.

    Null stands for all.
    """

    of_jobs: bool | None = None
    job_id: UUID | None = None
    products: bool = True


@dataclass(frozen=True)
class Told:
    """One event; `after` is null when it removed the product for good, `job_begins` the job's first position."""

    position: int
    id: int
    event: str
    at: datetime
    job_id: UUID | None
    product_id: int | None
    before: dict[str, Any] | None
    data: dict[str, Any] | None
    after: dict[str, Any] | None
    job_begins: int | None


def batches(session: Session, after: tuple[int, int], head: int, scope: Scope, most: int) -> Sequence[Row[Any]]:
    """`id` and `position` of the next batches of this scope, in their order."""
    found: Select[Any] = (
        select(event_batches.c.id, event_batches.c.position)
        .where(event_batches.c.position > after[0] - _may_go_on(after), event_batches.c.position <= head)
        .order_by(event_batches.c.position)
        .limit(most)
    )
    if scope.job_id is not None:
        found = found.where(event_batches.c.job_id == scope.job_id)
    if scope.of_jobs is not None:
        found = found.where(event_batches.c.job_id.is_not(None) if scope.of_jobs else event_batches.c.job_id.is_(None))
    return session.execute(found).all()


def _may_go_on(after: tuple[int, int]) -> int:
    """1 where the batch that the cursor stands in may hold more events."""
    return int(after[1] < 2**63 - 1)


# What came of an event is the `before` of the product's next one, or the row as it is now. One statement reads both,
# so that no change can come in between. The ids of one product's events grow in the order of their commits.
_TOLD = """
    with told as materialized (
        select b.position, e.id, e.event, b.at, b.job_id, e.product_id, e.before, e.data
          from events as e
          join event_batches as b on b.id = e.batch_id
         where e.batch_id between :first and :last and e.batch_id = any(:batches)
           and (b.position, e.id) > (:position, :event_id) {narrowed}
         order by b.position, e.id
         limit :most
    )
    select told.*,
           case when following.id is not null then following.before
                when p.id is not null then {snapshot}
           end as after,
           case when told.product_id is null
                then (select min(b.position) from event_batches as b where b.job_id = told.job_id)
           end as job_begins
      from told
      left join lateral (
           select n.id, n.before from events as n
            where n.product_id = told.product_id and n.id > told.id
            order by n.id
            limit 1
      ) as following on true
      left join products as p on p.id = told.product_id
     order by told.position, told.id
"""
_STATEMENTS = {
    products: text(
        _TOLD.format(narrowed="" if products else "and e.product_id is null", snapshot=SNAPSHOT.format(product="p"))
    )
    for products in (True, False)
}


def told(session: Session, batch_ids: Sequence[int], after: tuple[int, int], scope: Scope, most: int) -> list[Told]:
    """At most `most` events of these batches after the cursor, in their order."""
    parameters = {
        "batches": list(batch_ids),
        "first": min(batch_ids),
        "last": max(batch_ids),
        "position": after[0],
        "event_id": after[1],
        "most": most,
    }
    return [Told(**row) for row in session.execute(_STATEMENTS[scope.products], parameters).mappings()]


def first_position(session: Session, *, since: datetime | None = None, job_id: UUID | None = None) -> int | None:
    """The first position of the log since a time, or of a job; null when there is none."""
    found = select(func.min(event_batches.c.position))
    if since is not None:
        found = found.where(event_batches.c.at >= since)
    if job_id is not None:
        found = found.where(event_batches.c.job_id == job_id)
    position: int | None = session.scalars(found).one()
    return position
