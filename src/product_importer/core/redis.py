"""Redis: a broker and a bell. Nothing is kept there that may not be lost."""

import time
from functools import lru_cache

import redis
import redis.asyncio
import structlog
from redis.backoff import NoBackoff
from redis.retry import Retry

from product_importer.core.settings import get_settings

log = structlog.get_logger(__name__)

CONNECT_SECONDS = 2
QUIET_SECONDS = 2.0

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
    global _quiet_until
    if time.monotonic() < _quiet_until:
        return
    try:
        get_redis().publish(channel, message)
    except redis.RedisError as error:
        # Whoever writes would otherwise wait each time for a Redis that cannot be reached.
        _quiet_until = time.monotonic() + QUIET_SECONDS
        log.warning("redis.unavailable", channel=channel, error=str(error))
