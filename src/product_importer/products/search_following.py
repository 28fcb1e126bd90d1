"""The reader of the event log that keeps the copy for searching up to date, a stretch at a time."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import structlog
from sqlalchemy import RowMapping, func, select
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.jobs import service as jobs
from product_importer.jobs.lease import stopping
from product_importer.products import search_repository as repository

log = structlog.get_logger(__name__)

EVENTS_AT_ONCE = 10_000
BATCHES_AT_ONCE = 16

PATIENCE = timedelta(minutes=5)
"""How far behind the reader may fall while a job is at work, which needs the machine more; until then it waits."""


HELD_SECONDS = 60.0
"""How long a reader that says nothing more keeps others from reading; two at once would only be in each other's way."""


def follow() -> int:
    """Read on until nothing is unread, or a job has the right of way; returns the events read.

    Safe to run twice and to be stopped: what was taken over stands with how far that is.
    """
    with transaction() as session:
        if not repository.claim(session, HELD_SECONDS):
            return 0
    read = sum(iter(_follow_once, 0))
    with transaction() as session:
        if read:
            repository.tidy(session)
        repository.release(session)
    if read:
        log.info("search.followed", events=read)
    return read


def _follow_once() -> int:
    """Take over the next stretch; returns its events, or 0 where there is none or it has to wait."""
    with transaction() as session:
        position = repository.lock(session, HELD_SECONDS)
        if stopping.is_set() or not _may_read(session, position):
            return 0
        batches = list(_stretch(repository.next_batches(session, position, BATCHES_AT_ONCE, EVENTS_AT_ONCE)))
        repository.take_over(session, [batch["id"] for batch in batches], batches[-1]["position"])
    return max(1, sum(int(batch["events"]) for batch in batches))


def _stretch(batches: Sequence[RowMapping]) -> Iterator[RowMapping]:
    """The first of them, and as many more as make a transaction of a fair length."""
    counted = 0
    for batch in batches:
        if counted and counted + batch["events"] > EVENTS_AT_ONCE:
            return
        counted += batch["events"]
        yield batch


def _may_read(session: Session, position: int) -> bool:
    """Whether there is something to read, and no job that has the right of way."""
    since = repository.unread_since(session, position)
    if since is None:
        return False
    now: datetime = session.scalars(select(func.clock_timestamp())).one()
    return now - since >= PATIENCE or not jobs.any_running(session)
