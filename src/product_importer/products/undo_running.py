"""One undo from its first chunk to its last. What is done is found in the chunks' rows, not remembered."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.jobs import service as jobs
from product_importer.jobs.lease import Lease, LeaseLost
from product_importer.jobs.models import Job
from product_importer.jobs.runner import complete, run_job
from product_importer.products import undo_repository as repository
from product_importer.products.chunks import Outcomes, run_chunks
from product_importer.products.telling import tell, tell_stopped
from product_importer.products.tidying import tidy
from product_importer.products.undo_models import UndoChunk

# What the log calls the end of an undo, by the kind of the job that was undone.
UNDONE = {"import": EventName.IMPORT_UNDONE}


def run_undo(undo_id: UUID) -> None:
    """Carry out an undo, or go on with it where another worker stopped."""
    run_job(undo_id, _work, _ended)


def _work(lease: Lease) -> None:
    undone_id = _undone_id(lease.job_id)
    run_chunks(lease, _prepare(lease, undone_id), partial(_take_back, undone_id), {})
    tidy(_finish(lease, undone_id))


def _undone_id(undo_id: UUID) -> UUID:
    with transaction() as session:
        undone_id = jobs.get(session, undo_id).undo_of
    assert undone_id is not None, f"job {undo_id} undoes nothing"
    return undone_id


def _prepare(lease: Lease, undone_id: UUID) -> Sequence[UndoChunk]:
    """The chunks of this undo; a job that has ended touches no more products, so they stand once they are cut."""
    with lease.transaction() as session:
        lease.enter(session, "undoing", "Looking for what was changed")
        repository.cut_chunks(session, lease.job_id, undone_id, get_settings().import_chunk_rows)
        return repository.chunks(session, lease.job_id)


def _take_back(undone_id: UUID, session: Session, chunk: UndoChunk, _contended: bool) -> Outcomes:
    outcomes = repository.take_back(session, chunk, undone_id, events.open_batch(session, chunk.undo_id))
    if not repository.record(session, chunk, outcomes):
        raise LeaseLost
    return outcomes


def _finish(lease: Lease, undone_id: UUID) -> int:
    """Complete the undo; returns how many products it has written."""
    with lease.transaction() as session:
        undone = jobs.mark_undone(session, undone_id)
        result = repository.totals(session, lease.job_id)
        complete(session, lease, result)
        tell(session, jobs.get(session, lease.job_id), UNDONE.get(undone.kind, EventName.JOB_COMPLETED))
    return result["removed"] + result["restored"] + result["returned"]


def _ended(session: Session, job: Job) -> None:
    """An undo that failed or was cancelled: what it has taken back stays so, and its result says how much that is."""
    job.result = repository.totals(session, job.id)
    tell_stopped(session, job)
