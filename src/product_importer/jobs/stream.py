"""Server-sent events of a job: the snapshot first, then changes, one terminal event, then the end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from uuid import UUID

import structlog
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from product_importer.core.bell import Bell
from product_importer.core.database import transaction
from product_importer.jobs import service
from product_importer.jobs.lease import PROGRESS_SECONDS
from product_importer.jobs.schemas import JobView

log = structlog.get_logger(__name__)

HEARTBEAT_SECONDS = 15.0
# Behind the bell: a message lost with Redis is made up for by looking this often.
POLL_SECONDS = 2.0


async def job_events(changes: AsyncIterator[JobView | None]) -> AsyncIterator[bytes]:
    """The events of one job, from what `job_changes` tells."""
    async for view in changes:
        yield KEEPALIVE_COMMENT if view is None else _encode(view)


async def job_changes(bell: Bell, job_id: UUID, after: int) -> AsyncIterator[JobView | None]:
    """One job for a client that has seen version `after` (0: nothing yet); None when it is quiet for long."""
    async with bell.watch(str(job_id)) as changed:
        idle = 0.0
        while True:
            changed.clear()
            for view in await _changes_or_nothing(job_id, after):
                after, idle = view.version, 0.0
                yield view
                if service.is_terminal(view.status):
                    return
            await asyncio.sleep(PROGRESS_SECONDS)
            idle += PROGRESS_SECONDS + await _wait(changed)
            if idle >= HEARTBEAT_SECONDS:
                idle = 0.0
                yield None


async def _changes_or_nothing(job_id: UUID, after: int) -> list[JobView]:
    """What changed; nothing while the database is away, because the client is better off waiting here."""
    try:
        return await asyncio.to_thread(_changes, job_id, after)
    except (OperationalError, PoolTimeout) as error:
        log.warning("stream.database_away", job_id=str(job_id), error=str(error))
        return []


def _changes(job_id: UUID, after: int) -> list[JobView]:
    with transaction() as session:
        return service.changes(session, job_id, after)


async def _wait(changed: asyncio.Event) -> float:
    started = asyncio.get_running_loop().time()
    with suppress(TimeoutError):
        await asyncio.wait_for(changed.wait(), POLL_SECONDS)
    return asyncio.get_running_loop().time() - started


def _encode(view: JobView) -> bytes:
    return format_sse_event(event="job", data_str=view.model_dump_json(), id=str(view.version))
