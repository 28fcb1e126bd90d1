"""The catalogue as a file, over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

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


@router.get(
    "/export", operation_id="export_products", response_class=StreamingResponse, responses=_FILES | problems(422)
)
def export_products(session: SessionDep, query: Annotated[ExportQuery, Query()]) -> StreamingResponse:
    """The products that every given filter finds, as a file that changes nothing when it is imported back."""
    export = exporting.prepare(session, query)
    return StreamingResponse(
        export.body(),
        media_type=MEDIA_TYPES[query.format],
        headers={"Content-Disposition": f'attachment; filename="{export.filename}"'},
    )
