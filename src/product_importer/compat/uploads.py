"""Uploads that import at once, and how they tell of it."""

from typing import Literal
from uuid import UUID

from fastapi import Request, Response
from pydantic import BaseModel

from product_importer.access.actor import actor_of
from product_importer.access.idempotency import Key, claim
from product_importer.access.session import SessionDep
from product_importer.compat.steps import Step, reason, step_of
from product_importer.compat.tasks import Started, started
from product_importer.imports import service, uploads
from product_importer.imports.arriving import ArrivedDep
from product_importer.imports.options import ImportOptions
from product_importer.jobs import service as jobs

UploadWord = Literal["pending", "processing", "completed", "failed"]

_WORDS: dict[Step, UploadWord] = {
    Step.PENDING: "pending",
    Step.STARTED: "processing",
    Step.PROGRESS: "processing",
    Step.SUCCESS: "completed",
    Step.FAILURE: "failed",
}


class UploadStatus(BaseModel):
    """How far the import of a file is; `progress` and `percent` are the same number, from 0 to 100."""

    id: UUID
    job_id: UUID
    filename: str
    status: UploadWord
    progress: float
    percent: float
    message: str
    current: int
    total: int | None
    created: int
    updated: int
    errors: int
    error: str | None


def upload(
    arrived: ArrivedDep, session: SessionDep, request: Request, response: Response, idempotency_key: Key = None
) -> Started:
    """Import a file with the options that its columns suggest; answers as soon as the bytes are in."""
    claim(session, request, idempotency_key, arrived.digest)
    actor = actor_of(request)
    staged = uploads.add(session, arrived.file, arrived.format, actor)
    found = service.start(session, staged, None, ImportOptions(), actor)
    return started(response, "imports", found.id, "Processing started")


def get_upload(session: SessionDep, job_id: UUID) -> UploadStatus:
    """How far the import is that an upload began."""
    found, job = service.view(session, job_id), jobs.view(session, job_id)
    return UploadStatus(
        id=found.id,
        job_id=found.id,
        filename=found.filename,
        status=_WORDS[step_of(job)],
        progress=found.progress.percent,
        percent=found.progress.percent,
        message=reason(job) or found.progress.message,
        current=found.progress.current,
        total=found.progress.total,
        created=found.counts.created,
        updated=found.counts.updated,
        errors=found.counts.rejected,
        error=reason(job),
    )
