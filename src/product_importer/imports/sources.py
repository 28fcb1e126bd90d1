"""A stored file of any kind as blocks of records."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from product_importer.imports.csv_reader import read_records
from product_importer.imports.decoding import open_text
from product_importer.imports.file_format import Format
from product_importer.imports.records import Block


class Source(Protocol):
    """Iterates once over the records of a file; `stored_bytes_read` tells how far into the stored file that is."""

    @property
    def stored_bytes_read(self) -> int: ...

    def __iter__(self) -> Iterator[Block]: ...


def open_source(stream: BinaryIO, file_format: Format) -> Source:
    """The records of a stored file; `stream` stands at its beginning and is the caller's to close.

    Iterating raises ProblemError for a file that cannot be read to its end.
    """
    return _DelimitedSource(stream, file_format)


class _DelimitedSource:
    def __init__(self, stream: BinaryIO, file_format: Format) -> None:
        self._text = open_text(stream, file_format.encoding or "utf-8", file_format.compression)
        self._format = file_format

    @property
    def stored_bytes_read(self) -> int:
        return self._text.stored_bytes_read

    def __iter__(self) -> Iterator[Block]:
        keys = [column.key for column in self._format.columns]
        return read_records(self._text, self._format.dialect, len(keys), headers=keys)
