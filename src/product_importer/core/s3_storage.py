"""Storage in a bucket of any server that speaks S3, so that processes on several machines share what was uploaded.

A key's bytes are pieces, each an object of its own under `key/` and named by its offset. A multipart upload cannot
grow by pieces below 5 MiB, and one that was broken off is invisible and costs money until somebody ends it; pieces are
listed and removed like anything else.
"""

import io
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import BinaryIO, cast

import obstore
import structlog
from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError
from obstore.store import S3Store

from product_importer.core.errors import Unavailable
from product_importer.core.settings import Settings
from product_importer.core.storage import StorageMisconfigured, StoredObject, bytes_lost, file_missing

log = structlog.get_logger(__name__)

PIECE_BYTES = 8 << 20
"""What a writer holds in memory, twice at most, and what is read ahead of a reader."""
READ_BYTES = 4 << 20
SMALL_BYTES = 1 << 20
"""Pieces up to this size are joined, so that a client that sends little at a time does not make a million objects."""

_OFFSET_DIGITS = 20
_OBJECTS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of a file: the object that holds them, and where in the file they begin and end."""

    path: str
    start: int
    end: int

    @property
    def size(self) -> int:
        return self.end - self.start


class S3Storage:
    """A bucket, or the part of it below a prefix."""

    def __init__(self, bucket: str, prefix: str, settings: Settings) -> None:
        self._store = _connect(bucket, prefix, settings)

    def create(self, key: str) -> "S3Writer":
        return S3Writer(self, key)

    def extend(self, key: str, offset: int, data: bytes) -> None:
        listed = self._listed(key)
        kept = [piece for piece in _without_gap(listed) if piece.start < offset]
        if (kept[-1].end if kept else 0) < offset:
            raise bytes_lost()
        self._remove([piece.path for piece in listed if piece.start >= max(offset, 1)])
        start = offset
        if kept and (kept[-1].end > offset or kept[-1].size + len(data) <= SMALL_BYTES):
            start = kept[-1].start
            data = self.read(kept[-1], 0, offset - start) + data
        self.put(key, start, data)

    def open(self, key: str) -> BinaryIO:
        pieces = _without_gap(self._listed(key))
        if not pieces:
            raise file_missing()
        return cast(BinaryIO, io.BufferedReader(_Reader(self, pieces), READ_BYTES))

    def delete(self, key: str) -> None:
        self._remove([piece.path for piece in self._listed(key)])

    def objects(self) -> Iterator[StoredObject]:
        with _answering():
            listed = obstore.list(self._store, chunk_size=_OBJECTS_AT_ONCE)
            pieces = ((one["path"].rpartition("/")[0], one["last_modified"]) for batch in listed for one in batch)
            for key, group in groupby(pieces, key=lambda piece: piece[0]):
                yield StoredObject(key, max(modified.timestamp() for _, modified in group))

    def check(self) -> None:
        with _answering():
            next(iter(obstore.list(self._store, "uploads/", chunk_size=1)), None)

    def put(self, key: str, offset: int, data: bytes) -> None:
        """Store the piece that begins at `offset`."""
        with _answering():
            obstore.put(self._store, _path(key, offset), data, use_multipart=False)

    def read(self, piece: Piece, start: int, end: int) -> bytes:
        """Bytes of a piece, counted from its beginning."""
        if start == end:
            return b""
        with _answering():
            try:
                return bytes(obstore.get_range(self._store, piece.path, start=start, end=end))
            except FileNotFoundError as gone:
                raise file_missing() from gone

    def _listed(self, key: str) -> list[Piece]:
        with _answering():
            listed = [one for batch in obstore.list(self._store, f"{key}/") for one in batch]
        pieces = [(one["path"], int(one["path"].rpartition("/")[2]), one["size"]) for one in listed]
        return sorted((Piece(path, start, start + size) for path, start, size in pieces), key=lambda piece: piece.start)

    def _remove(self, paths: list[str]) -> None:
        with _answering():
            if paths:
                obstore.delete(self._store, paths)


class S3Writer:
    """Keeps the first piece for `commit`: before it there is no beginning, and so nothing to read."""

    def __init__(self, storage: S3Storage, key: str) -> None:
        self._storage = storage
        self._key = key
        self._first: bytes | None = None
        self._pending = bytearray()
        self._offset = 0

    def write(self, data: bytes | bytearray) -> None:
        self._pending += data
        while len(self._pending) >= PIECE_BYTES:
            self._put(bytes(self._pending[:PIECE_BYTES]))
            del self._pending[:PIECE_BYTES]

    def commit(self) -> None:
        if self._pending or self._first is None:
            self._put(bytes(self._pending))
        assert self._first is not None
        self._storage.put(self._key, 0, self._first)

    def abort(self) -> None:
        self._storage.delete(self._key)

    def _put(self, data: bytes) -> None:
        if self._first is None:
            self._first = data
        else:
            self._storage.put(self._key, self._offset, data)
        self._offset += len(data)


class _Reader(io.RawIOBase):
    """The pieces as one file that can be sought in; each read is one request for a range."""

    def __init__(self, storage: S3Storage, pieces: list[Piece]) -> None:
        self._storage = storage
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self._size = pieces[-1].end
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError(f"position {base + offset} lies before the file")
        self._position = base + offset
        return self._position

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        if self._position >= self._size:
            return 0
        piece = self._pieces[bisect_right(self._starts, self._position) - 1]
        start = self._position - piece.start
        data = self._storage.read(piece, start, min(start + len(buffer), piece.size))
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


def _without_gap(pieces: list[Piece]) -> list[Piece]:
    """Those that follow each other from the beginning of the file on."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.start != (found[-1].end if found else 0):
            break
        found.append(piece)
    return found


def _path(key: str, offset: int) -> str:
    return f"{key}/{offset:0{_OFFSET_DIGITS}}"


def _connect(bucket: str, prefix: str, settings: Settings) -> S3Store:
    """Settings come first; what they leave out is found as AWS's own programs find most of it."""
    given = {
        "endpoint": settings.aws_endpoint_url,
        "region": settings.aws_region,
        "access_key_id": settings.aws_access_key_id,
        "secret_access_key": settings.aws_secret_access_key and settings.aws_secret_access_key.get_secret_value(),
        "session_token": settings.aws_session_token and settings.aws_session_token.get_secret_value(),
    }
    try:
        return S3Store(
            bucket,
            prefix=prefix or None,
            config={name: value for name, value in given.items() if value},  # type: ignore[arg-type]
            client_options={
                "allow_http": (settings.aws_endpoint_url or "").startswith("http://"),
                "connect_timeout": timedelta(seconds=5),
            },
            retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=30)},
        )
    except (BaseError, ValueError) as wrong:
        raise StorageMisconfigured("storage_misconfigured", f"STORAGE_URL cannot be used: {_reason(wrong)}") from wrong


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as missing:
        raise StorageMisconfigured(
            "storage_misconfigured", "The bucket of STORAGE_URL does not exist. Make it, or correct the setting."
        ) from missing
    except (PermissionDeniedError, UnauthenticatedError) as refused:
        raise StorageMisconfigured(
            "storage_misconfigured",
            "The bucket of STORAGE_URL refuses these credentials. They need to list, read, write and delete there.",
        ) from refused
    except (BaseError, OSError) as away:
        log.warning("storage.unavailable", error=_reason(away))
        raise Unavailable(
            "storage_unavailable", "The storage of uploaded files does not answer. Try again in a moment."
        ) from away


def _reason(wrong: Exception) -> str:
    return str(wrong).splitlines()[0] if str(wrong) else type(wrong).__name__
