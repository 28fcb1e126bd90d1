"""The dispatcher: turns what the event log tells into deliveries, a stretch at a time, and moves the cursor with them.

Writers of the log do nothing for webhooks, so an import costs the same with none and with fifty.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

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
from product_importer.webhooks.dispatching_repository import Behind, Following
from product_importer.webhooks.repository import JOBS

log = structlog.get_logger(__name__)

EVENTS_AT_ONCE = 2_000

BACKLOG_MOST = 2_000
"""So many deliveries of a kind may wait to be sent before the next are made: an import of any size costs no more."""

CURSORS_AT_ONCE = 10
"""Webhooks that are equally far are told by one reading of the log, so many at a time."""

_FIRST, _SECOND, _LAST = 0, 1, 2


def dispatch() -> int:
    """Take every webhook that is behind the log one stretch further; returns how many have further to go."""
    with transaction() as session:
        newest = events.head(session)
        if newest is None:
            return 0
        head = newest.position
        repository.move_past(session, head)
        behind = repository.behind(session, head)
    alike = (run for _, group in groupby(behind, lambda cursor: cursor.place) for run in _at_once(list(group)))
    return sum(_advance([cursor.id for cursor in run], head) for run in alike)


def _at_once(cursors: Sequence[Behind]) -> Iterator[Sequence[Behind]]:
    for begin in range(0, len(cursors), CURSORS_AT_ONCE):
        yield cursors[begin : begin + CURSORS_AT_ONCE]


def _advance(cursor_ids: Sequence[UUID], newest: int) -> int:
    further = 0
    with transaction() as session:
        free, floor = _with_room(session, repository.take(session, cursor_ids)), Cursor(*retention.floor(session))
        # Somebody else may have moved one of them on since they were found to be alike.
        alike: dict[tuple[Cursor, int, Scope], list[Following]] = defaultdict(list)
        for following in free:
            head = newest if following.until is None else min(following.until, newest)
            alike[_not_removed(following, floor), head, _scope(following)].append(following)
        for (after, head, scope), followers in alike.items():
            stretch = feed.read(session, after, head, scope, EVENTS_AT_ONCE)
            rows = [row for following in followers for row in _rows(following, _wanted(following, stretch.events))]
            repository.add(session, rows)
            done = [one.cursor_id for one in followers if stretch.complete and one.until is not None]
            repository.remove(session, done)
            repository.move(session, [one.cursor_id for one in followers if one.cursor_id not in done], stretch.end)
            further += 0 if stretch.complete else len(followers)
    return further


def _with_room(session: Session, taken: Sequence[Following]) -> list[Following]:
    """Those for which no more waits to be sent than may."""
    room: list[Following] = []
    for priority, group in groupby(sorted(taken, key=_priority), _priority):
        some = list(group)
        full = repository.full(session, [one.webhook_id for one in some], priority, BACKLOG_MOST)
        room += [one for one in some if one.webhook_id not in full]
    return room


def _wanted(following: Following, found: Sequence[FeedEvent]) -> list[FeedEvent]:
    wanted = catalogue.wanted(following.events, digest=following.digests)
    return [event for event in found if event.event in wanted]


def _priority(following: Following) -> int:
    if following.until is not None:
        return _LAST
    return _SECOND if following.lane == JOBS else _FIRST


def _scope(following: Following) -> Scope:
    """Which events have to be looked at: those of products only where they are told one by one."""
    products = any(catalogue.is_of_product(name) for name in catalogue.matched(following.events))
    return Scope(following.lane == JOBS, following.job_id, products and not following.digests)


def _not_removed(following: Following, floor: Cursor) -> Cursor:
    """Where to go on; what the log has lost meanwhile can be told no more."""
    place = Cursor(following.position, following.event_id)
    if place < floor:
        log.warning("webhook.events_expired", webhook_id=str(following.webhook_id), position=following.position)
        return floor
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
        "priority": _priority(following),
        "message_id": event.id,
        "event": event.event,
        "events": 1,
        "job_id": event.job_id,
        "body": body,
        "occurred_at": event.at,
        "due_at": following.now,
    }
