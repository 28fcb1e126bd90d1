"""Statements of the dispatcher."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import delete, text, update
from sqlalchemy.orm import Session

from product_importer.products.feed import MAX_ID, Cursor
from product_importer.webhooks.models import WebhookCursor
from product_importer.webhooks.repository import JOBS


class Behind(NamedTuple):
    """A cursor that has not come to the end of the log; those with the same place read the same."""

    id: UUID
    place: tuple[Any, ...]


@dataclass(frozen=True)
class Following:
    """A cursor that this transaction holds, and what its webhook wants to be told."""

    cursor_id: UUID
    webhook_id: UUID
    lane: str
    position: int
    event_id: int
    until: int | None
    job_id: UUID | None
    events: Sequence[str]
    import_mode: str
    now: datetime

    @property
    def digests(self) -> bool:
        """Whether the end of a job stands for the products that it changed."""
        return self.lane == JOBS and self.import_mode == "digest"

    @property
    def batches(self) -> bool:
        """Whether one message tells of many products."""
        return self.lane == JOBS and self.import_mode == "batch"


_BEHIND = """
    select c.id, c.until, c.lane, c.job_id, c.position, c.event_id
      from webhook_cursors as c
      join webhooks as w on w.id = c.webhook_id
     where w.enabled and (c.position, c.event_id) < (least(c.until, :head), :max_id)
     order by c.until nulls first, c.lane, c.job_id, c.position, c.event_id, c.webhook_id
"""

# Each edit would otherwise be read twice by every webhook, once for the lane that it is not in.
_MOVE_PAST = """
    update webhook_cursors
       set position = :head, event_id = :max_id
     where id in (
           select c.id
             from webhook_cursors as c
             join webhooks as w on w.id = c.webhook_id
            where w.enabled and c.until is null and (c.position, c.event_id) < (:head, :max_id)
              and not exists (
                  select from event_batches as b
                   where b.position between c.position and :head
                     and (b.position > c.position or c.event_id < :max_id)
                     and (b.job_id is not null) = (c.lane = :jobs)
              )
              for update of c skip locked
     )
"""

# Whoever works at a cursor is not waited for: it moves it on as well.
_TAKE = """
    select c.id as cursor_id, c.webhook_id, c.lane, c.position, c.event_id, c.until, c.job_id, w.events,
           w.import_mode, now() as now
      from webhook_cursors as c
      join webhooks as w on w.id = c.webhook_id
     where c.id = any(:ids) and w.enabled
     order by c.webhook_id
       for update of c skip locked
"""

_FULL = """
    select asked.id
      from unnest(cast(:webhook_ids as uuid[])) as asked (id)
     where :most <= (
           select count(*) from (
               select from webhook_deliveries as d
                where d.webhook_id = asked.id and d.priority = :priority and d.due_at <= now()
                limit :most
           ) as counted
     )
"""


def behind(session: Session, head: int) -> list[Behind]:
    """The cursors that have not come to the end of the log, those of edits before those of jobs, replays last."""
    rows = session.execute(text(_BEHIND), {"head": head, "max_id": MAX_ID})
    return [Behind(row.id, tuple(row)[1:]) for row in rows]


def move_past(session: Session, head: int) -> None:
    """Move the cursors to whose lanes the log has nothing to say up to its head."""
    session.execute(text(_MOVE_PAST), {"head": head, "max_id": MAX_ID, "jobs": JOBS})


def take(session: Session, cursor_ids: Sequence[UUID]) -> list[Following]:
    """The cursors, held until commit; not those that somebody else holds, or whose webhook is told nothing."""
    found = session.execute(text(_TAKE), {"ids": list(cursor_ids)}).mappings()
    return [Following(**row) for row in found]


def full(session: Session, webhook_ids: Sequence[UUID], priority: int, most: int) -> set[UUID]:
    """Those of the webhooks for which `most` deliveries of this priority are due, or more."""
    parameters = {"webhook_ids": list(webhook_ids), "priority": priority, "most": most}
    return set(session.scalars(text(_FULL), parameters))


# As one parameter: ten for each of thousands of rows take longer to send than the rows to write.
_ADD = """
    insert into webhook_deliveries
           (id, webhook_id, message_id, event, events, job_id, priority, body, occurred_at, due_at)
    select id, webhook_id, message_id, event, events, job_id, priority, body, occurred_at, due_at
      from json_to_recordset(cast(:rows as json)) as made (
           id uuid, webhook_id uuid, message_id text, event text, events integer, job_id uuid, priority smallint,
           body text, occurred_at timestamptz, due_at timestamptz
      )
"""


def add(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write deliveries."""
    if rows:
        session.execute(text(_ADD), {"rows": to_json(rows).decode()})


def move(session: Session, cursor_ids: Sequence[UUID], end: Cursor) -> None:
    """Say how far the webhooks have been told."""
    if cursor_ids:
        place = {"position": end.position, "event_id": end.event_id}
        session.execute(update(WebhookCursor).where(WebhookCursor.id.in_(cursor_ids)).values(**place))


def remove(session: Session, cursor_ids: Sequence[UUID]) -> None:
    """End replays."""
    if cursor_ids:
        session.execute(delete(WebhookCursor).where(WebhookCursor.id.in_(cursor_ids)))
