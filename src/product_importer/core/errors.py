"""One shape for every error: RFC 9457 problem details with a stable `code`."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict


class FieldError(BaseModel):
    """What is wrong with one field of a request."""

    field: str
    code: str
    message: str


class Problem(BaseModel):
    """The body of every error answer (`application/problem+json`)."""

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    errors: list[FieldError] | None = None


# ProblemError
#   Unauthorized 401 · Forbidden 403 · NotFound 404 · MethodNotAllowed 405 · Conflict 409 · Gone 410
#   PreconditionFailed 412 · TooLarge 413 · UnsupportedFormat 415 · Invalid 422 · TooManyRequests 429 · Unavailable 503
#   StorageFull 507
class ProblemError(Exception):
    """An expected failure: `detail` is one sentence that says what to do next."""

    status = 400
    title = "Bad request"

    def __init__(
        self,
        code: str,
        detail: str,
        *,
        errors: Sequence[FieldError] = (),
        extra: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.errors = list(errors)
        self.extra = dict(extra or {})
        self.headers = dict(headers or {})

    def problem(self) -> Problem:
        """This error as the body of an answer."""
        return Problem(
            title=self.title,
            status=self.status,
            detail=self.detail,
            code=self.code,
            errors=self.errors or None,
            **self.extra,
        )


class Unauthorized(ProblemError):
    status = 401
    title = "Unauthorized"


class Forbidden(ProblemError):
    status = 403
    title = "Forbidden"


class NotFound(ProblemError):
    status = 404
    title = "Not found"


class MethodNotAllowed(ProblemError):
    status = 405
    title = "Method not allowed"


class Conflict(ProblemError):
    status = 409
    title = "Conflict"


class Gone(ProblemError):
    status = 410
    title = "Gone"


class PreconditionFailed(ProblemError):
    status = 412
    title = "Precondition failed"


class TooLarge(ProblemError):
    status = 413
    title = "Too large"


class UnsupportedFormat(ProblemError):
    status = 415
    title = "Unsupported format"


class Invalid(ProblemError):
    status = 422
    title = "Unprocessable content"


class TooManyRequests(ProblemError):
    status = 429
    title = "Too many requests"


class Unavailable(ProblemError):
    status = 503
    title = "Service unavailable"


class StorageFull(ProblemError):
    status = 507
    title = "Insufficient storage"
