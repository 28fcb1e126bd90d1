"""Statements on the log of deliveries."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, Select, func, select, text, update
from sqlalchemy.orm import Session

from product_importer.webhooks.models import Attempt, Delivery
from product_importer.webhooks.repository import FAILED, PENDING

COUNTED_MOST = 10_000

# After whatever is due by itself, and before the replay of events.
_BY_HAND = {"status": PENDING, "tries": 0, "finished_at": None, "token": Delivery.token + 1, "due_at": func.now()}


def get(session: Session, delivery_id: UUID, *, lock: bool = False) -> Delivery | None:
    """One delivery, its row locked until commit when asked."""
    return session.get(Delivery, delivery_id, with_for_update=lock or None, populate_existing=lock)


def attempts(session: Session, *delivery_ids: UUID) -> Sequence[Attempt]:
    """The attempts of each delivery, its last one first."""
    found = select(Attempt).where(Attempt.delivery_id.in_(delivery_ids)).order_by(Attempt.number.desc())
    return session.scalars(found).all()


def matching(webhook_id: UUID, status: str | None, event: str | None, since: datetime | None) -> Select[Any]:
    """The ids of the deliveries of a webhook that all that is given finds."""
    found = select(Delivery.id).where(Delivery.webhook_id == webhook_id)
    if status is not None:
        found = found.where(Delivery.status == status)
    if event is not None:
        found = found.where(Delivery.event == event)
    return found if since is None else found.where(Delivery.created_at >= since)


def count(session: Session, matching: Select[Any]) -> int:
    """How many there are, up to one more than COUNTED_MOST."""
    limited = matching.limit(COUNTED_MOST + 1).subquery()
    return session.scalars(select(func.count()).select_from(limited)).one()


def newest(session: Session, matching: Select[Any], before: UUID | None, limit: int) -> Sequence[Delivery]:
    """The newest of them, before the one given."""
    narrowed = matching if before is None else matching.where(Delivery.id < before)
    ids = session.scalars(narrowed.order_by(Delivery.id.desc()).limit(limit)).all()
    found = {one.id: one for one in session.scalars(select(Delivery).where(Delivery.id.in_(ids)))}
    return [found[one] for one in ids if one in found]


def send_again(session: Session, delivery: Delivery) -> None:
    """Make a delivery due, with all its tries before it."""
    session.execute(update(Delivery).where(Delivery.id == delivery.id).values(**_BY_HAND, priority=0))
    session.refresh(delivery)


def send_failed_again(session: Session, webhook_id: UUID) -> int:
    """Make everything due that has failed; returns how many."""
    failed = update(Delivery).where(Delivery.webhook_id == webhook_id, Delivery.status == FAILED)
    return len(session.execute(failed.values(**_BY_HAND, priority=2).returning(Delivery.id)).all())


_STATS = """
    with steps as (
        select generate_series(0, cast(:buckets as integer) - 1) as number, now() - cast(:span as interval) as begins
    ),
    counted as (
        select width_bucket(extract(epoch from started_at), extract(epoch from now() - cast(:span as interval)),
                            extract(epoch from now()), :buckets) - 1 as number,
               count(*) filter (where ok) as succeeded,
               count(*) filter (where not ok) as failed,
               percentile_cont(array[0.5, 0.95]) within group (order by time_ms) as percentiles
          from webhook_attempts
         where webhook_id = :webhook_id and started_at >= now() - cast(:span as interval) and started_at < now()
         group by 1
    )
    select steps.begins + steps.number * (cast(:span as interval) / cast(:buckets as integer)) as at,
           coalesce(counted.succeeded, 0) as succeeded, coalesce(counted.failed, 0) as failed,
           counted.percentiles[1] as p50_ms, counted.percentiles[2] as p95_ms
      from steps left join counted on counted.number = steps.number
     order by steps.number
"""


def stats(session: Session, webhook_id: UUID, span: timedelta, buckets: int) -> Sequence[RowMapping]:
    """Of each step of the time until now: `at`, `succeeded`, `failed`, `p50_ms`, `p95_ms`."""
    parameters = {"webhook_id": webhook_id, "span": span, "buckets": buckets}
    return session.execute(text(_STATS), parameters).mappings().all()
