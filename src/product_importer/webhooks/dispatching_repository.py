"""Statements of the dispatcher."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, text, update
from sqlalchemy.orm import Session

from product_importer.products.feed import MAX_ID, Cursor
from product_importer.webhooks.models import Delivery, WebhookCursor
from product_importer.webhooks.repository import JOBS


@dataclass(frozen=True)
class Following:
    """A cursor that this transaction holds, and what its webhook wants to be told."""

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
    select c.id
      from webhook_cursors as c
      join webhooks as w on w.id = c.webhook_id
     where w.enabled and (c.position, c.event_id) < (least(c.until, :head), :max_id)
     order by c.until nulls first, c.lane, c.webhook_id
"""

# Whoever works at a cursor is not waited for: it moves it on as well.
_TAKE = """
    select c.webhook_id, c.lane, c.position, c.event_id, c.until, c.job_id, w.events, w.import_mode, now() as now
      from webhook_cursors as c
      join webhooks as w on w.id = c.webhook_id
     where c.id = :id and w.enabled
       for update of c skip locked
"""

_BACKLOG = """
    select count(*) from (
        select from webhook_deliveries
         where webhook_id = :webhook_id and priority = :priority and due_at <= now()
         limit :most
    ) as counted
"""


def behind(session: Session, head: int) -> Sequence[UUID]:
    """The cursors that have not come to the end of the log, those of edits before those of jobs, replays last."""
    return session.scalars(text(_BEHIND), {"head": head, "max_id": MAX_ID}).all()


def take(session: Session, cursor_id: UUID) -> Following | None:
    """The cursor, held until commit; null when somebody else holds it, or its webhook is told nothing."""
    found = session.execute(text(_TAKE), {"id": cursor_id}).mappings().one_or_none()
    return Following(**found) if found else None


def backlog(session: Session, webhook_id: UUID, priority: int, most: int) -> int:
    """How many deliveries of this priority are due, up to `most`."""
    found = session.scalars(text(_BACKLOG), {"webhook_id": webhook_id, "priority": priority, "most": most})
    return int(found.one())


def add(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write deliveries."""
    if rows:
        session.execute(insert(Delivery), list(rows))


def move(session: Session, cursor_id: UUID, end: Cursor) -> None:
    """Say how far the webhook has been told."""
    place = {"position": end.position, "event_id": end.event_id}
    session.execute(update(WebhookCursor).where(WebhookCursor.id == cursor_id).values(**place))


def remove(session: Session, cursor_id: UUID) -> None:
    """End a replay."""
    session.execute(delete(WebhookCursor).where(WebhookCursor.id == cursor_id))
