"""Wakes whoever in this process waits for the event log to grow; one Redis subscription serves them all."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import redis
import structlog

from product_importer.core.redis import async_redis
from product_importer.events.service import CHANNEL

log = structlog.get_logger(__name__)

# Behind the bell: a message lost with Redis is made up for by looking this often.
POLL_SECONDS = 1.0


class EventBell:
    """Rings once a transaction that logged something has committed."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    @asynccontextmanager
    async def watch(self) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever the log may have grown."""
        grown = asyncio.Event()
        self._waiting.add(grown)
        try:
            yield grown
        finally:
            self._waiting.discard(grown)

    async def listen(self) -> None:
        """Ring until cancelled; while Redis is away those who wait look for themselves."""
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
                await subscription.subscribe(CHANNEL)
                async for _ in subscription.listen():
                    for grown in self._waiting:
                        grown.set()
        finally:
            await client.aclose()
