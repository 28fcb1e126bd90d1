"""Imports over HTTP."""

from typing import Annotated, Any, Literal
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, TypeAdapter, ValidationError
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from product_importer.access.actor import actor_of
from product_importer.access.session import SessionDep
from product_importer.core.bodies import limited_body
from product_importer.core.database import transaction
from product_importer.core.errors import UnsupportedFormat
from product_importer.core.openapi import problems
from product_importer.core.pagination import Page
from product_importer.imports import confirming, service, uploads
from product_importer.imports.arriving import FILE_SCHEMA, receive_upload, staged
from product_importer.imports.mapping import Targets
from product_importer.imports.models import Upload
from product_importer.imports.options import ImportOptions
from product_importer.imports.receiving import Received
from product_importer.imports.records import RejectCode
from product_importer.imports.reject_files import reject_filename
from product_importer.imports.schemas import (
    ConfirmRequest,
    DriftView,
    ImportRequest,
    ImportView,
    RejectView,
)
from product_importer.jobs.router import PageQuery

router = APIRouter(tags=["imports"])

MAX_JSON_BYTES = 1 << 20


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    """A body that FastAPI does not see, because this route takes two kinds of it; its parts are in `components`."""
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    return schema


_JSON_TEXT = {"type": "string", "contentMediaType": "application/json"}
_IMPORT_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": _schema(ImportRequest)},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": FILE_SCHEMA, "options": _JSON_TEXT, "mapping": _JSON_TEXT},
                }
            },
        },
    }
}


class RejectQuery(PageQuery):
    """Which rejects, and as what; `bom` puts a byte order mark before the CSV, by which spreadsheets know UTF-8."""

    code: RejectCode | None = None
    format: Literal["json", "csv"] = "json"
    bom: bool = False


@router.post(
    "/imports",
    status_code=202,
    operation_id="create_import",
    openapi_extra=_IMPORT_BODY,
    responses=problems(404, 409, 413, 415, 422, 507),
)
async def create_import(request: Request, response: Response) -> ImportView:
    """Import a staged file (JSON) or a file sent along (multipart); answers as soon as the bytes are in."""
    actor = actor_of(request)
    content_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if content_type == "application/json":
        wanted = _parsed(ImportRequest, await limited_body(request, MAX_JSON_BYTES), ())
        view = await run_in_threadpool(_import_staged, wanted, actor)
    elif content_type == "multipart/form-data":
        view = await run_in_threadpool(_start_received, await receive_upload(request), actor)
    else:
        raise UnsupportedFormat("unsupported_media_type", "Send application/json, or multipart/form-data with `file`.")
    response.headers["Location"] = f"{request.url.path}/{view.id}"
    return view


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


def _import_staged(wanted: ImportRequest, actor: str) -> ImportView:
    with transaction(actor=actor) as session:
        upload = uploads.get(session, wanted.upload_id)
        found = service.start(session, upload, wanted.mapping, wanted.options, actor)
        return service.view(session, found.id)


def _start_received(received: Received, actor: str) -> ImportView:
    def begin(session: Session, upload: Upload) -> ImportView:
        mapping = _parsed_field(received, "mapping", Targets)
        options = _parsed_field(received, "options", ImportOptions) or ImportOptions()
        found = service.start(session, upload, mapping, options, actor)
        return service.view(session, found.id)

    return staged(received, actor, begin)


def _parsed_field(received: Received, name: str, kind: Any) -> Any:
    text = received.fields.get(name, "").strip()
    return _parsed(kind, text.encode(), (name,)) if text else None


def _parsed(kind: Any, body: bytes, location: tuple[str, ...]) -> Any:
    """JSON text as `kind`; raises what FastAPI raises for a body that does not fit."""
    try:
        return TypeAdapter(kind).validate_json(body)
    except ValidationError as error:
        errors = [found | {"loc": ("body", *location, *found["loc"])} for found in error.errors(include_url=False)]
        raise RequestValidationError(errors) from error
