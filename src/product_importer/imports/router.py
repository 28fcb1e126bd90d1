"""Imports over HTTP."""

from typing import Annotated, Literal
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from sqlalchemy.orm import Session

from product_importer.access.actor import actor_of
from product_importer.access.idempotency import IdempotentRoute, Key, claim
from product_importer.access.session import SessionDep
from product_importer.core.database import transaction
from product_importer.core.openapi import problems
from product_importer.core.pagination import Page
from product_importer.imports import confirming, service, uploads
from product_importer.imports.models import Upload
from product_importer.imports.records import RejectCode
from product_importer.imports.reject_files import reject_filename
from product_importer.imports.schemas import ConfirmRequest, DriftView, ImportView, RejectView
from product_importer.imports.wanted import IMPORT_BODY, WantedImport, WantedImportDep
from product_importer.jobs.router import PageQuery

router = APIRouter(tags=["imports"], route_class=IdempotentRoute)


class RejectQuery(PageQuery):
    """Which rejects, and as what; `bom` puts a byte order mark before the CSV, by which spreadsheets know UTF-8."""

    code: RejectCode | None = None
    format: Literal["json", "csv"] = "json"
    bom: bool = False


@router.post(
    "/imports",
    status_code=202,
    operation_id="create_import",
    openapi_extra=IMPORT_BODY,
    responses=problems(404, 409, 413, 415, 422, 507),
)
def create_import(
    wanted: WantedImportDep, session: SessionDep, request: Request, response: Response, idempotency_key: Key = None
) -> ImportView:
    """Import a staged file (JSON) or a file sent along (multipart); answers as soon as the bytes are in."""
    claim(session, request, idempotency_key, wanted.digest)
    actor = actor_of(request)
    found = service.start(session, _upload(session, wanted, actor), wanted.mapping, wanted.options, actor)
    response.headers["Location"] = f"{request.url.path}/{found.id}"
    return service.view(session, found.id)


@router.get("/imports", operation_id="list_imports", responses=problems(422))
def list_imports(session: SessionDep, query: Annotated[PageQuery, Query()]) -> Page[ImportView]:
    """All imports, the newest first."""
    return service.page(session, query.page, query.limit)


@router.get("/imports/{import_id}", operation_id="get_import", responses=problems(404, 422))
def get_import(session: SessionDep, import_id: UUID) -> ImportView:
    """One import with its counts so far; the receipt once it is done."""
    return service.view(session, import_id)


@router.post(
    "/imports/{import_id}/confirm", status_code=202, operation_id="confirm_import", responses=problems(404, 409, 422)
)
def confirm_import(request: Request, import_id: UUID, wanted: ConfirmRequest | None = None) -> ImportView:
    """Apply a plan as it was shown; if the catalogue has changed since, it is made anew and waits again (409)."""
    with transaction(actor=actor_of(request)) as session:
        answer = confirming.confirm(session, import_id, wanted.plan_version if wanted else None)
        view = service.view(session, import_id)
    # The new plan is wanted although this request is refused, so it is refused after the commit.
    answer.require_fresh(view.model_dump(mode="json"))
    return view


@router.post(
    "/imports/{import_id}/cancel", status_code=202, operation_id="cancel_import", responses=problems(404, 409, 422)
)
def cancel_import(session: SessionDep, import_id: UUID) -> ImportView:
    """Ask an import to stop; what it has written until then stays, and its counts say how much that is."""
    return service.cancel(session, import_id)


@router.get("/imports/{import_id}/drift", operation_id="list_drift", responses=problems(404, 422))
def list_drift(session: SessionDep, import_id: UUID, query: Annotated[PageQuery, Query()]) -> Page[DriftView]:
    """The rows that met something else than the plan said, because others changed the catalogue meanwhile."""
    return service.drift(session, import_id, query.page, query.limit)


@router.get(
    "/imports/{import_id}/rejects",
    operation_id="list_rejects",
    response_model=Page[RejectView],
    responses=problems(404, 422) | {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
def list_rejects(
    session: SessionDep, import_id: UUID, query: Annotated[RejectQuery, Query()]
) -> Page[RejectView] | Response:
    """The rows that did not go in; `format=csv` downloads all of them, to be mended and uploaded again."""
    if query.format == "json":
        return service.rejects(session, import_id, query.code, query.page, query.limit)
    file_format, filename = service.rejects_source(session, import_id)
    return StreamingResponse(
        service.rejects_csv(import_id, file_format, bom=query.bom),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(reject_filename(filename))}"},
    )


def _upload(session: Session, wanted: WantedImport, actor: str) -> Upload:
    if isinstance(wanted.file, UUID):
        return uploads.get(session, wanted.file)
    return uploads.add(session, wanted.file.file, wanted.file.format, actor)
