"""One line in the log for each request, and an id that its answer and all other lines of it share."""

import time
from contextlib import AbstractContextManager, nullcontext

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from product_importer.access.actor import STRANGER
from product_importer.access.routes import RuledRoute
from product_importer.core import request_ids, tracing
from product_importer.core.metrics import REQUESTS

log = structlog.get_logger(__name__)

# Asked every few seconds by whoever watches the process.
_PROBES = ("/health/", "/metrics")
_CRASHED = 500
# What people and programs ask for; pages and their parts are not traced.
_TRACED = "/api/"
# Refused before its route was looked for: by host, origin, or a limit.
_NO_ROUTE = "-"


class RequestLog:
    """ASGI middleware: names the request, and tells what became of it once the last byte was sent."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        request_id = request_ids.chosen(headers.get(request_ids.HEADER))
        scope.setdefault("state", {})["request_id"] = request_id
        began, status = time.perf_counter(), _CRASHED

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[request_ids.HEADER] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id), _traced(scope, headers, request_id):
            try:
                await self.app(scope, receive, sending)
            finally:
                seconds = time.perf_counter() - began
                _measure(scope, status, seconds)
                _tell(scope, status, seconds)


def _traced(scope: Scope, headers: Headers, request_id: str) -> AbstractContextManager[None]:
    if not _is_traced(scope):
        return nullcontext()
    return tracing.span("request", "server", {"request_id": request_id}, headers.get("traceparent"))


def _is_traced(scope: Scope) -> bool:
    return tracing.is_on() and scope["path"].startswith(_TRACED)


def _measure(scope: Scope, status: int, seconds: float) -> None:
    # Never what the client wrote: each path or method of its own invention would be kept for ever.
    route: RuledRoute | None = scope["state"].get("route")
    method, path = (route.method, route.path) if route else (_NO_ROUTE, _NO_ROUTE)
    REQUESTS.labels(method, path, status).observe(seconds)
    if _is_traced(scope):
        told: tracing.Attributes = {
            "http.request.method": method,
            "http.route": path,
            "http.response.status_code": status,
        }
        tracing.tell(told, name=f"{method} {path}")
        if status >= _CRASHED:
            tracing.fail(str(status))


def _tell(scope: Scope, status: int, seconds: float) -> None:
    say = log.debug if scope["path"].startswith(_PROBES) else log.info
    say(
        "request.answered",
        method=scope["method"],
        # Without the query, which may hold what was searched for.
        path=scope["path"],
        status=status,
        ms=round(seconds * 1000, 1),
        actor=scope["state"].get("caller", STRANGER).actor,
        client=(scope.get("client") or (None,))[0],
    )
