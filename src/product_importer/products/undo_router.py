"""Undo over HTTP, for any job that changed products."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from product_importer.access.actor import actor_of
from product_importer.access.idempotency import IDEMPOTENT, IdempotentRoute
from product_importer.access.session import SessionDep
from product_importer.core.openapi import API_PREFIX, problems
from product_importer.jobs import service as jobs
from product_importer.jobs.schemas import JobView
from product_importer.products import undo
from product_importer.products.undo_schemas import UndoPreview

router = APIRouter(prefix="/jobs/{job_id}", tags=["undo"], route_class=IdempotentRoute)


@router.get("/undo", operation_id="preview_job_undo", responses=problems(404, 422))
def preview_job_undo(session: SessionDep, job_id: UUID) -> UndoPreview:
    """What undoing this job would do now, or why it cannot be done."""
    return undo.preview(session, job_id)


@router.post(
    "/undo", status_code=202, operation_id="undo_job", dependencies=[IDEMPOTENT], responses=problems(404, 409, 422)
)
def undo_job(session: SessionDep, request: Request, response: Response, job_id: UUID) -> JobView:
    """Take back what a finished job changed, as a job of its own; products changed since are kept and listed."""
    job = undo.start(session, job_id, actor_of(request))
    response.headers["Location"] = f"{API_PREFIX}/jobs/{job.id}"
    return jobs.view(session, job.id)
