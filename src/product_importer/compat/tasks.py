"""Jobs as the Celery tasks that other spellings take them for."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response
from pydantic import BaseModel
from sqlalchemy.orm import Session

from product_importer.access.actor import actor_of
from product_importer.access.session import SessionDep
from product_importer.compat.steps import Step, deleted, reason, step_of
from product_importer.core.openapi import API_PREFIX
from product_importer.imports import service as imports
from product_importer.jobs import checking, service
from product_importer.jobs.schemas import JobView


class Started(BaseModel):
    """Work that was begun; both ids are that of the job."""

    task_id: UUID
    job_id: UUID
    message: str


class TaskStatus(BaseModel):
    """How far a task is: `current` of `total` rows (0 while unknown), and what came of them so far."""

    task_id: UUID
    status: Step
    current: int
    total: int
    created: int
    updated: int
    deleted: int
    errors: int
    percent: float
    message: str
    error: str | None


def started(response: Response, collection: str, job_id: UUID, message: str) -> Started:
    """The answer to a request that began a job, which says too where the job is."""
    response.headers["Location"] = f"{API_PREFIX}/{collection}/{job_id}"
    return Started(task_id=job_id, job_id=job_id, message=message)


def get_task(session: SessionDep, task_id: UUID) -> TaskStatus:
    """One job as a task."""
    return _told(session, service.view(session, task_id))


def cancel_task(session: SessionDep, task_id: UUID) -> TaskStatus:
    """Ask a job to stop; it has stopped once its status says so."""
    return _told(session, service.cancel(session, task_id))


def test_task(session: SessionDep, request: Request, response: Response) -> Started:
    """Have a worker take a job and end it: the way through the broker and back."""
    return started(response, "jobs", checking.start(session, actor_of(request)).id, "Test task submitted")


def _told(session: Session, job: JobView) -> TaskStatus:
    counts = counts_of(session, job)
    return TaskStatus(
        task_id=job.id,
        status=step_of(job),
        current=job.progress.current,
        total=job.progress.total or 0,
        created=counts.get("created", 0),
        updated=counts.get("updated", 0),
        deleted=deleted(counts),
        errors=counts.get("rejected", 0),
        percent=job.progress.percent,
        message=job.progress.message,
        error=reason(job),
    )


def counts_of(session: Session, job: JobView) -> dict[str, Any]:
    """What came of the rows so far, also of an import that has not ended."""
    if job.kind == imports.KIND:
        return imports.view(session, job.id).counts.model_dump()
    return job.result or {}
