"""The OpenAPI document, and how errors are documented in it."""

from collections.abc import Collection, Iterator
from typing import Any

from fastapi import FastAPI

from product_importer.core.errors import Problem

API_PREFIX = "/api/v1"

_MEANINGS = {
    400: "The request cannot be carried out as it stands.",
    401: "It needs a login or a key that holds.",
    403: "Refused for this caller.",
    404: "There is no such thing.",
    409: "It conflicts with what is there now.",
    410: "It was there, and is no more.",
    412: "It changed since it was read.",
    413: "Too large.",
    415: "Not a format that can be read.",
    422: "A value is missing or wrong; `errors` names each field.",
    429: "Too often; `Retry-After` says in how many seconds it is heard again.",
    460: "The bytes are not those of the checksum.",
    503: "Something this server needs does not answer; try again shortly.",
    507: "The server has no room left.",
}

_BOUNDS = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}

PROBLEM_JSON = "application/problem+json"
REPLAYED = "Idempotency-Replayed"

_REPLAYED_HEADER = {
    "description": "`true` when the request was carried out before and this is the answer of that time.",
    "schema": {"type": "string", "const": "true"},
}
_PROBLEM_SCHEMA = {"$ref": f"#/components/schemas/{Problem.__name__}"}

_TOO_LARGE = {"description": _MEANINGS[413], "content": {PROBLEM_JSON: {"schema": _PROBLEM_SCHEMA}}}
_TOO_OFTEN = {"description": _MEANINGS[429], "content": {PROBLEM_JSON: {"schema": _PROBLEM_SCHEMA}}}
_READING = {"get", "head", "options"}

_SCHEMES = {
    "key": {"type": "http", "scheme": "bearer", "description": "An API key: `pi_…`."},
    "session": {"type": "apiKey", "in": "cookie", "name": "product_importer", "description": "What a login gives."},
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may answer with these problem statuses."""
    return {status: {"model": Problem, "description": _MEANINGS[status]} for status in statuses}


class DocumentedApi(FastAPI):
    """FastAPI, whose OpenAPI document knows problems, repeated answers, exact bounds, and parameters never null.

    Where people log in, `open_routes` are those that need no credential, as `GET /path`; else it is None.
    """

    open_routes: Collection[str] | None = None

    def openapi(self) -> dict[str, Any]:
        """The document, put right where FastAPI cannot know."""
        document = super().openapi()
        _exact_bounds(document)
        if self.open_routes is not None:
            _secure(document, self.open_routes)
        for method, operation in _operations(document):
            parameters, responses = operation.get("parameters", ()), operation["responses"]
            if "requestBody" in operation:
                responses.setdefault("413", _TOO_LARGE)
            if method not in _READING:
                responses.setdefault("429", _TOO_OFTEN)
            for parameter in parameters:
                _never_null(parameter["schema"])
            for response in responses.values():
                _as_problem(response)
            if any(parameter["name"] == "idempotency-key" for parameter in parameters):
                _mark_repeated(responses)
        return document


def _exact_bounds(part: Any) -> None:
    """FastAPI makes floating-point numbers of bounds; written as such, 2**63 is read as some hundred more."""
    if isinstance(part, dict):
        for name in _BOUNDS & part.keys():
            if isinstance(part[name], float) and part[name].is_integer():
                part[name] = int(part[name])
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        _exact_bounds(inner)


def _never_null(schema: dict[str, Any]) -> None:
    """A parameter can be left out, but there is no way to send null in an address or a header."""
    choices = [choice for choice in schema.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        del schema["anyOf"]
        schema |= choices[0]
    elif choices:
        schema["anyOf"] = choices


def _as_problem(response: dict[str, Any]) -> None:
    """FastAPI describes every answer of a route by the media type of the one that succeeds."""
    if any(media.get("schema") == _PROBLEM_SCHEMA for media in response.get("content", {}).values()):
        response["content"] = {PROBLEM_JSON: {"schema": _PROBLEM_SCHEMA}}


def _mark_repeated(responses: dict[str, dict[str, Any]]) -> None:
    for status, response in responses.items():
        if status.startswith("2"):
            response.setdefault("headers", {})[REPLAYED] = _REPLAYED_HEADER


def _secure(document: dict[str, Any], open_routes: Collection[str]) -> None:
    document["components"]["securitySchemes"] = _SCHEMES
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            if f"{method.upper()} {path}" not in open_routes:
                operation["security"] = [{scheme: []} for scheme in _SCHEMES]


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for operations in document["paths"].values():
        yield from operations.items()
