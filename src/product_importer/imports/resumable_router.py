"""Resumable uploads over HTTP, by tus 1.0: a browser or connection that breaks off goes on from where it was."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from product_importer.access.actor import actor_of
from product_importer.access.session import SessionDep
from product_importer.core.database import transaction
from product_importer.core.errors import Invalid, ProblemError, UnsupportedFormat
from product_importer.core.openapi import problems
from product_importer.core.settings import get_settings
from product_importer.core.storage import ObjectLost, get_storage
from product_importer.imports import resumable, tus, tus_openapi
from product_importer.imports.models import ResumableUpload
from product_importer.imports.receiving import drain
from product_importer.imports.resumable import Turn

# A connection that breaks costs no more than what had not yet filled a piece, and nothing if the break is noticed.
PIECE_BYTES = 4 << 20


class TusRoute(APIRoute):
    """A route whose every answer, a problem too, names the version of the protocol."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, with the header around it."""
        handle = super().get_route_handler()

        async def handling(request: Request) -> Response:
            try:
                response = await handle(request)
            except ProblemError as problem:
                problem.headers.update(tus.RESUMABLE)
                raise
            response.headers.update(tus.RESUMABLE)
            return response

        return handling


router = APIRouter(prefix="/uploads/resumable", tags=["uploads"], route_class=TusRoute)


@router.options("", status_code=204, operation_id="resumable_upload_options")
@router.options("/{upload_id}", status_code=204, include_in_schema=False)
def tell_options(response: Response) -> None:
    """What this server can do: versions, extensions, and the largest file in bytes."""
    response.headers["Tus-Version"] = tus.VERSION
    response.headers["Tus-Extension"] = tus.EXTENSIONS
    response.headers["Tus-Checksum-Algorithm"] = ",".join(tus.CHECKSUMS)
    response.headers["Tus-Max-Size"] = str(get_settings().max_upload_bytes)


@router.post(
    "",
    status_code=201,
    response_class=Response,
    operation_id="create_resumable_upload",
    openapi_extra=tus_openapi.CREATE,
    responses=problems(400, 409, 412, 413, 415, 422, 460, 507),
)
async def create_resumable_upload(request: Request, response: Response) -> None:
    """Announce a file of `Upload-Length` bytes; `Location` is where to send them, and the first may come along."""
    tus.check_version(request.headers)
    found = await run_in_threadpool(_create, request)
    response.headers["Location"] = f"{request.url.path}/{found.id}"
    response.headers["Upload-Expires"] = tus.date(found.expires_at)
    if tus.is_piece(request.headers):
        turn = await run_in_threadpool(_take_turn, found.id, 0)
        response.headers["Upload-Offset"] = str(await _receive(request, turn))


@router.head(
    "/{upload_id}",
    response_class=Response,
    operation_id="resumable_upload_state",
    openapi_extra=tus_openapi.ASK,
    responses=problems(404, 410, 412, 422),
)
def tell_state(request: Request, response: Response, session: SessionDep, upload_id: UUID) -> None:
    """How many bytes have arrived: `Upload-Offset` of `Upload-Length`."""
    tus.check_version(request.headers)
    found = resumable.get(session, upload_id)
    response.headers["Upload-Offset"] = str(found.offset_bytes)
    response.headers["Upload-Length"] = str(found.size_bytes)
    response.headers["Upload-Expires"] = tus.date(found.expires_at)
    response.headers["Cache-Control"] = "no-store"
    if found.metadata_text:
        response.headers["Upload-Metadata"] = found.metadata_text


@router.patch(
    "/{upload_id}",
    status_code=204,
    operation_id="continue_resumable_upload",
    openapi_extra=tus_openapi.CONTINUE,
    responses=problems(400, 404, 409, 410, 412, 413, 415, 422, 460, 507),
)
async def continue_resumable_upload(request: Request, response: Response, upload_id: UUID) -> None:
    """Send the bytes from `Upload-Offset` on; after the last one `GET /uploads/{id}` has the upload.

    When the file turns out to be no table, the problem answers the request that brought its last byte.
    """
    tus.check_version(request.headers)
    tus.check_piece_type(request.headers)
    offset = tus.whole_number(request.headers, "upload-offset")
    turn = await run_in_threadpool(_take_turn, upload_id, offset)
    response.headers["Upload-Offset"] = str(await _receive(request, turn))
    response.headers["Upload-Expires"] = tus.date(await run_in_threadpool(_expiry, upload_id))


