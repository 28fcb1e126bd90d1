"""Stored bytes to UTF-8 text, in blocks: unpacked and transcoded while they stream."""

import codecs
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from product_importer.imports import errors

BLOCK_BYTES = 1 << 20
RATIO_CAP = 200
"""A catalogue packs to a tenth, a generated one to a fiftieth; zlib's limit is a thousandth."""

_PACKED_BLOCK_BYTES = 1 << 16
_RATIO_FREE_BYTES = 1 << 24
_GZIP_WINDOW = 31
_BYTE_ORDER_MARK = "\ufeff"
_UNDECODABLE = "product_importer.undecodable"


class PlainBlocks:
    """Iterates over a stored file as blocks of its unpacked bytes, in its own encoding.

    `stored_bytes_read` tells how far into the stored file the reading is. Raises ProblemError with the code
    `broken_compression` or `compression_ratio`.
    """

    def __init__(self, stream: BinaryIO, compression: str | None) -> None:
        self._stream = stream
        self._compression = compression
        self.stored_bytes_read = 0

    def __iter__(self) -> Iterator[bytes]:
        if self._compression == "gzip":
            return _gunzip(self._stored(_PACKED_BLOCK_BYTES))
        return self._stored(BLOCK_BYTES)

    def _stored(self, size: int) -> Iterator[bytes]:
        while block := self._stream.read(size):
            self.stored_bytes_read += len(block)
            yield block


class TextBlocks(PlainBlocks):
    """Iterates over a stored file as blocks of UTF-8 without byte order mark.

    Bytes that do not decode come out as bytes that are no UTF-8 either, so that they cost their record and no more.
    """

    def __init__(self, stream: BinaryIO, encoding: str, compression: str | None) -> None:
        super().__init__(stream, compression)
        self._encoding = encoding

    def __iter__(self) -> Iterator[bytes]:
        return _transcode(super().__iter__(), self._encoding)


def open_text(stream: BinaryIO, encoding: str, compression: str | None) -> TextBlocks:
    """The text of a stored file; `encoding` is a Python name, `compression` None or `gzip`."""
    return TextBlocks(stream, encoding, compression)


def _gunzip(stored: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = _Unpacker()
    packed_size = size = 0
    for packed in stored:
        packed_size += len(packed)
        for plain in unpacker.feed(packed):
            size += len(plain)
            if size > _RATIO_FREE_BYTES and size > packed_size * RATIO_CAP:
                raise errors.compression_ratio(RATIO_CAP)
            yield plain
    if not unpacker.complete:
        raise errors.broken_compression("it ends too early")


class _Unpacker:
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


def _transcode(plain: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    if encoding == "utf-8":
        yield from _without_mark(plain)
        return
    decoder = codecs.getincrementaldecoder(encoding)(_UNDECODABLE)
    at_start = True
    for block in plain:
        text = decoder.decode(block)
        if text:
            yield (text.removeprefix(_BYTE_ORDER_MARK) if at_start else text).encode("utf-8", "surrogatepass")
            at_start = False
    if text := decoder.decode(b"", final=True):
        yield text.encode("utf-8", "surrogatepass")


def _without_mark(plain: Iterator[bytes]) -> Iterator[bytes]:
    head = b""
    for block in plain:
        head += block
        if len(head) >= len(codecs.BOM_UTF8):
            break
    yield head.removeprefix(codecs.BOM_UTF8)
    yield from plain


def _to_lone_surrogates(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


# Python's own `surrogateescape` refuses bytes below 0x80, which a damaged UTF-16 file holds.
codecs.register_error(_UNDECODABLE, _to_lone_surrogates)
