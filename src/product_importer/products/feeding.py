"""Answering a reader of the feed: a bounded part of the log, read in short transactions, waiting where it ends."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from product_importer.core.bell import Bell
from product_importer.core.database import transaction
from product_importer.core.errors import Gone
from product_importer.events import retention
from product_importer.events import service as events
from product_importer.jobs import service as jobs
from product_importer.products import feed
from product_importer.products.feed import MAX_ID, Cursor, Stretch
from product_importer.products.feed_repository import Scope
from product_importer.products.feed_schemas import FeedQuery

EVENTS_AT_ONCE = 500
LATEST = "latest"


@dataclass(frozen=True)
class Reading:
    """Where a reader begins, and the first that it is told."""

    first: Stretch
    scope: Scope
    limit: int


async def begin(bell: Bell, query: FeedQuery) -> Reading:
    """Read the first stretch, waiting for it as long as was asked; raises Invalid, NotFound or Gone."""
    async with bell.watch() as grown:
        deadline = asyncio.get_running_loop().time() + query.wait
        after, scope = await run_in_threadpool(_start, query)
        while True:
            grown.clear()
            first = await run_in_threadpool(_read, after, scope, min(query.limit, EVENTS_AT_ONCE))
            left = deadline - asyncio.get_running_loop().time()
            if first.events or left <= 0:
                return Reading(first, scope, query.limit)
            after = first.end
            with suppress(TimeoutError):
                await asyncio.wait_for(grown.wait(), min(left, events.POLL_SECONDS))


async def lines(reading: Reading) -> AsyncIterator[bytes]:
    """The events as NDJSON, a stretch at a time."""
    stretch, left = reading.first, reading.limit
    while True:
        if stretch.events:
            yield "".join(f"{feed.dump(event.envelope())}\n" for event in stretch.events).encode()
        left -= len(stretch.events)
        if stretch.complete or left <= 0:
            return
        stretch = await run_in_threadpool(_read, stretch.end, reading.scope, min(left, EVENTS_AT_ONCE))


def _start(query: FeedQuery) -> tuple[Cursor, Scope]:
    with transaction() as session:
        if query.job_id is not None:
            jobs.get(session, query.job_id)
        return _after(session, query.after), Scope(job_id=query.job_id)


def _after(session: Session, text: str | None) -> Cursor:
    floor = retention.floor(session)
    if text is None:
        return Cursor(*floor)
    if text == LATEST:
        head = events.head(session)
        return Cursor(head.position if head else 0, MAX_ID)
    cursor = feed.parse_cursor(text)
    if cursor < floor:
        raise Gone(
            "cursor_expired",
            "The events after this cursor are no longer kept. Read the products anew, then go on from `earliest`.",
            extra={"earliest": str(Cursor(*floor))},
        )
    return cursor


def _read(after: Cursor, scope: Scope, most: int) -> Stretch:
    with transaction() as session:
        head = events.head(session)
        return feed.read(session, after, head.position if head else 0, scope, most)
