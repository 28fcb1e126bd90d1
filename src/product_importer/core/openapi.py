"""How errors are documented in OpenAPI."""

from typing import Any

from product_importer.core.errors import Problem

API_PREFIX = "/api/v1"

_MEANINGS = {
    400: "The request cannot be carried out as it stands.",
    403: "Refused for this caller.",
    404: "There is no such thing.",
    409: "It conflicts with what is there now.",
    412: "It changed since it was read.",
    413: "Too large.",
    415: "Not a format that can be read.",
    422: "A value is missing or wrong; `errors` names each field.",
    503: "Something this server needs does not answer; try again shortly.",
    507: "The server has no room left.",
}

PROBLEM_JSON = "application/problem+json"


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may answer with these problem statuses."""
    return {status: {"model": Problem, "description": _MEANINGS[status]} for status in statuses}
