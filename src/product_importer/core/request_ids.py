"""The id by which one request is found again: in its answer, in log lines, and on the work that it gave rise to."""

import re

import structlog

from product_importer.core.database import new_id

HEADER = "X-Request-ID"

_WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{1,64}")


def chosen(given: str | None) -> str:
    """The id that came with a request, if it can stand in a log as it is, else a new one."""
    return given if given and _WELL_FORMED.fullmatch(given) else new_id().hex


def current() -> str | None:
    """The id of the request that is answered here, or whose job is worked on; None where nobody asked."""
    request_id: str | None = structlog.contextvars.get_contextvars().get("request_id")
    return request_id
