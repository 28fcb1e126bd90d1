"""The first thing a request meets with `AUTH=local`: only this machine may ask, and only our own pages may write."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from product_importer.access.actor import LOCAL_ACTOR
from product_importer.access.origins import SAFE_METHODS, is_loopback_host, may_write
from product_importer.core.errors import Forbidden
from product_importer.core.problem_handlers import problem_response
from product_importer.core.settings import get_settings

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        # Products name their pictures by address; none is asked for until a person allows it in the grid.
        "img-src 'self' data: https: http:",
        # The component library sets styles on elements; scripts stay files of our own.
        "style-src 'self' 'unsafe-inline'",
        # ReDoc, at /api/redoc, builds its search index in a worker made from a blob.
        "worker-src 'self' blob:",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class LocalGuard:
    """ASGI middleware: refuses foreign hosts and foreign pages, names the actor, adds security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = _refusal(scope["method"], Headers(scope=scope))
        scope.setdefault("state", {})["actor"] = LOCAL_ACTOR
        app = self.app if refusal is None else problem_response(refusal)
        await app(scope, receive, _with_security_headers(send))


def _refusal(method: str, headers: Headers) -> Forbidden | None:
    hosts = headers.getlist("host")
    if len(hosts) != 1 or not is_loopback_host(hosts[0]):
        return Forbidden(
            "host_not_allowed",
            "This server answers on this machine only. Open it as http://127.0.0.1 or http://localhost with its port.",
        )
    trusted = get_settings().cors_origins
    if method in SAFE_METHODS or may_write(hosts[0], headers.get("origin"), headers.get("sec-fetch-site"), trusted):
        return None
    return Forbidden(
        "cross_origin",
        "A page of another site may not change anything here. Use this server's own page, or name the site in "
        "CORS_ORIGINS.",
    )


def _with_security_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
