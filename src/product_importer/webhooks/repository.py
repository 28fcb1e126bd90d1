"""Statements on webhooks and on how far each has been told."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.orm import Session

from product_importer.webhooks.models import Delivery, Webhook, WebhookCursor

EDITS, JOBS = "edits", "jobs"
PENDING, DELIVERED, FAILED = "pending", "delivered", "failed"

PENDING_COUNTED = 1_000


def get(session: Session, webhook_id: UUID, *, lock: bool = False) -> Webhook | None:
    """One webhook, its row locked until commit when asked."""
    return session.get(Webhook, webhook_id, with_for_update=lock or None, populate_existing=lock)


def count(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(Webhook)).one()


def newest(session: Session, limit: int, offset: int) -> Sequence[Webhook]:
    """Webhooks, the newest first."""
    return session.scalars(select(Webhook).order_by(Webhook.id.desc()).limit(limit).offset(offset)).all()


def now(session: Session) -> datetime:
    """The time of the database."""
    moment: datetime = session.scalars(select(func.clock_timestamp())).one()
    return moment


def write(session: Session, webhook: Webhook, values: Mapping[str, Any]) -> None:
    """Change fields of a webhook."""
    for name, value in values.items():
        setattr(webhook, name, value)
    webhook.updated_at = now(session)
    session.flush()


_PENDING_COUNTS = """
    select w.id, (select count(*) from (
        select from webhook_deliveries as d where d.webhook_id = w.id and d.due_at is not null limit :most
    ) as counted) as pending
      from unnest(cast(:ids as uuid[])) as w (id)
"""


def pending_counts(session: Session, webhook_ids: Sequence[UUID]) -> dict[UUID, int]:
    """How many deliveries wait for each, up to PENDING_COUNTED."""
    found = session.execute(text(_PENDING_COUNTS), {"ids": list(webhook_ids), "most": PENDING_COUNTED})
    return {row.id: row.pending for row in found}


def start_cursors(session: Session, webhook_id: UUID, position: int, event_id: int) -> None:
    """Tell the webhook of what comes after this place, and of nothing before it."""
    session.execute(delete(WebhookCursor).where(WebhookCursor.webhook_id == webhook_id))
    place = {"webhook_id": webhook_id, "position": position, "event_id": event_id}
    session.add_all(WebhookCursor(lane=lane, **place) for lane in (EDITS, JOBS))
    session.flush()


def give_up_pending(session: Session, webhook_ids: Sequence[UUID], reason: str) -> None:
    """Settle what is owed to webhooks that are told nothing more as failed."""
    session.execute(
        update(Delivery)
        .where(Delivery.webhook_id.in_(webhook_ids), Delivery.due_at.is_not(None))
        .values(status=FAILED, due_at=None, last_error=reason, finished_at=func.now(), token=Delivery.token + 1)
    )


def remove(session: Session, webhook: Webhook) -> None:
    """Delete a webhook with everything that belongs to it."""
    session.delete(webhook)
    session.flush()
