"""One undo from its first chunk to its last. What is done is found in the chunks' rows, not remembered."""

import time
from collections.abc import Sequence
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from product_importer.core.contention import met_another_writer
from product_importer.core.database import transaction
from product_importer.core.errors import Conflict, ProblemError
from product_importer.core.settings import get_settings
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.jobs import service as jobs
from product_importer.jobs.lease import Lease, LeaseLost
from product_importer.jobs.models import Job
from product_importer.jobs.runner import complete, run_job
from product_importer.products import undo_repository as repository
from product_importer.products.undo_models import UndoChunk

log = structlog.get_logger(__name__)

CHUNK_TRIES = 10
# What the log calls the end of an undo, by the kind of the job that was undone.
UNDONE = {"import": EventName.IMPORT_UNDONE}


def run_undo(undo_id: UUID) -> None:
    """Carry out an undo, or go on with it where another worker stopped."""
    run_job(undo_id, _work, _ended)


def _work(lease: Lease) -> None:
    undone_id = _undone_id(lease.job_id)
    _take_back_all(lease, undone_id, _prepare(lease, undone_id))
    _finish(lease, undone_id)


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


def _take_back_all(lease: Lease, undone_id: UUID, chunks: Sequence[UndoChunk]) -> None:
    total = sum(chunk.products for chunk in chunks)
    done = sum(chunk.products for chunk in chunks if chunk.undone_at is not None)
    before, started = done, time.monotonic()
    for chunk in chunks:
        if chunk.undone_at is not None:
            continue
        lease.check()
        _take_back(lease, undone_id, chunk)
        done += chunk.products
        speed = (done - before) / (time.monotonic() - started)
        lease.report(min(done / total, 0.999), total, f"{done:,} of {total:,} products looked at", speed)


def _take_back(lease: Lease, undone_id: UUID, chunk: UndoChunk) -> None:
    for attempt in range(1, CHUNK_TRIES + 1):
        try:
            with lease.transaction() as session:
                _take_back_once(session, undone_id, chunk)
                lease.checkpoint(session)
            return
        except DBAPIError as error:
            if not met_another_writer(error):
                raise
            log.info("undo.chunk_repeated", chunk=chunk.number, attempt=attempt, error=str(error.orig))
            lease.check()
    raise Conflict(
        "chunk_contended",
        "Other writers kept changing the same products. Let them finish, then undo again: it goes on with the rest.",
    )


def _take_back_once(session: Session, undone_id: UUID, chunk: UndoChunk) -> None:
    outcomes = repository.take_back(session, chunk, undone_id, events.open_batch(session, chunk.undo_id))
    if sum(outcomes.values()) != chunk.products:
        raise ProblemError(
            "accounting_mismatch",
            f"{chunk.products} products were to be undone but {sum(outcomes.values())} are accounted for. These were "
            "left as they are. This must never happen: please report it.",
        )
    if not repository.record(session, chunk, outcomes):
        raise LeaseLost


def _finish(lease: Lease, undone_id: UUID) -> None:
    with lease.transaction() as session:
        undone = jobs.mark_undone(session, undone_id)
        events.append(session, UNDONE.get(undone.kind, EventName.JOB_COMPLETED), job_id=lease.job_id)
        complete(session, lease, repository.totals(session, lease.job_id))


def _ended(session: Session, job: Job) -> None:
    """An undo that failed or was cancelled: what it has taken back stays so, and its result says how much that is."""
    job.result = repository.totals(session, job.id)
