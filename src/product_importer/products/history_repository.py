"""Reading the events of one product, each with the product before and after it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from product_importer.events.models import events
from product_importer.products.snapshot import SNAPSHOT

# What came of an event is the `before` of the product's next one, or the row as it is now. One statement reads both,
# so that no change can come in between. The ids of one product's events grow in the order of their commits.
_HISTORY = f"""
    with mine as (
        select e.id, e.batch_id, e.event, e.before,
               lead(e.before) over by_id as following, lead(e.id) over by_id is null as is_last
          from events as e
         where e.product_id = :product_id
        window by_id as (order by e.id)
    )
    select mine.id, b.position, mine.event, b.at, b.actor, b.job_id, j.kind as job_kind, mine.before,
           case when not mine.is_last then mine.following
                when p.id is not null then {SNAPSHOT.format(product="p")}
           end as after
      from mine
      join event_batches as b on b.id = mine.batch_id
      left join jobs as j on j.id = b.job_id
      left join products as p on p.id = :product_id
     order by mine.id desc
     limit :limit offset :offset
"""


@dataclass(frozen=True)
class Told:
    """One event; `before` is null when it created the product, `after` when it removed it for good."""

    id: int
    position: int
    event: str
    at: datetime
    actor: str
    job_id: UUID | None
    job_kind: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def history(session: Session, product_id: int, limit: int, offset: int) -> list[Told]:
    """The events of a product, the newest first."""
    found = session.execute(text(_HISTORY), {"product_id": product_id, "limit": limit, "offset": offset})
    return [Told(**row) for row in found.mappings()]


def count(session: Session, product_id: int) -> int:
    """How many events a product has."""
    counted = select(func.count()).select_from(events).where(events.c.product_id == product_id)
    return session.scalars(counted).one()
