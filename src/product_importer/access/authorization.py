"""What a request meets before its route: who sent it, and whether they may have that route."""

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from product_importer.access import cookies, identifying
from product_importer.access.actor import ANYONE, LOCAL, STRANGER, Caller
from product_importer.access.routes import RuledRoute, matched, methods_of
from product_importer.access.rules import V1, Rule
from product_importer.core.errors import Forbidden, MethodNotAllowed, ProblemError, Unauthorized
from product_importer.core.problem_handlers import database_unavailable, problem_response
from product_importer.core.settings import get_settings

_BEARER = "bearer "
_WITHOUT_CREDENTIAL = {"local": LOCAL, "off": ANYONE, "required": STRANGER}


class Authorization:
    """ASGI middleware: finds the caller, asks the table of rules, and names the actor for whatever comes after."""

    def __init__(self, app: ASGIApp, routes: list[RuledRoute]) -> None:
        self.app = app
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            caller = await self._admitted(scope)
        except ProblemError as refused:
            await problem_response(refused)(scope, receive, send)
            return
        except (OperationalError, PoolTimeout) as error:
            await problem_response(database_unavailable(scope["path"], error))(scope, receive, send)
            return
        scope.setdefault("state", {})["caller"] = caller
        with structlog.contextvars.bound_contextvars(actor=caller.actor):
            await self.app(scope, receive, send)

    async def _admitted(self, scope: Scope) -> Caller:
        route = matched(self._routes, scope)
        if route is None:
            # Every path is at least that of the page, which can be read.
            allowed = {"Allow": ", ".join(sorted(methods_of(self._routes, scope)))}
            raise MethodNotAllowed("method_not_allowed", f"There is no {scope['method']} here.", headers=allowed)
        scope.setdefault("state", {})["route"] = route
        connection = HTTPConnection(scope)
        # Files of the web UI are the same for everybody.
        if route.rule.open and not scope["path"].startswith(V1):
            return _WITHOUT_CREDENTIAL[get_settings().auth_mode]
        caller = await _caller(connection)
        _require(caller, route.rule, bool(cookies.token_of(connection)))
        return caller


async def _caller(connection: HTTPConnection) -> Caller:
    """Who sent it: by a key, which holds in every mode, by the cookie of a login, or by the mode alone."""
    given = connection.headers.get("authorization", "")
    if given[: len(_BEARER)].lower() == _BEARER:
        return await run_in_threadpool(identifying.by_key, given[len(_BEARER) :].strip())
    mode = get_settings().auth_mode
    token = cookies.token_of(connection)
    if mode == "required" and token:
        address = connection.client.host if connection.client else None
        return await run_in_threadpool(identifying.by_session, token, address) or STRANGER
    return _WITHOUT_CREDENTIAL[mode]


def _require(caller: Caller, rule: Rule, had_cookie: bool) -> None:
    if rule.open:
        return
    if caller.role is None:
        raise _ended() if had_cookie else _not_logged_in()
    if caller.scopes is None and not caller.role.reaches(rule.least):
        raise Forbidden(
            "role_too_low",
            f"This needs the role {rule.least}; yours is {caller.role}. Ask an admin of this installation.",
        )
    if caller.scopes is not None and not caller.scopes & rule.scopes:
        raise Forbidden("scope_missing", f"This key cannot be used for this. {_needed(rule)}")


def _needed(rule: Rule) -> str:
    if not rule.scopes:
        return "Only people who log in can do it."
    return f"It needs the scope {' or '.join(sorted(rule.scopes))}, which its owner must be allowed too."


def _not_logged_in() -> Unauthorized:
    return Unauthorized(
        "login_required",
        "Log in, or send an API key as `Authorization: Bearer pi_…`.",
        headers=identifying.CHALLENGE,
    )


def _ended() -> Unauthorized:
    return Unauthorized("session_ended", "Your session is over. Log in again.", headers=identifying.CHALLENGE)
