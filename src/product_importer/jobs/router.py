"""Every background job over HTTP."""

from collections.abc import AsyncIterator, Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from product_importer.access.session import SessionDep
from product_importer.core.database import transaction
from product_importer.core.openapi import problems
from product_importer.core.pagination import DEFAULT_LIMIT, MAX_LIMIT, Page
from product_importer.jobs import service
from product_importer.jobs.schemas import JobView
from product_importer.jobs.stream import job_changes, job_events

router = APIRouter(prefix="/jobs", tags=["jobs"])


_JOB = {"$ref": f"#/components/schemas/{JobView.__name__}"}
# The document describes one event; OpenAPI 3.1 has no word for the stream of them.
_EVENT = {
    "type": "object",
    "required": ["event", "data", "id"],
    "properties": {
        "event": {"const": "job"},
        "data": {"type": "string", "contentMediaType": "application/json", "contentSchema": _JOB},
        "id": {"type": "string", "description": "The version of the job, for `Last-Event-ID`."},
    },
}
_EVENTS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/event-stream": {"schema": _EVENT}}},
    204: {"description": "The client has already seen the last event."},
}

LastEventId = Annotated[str | None, Header()]
Encoded = Callable[[AsyncIterator[JobView | None]], AsyncIterator[bytes]]


class EventStream(StreamingResponse):
    """Not FastAPI's own response, which wants to drive the generator itself and cannot say 204 or 404 first."""

    media_type = "text/event-stream"


class PageQuery(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(extra="forbid")

    page: int = Field(default=1, ge=1, le=1_000_000)
    limit: int = Field(default=DEFAULT_LIMIT, ge=1, le=MAX_LIMIT)


@router.get("", operation_id="list_jobs", responses=problems(422))
def list_jobs(session: SessionDep, query: Annotated[PageQuery, Query()]) -> Page[JobView]:
    """All background jobs, the newest first."""
    return service.page(session, query.page, query.limit)


@router.get("/{job_id}", operation_id="get_job", responses=problems(404, 422))
def get_job(session: SessionDep, job_id: UUID) -> JobView:
    """One job with its progress and the times of its phases."""
    return service.view(session, job_id)


@router.delete("/{job_id}", status_code=202, operation_id="cancel_job", responses=problems(404, 409, 422))
def cancel_job(session: SessionDep, job_id: UUID) -> JobView:
    """Ask a job to stop; it is cancelled once its status says so."""
    return service.cancel(session, job_id)


@router.get(
    "/{job_id}/events",
    operation_id="watch_job",
    response_class=EventStream,
    responses=_EVENTS | problems(404, 422),
)
async def watch_job(request: Request, job_id: UUID, last_event_id: LastEventId = None) -> Response:
    """Server-sent events named `job` whose data is the Job; `Last-Event-ID` resumes where a client left off."""
    return await watched(request, job_id, last_event_id, job_events)


async def watched(request: Request, job_id: UUID, last_event_id: str | None, encoded: Encoded) -> Response:
    """The stream of a job in some encoding, or 204 when the client has seen its end; raises NotFound."""
    after = _version(last_event_id or "")
    if await run_in_threadpool(_already_over, job_id, after):
        return Response(status_code=204)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return EventStream(encoded(job_changes(request.app.state.job_bell, job_id, after)), headers=headers)


def _version(event_id: str) -> int:
    """The version a client saw last; an id that is not ours means it has seen nothing."""
    return int(event_id) if len(event_id) <= 18 and event_id.isascii() and event_id.isdigit() else 0


def _already_over(job_id: UUID, after: int) -> bool:
    with transaction() as session:
        job = service.get(session, job_id)
        return service.is_terminal(job.status) and job.version <= after
