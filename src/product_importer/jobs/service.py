"""Jobs as the API sees them, and the changes that are not a worker's own."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.core.celery import enqueue
from product_importer.core.database import after_commit, transaction
from product_importer.core.errors import Conflict, NotFound
from product_importer.core.pagination import Page, page_count
from product_importer.core.redis import ring
from product_importer.jobs import repository
from product_importer.jobs.models import Job, JobTransition
from product_importer.jobs.schemas import JobView, PhaseEntry, Progress
from product_importer.jobs.states import QUEUED_PHASE, TERMINAL, UNDOABLE, JobStatus

# The channel on which a change of a job is announced; the message is its id.
CHANNEL = "product-importer:jobs"


def create(session: Session, kind: str, created_by: str, undo_of: UUID | None = None) -> Job:
    """A queued job; a worker is woken once the transaction has committed."""
    job = repository.add(session, kind, created_by, Progress().model_dump(), undo_of)
    wake(session, job)
    announce(session, job.id)
    return job


def wake(session: Session, job: Job) -> None:
    """Tell a worker, after commit, that `job` has work; the task of a kind is named `<kind>.run`."""
    enqueue(session, f"{job.kind}.run", str(job.id))


def announce(session: Session, job_id: UUID) -> None:
    """Tell watchers, after commit, that a job changed."""
    after_commit(session, lambda: ring(CHANNEL, str(job_id)))


def get(session: Session, job_id: UUID, *, lock: bool = False) -> Job:
    """One job, its row locked until commit when asked; raises NotFound."""
    job = repository.get(session, job_id, lock=lock)
    if job is None:
        raise NotFound("job_not_found", f"There is no job {job_id}. See the list of jobs for those that exist.")
    return job


def views(session: Session, jobs: Sequence[Job]) -> list[JobView]:
    """Jobs with the times of their phases."""
    entered: dict[UUID, list[PhaseEntry]] = {job.id: [] for job in jobs}
    for change in repository.transitions(session, list(entered)):
        entered[change.job_id].append(_entry(change))
    return [_view(job, entered[job.id]) for job in jobs]


def view(session: Session, job_id: UUID) -> JobView:
    """One job with the times of its phases; raises NotFound."""
    return views(session, [get(session, job_id)])[0]


def page(session: Session, number: int, limit: int) -> Page[JobView]:
    """One page of all jobs, the newest first."""
    total = repository.count(session)
    jobs = repository.newest(session, limit, (number - 1) * limit)
    return Page(items=views(session, jobs), total=total, page=number, pages=page_count(total, limit), limit=limit)


def changes(session: Session, job_id: UUID, after: int) -> list[JobView]:
    """What a watcher who saw version `after` has missed: each change of status or phase, then the job as it is."""
    now = view(session, job_id)
    missed = [change for change in repository.transitions(session, [job_id], after) if change.version < now.version]
    seen = [_as_it_was(now, change) for change in missed] if after else []
    return [*seen, now] if now.version > after else []


def cancel(session: Session, job_id: UUID) -> JobView:
    """Ask a job to stop; its worker (or a woken one) ends it. Raises Conflict when it has already ended."""
    job = get(session, job_id)
    if repository.request_cancel(session, job_id) == 0:
        raise Conflict("job_finished", f"This job is {job.status} already, so there is nothing left to cancel.")
    session.refresh(job)
    if job.status == JobStatus.AWAITING_CONFIRMATION:
        repository.move(session, job, JobStatus.QUEUED, job.phase)
    wake(session, job)
    announce(session, job_id)
    # Only now that the wish is written: a worker that is interrupted looks there for the reason.
    after_commit(session, lambda: _interrupt(job_id))
    return views(session, [job])[0]


def resume(session: Session, job: Job) -> None:
    """Go on with a job that waited for a person; its row is locked."""
    repository.move(session, job, JobStatus.QUEUED, QUEUED_PHASE)
    wake(session, job)
    announce(session, job.id)


def _interrupt(job_id: UUID) -> None:
    with transaction() as session:
        repository.cancel_statements(session, job_id)


def is_cancelled(session: Session, job_id: UUID) -> bool:
    """Whether somebody asked this job to stop."""
    return get(session, job_id).cancel_requested_at is not None


def last_undos(session: Session, job_ids: Sequence[UUID]) -> dict[UUID, Job]:
    """The latest undo of each of these jobs that has one."""
    return {undo.undo_of: undo for undo in repository.undos(session, job_ids) if undo.undo_of}


def mark_undone(session: Session, job_id: UUID) -> Job:
    """Say of a finished job that its changes were taken back; when it finished stays as it was."""
    job = get(session, job_id, lock=True)
    assert job.status in UNDOABLE, f"job {job_id} is {job.status}"
    repository.move(session, job, JobStatus.UNDONE, JobStatus.UNDONE.value)
    announce(session, job_id)
    return job


def any_running(session: Session) -> bool:
    """Whether a worker is at a job just now."""
    return repository.any_held(session)


def sweep(session: Session, patience: timedelta) -> list[UUID]:
    """Wake work whose worker died or whose message was lost."""
    found = repository.lost(session, patience)
    for job in found:
        wake(session, job)
    return [job.id for job in found]


def is_terminal(status: str) -> bool:
    return status in TERMINAL


def _entry(change: JobTransition) -> PhaseEntry:
    return PhaseEntry(status=JobStatus(change.status), phase=change.phase, at=change.at)


def _view(job: Job, phases: list[PhaseEntry]) -> JobView:
    found = JobView.model_validate(job)
    return found.model_copy(update={"phases": phases, "cancel_requested": job.cancel_requested_at is not None})


def _as_it_was(now: JobView, change: JobTransition) -> JobView:
    return now.model_copy(
        update={
            "status": JobStatus(change.status),
            "phase": change.phase,
            "phases": [entry for entry in now.phases if entry.at <= change.at],
            "progress": Progress.model_validate(change.progress),
            "version": change.version,
            "result": None,
            "error": None,
            "finished_at": None,
        }
    )
