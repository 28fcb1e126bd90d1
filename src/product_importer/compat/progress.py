"""A job's event stream as unnamed events: `started`, `processing`, then `complete` or `error`."""

from collections.abc import AsyncIterator
from typing import Any, Literal
from uuid import UUID

from fastapi import Request, Response
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from pydantic import BaseModel

from product_importer.compat.steps import Step, deleted, imported, reason, step_of
from product_importer.imports import service as imports
from product_importer.jobs.router import LastEventId, watched
from product_importer.jobs.schemas import JobView

ProgressWord = Literal["started", "processing", "complete", "error"]

_WORDS: dict[Step, ProgressWord] = {
    Step.PENDING: "started",
    Step.STARTED: "started",
    Step.PROGRESS: "processing",
    Step.SUCCESS: "complete",
    Step.FAILURE: "error",
}


class ProgressLine(BaseModel):
    """The data of one event; which fields it has, besides the first two, depends on `status`."""

    status: ProgressWord
    message: str
    current: int | None = None
    total: int | None = None
    percent: int | None = None
    imported: int | None = None
    errors: int | None = None
    deleted: int | None = None


LINES: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "text/event-stream": {
                "schema": {
                    "type": "object",
                    "required": ["data", "id"],
                    "properties": {
                        "data": {
                            "type": "string",
                            "contentMediaType": "application/json",
                            "contentSchema": ProgressLine.model_json_schema(),
                        },
                        "id": {"type": "string"},
                    },
                }
            }
        }
    },
    204: {"description": "The client has already seen the last event."},
}


async def watch_progress(request: Request, task_id: UUID, last_event_id: LastEventId = None) -> Response:
    """Server-sent events without a name, each a line of progress; `Last-Event-ID` resumes where a client left off."""
    return await watched(request, task_id, last_event_id, _encoded)


async def _encoded(changes: AsyncIterator[JobView | None]) -> AsyncIterator[bytes]:
    async for job in changes:
        yield KEEPALIVE_COMMENT if job is None else _encode(job)


def _encode(job: JobView) -> bytes:
    line = progress_line(job).model_dump_json(exclude_unset=True)
    return format_sse_event(data_str=line, id=str(job.version))


def progress_line(job: JobView) -> ProgressLine:
    """The line that tells of a job as it is."""
    word, result, progress = _WORDS[step_of(job)], job.result or {}, job.progress
    match word:
        case "started":
            return ProgressLine(status=word, message=progress.message)
        case "processing":
            return ProgressLine(
                status=word,
                message=progress.message,
                current=progress.current,
                total=progress.total,
                percent=int(progress.percent),
            )
        case "error":
            return ProgressLine(status=word, message=reason(job) or progress.message)
    if job.kind != imports.KIND:
        count = deleted(result)
        return ProgressLine(status=word, message=f"Deleted {count:,} products", deleted=count, percent=100)
    count = imported(result)
    return ProgressLine(
        status=word,
        message=f"Import complete! {count:,} products imported.",
        imported=count,
        total=result.get("read", 0),
        percent=100,
        errors=result.get("rejected", 0),
    )
