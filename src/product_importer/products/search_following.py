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


def follow() -> int:
    """Read on until nothing is unread, or a job has the right of way; returns the events read.

    Safe to run twice: only one at a time gets the state, and what it took over stands with how far it has come.
    """
    read = 0
    while not stopping.is_set():
        with transaction() as session:
            count = _follow_once(session)
        if not count:
            break
        read += count
    if read:
        log.info("search.followed", events=read)
        with transaction() as session:
            repository.tidy(session)
    return read


def _follow_once(session: Session) -> int:
    position = repository.lock(session)
    if position is None:
        return 0
    batches = list(_stretch(repository.next_batches(session, position, BATCHES_AT_ONCE)))
    if not batches or _has_to_wait(session, batches[0]["at"]):
        return 0
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


def _has_to_wait(session: Session, since: datetime) -> bool:
    now: datetime = session.scalars(select(func.clock_timestamp())).one()
    return now - since < PATIENCE and jobs.any_running(session)
