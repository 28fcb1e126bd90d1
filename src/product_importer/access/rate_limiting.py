"""Refuses writes beyond a limit, and says on each that is counted how much is left.

The header fields are those of the IETF's draft-ietf-httpapi-ratelimit-headers-10.
"""

import re

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from product_importer.access.origins import SAFE_METHODS
from product_importer.access.rate_limits import WINDOW_SECONDS, Standing, WriteLimit, count
from product_importer.access.rules import V1
from product_importer.core.errors import TooManyRequests
from product_importer.core.problem_handlers import problem_response
from product_importer.core.settings import get_settings

log = structlog.get_logger(__name__)

HEADERS = ("RateLimit", "RateLimit-Policy", "Retry-After")
# An upload was counted when it was begun; its pieces are the same upload.
_PIECES = re.compile(rf"{V1}/uploads/resumable/[^/]+")


class RateLimiting:
    """ASGI middleware for one limit; while Redis is away writes are let through, and the log says so once."""

    def __init__(self, app: ASGIApp, limit: WriteLimit) -> None:
        self.app = app
        self._limit = limit
        self._counting = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        most = self._limit.most(get_settings())
        subject = self._limit.subject(scope) if most and _is_write(scope) else None
        standing = await run_in_threadpool(count, self._limit, subject, most) if subject else None
        if subject:
            self._note(counting=standing is not None)
        if standing is None:
            await self.app(scope, receive, send)
            return
        app = self.app if standing.admitted else problem_response(_refusal(self._limit, most, standing))
        await app(scope, receive, _with_headers(send, self._limit.name, most, standing))

    def _note(self, *, counting: bool) -> None:
        if counting != self._counting:
            self._counting = counting
            say = log.info if counting else log.warning
            say("rate_limit.counting_again" if counting else "rate_limit.not_counting", limit=self._limit.name)


def _is_write(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] not in SAFE_METHODS and not _PIECES.fullmatch(scope["path"])


def _refusal(limit: WriteLimit, most: int, standing: Standing) -> TooManyRequests:
    return TooManyRequests(
        "rate_limited",
        f"More than {most} changes in a minute came from this {limit.name}. Wait {standing.seconds} seconds, "
        "or send many changes at once: as a file, or by POST /api/v1/products/bulk.",
        headers={"Retry-After": str(standing.seconds)},
    )


def _with_headers(send: Send, name: str, most: int, standing: Standing) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.append("RateLimit-Policy", f'"{name}";q={most};w={WINDOW_SECONDS}')
            headers.append("RateLimit", f'"{name}";r={standing.remaining};t={standing.seconds}')
        await send(message)

    return sending
