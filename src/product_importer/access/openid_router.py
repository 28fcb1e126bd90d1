"""Logging in through an OpenID Connect provider, over HTTP: there, and back."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse

from product_importer.access import audit, cookies, openid, throttle
from product_importer.access.actor import Asker, asker_of
from product_importer.access.audit_names import What
from product_importer.access.openid import Refused
from product_importer.core.database import transaction
from product_importer.core.errors import Conflict
from product_importer.core.openapi import problems
from product_importer.core.settings import get_settings

router = APIRouter(tags=["access"], default_response_class=RedirectResponse)

REFUSED_PAGE = "/login-refused"
_LONGEST = 4_000
Text = Annotated[str | None, Query(max_length=_LONGEST, pattern=r"^[^\u0000]*$")]


@router.get("/openid/login", status_code=303, operation_id="begin_openid_login", responses=problems(409, 422, 503))
def begin(request: Request, path: Annotated[str, Query(max_length=_LONGEST)] = "/") -> RedirectResponse:
    """Send the browser to the provider; once logged in it comes back to `path`."""
    _require_provider()
    try:
        begun = openid.begin(path)
    except Refused as refused:
        return _refused(request, refused)
    response = _to(begun.url)
    cookies.give_trip(request, response, begun.kept, openid.MINUTES * 60)
    return response


@router.get("/openid/callback", status_code=303, operation_id="end_openid_login", responses=problems(409, 422, 503))
def come_back(
    request: Request, state: Text = None, code: Text = None, iss: Text = None, error: Text = None
) -> RedirectResponse:
    """Where the provider sends the browser back to; it goes on to its page, or to one that says what is wrong."""
    _require_provider()
    asker = asker_of(request)
    try:
        back = openid.come_back(cookies.trip_of(request), state, code, iss, error)
        with transaction() as session:
            entered = openid.enter(session, asker, back.claims, cookies.token_of(request))
    except Refused as refused:
        _tell(asker, refused)
        return _refused(request, refused)
    response = _to(back.path)
    cookies.give(request, response, entered.token)
    cookies.take_back_trip(request, response)
    return response


def _tell(asker: Asker, refused: Refused) -> None:
    """Write down that somebody was refused; strangers do not fill the list."""
    verdict = throttle.admit_address(asker.address)
    with transaction() as session:
        if verdict.admitted:
            audit.record(session, asker, What.LOGIN_FAILED, refused.subject, reason=refused.code)
        elif verdict.first_refused:
            audit.record(session, asker, What.LOGIN_THROTTLED)


def _require_provider() -> None:
    if get_settings().auth_mode != "required" or get_settings().openid_issuer is None:
        raise Conflict(
            "openid_not_set",
            "Nobody logs in through a provider here. Set OPENID_ISSUER and OPENID_CLIENT_ID, with AUTH=required.",
        )


def _refused(request: Request, refused: Refused) -> RedirectResponse:
    response = _to(f"{REFUSED_PAGE}?reason={refused.code}")
    cookies.take_back_trip(request, response)
    return response


def _to(url: str) -> RedirectResponse:
    return RedirectResponse(url, status_code=303, headers={"Cache-Control": "no-store"})
