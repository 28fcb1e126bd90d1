"""Stored bytes to UTF-8 text, in blocks: unpacked and transcoded while they stream."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from product_importer.imports.compression import PlainBlocks
from product_importer.imports.file_format import Compression

_BYTE_ORDER_MARK = "\ufeff"
_UNDECODABLE = "product_importer.undecodable"


class TextBlocks(PlainBlocks):
    """Iterates over a stored file as blocks of UTF-8 without byte order mark.

    Bytes that do not decode come out as bytes that are no UTF-8 either, so that they cost their record and no more.
    """

    def __init__(self, stream: BinaryIO, encoding: str, compression: Compression | None) -> None:
        super().__init__(stream, compression)
        self._encoding = encoding

    def __iter__(self) -> Iterator[bytes]:
        return _transcode(super().__iter__(), self._encoding)


def open_text(stream: BinaryIO, encoding: str, compression: Compression | None) -> TextBlocks:
    """The text of a stored file; `encoding` is a Python name, `compression` None or how it is packed."""
    return TextBlocks(stream, encoding, compression)


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
