"""Undo of a job's changes to products: whether it can be, what it would do, and starting it.

A product goes back from the state after the job's last event on it to the state before the first. One that is in
another state by now was changed since: it is kept and listed, never overwritten.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from product_importer.core.errors import Conflict
from product_importer.core.settings import get_settings
from product_importer.events import service as events
from product_importer.jobs import service as jobs
from product_importer.jobs.models import Job
from product_importer.jobs.states import UNDOABLE, JobStatus
from product_importer.products import kept
from product_importer.products import undo_repository as repository
from product_importer.products.kept_schemas import KeptCode
from product_importer.products.undo_schemas import Obstacle, UndoPreview

KIND = "undo"
SAMPLES = 50


def preview(session: Session, job_id: UUID) -> UndoPreview:
    """What undoing this job would do now; raises NotFound."""
    job = jobs.get(session, job_id)
    obstacle = _obstacle(session, job)
    if obstacle is not None:
        return UndoPreview(possible=False, code=obstacle, reason=_explain(obstacle, job))
    counts, samples = repository.preview(session, job_id, SAMPLES)
    return UndoPreview(
        possible=True,
        created=counts.get("remove", 0),
        updated=counts.get("restore", 0),
        returned=counts.get("return", 0),
        kept=sum(counts.get(code, 0) for code in KeptCode),
        kept_samples=[kept.view(**sample) for sample in samples],
    )


def start(session: Session, job_id: UUID, created_by: str) -> Job:
    """Queue the undo of a finished job; raises NotFound, or Conflict with an Obstacle as its code.

    Where an earlier undo of it was cancelled or failed, this one goes on with the rest.
    """
    job = jobs.get(session, job_id, lock=True)
    obstacle = _obstacle(session, job)
    if obstacle is not None:
        raise Conflict(obstacle, _explain(obstacle, job))
    return jobs.create(session, KIND, created_by, undo_of=job_id)


def _obstacle(session: Session, job: Job) -> Obstacle | None:
    if job.kind == KIND:
        return Obstacle.NOT_UNDOABLE
    if job.status == JobStatus.UNDONE:
        return Obstacle.ALREADY_UNDONE
    if job.status not in UNDOABLE:
        return Obstacle.JOB_NOT_FINISHED
    last = jobs.last_undos(session, [job.id]).get(job.id)
    if last is not None and last.finished_at is None:
        return Obstacle.UNDO_RUNNING
    if _age(session, job) > timedelta(days=get_settings().event_retention_days):
        return Obstacle.UNDO_EXPIRED
    return None if events.changed_products(session, job.id) else Obstacle.NOTHING_TO_UNDO


def _age(session: Session, job: Job) -> timedelta:
    """How long ago the job may have logged its first change."""
    return session.scalars(select(func.now())).one() - (job.started_at or job.created_at)


def _explain(obstacle: Obstacle, job: Job) -> str:
    days = get_settings().event_retention_days
    return {
        Obstacle.NOT_UNDOABLE: "An undo is not undone. Import the file again to have its changes back.",
        Obstacle.ALREADY_UNDONE: "This job was undone already, so there is nothing left to take back.",
        Obstacle.JOB_NOT_FINISHED: f"This job is {job.status}. Wait until it has ended, or cancel it; then undo it.",
        Obstacle.UNDO_RUNNING: "This job is being undone just now. Wait until that has ended.",
        Obstacle.UNDO_EXPIRED: f"This job is older than the {days} days for which changes are remembered.",
        Obstacle.NOTHING_TO_UNDO: "This job has changed no product, so there is nothing to take back.",
    }[obstacle]
