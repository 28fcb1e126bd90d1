"""A claimed job in the hands of a worker: its lease, its heartbeat, its progress, and the signs to stop."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from product_importer.core import tracing
from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.jobs import repository, service
from product_importer.jobs.models import Job
from product_importer.jobs.schemas import Progress
from product_importer.jobs.states import JobStatus

log = structlog.get_logger(__name__)

# Watchers are told at most four times a second.
PROGRESS_SECONDS = 0.25

# A cancellation is seen at the latest so long after it was asked for, even while there is no progress to tell.
QUIET_SECONDS = 1.0

# Set when this process was asked to stop: work is handed back at its next check.
stopping = threading.Event()


class LeaseLost(Exception):
    """Somebody else holds the job now; write nothing more."""


class Cancelled(Exception):
    """A person asked this job to stop."""


class HandedBack(Exception):
    """This process is stopping; another worker goes on."""


class Paused(Exception):
    """The job waits for somebody else, who wakes it; no worker is held meanwhile."""


class Lease:
    """The right to work on one job, proven by a fencing token that every commit checks again."""

    def __init__(self, job: Job, *, assists: bool = False) -> None:
        self.job_id: UUID = job.id
        self.token: int = job.lease_token
        self.kind: str = job.kind
        self.created_by: str = job.created_by
        self.request_id: str | None = job.request_id
        self._trace_parent: str | None = job.trace_parent
        self._assists = assists
        self._length = timedelta(seconds=get_settings().job_lease_seconds)
        self._interval = min(self._length.total_seconds() / 4, QUIET_SECONDS)
        self._progress = Progress.model_validate(job.progress)
        self._reported: Progress | None = None
        self._result: Mapping[str, Any] | None = None
        self._started = (time.monotonic(), self._progress.percent)
        self.fruitless_claims: int = job.fruitless_claims
        self._lock = threading.Lock()
        self._lost = threading.Event()
        self._cancelled = threading.Event()
        if job.cancel_requested_at is not None:
            self._cancelled.set()
        self._done = threading.Event()

    def check(self) -> None:
        """Raise LeaseLost, Cancelled or HandedBack when the work has to stop here."""
        if self._lost.is_set():
            raise LeaseLost
        if self._cancelled.is_set():
            raise Cancelled
        if stopping.is_set():
            raise HandedBack

    def report(
        self,
        fraction: float,
        total: int | None,
        message: str,
        rows_per_second: float | None = None,
        result: Mapping[str, Any] | None = None,
    ) -> None:
        """Say how far the whole job is (`fraction` of 1), and its result so far, where a job has one before it ends.

        It reaches watchers with the next heartbeat.
        """
        with self._lock:
            self._result = result
            percent = max(self._progress.percent, round(min(fraction, 1) * 100, 1))
            current = int(percent / 100 * total) if total else 0
            self._reported = self._progress = Progress(
                current=max(self._progress.current, current),
                total=total,
                percent=percent,
                message=message,
                rows_per_second=rows_per_second and round(rows_per_second, 1),
                eta_seconds=self._eta(percent),
            )

    def _eta(self, percent: float) -> float | None:
        since, from_percent = self._started
        gained = percent - from_percent
        return round((time.monotonic() - since) / gained * (100 - percent), 1) if gained >= 1 else None

    @contextmanager
    def logged(self) -> Iterator[None]:
        """Have every line of the log say for which job it is, for whom, and since which request."""
        names = {"job_id": str(self.job_id), "actor": self.created_by, "request_id": self.request_id}
        with structlog.contextvars.bound_contextvars(**{name: value for name, value in names.items() if value}):
            yield

    @contextmanager
    def traced(self) -> Iterator[None]:
        """Trace the block as this worker's part in the job, below the request that began it."""
        told = {"job.id": str(self.job_id), "job.kind": self.kind, "request_id": self.request_id or ""}
        name = f"{self.kind}.assist" if self._assists else f"{self.kind}.run"
        with tracing.span(name, "consumer", told, self._trace_parent):
            self._trace_parent = tracing.current()
            yield

    def traced_chunk(self, number: int, rows: int) -> AbstractContextManager[None]:
        """Trace the block as one chunk of the job, in whichever thread."""
        return tracing.span("chunk", attributes={"chunk.number": number, "chunk.rows": rows}, parent=self._trace_parent)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A transaction that commits only while this lease holds; raises LeaseLost otherwise.

        Its backend is known to whoever takes over, so that a worker stopped in the middle cannot keep its locks.
        """
        pid: int | None = None
        try:
            with transaction(actor=self.created_by) as session:
                pid = self._register(session)
                yield session
                # In this order: who ends the job locks its row first, and its backends' rows after it.
                if not self._holds(session):
                    raise LeaseLost
                repository.remove_backend(session, self.job_id, pid)
        except BaseException:
            if pid is not None:
                self._forget_backend(pid)
            raise

    def _holds(self, session: Session) -> bool:
        # Its holder may have ended the job in this very transaction; for an assistant that means to stop.
        return repository.hold(session, self.job_id, self.token, unfinished=self._assists)

    def _register(self, session: Session) -> int:
        pid, started_at = repository.own_backend(session)
        with transaction() as other:
            if not self._holds(other):
                raise LeaseLost
            repository.add_backend(other, self.job_id, self.token, pid, started_at)
        return pid

    def _forget_backend(self, pid: int) -> None:
        # Its connection serves other jobs from now on, which are not to be interrupted or ended with this one.
        with transaction() as session:
            repository.remove_backend(session, self.job_id, pid)

    def pause(self, session: Session, status: JobStatus, phase: str, message: str) -> None:
        """Give the lease up in this transaction, in a state that waits for somebody; raise Paused after it.

        Raises Cancelled when somebody has asked for that: a job that waits would not see it.
        """
        job = self.own_unless_cancelled(session)
        progress = self._progress.model_copy(update={"message": message, "eta_seconds": None})
        if (job.status, job.phase) != (status, phase):
            repository.move(session, job, status, phase, progress=progress.model_dump())
        repository.release(session, self.job_id, self.token)
        service.announce(session, self.job_id)

    def is_shared(self, session: Session) -> bool:
        """Whether an assistant writes under this lease just now; to be asked while its holder writes nothing."""
        return repository.has_backends(session, self.job_id)

    def end_assistants(self) -> int:
        """End every backend that works under this lease, which are assistants' while its holder has none open."""
        with transaction() as session:
            return repository.end_backends(session, self.job_id, self.token + 1)

    def own(self, session: Session) -> Job:
        """The job, its row locked until commit; raises LeaseLost when somebody else holds it."""
        job = repository.get(session, self.job_id, lock=True)
        if job is None or job.lease_token != self.token:
            raise LeaseLost
        return job

    def own_unless_cancelled(self, session: Session) -> Job:
        """The same; raises Cancelled when somebody has asked for that, and was told that it would be done."""
        job = self.own(session)
        if job.cancel_requested_at is not None:
            raise Cancelled
        return job

    def enter(self, session: Session, phase: str, message: str) -> None:
        """Move the job to `phase` in this transaction; entering the phase it is in changes nothing."""
        job = self.own_unless_cancelled(session)
        if (job.status, job.phase) == (JobStatus.RUNNING, phase):
            return
        tracing.note(phase)
        values = {} if job.started_at else {"started_at": repository.NOW}
        progress = self._progress.model_copy(update={"message": message})
        repository.move(
            session, job, JobStatus.RUNNING, phase, progress=progress.model_dump(), fruitless_claims=0, **values
        )
        service.announce(session, self.job_id)

    def checkpoint(self, session: Session) -> None:
        """Note inside this transaction that the work got somewhere."""
        repository.checkpoint(session, self.job_id)

    @contextmanager
    def heartbeat(self) -> Iterator[None]:
        """Keep the lease alive from a thread of its own for the length of the block."""
        thread = threading.Thread(target=self._beat, name=f"lease-{self.job_id}", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._done.set()
            thread.join()

    def _beat(self) -> None:
        renewed = time.monotonic()
        while not self._done.wait(PROGRESS_SECONDS):
            if self._reported is None and time.monotonic() - renewed < self._interval:
                continue
            try:
                self._renew()
                renewed = time.monotonic()
            except DBAPIError as error:
                # The database is away; the lease may well run out, which the next renewal will find.
                log.warning("lease.not_renewed", job_id=str(self.job_id), error=str(error.orig))
            if self._lost.is_set():
                return

    def _renew(self) -> None:
        with self._lock:
            news, self._reported = self._reported, None
            values: dict[str, Any] = {"progress": news.model_dump()} if news else {}
            if news and self._result is not None:
                values["result"] = dict(self._result)
        with transaction() as session:
            answer = repository.renew(session, self.job_id, self.token, self._length, values)
            if news:
                service.announce(session, self.job_id)
        if answer is False:
            self._lost.set()
        elif answer is not True:
            self._see_cancellation()

    def _see_cancellation(self) -> None:
        """Interrupt what is executed, from the second time on.

        Whoever cancelled did so once, perhaps between two statements of which the second waits for somebody's lock.
        """
        if self._cancelled.is_set():
            with transaction() as session:
                repository.cancel_statements(session, self.job_id)
        self._cancelled.set()

    @property
    def progress(self) -> Progress:
        """The last reported progress."""
        return self._progress


def assisting(job_id: UUID, phase: str) -> Lease | None:
    """A share in the lease of whoever works on the job in this phase, None when nobody does.

    It is not kept alive from here, and ends with the holder's token.
    """
    with transaction() as session:
        job = repository.get(session, job_id)
        working = job is not None and job.status == JobStatus.RUNNING and job.phase == phase
        return Lease(job, assists=True) if job is not None and working else None
