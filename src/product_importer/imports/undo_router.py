"""Undo of imports over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from product_importer.access.actor import actor_of
from product_importer.access.idempotency import IDEMPOTENT, IdempotentRoute
from product_importer.access.session import SessionDep
from product_importer.core.openapi import API_PREFIX, problems
from product_importer.imports import undoing
from product_importer.jobs import service as jobs
from product_importer.jobs.schemas import JobView
from product_importer.products.undo_schemas import UndoPreview

router = APIRouter(prefix="/imports/{import_id}", tags=["imports"], route_class=IdempotentRoute)


@router.get("/undo", operation_id="preview_import_undo", responses=problems(404, 422))
def preview_import_undo(session: SessionDep, import_id: UUID) -> UndoPreview:
    """What undoing this import would do now, or why it cannot be done."""
    return undoing.preview(session, import_id)


@router.post(
    "/undo", status_code=202, operation_id="undo_import", dependencies=[IDEMPOTENT], responses=problems(404, 409, 422)
)
def undo_import(session: SessionDep, request: Request, response: Response, import_id: UUID) -> JobView:
    """Take back what this import changed, as a job of its own; products changed since are kept and listed."""
    job = undoing.start(session, import_id, actor_of(request))
    response.headers["Location"] = f"{API_PREFIX}/jobs/{job.id}"
    return jobs.view(session, job.id)
