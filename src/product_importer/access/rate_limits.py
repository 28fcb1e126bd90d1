"""How many writes one address and one user have in any minute, counted in Redis where every process sees it."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import redis
from limits import RateLimitItemPerMinute
from limits.storage import RedisStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.types import Scope

from product_importer.access.actor import LOCAL, Caller
from product_importer.access.addresses import counted_as
from product_importer.core.redis import ask
from product_importer.core.settings import Settings, get_settings

WINDOW_SECONDS = 60


@dataclass(frozen=True)
class WriteLimit:
    """A limit by its name, how much it allows (0 is anything), and who has it together (None: whoever has none)."""

    name: str
    most: Callable[[Settings], int]
    subject: Callable[[Scope], str | None]


class Standing(NamedTuple):
    """Whether a write is let through, how many more are, and in how many seconds there is room for another."""

    admitted: bool
    remaining: int
    seconds: int


def _address(scope: Scope) -> str:
    return counted_as((scope.get("client") or (None,))[0])


def _user(scope: Scope) -> str | None:
    caller: Caller = scope.get("state", {}).get("caller", LOCAL)
    # All keys of a person are that person, or another key would be another share.
    subject = caller.user_id or caller.key_id
    return str(subject) if subject else None


PER_ADDRESS = WriteLimit("address", lambda settings: settings.writes_per_address, _address)
PER_USER = WriteLimit("user", lambda settings: settings.writes_per_user, _user)


def count(limit: WriteLimit, subject: str, most: int) -> Standing | None:
    """Count a write, unless it is one too many; None where Redis does not answer."""
    return ask(lambda client: _counted(client, RateLimitItemPerMinute(most), limit.name, subject))


def _counted(client: "redis.Redis", item: RateLimitItemPerMinute, *subject: str) -> Standing:
    window = _window(client)
    admitted = window.hit(item, *subject)
    stats = window.get_window_stats(item, *subject)
    return Standing(admitted, stats.remaining, max(1, math.ceil(stats.reset_time - time.time())))


@lru_cache(maxsize=1)
def _window(client: "redis.Redis") -> MovingWindowRateLimiter:
    storage = RedisStorage(
        get_settings().redis_url, connection_pool=client.connection_pool, key_prefix="product-importer:limits"
    )
    return MovingWindowRateLimiter(storage)
