"""Server-sent events of a job: the snapshot first, then changes, one terminal event, then the end."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from uuid import UUID

import redis.asyncio
import structlog
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from product_importer.core.database import transaction
from product_importer.core.redis import async_redis
from product_importer.jobs import service
from product_importer.jobs.lease import PROGRESS_SECONDS
from product_importer.jobs.schemas import JobView

log = structlog.get_logger(__name__)

HEARTBEAT_SECONDS = 15.0
# Behind the bell: a message lost with Redis is made up for by looking this often.
POLL_SECONDS = 2.0


class JobBell:
    """Wakes the streams of this process when a job changes; one Redis subscription serves them all."""

    def __init__(self) -> None:
        self._watchers: dict[str, set[asyncio.Event]] = defaultdict(set)

    @asynccontextmanager
    async def watch(self, job_id: UUID) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever the job may have changed."""
        changed = asyncio.Event()
        watchers = self._watchers[str(job_id)]
        watchers.add(changed)
        try:
            yield changed
        finally:
            watchers.discard(changed)
            if not watchers:
                self._watchers.pop(str(job_id), None)

    async def listen(self) -> None:
        """Pass on announcements until cancelled; while Redis is away the streams' own slow poll serves them."""
        while True:
            try:
                await self._listen_once()
            except redis.RedisError as error:
                log.warning("bell.redis_away", error=str(error))
                await asyncio.sleep(POLL_SECONDS)

    async def _listen_once(self) -> None:
        client = async_redis()
        try:
            async with client.pubsub(ignore_subscribe_messages=True) as subscription:
                await subscription.subscribe(service.CHANNEL)
                async for message in subscription.listen():
                    self._ring(message["data"].decode())
        finally:
            await client.aclose()

    def _ring(self, job_id: str) -> None:
        for changed in self._watchers.get(job_id, ()):
            changed.set()


async def job_events(bell: JobBell, job_id: UUID, after: int) -> AsyncIterator[bytes]:
    """The stream of one job for a client that has seen version `after` (0: nothing yet)."""
    async with bell.watch(job_id) as changed:
        idle = 0.0
        while True:
            changed.clear()
            for view in await _changes_or_nothing(job_id, after):
                after, idle = view.version, 0.0
                yield _encode(view)
                if service.is_terminal(view.status):
                    return
            await asyncio.sleep(PROGRESS_SECONDS)
            idle += PROGRESS_SECONDS + await _wait(changed)
            if idle >= HEARTBEAT_SECONDS:
                idle = 0.0
                yield KEEPALIVE_COMMENT


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
