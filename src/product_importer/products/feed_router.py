"""The feed over HTTP: what a consumer that was away catches up with."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import StreamingResponse

from product_importer.core.openapi import problems
from product_importer.products import feeding
from product_importer.products.feed_schemas import FeedQuery

router = APIRouter(tags=["events"])

MEDIA_TYPE = "application/x-ndjson"

_EVENT = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "description": "The event's id, and the cursor to go on from."},
        "type": {"type": "string"},
        "event": {"type": "string"},
        "timestamp": {"type": "string", "format": "date-time"},
        "data": {"type": "object"},
    },
    "required": ["id", "type", "event", "timestamp", "data"],
}
_NEXT = {"description": "Where to go on, when there was no event.", "schema": {"type": "string"}}
_LINES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "One event a line, in the order in which they happened.",
        "content": {MEDIA_TYPE: {"schema": {"type": "string", "contentSchema": _EVENT}}},
        "headers": {"Next-Cursor": _NEXT},
    }
}


@router.get(
    "/events", operation_id="read_events", response_class=StreamingResponse, responses=_LINES | problems(404, 410, 422)
)
async def read_events(request: Request, query: Annotated[FeedQuery, Query()]) -> StreamingResponse:
    """The events after a cursor, each with its product as it left it; 410 once they are no longer kept."""
    reading = await feeding.begin(request.app.state.event_bell, query)
    headers = {"Cache-Control": "no-store"}
    if not reading.first.events:
        headers["Next-Cursor"] = str(reading.first.end)
    return StreamingResponse(feeding.lines(reading), media_type=MEDIA_TYPE, headers=headers)
