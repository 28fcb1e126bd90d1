"""Uploads over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from product_importer.access.actor import actor_of
from product_importer.access.idempotency import IdempotentRoute, Key, claim
from product_importer.access.session import SessionDep
from product_importer.core.openapi import problems
from product_importer.core.storage import get_storage
from product_importer.imports import uploads
from product_importer.imports.arriving import FILE_BODY, ArrivedDep
from product_importer.imports.file_format import FormatOverrides
from product_importer.imports.upload_schemas import UploadView

router = APIRouter(prefix="/uploads", tags=["uploads"], route_class=IdempotentRoute)


@router.post(
    "",
    status_code=201,
    operation_id="create_upload",
    openapi_extra=FILE_BODY,
    responses=problems(413, 415, 422, 507),
)
def create_upload(
    arrived: ArrivedDep, session: SessionDep, request: Request, response: Response, idempotency_key: Key = None
) -> UploadView:
    """Stage a file: it is stored and looked at, and nothing of it is imported yet."""
    claim(session, request, idempotency_key, arrived.digest)
    upload = uploads.add(session, arrived.file, arrived.format, actor_of(request))
    response.headers["Location"] = f"{request.url.path}/{upload.id}"
    return uploads.view(session, upload)


@router.get("/{upload_id:uuid}", operation_id="get_upload", responses=problems(404, 422))
def get_upload(session: SessionDep, upload_id: UUID) -> UploadView:
    """One staged file."""
    return uploads.view(session, uploads.get(session, upload_id))


@router.patch("/{upload_id:uuid}", operation_id="override_upload_format", responses=problems(404, 409, 415, 422))
def override_upload_format(session: SessionDep, upload_id: UUID, overrides: FormatOverrides) -> UploadView:
    """Read a staged file in another way: what is given replaces the guess, null brings it back.

    Imports that were started before keep the format they were started with.
    """
    return uploads.view(session, uploads.look_again(session, get_storage(), upload_id, overrides))
