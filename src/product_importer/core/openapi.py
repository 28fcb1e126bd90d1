"""The OpenAPI document, and how errors are documented in it."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from product_importer.core.errors import Problem

API_PREFIX = "/api/v1"

_MEANINGS = {
    400: "The request cannot be carried out as it stands.",
    403: "Refused for this caller.",
    404: "There is no such thing.",
    409: "It conflicts with what is there now.",
    410: "It was there, and is no more.",
    412: "It changed since it was read.",
    413: "Too large.",
    415: "Not a format that can be read.",
    422: "A value is missing or wrong; `errors` names each field.",
    503: "Something this server needs does not answer; try again shortly.",
    507: "The server has no room left.",
}

PROBLEM_JSON = "application/problem+json"
REPLAYED = "Idempotency-Replayed"

_REPLAYED_HEADER = {
    "description": "`true` when the request was carried out before and this is the answer of that time.",
    "schema": {"type": "string", "const": "true"},
}
_PROBLEM_SCHEMA = {"$ref": f"#/components/schemas/{Problem.__name__}"}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may answer with these problem statuses."""
    return {status: {"model": Problem, "description": _MEANINGS[status]} for status in statuses}


class DocumentedApi(FastAPI):
    """FastAPI, whose OpenAPI document gives problems their own media type, and answers that are repeated their mark."""

    def openapi(self) -> dict[str, Any]:
        """The document; FastAPI itself would describe every answer of a route by one media type."""
        document = super().openapi()
        for response in _responses(document):
            content = response.get("content", {})
            if content.get("application/json", {}).get("schema") == _PROBLEM_SCHEMA:
                content[PROBLEM_JSON] = content.pop("application/json")
        for operation in _operations(document):
            if any(parameter["name"] == "idempotency-key" for parameter in operation.get("parameters", ())):
                _mark_repeated(operation["responses"])
        return document


def _mark_repeated(responses: dict[str, dict[str, Any]]) -> None:
    for status, response in responses.items():
        if status.startswith("2"):
            response.setdefault("headers", {})[REPLAYED] = _REPLAYED_HEADER


def _responses(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for operation in _operations(document):
        yield from operation["responses"].values()


def _operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for operations in document["paths"].values():
        yield from operations.values()
