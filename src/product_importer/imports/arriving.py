"""From the multipart body of a request to a file in storage that was looked at, for the routes that take a file."""

import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from product_importer.core.errors import Invalid
from product_importer.core.settings import get_settings
from product_importer.core.storage import get_storage
from product_importer.imports.detection import detect
from product_importer.imports.file_format import Format
from product_importer.imports.receiving import FILE_FIELD, Received, receive
from product_importer.imports.stored_file import StoredFile

FILE_SCHEMA = {"type": "string", "format": "binary", "description": "The file of products."}
# For people and programs that read the OpenAPI document; a file is known by its bytes, whatever a client calls it.
FILE_ENCODING = {
    "file": {
        "contentType": ", ".join(
            (
                "text/csv",
                "text/tab-separated-values",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/json",
                "application/x-ndjson",
                "application/vnd.apache.parquet",
                "application/gzip",
                "application/zstd",
                "application/zip",
            )
        )
    }
}

FILE_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {"type": "object", "required": ["file"], "properties": {"file": FILE_SCHEMA}},
                "encoding": FILE_ENCODING,
            }
        },
    }
}


@dataclass(frozen=True)
class Arrived:
    """A file in storage, what it was found to be, and the form's other fields."""

    file: StoredFile
    format: Format
    fields: dict[str, str]

    @property
    def digest(self) -> str:
        """SHA-256 of what was sent, whatever boundary the form had."""
        sent = [self.file.filename, self.file.sha256, sorted(self.fields.items())]
        return hashlib.sha256(json.dumps(sent).encode()).hexdigest()


@asynccontextmanager
async def arriving(request: Request) -> AsyncIterator[Arrived]:
    """The form of a request, its file in storage; removed again when anything fails before the block has ended."""
    storage = get_storage()
    received = await receive(request, storage, get_settings().max_upload_bytes)
    file = _file_of(received)
    try:
        found = await run_in_threadpool(detect, lambda: storage.open(file.storage_key), file.filename)
        yield Arrived(file, found, received.fields)
    except BaseException:
        await run_in_threadpool(storage.delete, file.storage_key)
        raise


def _file_of(received: Received) -> StoredFile:
    if received.file is None:
        raise Invalid("file_required", f"The form has no file. Send it in the field `{FILE_FIELD}`.")
    return received.file


async def _arrived(request: Request) -> AsyncIterator[Arrived]:
    async with arriving(request) as arrived:
        yield arrived


# Named before the session among a route's parameters, it ends after it: a commit that fails removes the file too.
ArrivedDep = Annotated[Arrived, Depends(_arrived, scope="function")]
