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
    """Objects by key; `create` and `extend` raise StorageFull when there is no room, of which `free_bytes` tells.

    `extend` writes `data` at `offset` of an object that grows from call to call, safely before it returns; what stood
    there and behind it is dropped, and ObjectLost is raised when less than `offset` bytes are there.
    """

    def create(self, key: str) -> Writer: ...
    def extend(self, key: str, offset: int, data: bytes) -> None: ...
    def open(self, key: str) -> BinaryIO: ...
    def delete(self, key: str) -> None: ...
    def objects(self) -> Iterator[StoredObject]: ...
    def free_bytes(self) -> int: ...


class StorageMisconfigured(ProblemError):
    status = 503
    title = "Storage is not usable"


class ObjectLost(Gone):
    """Bytes that were stored before are not there any more."""


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
                    raise ObjectLost("stored_bytes_lost", "What was sent before is not stored any more. Send it again.")
                file.seek(offset)
                file.truncate()
                file.write(data)
                file.flush()
                os.fsync(file.fileno())

    def open(self, key: str) -> BinaryIO:
        return self._path(key).open("rb")

    def delete(self, key: str) -> None:
        self._path(key).unlink(missing_ok=True)

    def objects(self) -> Iterator[StoredObject]:
        for path in self.root.rglob("*"):
            try:
                if path.is_file():
                    yield StoredObject(path.relative_to(self.root).as_posix(), path.stat().st_mtime)
            except FileNotFoundError:
                continue  # Removed by another process between listing and looking.

    def free_bytes(self) -> int:
        existing = next(place for place in (self.root, *self.root.parents) if place.exists())
        return shutil.disk_usage(existing).free

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
    url = urlsplit(get_settings().storage_location)
    if url.scheme != "file":
        raise StorageMisconfigured(
            "storage_misconfigured", f"STORAGE_URL names {url.scheme!r}; write file:///absolute/path."
        )
    return LocalStorage(Path(unquote(url.path)))
