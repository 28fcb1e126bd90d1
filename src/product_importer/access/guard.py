"""The first thing a request meets, before anybody asks who sent it: where it came to, and which page made it."""

from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from product_importer.access.origins import SAFE_METHODS, is_loopback_host, may_write
from product_importer.core.content_security import content_security_policy
from product_importer.core.errors import Forbidden
from product_importer.core.problem_handlers import problem_response
from product_importer.core.settings import get_settings

SECURITY_HEADERS = {
    "Content-Security-Policy": content_security_policy(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Said over TLS alone, where browsers heed it: from then on they come by TLS only, for a year.
STRICT_TRANSPORT = "max-age=31536000"
# What is answered to one person is not to be kept for another; without login there is but one.
PRIVATE = "private, no-cache"
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


class Guard:
    """ASGI middleware: refuses foreign hosts and foreign pages, adds security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = _refusal(scope, Headers(scope=scope))
        app = self.app if refusal is None else problem_response(refusal)
        await app(scope, receive, _with_security_headers(scope, send))


def _refusal(scope: Scope, headers: Headers) -> Forbidden | None:
    settings, hosts = get_settings(), headers.getlist("host")
    local = settings.auth_mode == "local"
    if len(hosts) != 1 or (local and not _from_this_machine(scope, headers, hosts[0])):
        return Forbidden(
            "host_not_allowed",
            "This server answers on this machine only. Open it as http://127.0.0.1 or http://localhost with its port, "
            "or set AUTH=required to serve others.",
        )
    # A page can send a key only if CORS allows its origin, so what comes with one was not made by a foreign page.
    with_key = not local and headers.get("authorization", "").lower().startswith("bearer ")
    if scope["method"] in SAFE_METHODS or with_key:
        return None
    if may_write(hosts[0], headers.get("origin"), headers.get("sec-fetch-site"), settings.cors_origins):
        return None
    return Forbidden(
        "cross_origin",
        "A page of another site may not change anything here. Use this server's own page, or name the site in "
        "CORS_ORIGINS.",
    )


def _from_this_machine(scope: Scope, headers: Headers, host: str) -> bool:
    """Whether the name, the other end of the connection, and the lack of a proxy all say so."""
    return (
        is_loopback_host(host)
        and not _is_elsewhere((scope.get("client") or ("",))[0])
        # A proxy on this machine would let in the whole world as this machine.
        and not any(name in headers for name in _FORWARDED)
    )


def _is_elsewhere(client: str) -> bool:
    try:
        address = ip_address(client)
    except ValueError:
        # A Unix socket has no address, and is on this machine.
        return False
    return not (getattr(address, "ipv4_mapped", None) or address).is_loopback


def _with_security_headers(scope: Scope, send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
            if scope["scheme"] == "https":
                headers.setdefault("Strict-Transport-Security", STRICT_TRANSPORT)
            if scope["path"].startswith("/api/") and get_settings().auth_mode != "local":
                headers.setdefault("Cache-Control", PRIVATE)
        await send(message)

    return sending
