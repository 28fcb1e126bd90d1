"""Appending to the log, and the turnstile that gives it one order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Text, Uuid, func, insert, literal, select
from sqlalchemy.orm import Session

from product_importer.core import request_ids, tracing
from product_importer.core.database import after_commit, before_commit, letting_go_if_stopped
from product_importer.core.redis import ring
from product_importer.events.models import BATCH_IDS, POSITIONS, event_batches, events
from product_importer.events.names import EventName

# Any constant of our own: the advisory lock every writer of the log passes through, last of all.
TURNSTILE = 7_305_811_303

ANONYMOUS = "system"

# The channel on which is said that the log has grown.
CHANNEL = "product-importer:events"

# Behind the bell: a message lost with Redis is made up for by looking this often.
POLL_SECONDS = 1.0


@dataclass(frozen=True)
class Head:
    """The last transaction in the log; `at` tells it from one of a log that was begun anew."""

    position: int
    at: datetime


def open_batch(session: Session, job_id: UUID | None = None) -> int:
    """The id under which this transaction's events are logged; its batch is closed as the last act before commit."""
    batch_id: int | None = session.info.get("event_batch")
    if batch_id is None:
        batch_id = session.scalars(select(BATCH_IDS.next_value())).one()
        _opened(session, batch_id, job_id)
    return batch_id


def _opened(session: Session, batch_id: int, job_id: UUID | None) -> None:
    session.info["event_batch"] = batch_id
    # The span that opened it, because nothing need be under way any more when the transaction commits.
    trace_parent = tracing.current()
    before_commit(session, lambda closing: _close_batch(closing, job_id, trace_parent))


def append(
    session: Session,
    event: EventName,
    product_id: int | None = None,
    before: Mapping[str, Any] | None = None,
    job_id: UUID | None = None,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Log one event; `before` is the product as it was, null when it was created or the event is of no product.

    `data` is what an event of no product tells.
    """
    batch_id: int | None = session.info.get("event_batch")
    logged = insert(events).values(event=event, product_id=product_id, before=before, data=data)
    if batch_id is not None:
        session.execute(logged.values(batch_id=batch_id))
        return
    # In one statement with the first event, because somebody waits for an edit.
    opening = logged.values(batch_id=BATCH_IDS.next_value()).returning(events.c.batch_id)
    _opened(session, session.scalars(opening).one(), job_id)


def head(session: Session) -> Head | None:
    """The newest position of the log; null while nothing was ever logged."""
    newest = select(event_batches.c.position, event_batches.c.at).order_by(event_batches.c.position.desc()).limit(1)
    found = session.execute(newest).one_or_none()
    return Head(found.position, found.at) if found else None


def holds(session: Session, newest: Head) -> bool:
    """Whether this database has the log up to there, which another log that is as long has not."""
    same = (event_batches.c.position == newest.position, event_batches.c.at == newest.at)
    return session.execute(select(event_batches.c.id).where(*same)).first() is not None


def changed_products(session: Session, job_id: UUID) -> bool:
    """Whether the log holds a change that this job made to a product."""
    of_batch = select(events.c.id).where(events.c.batch_id == event_batches.c.id, events.c.product_id.is_not(None))
    changing = select(event_batches.c.id).where(event_batches.c.job_id == job_id, of_batch.exists()).limit(1)
    return session.execute(changing).first() is not None


def _close_batch(session: Session, job_id: UUID | None, trace_parent: str | None) -> None:
    """Take the next position while holding the turnstile until commit.

    Ids and transaction ids do not follow the order of commits; positions do, because the lock is held from the
    `nextval` to the commit. Nothing else is locked after it, so it cannot take part in a deadlock.
    """
    # One statement, because everybody else waits between the lock and the commit.
    taken = select(letting_go_if_stopped(), func.pg_advisory_xact_lock(TURNSTILE))
    closing = {
        "id": literal(session.info.pop("event_batch")),
        "position": POSITIONS.next_value(),
        "at": func.clock_timestamp(),
        "actor": literal(session.info.get("actor", ANONYMOUS)),
        "job_id": literal(job_id, Uuid),
        "request_id": literal(request_ids.current(), Text),
        "trace_parent": literal(trace_parent, Text),
    }
    turnstile = taken.cte("turnstile").prefix_with("materialized")
    session.execute(insert(event_batches).from_select([*closing], select(*closing.values()).select_from(turnstile)))
    after_commit(session, lambda: ring(CHANNEL, ""))