@router.delete(
    "/{upload_id}",
    status_code=204,
    operation_id="remove_resumable_upload",
    openapi_extra=tus_openapi.ASK,
    responses=problems(404, 410, 412, 422),
)
def remove_resumable_upload(request: Request, upload_id: UUID) -> None:
    """Give up: what has arrived is removed."""
    tus.check_version(request.headers)
    with transaction(actor=actor_of(request)) as session:
        resumable.get(session, upload_id, lock=True)
        resumable.remove(session, get_storage(), upload_id)


@router.post("/{upload_id}", status_code=204, include_in_schema=False)
async def continue_by_post(request: Request, response: Response, upload_id: UUID) -> None:
    """`PATCH` and `DELETE` for clients that cannot send them and name them in `X-HTTP-Method-Override`."""
    match request.headers.get("x-http-method-override", "").upper():
        case "PATCH":
            await continue_resumable_upload(request, response, upload_id)
        case "DELETE":
            await run_in_threadpool(remove_resumable_upload, request, upload_id)
        case _:
            raise HTTPException(405, headers={"Allow": "HEAD, PATCH, DELETE, OPTIONS"})


def _create(request: Request) -> ResumableUpload:
    headers, actor = request.headers, actor_of(request)
    size = tus.whole_number(headers, "upload-length")
    metadata = headers.get("upload-metadata", "")
    with transaction(actor=actor) as session:
        most = get_settings().max_upload_bytes
        return resumable.create(session, tus.filename(headers), metadata, size, most, actor)


def _take_turn(upload_id: UUID, offset: int) -> Turn:
    with transaction() as session:
        return resumable.take_turn(session, upload_id, offset)


def _expiry(upload_id: UUID) -> datetime:
    with transaction() as session:
        return resumable.get(session, upload_id).expires_at


async def _receive(request: Request, turn: Turn) -> int:
    """Store the body piece by piece; returns how many bytes of the file are there then."""
    body = _Body(turn, tus.checksum(request.headers))
    stream = request.stream()
    try:
        _refuse_announced(request, turn)
        async for chunk in stream:
            body.add(chunk)
            while body.is_full:
                await run_in_threadpool(body.store)
        return await run_in_threadpool(body.finish)
    except ClientDisconnect:
        await run_in_threadpool(body.break_off)
        raise
    except ProblemError:
        await run_in_threadpool(body.fail)
        await drain(stream)
        raise


def _refuse_announced(request: Request, turn: Turn) -> None:
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > turn.room:
        raise resumable.longer_than_announced(turn.offset + turn.room)


class _Body:
    """The bytes of one request. The last of them are stored once the checksum over all is known to be right."""

    def __init__(self, turn: Turn, checksum: tus.Checksum | None) -> None:
        self._turn = turn
        self._checksum = checksum
        self._digest = tus.hasher(checksum) if checksum else None
        self._offset = turn.offset
        self._pending = bytearray()

    @property
    def is_full(self) -> bool:
        return len(self._pending) > PIECE_BYTES

    def add(self, chunk: bytes) -> None:
        self._pending += chunk
        if self._digest:
            self._digest.update(chunk)

    def store(self) -> None:
        """Store a piece of what is pending, and forget the whole file when it turns out to be none to import."""
        data = bytes(self._pending[:PIECE_BYTES])
        del self._pending[:PIECE_BYTES]
        storage = get_storage()
        try:
            with transaction() as session:
                self._offset = resumable.store(session, storage, self._turn, data)
        except (Invalid, UnsupportedFormat, ObjectLost):
            with transaction() as session:
                resumable.remove(session, storage, self._turn.upload_id)
            raise

    def finish(self) -> int:
        """Store the rest of a body that has come to its end."""
        if self._checksum and self._digest:
            self._checksum.check(self._digest.digest())
        while self._pending:
            self.store()
        return self._offset

    def break_off(self) -> None:
        """Store the rest of a body that will never end."""
        if self._checksum:
            self.fail()
            return
        while self._pending:
            self.store()

    def fail(self) -> None:
        """Forget what was stored under a checksum that cannot hold any more."""
        if self._checksum:
            with transaction() as session:
                resumable.go_back(session, self._turn)
