"""One import from its first byte to its receipt. Every step can be repeated: what is done is found, not remembered."""

import time
from uuid import UUID

import structlog
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.errors import Conflict, ProblemError
from product_importer.core.settings import get_settings
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.imports import planning, repository, staging
from product_importer.imports.applying import StagingLost, apply_chunk
from product_importer.imports.finishing import finish
from product_importer.imports.models import ImportChunk
from product_importer.imports.reading import read_file
from product_importer.imports.run import Run, load_run
from product_importer.jobs.lease import Lease
from product_importer.jobs.models import Job
from product_importer.jobs.runner import run_job

log = structlog.get_logger(__name__)

# Shares of the whole for the progress bar: reading, then planning, then applying.
READING_SHARE = 0.35
PLANNING_SHARE = 0.10

# A chunk that meets other writers is repeated; each repetition starts from what they left.
CHUNK_TRIES = 10
MAX_RESTAGINGS = 5


def run_import(import_id: UUID) -> None:
    """Carry out an import, or go on with it where another worker stopped."""
    run_job(import_id, _work, _ended)


def _work(lease: Lease) -> None:
    for _ in range(MAX_RESTAGINGS):
        try:
            run = _ensure_staged(lease)
            run = _ensure_planned(lease, run)
            _apply(lease, run)
            finish(lease, run)
            return
        except StagingLost as lost:
            log.warning("import.staging_lost", reason=str(lost))
            _forget_staging(lease)
    raise ProblemError(
        "staging_lost",
        "The database crashed again and again while this import ran. See that it is stable, then try again.",
    )


def _ensure_staged(lease: Lease) -> Run:
    with transaction() as session:
        run = load_run(session, lease.job_id)
        if run.staged_rows is not None and not _staging_holds(session, run):
            run = run.without_staging()
    if run.staged_rows is None:
        read_file(lease, run, READING_SHARE)
        with transaction() as session:
            run = load_run(session, lease.job_id)
    return run


def _staging_holds(session: Session, run: Run) -> bool:
    """Whether the unlogged tables still hold what the logged row says they do."""
    if run.winning_rows is None:
        return run.staging.count(session, run.staging.rows) == run.staged_rows
    return run.staging.count(session, run.staging.winners) == run.winning_rows


def _forget_staging(lease: Lease) -> None:
    with lease.transaction() as session:
        repository.forget_staging(session, lease.job_id)


def _ensure_planned(lease: Lease, run: Run) -> Run:
    if run.winners_chosen:
        return run
    with lease.transaction() as session:
        lease.enter(session, "planning", "Comparing with the catalogue")
    lease.report(READING_SHARE, run.read_rows, "Comparing with the catalogue")
    with lease.transaction() as session:
        _plan(session, lease, run)
    lease.report(READING_SHARE + PLANNING_SHARE, run.read_rows, "Planned")
    with transaction() as session:
        return load_run(session, lease.job_id)


def _plan(session: Session, lease: Lease, run: Run) -> None:
    """Choose the winners; the plan and its chunks are made once and stand when the file had to be read again."""
    first_time = not run.planned
    if first_time:
        planning.settle_rejects(session, run.id, run.staging, run.changes, run.options.on_duplicate, run.column_headers)
    winners = planning.choose_winners(session, run.id, run.staging, run.options.on_duplicate)
    lease.check()
    if first_time:
        planning.cut_chunks(session, run.id, run.staging, get_settings().import_chunk_rows)
        counted = planning.count_changes(session, run.staging, run.changes)
        repository.save_plan(session, run.id, winners, counted)
    elif winners != run.planned_winners:
        raise StagingLost(f"{winners} rows win instead of {run.planned_winners}")
    repository.save_winners(session, run.id, winners)


def _apply(lease: Lease, run: Run) -> None:
    with lease.transaction() as session:
        lease.enter(session, "applying", "Writing to the catalogue")
        pending = repository.pending_chunks(session, run.id)
        done = (run.planned_winners or 0) - sum(chunk.rows for chunk in pending)
    started, applied = time.monotonic(), 0
    for chunk in pending:
        lease.check()
        _apply_with_retries(lease, run, chunk)
        applied += chunk.rows
        _report_applied(lease, run, done + applied, applied / (time.monotonic() - started))


def _report_applied(lease: Lease, run: Run, rows: int, speed: float) -> None:
    share = rows / run.planned_winners if run.planned_winners else 1
    fraction = READING_SHARE + PLANNING_SHARE + share * (1 - READING_SHARE - PLANNING_SHARE)
    lease.report(min(fraction, 0.999), run.read_rows, f"{rows:,} of {run.planned_winners:,} products written", speed)


def _apply_with_retries(lease: Lease, run: Run, chunk: ImportChunk) -> None:
    for attempt in range(1, CHUNK_TRIES + 1):
        try:
            with lease.transaction() as session:
                apply_chunk(session, run.staging, chunk, run.changes)
                lease.checkpoint(session)
            return
        except DBAPIError as error:
            if not _met_another_writer(error):
                raise
            log.info("import.chunk_repeated", chunk=chunk.number, attempt=attempt, error=str(error.orig))
            lease.check()
    raise Conflict(
        "chunk_contended",
        "Other writers kept changing the same products. Let them finish, then try again; the receipt says what is in.",
    )


def _met_another_writer(error: DBAPIError) -> bool:
    """A deadlock, a failed serialization, a lock that was not granted, or a SKU that somebody has just created."""
    return getattr(error.orig, "sqlstate", None) in {"40P01", "40001", "55P03", "23505"}


def _ended(session: Session, job: Job) -> None:
    """An import that failed or was cancelled: its staging goes, its receipt stays, the log tells."""
    staging.drop(session, job.id)
    repository.save_counts(session, job.id)
    name = EventName.IMPORT_CANCELLED if job.status == "cancelled" else EventName.IMPORT_FAILED
    events.append(session, name, job_id=job.id)
