"""What a stored file is by its first bytes: how it is packed, and whether it is a workbook, Parquet, or text."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Literal

from product_importer.imports import errors
from product_importer.imports.compression import PlainBlocks, damage_refused, sole_member
from product_importer.imports.file_format import Compression
from product_importer.imports.seekable import seekable
from product_importer.imports.signatures import foreign_kind

OpenStream = Callable[[], BinaryIO]

_HEAD_BYTES = 512
_PACKED: tuple[tuple[bytes, Compression], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
)
_PARQUET = b"PAR1"
_OFFICE = (
    ("xl/workbook.bin", "an Excel workbook of the binary kind (.xlsb)"),
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("Index/Document.iwa", "a Numbers document"),
    ("content.xml", "an OpenDocument file (.ods)"),
)


@dataclass(frozen=True, slots=True)
class FileKind:
    """`content` is what there is once it is unpacked."""

    content: Literal["text", "xlsx", "parquet"]
    compression: Compression | None


def kind_of(open_stream: OpenStream, filename: str) -> FileKind:
    """The kind of a stored file; raises ProblemError for one that is empty, none of these kinds, or packed twice."""
    with open_stream() as stream:
        head = stream.read(_HEAD_BYTES)
    if not head:
        raise errors.empty_file()
    compression = _packing(head)
    if compression == "zip" and _is_workbook(open_stream, None, filename):
        return FileKind("xlsx", None)
    if compression is None:
        return FileKind(_content(head, filename), None)
    with open_stream() as stream:
        head = next(iter(PlainBlocks(stream, compression)), b"")[:_HEAD_BYTES]
    if not head:
        raise errors.empty_file()
    match _packing(head):
        case None:
            return FileKind(_content(head, filename), compression)
        case "zip" if _is_workbook(open_stream, compression, filename):
            return FileKind("xlsx", compression)
        case _:
            raise errors.packed_twice()


def _packing(head: bytes) -> Compression | None:
    return next((compression for magic, compression in _PACKED if head.startswith(magic)), None)


def _content(head: bytes, filename: str) -> Literal["text", "parquet"]:
    if head.startswith(_PARQUET):
        return "parquet"
    if kind := foreign_kind(head):
        raise errors.not_a_table(filename, kind)
    return "text"


def _is_workbook(open_stream: OpenStream, compression: Compression | None, filename: str) -> bool:
    """Whether an archive is a workbook; raises ProblemError for other documents, and for none with one file inside."""
    with (
        open_stream() as stored,
        seekable(stored, compression) as stream,
        damage_refused(),
        zipfile.ZipFile(stream) as archive,
    ):
        names = set(archive.namelist())
        if "xl/workbook.xml" in names:
            return True
        if kind := next((kind for name, kind in _OFFICE if name in names and len(names) > 1), None):
            raise errors.not_a_table(filename, kind)
        sole_member(archive)
    return False
