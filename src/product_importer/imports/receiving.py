"""A multipart body parsed as it arrives: the file goes straight into storage, hashed, its size checked on the way."""

import hashlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from fastapi import Request
from python_multipart import MultipartParser
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import parse_options_header
from starlette.concurrency import run_in_threadpool

from product_importer.core.database import new_id
from product_importer.core.errors import Invalid, ProblemError, TooLarge, UnsupportedFormat
from product_importer.core.storage import Storage, Writer
from product_importer.imports import errors
from product_importer.imports.stored_file import StoredFile, clean_filename, storage_key

FILE_FIELD = "file"
MAX_FIELD_BYTES = 1 << 20
MAX_HEADER_BYTES = 1 << 14
MAX_PARTS = 20
WRITE_BYTES = 1 << 20
# A client that is told while it still sends may never read the answer, so this much more is read and dropped.
DRAIN_BYTES = 1 << 28


@dataclass
class Received:
    """The parts of a multipart body: text fields, and the file if there was one."""

    fields: dict[str, str] = field(default_factory=dict)
    file: StoredFile | None = None


async def receive(request: Request, storage: Storage, max_bytes: int) -> Received:
    """Store the part `file` of a multipart body; nothing is left in storage when this raises.

    Raises TooLarge, StorageFull, Invalid (not a well-formed form), UnsupportedFormat (not a form at all).
    """
    body = _Body(_boundary(request), storage, max_bytes)
    stream = request.stream()
    try:
        _refuse_announced(request, max_bytes)
        async for chunk in stream:
            body.feed(chunk)
            if body.pending >= WRITE_BYTES:
                await run_in_threadpool(body.flush)
        return await run_in_threadpool(body.finish)
    except ProblemError:
        await run_in_threadpool(body.abort)
        await drain(stream)
        raise
    except BaseException:
        # The client went away, or this process is stopping.
        body.abort()
        raise


async def drain(stream: AsyncIterator[bytes]) -> None:
    """Read and drop what a client still sends, up to 256 MiB."""
    dropped = 0
    async for chunk in stream:
        dropped += len(chunk)
        if dropped > DRAIN_BYTES:
            return


def _refuse_announced(request: Request, max_bytes: int) -> None:
    """Refuse by what the client says it will send, before any of it is stored."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > max_bytes + MAX_FIELD_BYTES:
        raise errors.too_large(max_bytes)


def _boundary(request: Request) -> bytes:
    kind, parameters = parse_options_header(request.headers.get("content-type", ""))
    boundary = parameters.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary:
        raise UnsupportedFormat(
            "not_multipart", "Send the file as multipart/form-data in a field named `file`, as a web form does."
        )
    return boundary


class _Body:
    """Collects what the parser calls back with; `flush` moves the file's bytes into storage."""

    def __init__(self, boundary: bytes, storage: Storage, max_bytes: int) -> None:
        self._storage = storage
        self._max_bytes = max_bytes
        self._received = Received()
        self._writer: Writer | None = None
        self._sha256 = hashlib.sha256()
        self._size = 0
        self._id: UUID | None = None
        self._buffer = bytearray()
        self._filename = ""
        self._parts = 0
        self._ended = False
        self._name = ""
        self._is_file = False
        self._value = bytearray()
        self._header_name = bytearray()
        self._header_value = bytearray()
        self._headers: dict[bytes, bytes] = {}
        self._parser = MultipartParser(boundary, self._callbacks())

    @property
    def pending(self) -> int:
        return len(self._buffer)

    def feed(self, chunk: bytes) -> None:
        try:
            self._parser.write(chunk)
        except MultipartParseError as error:
            raise Invalid(
                "broken_form", "The form data cannot be read. Send it again as multipart/form-data."
            ) from error

    def flush(self) -> None:
        if self._buffer and self._writer is not None:
            data, self._buffer = self._buffer, bytearray()
            self._sha256.update(data)
            self._writer.write(data)

    def finish(self) -> Received:
        if not self._ended:
            raise Invalid("broken_form", "The form data ends too early. Upload the file again.")
        if self._writer is not None and self._id is not None:
            if not self._size:
                raise errors.empty_file()
            self.flush()
            self._writer.commit()
            self._received.file = StoredFile(
                self._id, self._filename, storage_key(self._id), self._size, self._sha256.hexdigest()
            )
            self._writer = None
        return self._received

    def abort(self) -> None:
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.abort()

    def _callbacks(self) -> Any:
        # The parser's own type wants every callback it knows; these are the ones that matter here.
        calls: dict[str, Callable[..., None]] = {
            "on_part_begin": self._part_begin,
            "on_header_field": self._on_header_field,
            "on_header_value": self._on_header_value,
            "on_header_end": self._on_header_end,
            "on_headers_finished": self._headers_finished,
            "on_part_data": self._part_data,
            "on_part_end": self._part_end,
            "on_end": self._on_end,
        }
        return calls

    def _part_begin(self) -> None:
        self._parts += 1
        if self._parts > MAX_PARTS:
            raise Invalid("too_many_fields", f"The form has more than {MAX_PARTS} fields. Send `file` and its options.")
        self._headers, self._value, self._is_file = {}, bytearray(), False

    def _on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._header_name += data[start:end]
        self._refuse_long_header()

    def _on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._header_value += data[start:end]
        self._refuse_long_header()

    def _refuse_long_header(self) -> None:
        if len(self._header_name) + len(self._header_value) > MAX_HEADER_BYTES:
            raise Invalid("broken_form", "A header inside the form data is too long. Give the file a shorter name.")

    def _on_header_end(self) -> None:
        self._headers[bytes(self._header_name).lower()] = bytes(self._header_value)
        self._header_name, self._header_value = bytearray(), bytearray()

    def _headers_finished(self) -> None:
        _, parameters = parse_options_header(self._headers.get(b"content-disposition", b""))
        self._name = parameters.get(b"name", b"").decode("utf-8", "replace")
        self._is_file = self._name == FILE_FIELD
        if self._is_file:
            self._start_file(parameters.get(b"filename", b"").decode("utf-8", "replace"))

    def _start_file(self, filename: str) -> None:
        if self._id:
            raise Invalid("one_file_only", "Send one file at a time: the form has several fields named `file`.")
        self._filename = clean_filename(filename)
        self._id = new_id()
        self._writer = self._storage.create(storage_key(self._id))

    def _part_data(self, data: bytes, start: int, end: int) -> None:
        if not self._is_file:
            self._value += data[start:end]
            if len(self._value) > MAX_FIELD_BYTES:
                raise TooLarge("field_too_large", f"The field `{self._name}` is larger than {MAX_FIELD_BYTES:,} bytes.")
            return
        self._size += end - start
        if self._size > self._max_bytes:
            raise errors.too_large(self._max_bytes)
        self._buffer += data[start:end]

    def _part_end(self) -> None:
        if self._is_file:
            return
        try:
            self._received.fields[self._name] = self._value.decode()
        except UnicodeDecodeError:
            raise Invalid("broken_form", f"The field `{self._name}` is not UTF-8 text.") from None

    def _on_end(self) -> None:
        self._ended = True
