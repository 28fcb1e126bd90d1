"""The cookie that a browser is known by."""

from fastapi import Request, Response
from starlette.datastructures import URL
from starlette.requests import HTTPConnection

from product_importer.core.settings import get_settings

PLAIN = "product_importer"
# Browsers take a cookie of such a name only over TLS and for this one host.
OVER_TLS = f"__Host-{PLAIN}"
_DAY = 86_400


def is_tls(url: URL) -> bool:
    """Whether the browser speaks TLS, as the request, a trusted proxy or PUBLIC_URL says."""
    return url.scheme == "https" or (get_settings().public_url or "").startswith("https:")


def token_of(request: HTTPConnection) -> str | None:
    """The token that came with a request."""
    return request.cookies.get(OVER_TLS if is_tls(request.url) else PLAIN)


def give(request: Request, response: Response, token: str) -> None:
    """Have the browser keep `token`, out of reach of scripts and of other sites."""
    tls = is_tls(request.url)
    response.set_cookie(
        OVER_TLS if tls else PLAIN,
        token,
        max_age=get_settings().session_days * _DAY,
        secure=tls,
        httponly=True,
        samesite="lax",
    )
    response.headers["Cache-Control"] = "no-store"


def take_back(request: Request, response: Response) -> None:
    """Have the browser forget its token."""
    tls = is_tls(request.url)
    response.delete_cookie(OVER_TLS if tls else PLAIN, secure=tls, httponly=True, samesite="lax")
