"""One bulk job from its first chunk to its last. What is done is found in the chunks' rows, not remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

import structlog
from sqlalchemy.orm import Session

from product_importer.core.errors import ProblemError
from product_importer.core.settings import get_settings
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.jobs import service as jobs
from product_importer.jobs.lease import Lease, LeaseLost
from product_importer.jobs.models import Job
from product_importer.jobs.runner import complete, run_job
from product_importer.products import bulk
from product_importer.products import bulk_repository as repository
from product_importer.products.bulk_models import Bulk, BulkChunk
from product_importer.products.bulk_schemas import BulkAction, BulkResult
from product_importer.products.bulk_sql import Statement, statement
from product_importer.products.chunks import Outcomes, run_chunks
from product_importer.products.telling import tell, tell_stopped
from product_importer.products.tidying import tidy

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class _Run:
    """What is done to each chunk, and what the job's result is before the first."""

    statement: Statement
    asked_at: datetime
    chunks: Sequence[BulkChunk]
    nothing_done: BulkResult


def run_bulk(job_id: UUID) -> None:
    """Carry out a bulk job, or go on with it where another worker stopped."""
    run_job(job_id, _work, _ended)


def _work(lease: Lease) -> None:
    run = _prepare(lease)
    nothing_done = run.nothing_done.model_dump(mode="json")
    run_chunks(lease, run.chunks, partial(_write, run), nothing_done, get_settings().bulk_writers)
    tidy(_finish(lease))


def _prepare(lease: Lease) -> _Run:
    with lease.transaction() as session:
        lease.enter(session, "applying", "Beginning")
        found = session.get_one(Bulk, lease.job_id)
        return _Run(
            statement=statement(BulkAction(found.action), found.new_values or {}),
            asked_at=jobs.get(session, lease.job_id).created_at,
            chunks=repository.chunks(session, lease.job_id),
            nothing_done=BulkResult(action=BulkAction(found.action), selected=found.selected),
        )


def _write(run: _Run, session: Session, chunk: BulkChunk, contended: bool) -> Outcomes:
    batch_id = events.open_batch(session, chunk.job_id)
    outcomes = repository.write(session, chunk, run.statement, batch_id, run.asked_at, lock=contended)
    logged = outcomes.pop("logged")
    if logged != outcomes["changed"]:
        raise ProblemError(
            "accounting_mismatch",
            f"{outcomes['changed']} products were changed but {logged} changes were logged. These were left as they "
            "are. This must never happen: please report it.",
        )
    if not repository.record(session, chunk, outcomes):
        raise LeaseLost
    return outcomes


def _finish(lease: Lease) -> int:
    """Complete the job; returns how many products it has changed."""
    with lease.transaction() as session:
        result = bulk.result(session, session.get_one(Bulk, lease.job_id))
        complete(session, lease, result)
        tell(session, jobs.get(session, lease.job_id), EventName.JOB_COMPLETED)
    changed: int = result["changed"]
    return changed


def _ended(session: Session, job: Job) -> None:
    """A bulk job that failed or was cancelled: what it has done stays so, and its result says how much that is."""
    job.result = bulk.result(session, session.get_one(Bulk, job.id))
    tell_stopped(session, job)
