"""Stored bytes unpacked while they stream: gzip, zstd, and zip with one file inside."""

import errno
import os
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from product_importer.imports import errors
from product_importer.imports.file_format import Compression

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

BLOCK_BYTES = 1 << 20
RATIO_CAP = 200
"""A catalogue packs to a tenth, a generated one to a fiftieth; zlib's limit is a thousandth."""

RATIO_FREE_BYTES = 1 << 24
_PACKED_BLOCK_BYTES = 1 << 16
_GZIP_WINDOW = 31
_ENCRYPTED = 0x1
_READABLE_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class PlainBlocks:
    """Iterates over a stored file as blocks of its unpacked bytes, in its own encoding.

    `stored_bytes_read` tells how far into the stored file the reading is. Raises ProblemError with the code
    `broken_compression`, `compression_ratio`, or one of those of `sole_member`.
    """

    def __init__(self, stream: BinaryIO, compression: Compression | None) -> None:
        self._stream = stream
        self._compression = compression
        self.stored_bytes_read = 0

    def __iter__(self) -> Iterator[bytes]:
        match self._compression:
            case "gzip":
                return self._capped(_gunzip(self._stored(_PACKED_BLOCK_BYTES)))
            case "zstd":
                return self._capped(_unzstd(self._stored(_PACKED_BLOCK_BYTES)))
            case "zip":
                return self._capped(self._unzip())
            case _:
                return self._stored(BLOCK_BYTES)

    def _stored(self, size: int) -> Iterator[bytes]:
        while block := self._stream.read(size):
            self.stored_bytes_read += len(block)
            yield block

    def _unzip(self) -> Iterator[bytes]:
        with damage_refused(), zipfile.ZipFile(self._stream) as archive, archive.open(sole_member(archive)) as member:
            while block := member.read(BLOCK_BYTES):
                self.stored_bytes_read = self._stream.tell()
                yield block
            self.stored_bytes_read = self._stream.seek(0, os.SEEK_END)

    def _capped(self, plain: Iterator[bytes]) -> Iterator[bytes]:
        size = 0
        for block in plain:
            size += len(block)
            if size > RATIO_FREE_BYTES and size > self.stored_bytes_read * RATIO_CAP:
                raise errors.compression_ratio(RATIO_CAP)
            yield block


def sole_member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one file of an archive, apart from what macOS adds.

    Raises ProblemError: `zip_empty`, `zip_several_files`, `zip_encrypted`, `broken_compression`.
    """
    members = [one for one in archive.infolist() if not (one.is_dir() or _is_resource_fork(one.filename))]
    if not members:
        raise errors.zip_empty()
    if len(members) > 1:
        raise errors.zip_several_files([member.filename for member in members])
    [member] = members
    check_readable(member)
    return member


def check_readable(member: zipfile.ZipInfo) -> None:
    """Raise ProblemError for a file of an archive that is encrypted or packed in a way that is not read here."""
    if member.flag_bits & _ENCRYPTED:
        raise errors.zip_encrypted()
    if member.compress_type not in _READABLE_METHODS:
        raise errors.broken_compression("it is packed by an unusual method")


@contextmanager
def damage_refused() -> Iterator[None]:
    """Turn what `zipfile` raises for damaged archives into ProblemError; failures of the storage pass."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, ValueError) as error:
        raise errors.broken_compression("its bytes are damaged") from error
    except OSError as error:
        # A damaged directory sends the reading to a place before the file's beginning.
        if error.errno != errno.EINVAL:
            raise
        raise errors.broken_compression("its bytes are damaged") from error


def _is_resource_fork(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1] in (".DS_Store", "Thumbs.db", "desktop.ini")


def _unzstd(stored: Iterator[bytes]) -> Iterator[bytes]:
    frame = zstd.ZstdDecompressor()
    for packed in stored:
        while packed or not (frame.eof or frame.needs_input):
            if frame.eof:
                frame = zstd.ZstdDecompressor()
            try:
                plain = frame.decompress(packed, BLOCK_BYTES)
            except zstd.ZstdError as error:
                raise errors.broken_compression("its bytes are damaged") from error
            packed = frame.unused_data if frame.eof else b""
            if plain:
                yield plain
    if not frame.eof:
        raise errors.broken_compression("it ends too early")


def _gunzip(stored: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = _Gunzip()
    for packed in stored:
        yield from unpacker.feed(packed)
    if not unpacker.complete:
        raise errors.broken_compression("it ends too early")


class _Gunzip:
    """gzip in pieces; several members in a row are one file (RFC 1952), zeros after the last are padding."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP_WINDOW)

    @property
    def complete(self) -> bool:
        return self._member.eof

    def feed(self, packed: bytes) -> Iterator[bytes]:
        plain = b""
        while packed or len(plain) == BLOCK_BYTES:
            if self._member.eof:
                packed = packed.lstrip(b"\0")
                if not packed:
                    return
                self._member = zlib.decompressobj(_GZIP_WINDOW)
            plain = self._unpack(packed)
            packed = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            if plain:
                yield plain

    def _unpack(self, packed: bytes) -> bytes:
        try:
            return self._member.decompress(packed, BLOCK_BYTES)
        except zlib.error as error:
            raise errors.broken_compression("its bytes are damaged") from error
