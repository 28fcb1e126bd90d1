"""Turns every exception a request can end with into problem details."""

from typing import get_args

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic_core.core_schema import ErrorType
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from product_importer.core import request_ids
from product_importer.core.errors import FieldError, Invalid, Problem, ProblemError, Unavailable
from product_importer.core.openapi import PROBLEM_JSON

log = structlog.get_logger(__name__)

_FRAMEWORK_ERRORS = frozenset(get_args(ErrorType))


def install_problem_handlers(app: FastAPI) -> None:
    """Make `app` answer every error in the one shape of `Problem`."""
    app.add_exception_handler(ProblemError, _problem_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(OperationalError, _database_error)
    app.add_exception_handler(PoolTimeout, _database_error)
    app.add_exception_handler(ClientDisconnect, _client_gone)
    app.add_exception_handler(Exception, _unexpected_error)


def problem_response(error: ProblemError) -> Response:
    """The HTTP answer of a ProblemError."""
    return _answer(error.problem(), error.headers)


def _answer(problem: Problem, headers: dict[str, str] | None = None) -> Response:
    content = problem.model_dump(mode="json", exclude_none=True)
    return JSONResponse(content, status_code=problem.status, headers=headers, media_type=PROBLEM_JSON)


def _problem_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return problem_response(error)


def _validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = [
        FieldError(field=_field(found["loc"]), code=_code(found["type"], found["loc"]), message=_message(found["msg"]))
        for found in error.errors()
    ]
    detail = "; ".join(f"{one.field}: {one.message}" if one.field else one.message for one in errors).rstrip(".")
    return problem_response(Invalid("invalid_request", f"Correct the request: {detail}.", errors=errors))


def _message(message: str) -> str:
    """A validator's sentence without the prefix that pydantic gives it."""
    return message.removeprefix("Value error, ")


def _field(location: tuple[int | str, ...]) -> str:
    """The field's path without the part of the request it stands in: `("body", "price")` is `price`."""
    return ".".join(str(part) for part in location[1:])


def _code(kind: str, location: tuple[int | str, ...]) -> str:
    """A validator's own code as it is; what the framework found is named after the field: `price_invalid`."""
    field = location[1] if len(location) > 1 and isinstance(location[1], str) else location[0]
    match kind:
        case "missing":
            return f"{field}_required"
        case "extra_forbidden":
            return "unknown_parameter" if location[0] == "query" else "unknown_field"
        case _:
            return f"{field}_invalid" if kind in _FRAMEWORK_ERRORS else kind


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if isinstance(error.__cause__, ValueError | RecursionError):
        return problem_response(Invalid("body_invalid", "The body is not JSON text in UTF-8. Send it again as that."))
    if isinstance(error.__cause__, ProblemError):
        return problem_response(error.__cause__)
    title = error.detail or "Error"
    problem = Problem(
        title=title,
        status=error.status_code,
        detail=f"{title}: {request.method} {request.url.path}. The API is described at /api/docs.",
        code=title.lower().replace(" ", "_"),
    )
    return _answer(problem, dict(error.headers or {}))


def database_unavailable(path: str, error: Exception) -> Unavailable:
    """What is answered, and logged, when PostgreSQL does not answer."""
    log.warning("database.unavailable", path=path, error=str(error))
    return Unavailable(
        "database_unavailable",
        "The database does not answer just now; nothing was changed. Try again in a few seconds.",
        headers={"Retry-After": "5"},
    )


def _database_error(request: Request, error: Exception) -> Response:
    return problem_response(database_unavailable(request.url.path, error))


def _client_gone(request: Request, error: Exception) -> Response:
    log.info("client.disconnected", path=request.url.path)
    # Nobody reads it; 499 is what proxies log for a client that went away.
    return Response(status_code=499)


def _unexpected_error(request: Request, error: Exception) -> Response:
    # This answers outside of every middleware, so what those add and bind is added here.
    request_id = getattr(request.state, "request_id", None)
    log.error("request.crashed", path=request.url.path, request_id=request_id, exc_info=error)
    return _answer(
        Problem(
            title="Internal server error",
            status=500,
            detail="Something unexpected went wrong; nothing was changed. The server's log has the details.",
            code="internal_error",
            request_id=request_id,
        ),
        {request_ids.HEADER: request_id} if request_id else None,
    )
