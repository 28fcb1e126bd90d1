"""From the multipart body of a request to a registered upload, for the routes that take a file."""

from collections.abc import Callable
from typing import TypeVar

from fastapi import Request
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.errors import Invalid
from product_importer.core.settings import get_settings
from product_importer.core.storage import get_storage
from product_importer.imports import uploads
from product_importer.imports.detection import detect
from product_importer.imports.models import Upload
from product_importer.imports.receiving import FILE_FIELD, Received, receive
from product_importer.imports.stored_file import StoredFile

FILE_SCHEMA = {"type": "string", "format": "binary", "description": "The file of products."}

T = TypeVar("T")


async def receive_upload(request: Request) -> Received:
    """The parts of the body, its file in storage."""
    return await receive(request, get_storage(), get_settings().max_upload_bytes)


def staged(received: Received, actor: str, then: Callable[[Session, Upload], T]) -> T:
    """Register a received file and go on with `then` in the same transaction; if anything fails the file is removed."""
    stored = _file_of(received)
    storage = get_storage()
    try:
        found = detect(lambda: storage.open(stored.storage_key), stored.filename)
        with transaction(actor=actor) as session:
            return then(session, uploads.add(session, stored, found, actor))
    except BaseException:
        storage.delete(stored.storage_key)
        raise


def _file_of(received: Received) -> StoredFile:
    if received.file is None:
        raise Invalid("file_required", f"The form has no file. Send it in the field `{FILE_FIELD}`.")
    return received.file
