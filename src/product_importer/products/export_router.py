"""The catalogue as a file, over HTTP."""

from collections.abc import Generator
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from product_importer.access.session import SessionDep
from product_importer.core.openapi import problems
from product_importer.products import exporting
from product_importer.products.exporting import ExportQuery

router = APIRouter(prefix="/products", tags=["products"])

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FILE = {"schema": {"type": "string", "format": "binary"}}
_FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type.partition(";")[0]: _FILE for media_type in MEDIA_TYPES.values()}}
}


class DownloadResponse(StreamingResponse):
    """Sends a body and closes it, also when the client goes away: at once, not when the garbage is collected."""

    def __init__(self, body: Generator[bytes], **options: Any) -> None:
        super().__init__(body, **options)
        self._body = body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await run_in_threadpool(self._body.close)


@router.get(
    "/export", operation_id="export_products", response_class=StreamingResponse, responses=_FILES | problems(422)
)
def export_products(session: SessionDep, query: Annotated[ExportQuery, Query()]) -> StreamingResponse:
    """The products that every given filter finds, as a file that changes nothing when it is imported back."""
    export = exporting.prepare(session, query)
    return DownloadResponse(
        export.body(),
        media_type=MEDIA_TYPES[query.format],
        headers={"Content-Disposition": f'attachment; filename="{export.filename}"'},
    )
