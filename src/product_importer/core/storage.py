"""Where the bytes of uploads are kept. A key is a relative path such as `uploads/0198….csv`."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Protocol
from urllib.parse import unquote, urlsplit

from product_importer.core.errors import Gone, ProblemError, StorageFull
from product_importer.core.settings import get_settings

_FULL = {errno.ENOSPC, errno.EDQUOT}


class Writer(Protocol):
    """A new object that appears whole on `commit`, or not at all."""

    def write(self, data: bytes | bytearray) -> None: ...
    def commit(self) -> None: ...
    def abort(self) -> None: ...


@dataclass(frozen=True)
class StoredObject:
    """One stored object and when it was last written (seconds since the epoch)."""

    key: str
    modified: float


class Storage(Protocol):
    """Objects by key; writing raises StorageFull when there is no room.

    `extend` writes `data` at `offset` of an object that grows from call to call, safely before it returns; what stood
    there and behind it is dropped, and ObjectLost is raised when less than `offset` bytes are there, as by `open` when
    there is no such object. `check` asks whether the storage answers; a storage that does not raises Unavailable.
    """

    def create(self, key: str) -> Writer: ...
    def extend(self, key: str, offset: int, data: bytes) -> None: ...
    def open(self, key: str) -> BinaryIO: ...
    def delete(self, key: str) -> None: ...
    def objects(self) -> Iterator[StoredObject]: ...
    def check(self) -> None: ...


class StorageMisconfigured(ProblemError):
    status = 503
    title = "Storage is not usable"


class ObjectLost(Gone):
    """Bytes that were stored before are not there any more."""


def bytes_lost() -> ObjectLost:
    """Less is stored than was said to be."""
    return ObjectLost("stored_bytes_lost", "What was sent before is not stored any more. Send it again.")


def file_missing() -> ObjectLost:
    """There is no object of this key."""
    return ObjectLost(
        "stored_file_missing",
        "The file is not where this process keeps files. On several machines set STORAGE_URL to a storage that all of "
        "them share, such as s3://bucket/prefix; then upload the file again.",
    )


class LocalStorage:
    """A folder of this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def create(self, key: str) -> "LocalWriter":
        path = self._path(key)
        with _room():
            path.parent.mkdir(parents=True, exist_ok=True)
            return LocalWriter(path)

    def extend(self, key: str, offset: int, data: bytes) -> None:
        path = self._path(key)
        with _room():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("r+b" if path.exists() else "x+b") as file:
                if file.seek(0, os.SEEK_END) < offset:
                    raise bytes_lost()
                file.seek(offset)
                file.truncate()
                file.write(data)
                file.flush()
                os.fsync(file.fileno())

    def open(self, key: str) -> BinaryIO:
        try:
            return self._path(key).open("rb")
        except FileNotFoundError as missing:
            raise file_missing() from missing

    def delete(self, key: str) -> None:
        self._path(key).unlink(missing_ok=True)

    def objects(self) -> Iterator[StoredObject]:
        for path in self.root.rglob("*"):
            try:
                if path.is_file():
                    yield StoredObject(path.relative_to(self.root).as_posix(), path.stat().st_mtime)
            except FileNotFoundError:
                continue  # Removed by another process between listing and looking.

    def check(self) -> None:
        existing = self._existing()
        if not os.access(existing, os.W_OK | os.X_OK):
            raise StorageMisconfigured("storage_misconfigured", f"{existing} cannot be written. Set STORAGE_URL.")

    def free_bytes(self) -> int:
        """Room on the disk of the folder."""
        return shutil.disk_usage(self._existing()).free

    def _existing(self) -> Path:
        return next(place for place in (self.root, *self.root.parents) if place.exists())

    def _path(self, key: str) -> Path:
        path = (self.root / key).resolve()
        if not path.is_relative_to(self.root.resolve()):
            raise ValueError(f"the key {key!r} leaves the storage folder")
        return path


class LocalWriter:
    """Writes beside the target and renames, so that a reader never sees half a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(path.name + ".part")
        self._file = self._part.open("wb")

    def write(self, data: bytes | bytearray) -> None:
        with _room():
            self._file.write(data)

    def commit(self) -> None:
        with _room():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        self._part.rename(self._path)

    def abort(self) -> None:
        try:
            self._file.close()
        except OSError as error:
            # Closing flushes, and on a full disk that fails; the file is removed just below.
            if error.errno not in _FULL:
                raise
        finally:
            self._part.unlink(missing_ok=True)


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFull(
                "storage_full", "The server has no room left for this file. Free disk space, then upload it again."
            ) from error
        raise


@lru_cache
def get_storage() -> Storage:
    """The storage that `STORAGE_URL` names; raises StorageMisconfigured for a scheme that is not supported."""
    settings = get_settings()
    url = urlsplit(settings.storage_location)
    if url.scheme == "file":
        return LocalStorage(Path(unquote(url.path)))
    if url.scheme == "s3" and url.netloc:
        # Imported here because it takes long, and one machine has no need of it.
        from product_importer.core.s3_storage import S3Storage

        return S3Storage(url.netloc, unquote(url.path).strip("/"), settings)
    raise StorageMisconfigured(
        "storage_misconfigured",
        f"STORAGE_URL names {url.scheme!r}; write file:///absolute/path or s3://bucket/prefix.",
    )
