"""Wakes whoever in this process waits for what another process rings."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import redis
import structlog

from product_importer.core.redis import async_redis

log = structlog.get_logger(__name__)

_AWAY_SECONDS = 1.0


class Bell:
    """The listener on one channel; one Redis subscription serves all who wait.

    A ring may be lost with Redis: who waits also looks for itself now and then.
    """

    def __init__(self, channel: str) -> None:
        self._channel = channel
        self._waiting: dict[str, set[asyncio.Event]] = defaultdict(set)

    @asynccontextmanager
    async def watch(self, message: str = "") -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever `message` is rung."""
        rung = asyncio.Event()
        waiting = self._waiting[message]
        waiting.add(rung)
        try:
            yield rung
        finally:
            waiting.discard(rung)
            if not waiting:
                self._waiting.pop(message, None)

    async def listen(self) -> None:
        """Pass on what is rung, until cancelled."""
        while True:
            try:
                await self._listen_once()
            except redis.RedisError as error:
                log.warning("bell.redis_away", channel=self._channel, error=str(error))
                await asyncio.sleep(_AWAY_SECONDS)

    async def _listen_once(self) -> None:
        client = async_redis()
        try:
            async with client.pubsub(ignore_subscribe_messages=True) as subscription:
                await subscription.subscribe(self._channel)
                async for message in subscription.listen():
                    for rung in self._waiting.get(message["data"].decode(), ()):
                        rung.set()
        finally:
            await client.aclose()
