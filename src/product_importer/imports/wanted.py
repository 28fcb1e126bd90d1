"""What a request to import asks for: a staged file by its id (JSON), or a file sent along (multipart)."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, TypeAdapter, ValidationError

from product_importer.core.bodies import limited_body
from product_importer.core.errors import UnsupportedFormat
from product_importer.imports.arriving import FILE_ENCODING, FILE_SCHEMA, Arrived, arriving
from product_importer.imports.mapping import Targets
from product_importer.imports.options import ImportOptions
from product_importer.imports.schemas import ImportRequest

MAX_JSON_BYTES = 1 << 20


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    """A body that FastAPI does not see, because this route takes two kinds of it; its parts are in `components`."""
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    return schema


_JSON_PART = {"contentType": "application/json"}
_TARGETS = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
_FORM = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": FILE_SCHEMA,
        "options": {"$ref": f"#/components/schemas/{ImportOptions.__name__}"},
        "mapping": _TARGETS,
    },
}
IMPORT_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": _schema(ImportRequest)},
            "multipart/form-data": {
                "schema": _FORM,
                "encoding": FILE_ENCODING | {"options": _JSON_PART, "mapping": _JSON_PART},
            },
        },
    }
}


@dataclass(frozen=True)
class WantedImport:
    """Which file to import and how; `digest` is by what the same request is known again."""

    file: UUID | Arrived
    mapping: Targets | None
    options: ImportOptions
    digest: str


async def _wanted_import(request: Request) -> AsyncIterator[WantedImport]:
    content_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if content_type == "application/json":
        yield _by_id(await limited_body(request, MAX_JSON_BYTES))
    elif content_type == "multipart/form-data":
        async with arriving(request) as arrived:
            yield _sent_along(arrived)
    else:
        raise UnsupportedFormat("unsupported_media_type", "Send application/json, or multipart/form-data with `file`.")


# Before the session among the route's parameters, as `ArrivedDep`.
WantedImportDep = Annotated[WantedImport, Depends(_wanted_import, scope="function")]


def _by_id(body: bytes) -> WantedImport:
    wanted = _parsed(ImportRequest, body, ())
    return WantedImport(wanted.upload_id, wanted.mapping, wanted.options, hashlib.sha256(body).hexdigest())


def _sent_along(arrived: Arrived) -> WantedImport:
    mapping = _parsed_field(arrived, "mapping", Targets)
    options = _parsed_field(arrived, "options", ImportOptions) or ImportOptions()
    return WantedImport(arrived, mapping, options, arrived.digest)


def _parsed_field(arrived: Arrived, name: str, kind: Any) -> Any:
    text = arrived.fields.get(name, "").strip()
    return _parsed(kind, text.encode(), (name,)) if text else None


def _parsed(kind: Any, body: bytes, location: tuple[str, ...]) -> Any:
    """JSON text as `kind`; raises what FastAPI raises for a body that does not fit."""
    try:
        return TypeAdapter(kind).validate_json(body)
    except ValidationError as error:
        errors = [found | {"loc": ("body", *location, *found["loc"])} for found in error.errors(include_url=False)]
        raise RequestValidationError(errors) from error
