"""Redis: a broker and a bell. Nothing is kept there that may not be lost."""

import time
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

import redis
import redis.asyncio
import structlog
from redis.backoff import NoBackoff
from redis.retry import Retry

from product_importer.core.settings import get_settings

log = structlog.get_logger(__name__)

CONNECT_SECONDS = 2
QUIET_SECONDS = 2.0

T = TypeVar("T")

_quiet_until = 0.0


@lru_cache
def get_redis() -> "redis.Redis":
    """The synchronous client of this process; it connects on first use."""
    return redis.Redis.from_url(
        get_settings().redis_url,
        socket_connect_timeout=CONNECT_SECONDS,
        socket_timeout=CONNECT_SECONDS,
        # The default tries for seconds while nothing listens, and a request would wait for it.
        retry=Retry(NoBackoff(), 0),
    )


def async_redis() -> "redis.asyncio.Redis":
    """A client for the running event loop; the caller closes it."""
    return redis.asyncio.Redis.from_url(get_settings().redis_url, socket_connect_timeout=CONNECT_SECONDS)


def ring(channel: str, message: str) -> None:
    """Publish `message`; a Redis that is away costs little, because every listener also polls slowly."""
    ask(lambda client: client.publish(channel, message))


def ask(question: "Callable[[redis.Redis], T]") -> T | None:
    """What Redis answers, or None where it does not.

    One that cannot be reached is left alone for a while, or each request would wait for it.
    """
    global _quiet_until
    if time.monotonic() < _quiet_until:
        return None
    try:
        return question(get_redis())
    except redis.RedisError as error:
        _quiet_until = time.monotonic() + QUIET_SECONDS
        log.warning("redis.unavailable", error=str(error))
        return None
