"""One import from its first byte to its receipt. Every step can be repeated: what is done is found, not remembered."""

import time
from uuid import UUID

import structlog
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.errors import ProblemError
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.imports import repository, sharing, staging, turns
from product_importer.imports.applying import StagingLost
from product_importer.imports.finishing import finish
from product_importer.imports.making_plans import choose_winners, make_plan
from product_importer.imports.reading import read_file
from product_importer.imports.run import Run, load_run
from product_importer.imports.staleness import is_stale, rejects_are_stale
from product_importer.imports.telling import telling
from product_importer.jobs.lease import Lease, Paused
from product_importer.jobs.models import Job
from product_importer.jobs.runner import run_job
from product_importer.jobs.states import JobStatus
from product_importer.products import undo

log = structlog.get_logger(__name__)

# Shares of the whole for the progress bar: reading, then planning, then applying.
READING_SHARE = 0.35
PLANNING_SHARE = 0.10

MAX_RESTAGINGS = 5
MAX_REPLANS = 3


def run_import(import_id: UUID) -> None:
    """Carry out an import, or go on with it where another worker stopped."""
    run_job(import_id, _work, _ended)


def _work(lease: Lease) -> None:
    for _ in range(MAX_RESTAGINGS):
        try:
            run = _ensure_planned(lease)
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


def _forget_staging(lease: Lease) -> None:
    with lease.transaction() as session:
        repository.forget_staging(session, lease.job_id)


def _ensure_planned(lease: Lease) -> Run:
    """The import with a plan that holds now, or one of which chunks are in already; raises Paused while it waits."""
    for _ in range(MAX_REPLANS):
        run = _ensure_chosen(lease)
        _take_turn(lease, run)
        if _forget_stale_rejects(lease, run):
            continue
        run = _ensure_plan(lease, run)
        if not _forget_stale_plan(lease, run):
            break
    else:
        # The catalogue changes faster than it is planned; what is met under lock counts anyway.
        run = _ensure_plan(lease, _ensure_chosen(lease))
    _pause_for_confirmation(lease, run)
    return run


def _ensure_chosen(lease: Lease) -> Run:
    run = _ensure_staged(lease)
    if run.winning_rows is not None:
        return run
    with lease.transaction() as session:
        lease.enter(session, "planning", "Comparing with the catalogue")
    lease.report(READING_SHARE, run.read_rows, "Comparing with the catalogue")
    with lease.transaction() as session:
        choose_winners(session, run)
    return _load(lease)


def _ensure_staged(lease: Lease) -> Run:
    with lease.transaction() as session:
        run = load_run(session, lease.job_id)
        if run.staged_rows is not None and not run.staging.holds(session, run.rows_counted):
            run = run.without_staging()
    if run.staged_rows is None:
        read_file(lease, run, READING_SHARE)
        run = _load(lease)
    return run


def _take_turn(lease: Lease, run: Run) -> None:
    with lease.transaction() as session:
        before = turns.take(session, run.id)
        if before is not None:
            message = "Waiting for an import of the same SKUs to end"
            lease.pause(session, JobStatus.RUNNING, "planning", message)
    if before is not None:
        raise Paused


def _ensure_plan(lease: Lease, run: Run) -> Run:
    with lease.transaction() as session:
        lease.check()
        make_plan(session, run)
    lease.report(READING_SHARE + PLANNING_SHARE, run.read_rows, "Planned")
    return _load(lease)


def _forget_stale_rejects(lease: Lease, run: Run) -> bool:
    """Have the file read again where a row was rejected for creating what another import has created meanwhile."""
    if run.plan is not None or not run.rejects_depend_on_catalogue:
        return False
    with lease.transaction() as session:
        stale = rejects_are_stale(session, run)
        if stale:
            repository.forget_plan(session, run.id, read_again=True)
    return stale


def _forget_stale_plan(lease: Lease, run: Run) -> bool:
    """Have the import planned again where the catalogue has changed since and nothing is written yet."""
    with lease.transaction() as session:
        _, applied, _ = repository.count_chunks(session, run.id)
        if applied or not is_stale(session, run):
            return False
        repository.forget_plan(session, run.id, read_again=run.rejects_depend_on_catalogue)
    return True


def _pause_for_confirmation(lease: Lease, run: Run) -> None:
    if not run.waits:
        return
    with lease.transaction() as session:
        turns.leave(session, run.id)
        lease.pause(session, JobStatus.AWAITING_CONFIRMATION, "awaiting_confirmation", "Waiting for confirmation")
    raise Paused


def _apply(lease: Lease, run: Run) -> None:
    with lease.transaction() as session:
        lease.enter(session, "applying", "Writing to the catalogue")
        repository.settle_idle_chunks(session, run.id, run.changes)
        _, _, rows = repository.count_chunks(session, run.id)
    sharing.lead(lease, run, _Meter(lease, run, rows).applied)


class _Meter:
    """Tells how far applying is, whoever applies."""

    def __init__(self, lease: Lease, run: Run, done: int) -> None:
        self._lease, self._run = lease, run
        self._done_before = done
        self._started = time.monotonic()

    def applied(self) -> None:
        """A chunk is in."""
        with transaction() as session:
            _, _, done = repository.count_chunks(session, self._run.id)
        winners = self._run.planned_winners
        share = done / winners if winners else 1
        fraction = READING_SHARE + PLANNING_SHARE + share * (1 - READING_SHARE - PLANNING_SHARE)
        speed = (done - self._done_before) / (time.monotonic() - self._started)
        self._lease.report(min(fraction, 0.999), self._run.read_rows, f"{done:,} of {winners:,} rows applied", speed)


def _load(lease: Lease) -> Run:
    with transaction() as session:
        return load_run(session, lease.job_id)


def _ended(session: Session, job: Job) -> None:
    """An import that failed or was cancelled: its staging goes, its receipt stays, the log tells."""
    turns.leave(session, job.id)
    staging.drop(session, job.id)
    repository.save_counts(session, job.id)
    failed = job.status == JobStatus.FAILED
    if failed and events.changed_products(session, job.id):
        # All or nothing: what had been applied is taken back by its own events.
        undo.start(session, job.id, job.created_by)
    name = EventName.IMPORT_FAILED if failed else EventName.IMPORT_CANCELLED
    error = job.error["detail"] if job.error else None
    events.append(session, name, job_id=job.id, data=telling(session, job.id, error))
