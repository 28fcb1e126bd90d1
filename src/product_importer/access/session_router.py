"""Logging in and out, one's own sessions and password, and one-time links, over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session

from product_importer.access import audit, cookies, logins, throttle, users
from product_importer.access import users_repository as repository
from product_importer.access.actor import Asker, Caller, asker_of, caller_of
from product_importer.access.audit_names import What
from product_importer.access.fields import email_key
from product_importer.access.identifying import USER
from product_importer.access.logins import LoggedIn
from product_importer.access.schemas import (
    LinkInput,
    LinkUse,
    LinkView,
    LoginInput,
    PasswordInput,
    Sessions,
    WhoAmI,
)
from product_importer.access.session import SessionDep
from product_importer.core.database import transaction
from product_importer.core.errors import Conflict, Forbidden, TooManyRequests, Unauthorized
from product_importer.core.openapi import problems
from product_importer.core.settings import get_settings

router = APIRouter(tags=["access"])


@router.get("/session", operation_id="get_session", responses=problems(503))
def get_session(session: SessionDep, request: Request) -> WhoAmI:
    """Who this browser is logged in as, and what a login page has to know; answers strangers too."""
    return _who(session, caller_of(request))


@router.get("/whoami", operation_id="who_am_i", responses=problems(503))
def who_am_i(session: SessionDep, request: Request) -> WhoAmI:
    """Who the credential of this request belongs to, and what it may do."""
    return _who(session, caller_of(request))


@router.post("/session", operation_id="log_in", responses=problems(401, 409, 422, 429, 503))
def log_in(request: Request, response: Response, given: LoginInput) -> WhoAmI:
    """Log in; the session is in a cookie. Refused alike whether the account exists or not."""
    _require_logins()
    logins.require_passwords()
    asker = asker_of(request)
    _require_admitted(asker, email_key(given.email))
    with transaction() as session:
        entered = logins.log_in(
            session, asker, given.email, given.password.get_secret_value(), cookies.token_of(request)
        )
        who = _who(session, entered.caller) if entered else None
    # After the commit, which has written down that it failed.
    if entered is None or who is None:
        raise Unauthorized(
            "login_failed", "The address or the password is wrong. Try again, or ask an admin for a link."
        )
    cookies.give(request, response, entered.token)
    return who


@router.delete("/session", status_code=204, operation_id="log_out", responses=problems(503))
def log_out(session: SessionDep, request: Request, response: Response) -> None:
    """Log out; the session is over at once, everywhere."""
    logins.log_out(session, asker_of(request), cookies.token_of(request))
    cookies.take_back(request, response)


@router.get("/sessions", operation_id="list_sessions", responses=problems(503))
def list_sessions(session: SessionDep, request: Request) -> Sessions:
    """The browsers in which one has logged in."""
    return Sessions(items=logins.own_sessions(session, caller_of(request)))


@router.delete("/sessions", status_code=204, operation_id="end_sessions", responses=problems(503))
def end_sessions(session: SessionDep, request: Request, response: Response) -> None:
    """Log out everywhere."""
    logins.end_own_sessions(session, asker_of(request))
    cookies.take_back(request, response)


@router.delete("/sessions/{session_id}", status_code=204, operation_id="end_session", responses=problems(404, 422, 503))
def end_session(session: SessionDep, request: Request, session_id: UUID) -> None:
    """Log out in one browser."""
    logins.end_own_session(session, asker_of(request), session_id)


@router.put("/password", operation_id="change_password", responses=problems(409, 422, 429, 503))
def change_password(request: Request, response: Response, given: PasswordInput) -> WhoAmI:
    """Choose another password; every other session ends."""
    asker = asker_of(request)
    logins.require_account(asker)
    logins.require_passwords()
    _require_admitted(asker, asker.caller.actor.removeprefix(USER))
    with transaction() as session:
        current, new = given.current_password.get_secret_value(), given.new_password.get_secret_value()
        entered = logins.change_password(session, asker, current, new)
        who = _who(session, entered.caller) if entered else None
        if entered is None:
            audit.record(session, asker, What.LOGIN_FAILED)
    if entered is None or who is None:
        raise Forbidden("password_wrong", "The current password is wrong. Log out and use a reset link if it is lost.")
    cookies.give(request, response, entered.token)
    return who


@router.post("/links/look", operation_id="look_at_link", responses=problems(410, 422, 503))
def look_at_link(session: SessionDep, given: LinkInput) -> LinkView:
    """What a one-time link is for; looking does not use it up."""
    return logins.look_at(session, given.token.get_secret_value())


@router.post("/links/use", operation_id="use_link", responses=problems(409, 410, 422, 503))
def use_link(session: SessionDep, request: Request, response: Response, given: LinkUse) -> WhoAmI:
    """Choose a password by a set-up, invitation or reset link, which is used up, and be logged in."""
    entered: LoggedIn = logins.open_link(session, asker_of(request), given, cookies.token_of(request))
    cookies.give(request, response, entered.token)
    return _who(session, entered.caller)


def _who(session: Session, caller: Caller) -> WhoAmI:
    settings = get_settings()
    mode = settings.auth_mode
    user = users.get(session, caller.user_id) if caller.user_id else None
    return WhoAmI(
        auth=mode,
        signed_in=caller.known,
        actor=caller.actor,
        role=caller.role,
        scopes=sorted(caller.scopes) if caller.scopes is not None else None,
        user=users.view(user) if user else None,
        set_up_needed=mode == "required" and not repository.other_admin_exists(session),
        openid=settings.openid_label if mode == "required" and settings.openid_issuer else None,
        passwords=mode == "required" and not settings.openid_only,
    )


def _require_logins() -> None:
    mode = get_settings().auth_mode
    if mode != "required":
        raise Conflict("login_not_needed", f"With AUTH={mode} nobody logs in. Set AUTH=required to have people do so.")


def _require_admitted(asker: Asker, account: str) -> None:
    verdict = throttle.admit(account, asker.address)
    if verdict.admitted:
        return
    if verdict.first_refused:
        with transaction() as session:
            audit.record(session, asker, What.LOGIN_THROTTLED)
    minutes = -(-verdict.retry_after // 60)
    raise TooManyRequests(
        "too_many_attempts",
        f"Too many passwords were tried. Wait {minutes} minutes, or ask an admin for a reset link.",
        headers={"Retry-After": str(verdict.retry_after)},
    )
