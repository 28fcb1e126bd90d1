"""The dispatcher: turns what the event log tells into deliveries, a stretch at a time, and moves the cursor with them.

Writers of the log do nothing for webhooks, so an import costs the same with none and with fifty.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import structlog
from sqlalchemy.orm import Session

from product_importer.core.database import new_id, transaction
from product_importer.events import retention
from product_importer.events import service as events
from product_importer.products import feed
from product_importer.products.feed import Cursor, FeedEvent
from product_importer.products.feed_repository import Scope
from product_importer.webhooks import catalogue, messages
from product_importer.webhooks import dispatching_repository as repository
from product_importer.webhooks.dispatching_repository import Following
from product_importer.webhooks.repository import JOBS

log = structlog.get_logger(__name__)

EVENTS_AT_ONCE = 2_000

BACKLOG_MOST = 2_000
"""So many deliveries of a kind may wait to be sent before the next are made: an import of any size costs no more."""

_FIRST, _SECOND, _LAST = 0, 1, 2


def dispatch() -> int:
    """Take every webhook that is behind the log one stretch further; returns how many went further."""
    with transaction() as session:
        newest = events.head(session)
        behind = repository.behind(session, newest.position) if newest else []
    return sum(_advance(cursor_id) for cursor_id in behind)


def _advance(cursor_id: Any) -> bool:
    with transaction() as session:
        newest = events.head(session)
        following = repository.take(session, cursor_id)
        if following is None or newest is None:
            return False
        priority = _priority(following)
        if repository.backlog(session, following.webhook_id, priority, BACKLOG_MOST) >= BACKLOG_MOST:
            return False
        after = _not_removed(session, following)
        head = newest.position if following.until is None else min(following.until, newest.position)
        stretch = feed.read(session, after, head, _scope(following), EVENTS_AT_ONCE)
        wanted = catalogue.wanted(following.events, digest=following.digests)
        told = [event for event in stretch.events if event.event in wanted]
        repository.add(session, [row | {"priority": priority} for row in _rows(following, told)])
        if stretch.complete and following.until is not None:
            repository.remove(session, cursor_id)
        else:
            repository.move(session, cursor_id, stretch.end)
        return True


def _priority(following: Following) -> int:
    if following.until is not None:
        return _LAST
    return _SECOND if following.lane == JOBS else _FIRST


def _scope(following: Following) -> Scope:
    """Which events have to be looked at: those of products only where they are told one by one."""
    products = any(catalogue.is_of_product(name) for name in catalogue.matched(following.events))
    return Scope(following.lane == JOBS, following.job_id, products and not following.digests)


def _not_removed(session: Session, following: Following) -> Cursor:
    """Where to go on; what the log has lost meanwhile can be told no more."""
    floor = retention.floor(session)
    place = Cursor(following.position, following.event_id)
    if place < floor:
        log.warning("webhook.events_expired", webhook_id=str(following.webhook_id), position=following.position)
        return Cursor(*floor)
    return place


def _rows(following: Following, told: Sequence[FeedEvent]) -> Iterator[dict[str, Any]]:
    """Deliveries in the order of the events: one for each, or for products of jobs one for many."""
    for of_product, run in groupby(told, lambda event: event.product_id is not None):
        if of_product and following.batches:
            yield from _batched(following, list(run))
        else:
            yield from (_row(following, event, body=messages.single(event)) for event in run)


def _batched(following: Following, run: Sequence[FeedEvent]) -> Iterator[dict[str, Any]]:
    begin = 0
    for bodies in messages.in_batches([messages.single(event) for event in run]):
        begin += len(bodies)
        last, row_id = run[begin - 1], new_id()
        yield _row(following, last) | {
            "id": row_id,
            "message_id": str(row_id),
            "event": catalogue.BATCH,
            "events": len(bodies),
            "body": messages.batch(str(row_id), bodies, last.at),
        }


def _row(following: Following, event: FeedEvent, body: str = "") -> dict[str, Any]:
    return {
        "id": new_id(),
        "webhook_id": following.webhook_id,
        "message_id": event.id,
        "event": event.event,
        "events": 1,
        "job_id": event.job_id,
        "body": body,
        "occurred_at": event.at,
        "due_at": following.now,
    }
