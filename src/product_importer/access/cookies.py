"""The cookies that a browser is known by, and one for the time that it is away at a provider."""

from fastapi import Request, Response
from starlette.datastructures import URL
from starlette.requests import HTTPConnection

from product_importer.core.settings import get_settings

PLAIN = "product_importer"
TRIP = f"{PLAIN}_openid"
# Browsers take a cookie of such a name only over TLS and for this one host.
OVER_TLS = "__Host-"
_DAY = 86_400


def is_tls(url: URL) -> bool:
    """Whether the browser speaks TLS, as the request, a trusted proxy or PUBLIC_URL says."""
    return url.scheme == "https" or (get_settings().public_url or "").startswith("https:")


def token_of(request: HTTPConnection) -> str | None:
    """The token that came with a request."""
    return request.cookies.get(_name(request, PLAIN))


def give(request: Request, response: Response, token: str) -> None:
    """Have the browser keep `token`, out of reach of scripts and of other sites."""
    _give(request, response, PLAIN, token, get_settings().session_days * _DAY)
    response.headers["Cache-Control"] = "no-store"


def take_back(request: Request, response: Response) -> None:
    """Have the browser forget its token."""
    _take_back(request, response, PLAIN)


def trip_of(request: HTTPConnection) -> str | None:
    """What a browser that comes back from a provider was given on its way."""
    return request.cookies.get(_name(request, TRIP))


def give_trip(request: Request, response: Response, kept: str, seconds: int) -> None:
    """Have the browser bring `kept` back from a provider."""
    _give(request, response, TRIP, kept, seconds)


def take_back_trip(request: Request, response: Response) -> None:
    """Have the browser forget that it was on its way."""
    _take_back(request, response, TRIP)


def _name(request: HTTPConnection, plain: str) -> str:
    return OVER_TLS + plain if is_tls(request.url) else plain


def _give(request: Request, response: Response, plain: str, value: str, seconds: int) -> None:
    secure = is_tls(request.url)
    response.set_cookie(_name(request, plain), value, max_age=seconds, secure=secure, httponly=True, samesite="lax")


def _take_back(request: Request, response: Response, plain: str) -> None:
    secure = is_tls(request.url)
    response.delete_cookie(_name(request, plain), secure=secure, httponly=True, samesite="lax")
