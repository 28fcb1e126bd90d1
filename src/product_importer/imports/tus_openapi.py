"""The headers and bodies of tus 1.0 in the OpenAPI document: FastAPI does not see what `tus.py` reads by itself."""

from typing import Any

from product_importer.imports import tus

Extra = dict[str, Any]

_COUNT = {"type": "string", "pattern": "^[0-9]+$", "maxLength": 18, "examples": ["1048576"]}


def _header(name: str, schema: Extra, description: str, *, required: bool = False) -> Extra:
    return {"name": name, "in": "header", "required": required, "description": description, "schema": schema}


_VERSION = _header("Tus-Resumable", {"type": "string", "const": tus.VERSION}, "The protocol's version.", required=True)
_LENGTH = _header(
    "Upload-Length", _COUNT | {"pattern": "^0*[1-9][0-9]*$"}, "How many bytes the file has.", required=True
)
_OFFSET = _header("Upload-Offset", _COUNT, "How many bytes have arrived; the body goes on from there.", required=True)
_METADATA = _header(
    "Upload-Metadata",
    {"type": "string", "examples": ["filename cHJvZHVjdHMuY3N2"]},
    "`filename`, a space, and the file's name in Base64; other pairs are kept, separated by commas.",
)
_CHECKSUM = _header(
    "Upload-Checksum",
    {"type": "string", "examples": ["sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="]},
    f"The algorithm ({' or '.join(tus.CHECKSUMS)}), a space, and the digest of the body in Base64.",
)
_PIECE = {tus.PIECE_TYPE: {"schema": {"type": "string", "format": "binary", "description": "Bytes of the file."}}}

CREATE: Extra = {
    "parameters": [_VERSION, _LENGTH, _METADATA, _CHECKSUM],
    "requestBody": {"required": False, "content": _PIECE},
}
ASK: Extra = {"parameters": [_VERSION]}
CONTINUE: Extra = {
    "parameters": [_VERSION, _OFFSET, _CHECKSUM],
    "requestBody": {"required": True, "content": _PIECE},
}
