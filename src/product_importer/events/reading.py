"""Reading the catalogue on the replica, wherever that already holds every change that the log tells of."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from product_importer.core.replica import get_replica
from product_importer.events import service as events
from product_importer.events.metrics import READS

T = TypeVar("T")


def read(session: Session, work: Callable[[Session], T]) -> T:
    """What `work` reads: on the replica where that is not behind, else in `session`, in which nothing is written.

    Every change that was committed before the call is seen, whoever made it. Where the replica fails meanwhile, `work`
    is called a second time.
    """
    replica = get_replica()
    if replica is None:
        return work(session)
    newest = None if replica.avoided else events.head(session)
    if newest is not None:
        # The connection serves others while the replica is read.
        session.rollback()
        # A failure is logged where it happened; one of `work` itself comes again below.
        with suppress(SQLAlchemyError), replica.session() as there:
            if events.holds(there, newest):
                found = work(there)
                READS.labels("replica").inc()
                return found
    READS.labels("primary").inc()
    return work(session)
