"""Jobs over many products, chunk by chunk: each one transaction, repeated when it met another writer, and counted.

What is done is found in the chunks' rows, not remembered, so a job goes on where another worker stopped.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Protocol, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from product_importer.core.contention import RowsMoved, met_another_writer
from product_importer.core.errors import Conflict, ProblemError
from product_importer.jobs.lease import Lease

log = structlog.get_logger(__name__)

TRIES = 10

Outcomes = Mapping[str, int]


class Chunk(Protocol):
    """So many products; `outcomes` says how many of them ended how, null while the chunk is not done."""

    @property
    def number(self) -> int: ...

    @property
    def products(self) -> int: ...

    @property
    def outcomes(self) -> dict[str, int] | None: ...


C = TypeVar("C", bound=Chunk)


# Does one chunk inside its transaction, writes down what came of it, and says how many products ended how. The last
# says that a try met other writers, so that the products had better be locked before they are read.
Work = Callable[[Session, C, bool], Outcomes]


def run_chunks(
    lease: Lease, chunks: Sequence[C], work: Work[C], result: Mapping[str, Any], connections: int = 1
) -> None:
    """Do every chunk that is not done, in their order, on so many connections at a time.

    `result` is that of the job before its first chunk; it is reported with the outcomes so far added.
    """
    meter = _Meter(lease, chunks, result)
    pending = [chunk for chunk in chunks if chunk.outcomes is None]
    with ThreadPoolExecutor(max(1, min(connections, len(pending)))) as threads:
        for _ in threads.map(partial(_do, lease, work, meter), pending):
            """Ends at the first that fails: those that are not begun by then are dropped."""


def _do(lease: Lease, work: Work[C], meter: "_Meter", chunk: C) -> None:
    for attempt in range(1, TRIES + 1):
        lease.check()
        try:
            with lease.traced_chunk(chunk.number, chunk.products), lease.transaction() as session:
                outcomes = work(session, chunk, attempt > 1)
                _check_equation(chunk, outcomes)
                lease.checkpoint(session)
        except RowsMoved as moved:
            reason = str(moved)
        except DBAPIError as error:
            if not met_another_writer(error):
                raise
            reason = str(error.orig)
        else:
            meter.add(outcomes)
            return
        log.info("chunk.repeated", job_id=str(lease.job_id), chunk=chunk.number, attempt=attempt, error=reason)
    raise Conflict(
        "chunk_contended",
        "Other writers kept changing the same products. What is done stays done. Let the others finish, then ask for "
        "it again: the rest follows.",
    )


def _check_equation(chunk: Chunk, outcomes: Outcomes) -> None:
    if sum(outcomes.values()) != chunk.products:
        raise ProblemError(
            "accounting_mismatch",
            f"{chunk.products} products were to be worked on but {sum(outcomes.values())} are accounted for. These "
            "were left as they are. This must never happen: please report it.",
        )


class _Meter:
    """Tells how far the job is, and its result so far."""

    def __init__(self, lease: Lease, chunks: Sequence[Chunk], result: Mapping[str, Any]) -> None:
        self._lease, self._result = lease, result
        self._total = sum(chunk.products for chunk in chunks)
        self._outcomes: Counter[str] = Counter()
        for chunk in chunks:
            self._outcomes.update(chunk.outcomes or {})
        self._before, self._started = self._outcomes.total(), time.monotonic()
        self._lock = threading.Lock()

    def add(self, outcomes: Outcomes) -> None:
        with self._lock:
            self._outcomes.update(outcomes)
            done, result = self._outcomes.total(), {**self._result, **self._outcomes}
        speed = (done - self._before) / (time.monotonic() - self._started)
        message = f"{done:,} of {self._total:,} products looked at"
        self._lease.report(min(done / self._total, 0.999), self._total, message, speed, result)
