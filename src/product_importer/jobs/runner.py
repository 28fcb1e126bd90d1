"""Runs one job: claim, work under a heartbeat, and one clear end for each way it can end."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from product_importer.core import tracing
from product_importer.core.database import transaction
from product_importer.core.errors import ProblemError
from product_importer.core.settings import get_settings
from product_importer.jobs import repository, service
from product_importer.jobs.lease import Cancelled, HandedBack, Lease, LeaseLost, Paused
from product_importer.jobs.models import Job
from product_importer.jobs.schemas import JobError
from product_importer.jobs.states import JobStatus

log = structlog.get_logger(__name__)

# A worker may be killed this often without getting anywhere before the work itself is held to be the cause.
MAX_FRUITLESS_CLAIMS = 25

_INTERRUPTED = "57014"

Work = Callable[[Lease], None]
Ended = Callable[[Session, Job], None]


def run_job(job_id: UUID, work: Work, ended: Ended) -> None:
    """Do `work` if the job can be claimed; `ended` runs in the transaction that ends it as failed or cancelled.

    `work` completes the job itself, in its own last transaction, by `complete`.
    """
    lease = _claim(job_id)
    if lease is None:
        return
    with lease.logged(), lease.traced(), lease.heartbeat():
        try:
            log.info("job.claimed", kind=lease.kind)
            lease.check()
            _refuse_fruitless(lease)
            work(lease)
            log.info("job.worked", kind=lease.kind)
        except LeaseLost:
            log.warning("job.lease_lost")
        except HandedBack:
            _hand_back(lease)
        except Paused:
            log.info("job.paused")
        except Cancelled:
            _end(lease, JobStatus.CANCELLED, None, ended)
        except ProblemError as error:
            _end(lease, JobStatus.FAILED, JobError(code=error.code, detail=error.detail), ended)
        except DBAPIError as error:
            _database_failed(lease, error, ended)
        except Exception:
            log.exception("job.crashed")
            detail = "Something unexpected went wrong in the program itself; the log has the details. Try again."
            _end(lease, JobStatus.FAILED, JobError(code="internal_error", detail=detail), ended)


def complete(session: Session, lease: Lease, result: dict[str, Any]) -> None:
    """End the job as completed in this transaction; raises Cancelled when somebody has asked for that before."""
    progress = lease.progress.model_copy(
        update={"percent": 100, "current": lease.progress.total or 0, "message": "Done", "eta_seconds": 0}
    )
    job = lease.own_unless_cancelled(session)
    repository.remove_backends(session, lease.job_id)
    repository.move(session, job, JobStatus.COMPLETED, "completed", progress=progress.model_dump(), result=result)
    service.announce(session, lease.job_id)


def _claim(job_id: UUID) -> Lease | None:
    with transaction() as session:
        job = repository.claim(session, job_id, timedelta(seconds=get_settings().job_lease_seconds))
        if job is None:
            return None
        ended = repository.end_backends(session, job_id, job.lease_token)
        if ended:
            log.warning("job.former_backends_ended", job_id=str(job_id), count=ended)
        return Lease(job)


def _refuse_fruitless(lease: Lease) -> None:
    if lease.fruitless_claims > MAX_FRUITLESS_CLAIMS:
        raise ProblemError(
            "worker_lost",
            f"Workers stopped {MAX_FRUITLESS_CLAIMS} times at the same place without getting further. "
            "Check the workers' memory and log, then start it again.",
        )


def _end(lease: Lease, status: JobStatus, error: JobError | None, ended: Ended) -> None:
    while True:
        try:
            _end_once(lease, status, error, ended)
        except LeaseLost:
            log.warning("job.lease_lost")
        except DBAPIError as interrupted:
            # Who cancels interrupts what is executed for the job, which may be this.
            if _state(interrupted) == _INTERRUPTED:
                continue
            if not _passes(interrupted):
                raise
            log.warning("job.database_away", error=str(interrupted.orig))
        return


def _end_once(lease: Lease, status: JobStatus, error: JobError | None, ended: Ended) -> None:
    message = "Cancelled" if status == JobStatus.CANCELLED else "Failed"
    progress = lease.progress.model_copy(update={"message": message, "eta_seconds": None})
    with transaction(actor=lease.created_by) as session:
        job = lease.own(session)
        # Assistants may be in the middle of something, with locks on what is to be removed now.
        repository.end_backends(session, lease.job_id, lease.token + 1)
        repository.move(
            session, job, status, status.value, progress=progress.model_dump(), error=error and error.model_dump()
        )
        service.announce(session, lease.job_id)
        ended(session, job)
    if error is not None:
        tracing.fail(error.code)
    log.info("job.ended", kind=lease.kind, status=status.value, code=error and error.code)


def _hand_back(lease: Lease) -> None:
    log.info("job.handed_back")
    with transaction() as session:
        repository.release(session, lease.job_id, lease.token)
        job = service.get(session, lease.job_id)
        service.wake(session, job)


def _database_failed(lease: Lease, error: DBAPIError, ended: Ended) -> None:
    """A database that is away or was in the way is tried again by the sweep; any other error is the job's end."""
    state = _state(error)
    if state == _INTERRUPTED and _was_cancelled(lease):
        _end(lease, JobStatus.CANCELLED, None, ended)
        return
    if _passes(error):
        log.warning("job.database_away", error=str(error.orig))
        return
    log.exception("job.crashed")
    _end(lease, JobStatus.FAILED, _explain(state), ended)


def _was_cancelled(lease: Lease) -> bool:
    with transaction() as session:
        return service.is_cancelled(session, lease.job_id)


def _state(error: DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None)


def _passes(error: DBAPIError) -> bool:
    return error.connection_invalidated or is_passing(_state(error))


def is_passing(sqlstate: str | None) -> bool:
    """Whether an error of this SQLSTATE goes away by itself: connection, shutdown, crash, deadlock, serialization.

    Or it says that this process was taken for stopped, see `let_go_if_stopped`.
    """
    return sqlstate is None or sqlstate[:2] in {"08", "40"} or sqlstate[:4] == "57P0" or sqlstate == "25P03"


def _explain(sqlstate: str | None) -> JobError:
    if sqlstate == "53100":
        return JobError(code="database_full", detail="The database's disk is full. Free space there, then try again.")
    return JobError(
        code="database_error",
        detail=f"The database refused the work (SQLSTATE {sqlstate}); the log has the details. Try again.",
    )
