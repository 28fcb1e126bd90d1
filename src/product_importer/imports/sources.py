"""A stored file of any kind as blocks of records."""

import os
from collections.abc import Iterator
from typing import BinaryIO, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from product_importer.imports import csv_faults, errors
from product_importer.imports.cell_blocks import BlockBuilder, CellRecord
from product_importer.imports.csv_reader import read_records
from product_importer.imports.decoding import open_text
from product_importer.imports.file_format import Format
from product_importer.imports.json_table import cell_records, json_objects
from product_importer.imports.options import NumberFormat
from product_importer.imports.parquet_table import TextRows, open_parquet
from product_importer.imports.records import Block, Records, Reject
from product_importer.imports.seekable import seekable
from product_importer.imports.workbook import Workbook
from product_importer.imports.worksheet import sheet_rows


class Source(Protocol):
    """Iterates once over the records of a file; `stored_bytes_read` tells how far into the stored file that is."""

    @property
    def stored_bytes_read(self) -> int: ...

    def __iter__(self) -> Iterator[Block]: ...


def open_source(stream: BinaryIO, file_format: Format, number_format: NumberFormat | None = None) -> Source:
    """The records of a stored file; `stream` stands at its beginning and is the caller's to close.

    `number_format` is how prices will be read, if not as the file's format says: numbers that are not text in the
    file are written so. Iterating raises ProblemError for a file that cannot be read to its end.
    """
    numbers = number_format or file_format.number_format
    match file_format.format:
        case "xlsx":
            return _WorkbookSource(stream, file_format, numbers)
        case "jsonl":
            return _JsonSource(stream, file_format, numbers)
        case "parquet":
            return _ParquetSource(stream, file_format, numbers)
        case _:
            return _DelimitedSource(stream, file_format)


class _DelimitedSource:
    def __init__(self, stream: BinaryIO, file_format: Format) -> None:
        self._text = open_text(stream, file_format.encoding or "utf-8", file_format.compression)
        self._format = file_format

    @property
    def stored_bytes_read(self) -> int:
        return self._text.stored_bytes_read

    def __iter__(self) -> Iterator[Block]:
        keys = self._format.keys
        return read_records(self._text, self._format.dialect, len(keys), headers=keys)


class _JsonSource:
    def __init__(self, stream: BinaryIO, file_format: Format, number_format: NumberFormat) -> None:
        self._text = open_text(stream, file_format.encoding or "utf-8", file_format.compression)
        self._format = file_format
        self._builder = BlockBuilder(file_format.keys, number_format)

    @property
    def stored_bytes_read(self) -> int:
        return self._text.stored_bytes_read

    def __iter__(self) -> Iterator[Block]:
        headers = [column.header for column in self._format.columns]
        return self._builder.blocks(cell_records(json_objects(self._text), headers))


class _WorkbookSource:
    def __init__(self, stream: BinaryIO, file_format: Format, number_format: NumberFormat) -> None:
        self._stream = stream
        self._format = file_format
        self._builder = BlockBuilder(file_format.keys, number_format)
        self._size = _size(stream)
        self.stored_bytes_read = 0

    def __iter__(self) -> Iterator[Block]:
        with seekable(self._stream, self._format.compression) as stream, Workbook(stream) as workbook:
            workbook.load()
            sheet = self._format.sheet or ""
            if sheet not in workbook.sheets:
                raise errors.no_such_sheet(sheet, workbook.sheets)
            rows = (row for row in sheet_rows(workbook, sheet) if row.number > self._format.header_line)
            for block in self._builder.blocks(CellRecord(row.number, row.cells) for row in rows):
                self.stored_bytes_read = round(self._size * workbook.share_read)
                yield block


class _ParquetSource:
    def __init__(self, stream: BinaryIO, file_format: Format, number_format: NumberFormat) -> None:
        self._stream = stream
        self._format = file_format
        self._comma = number_format == "comma"
        self._size = _size(stream)
        self.stored_bytes_read = 0

    def __iter__(self) -> Iterator[Block]:
        first = 1
        with seekable(self._stream, self._format.compression) as stream, open_parquet(stream) as table:
            for rows in table:
                yield self._block(rows, table.numbers, first)
                first += len(rows)
                self.stored_bytes_read = self._size * min(first - 1, table.rows) // max(table.rows, 1)

    def _block(self, rows: TextRows, numbers: list[bool], first: int) -> Block:
        columns = [self._text(*column) for column in zip(rows.columns, numbers, strict=True)]
        places = np.arange(first, first + len(rows), dtype=np.int64)
        bad = rows.long.copy()
        for column in columns:
            if column.null_count:
                bad |= column.is_null().to_numpy(zero_copy_only=False)
        if not bad.any():
            return Block(Records(columns, places, places), [], 0)
        good = pa.array(~bad)
        rejects = [self._reject(columns, int(index), first, bool(rows.long[index])) for index in np.flatnonzero(bad)]
        return Block(Records([one.filter(good) for one in columns], places[~bad], places[~bad]), rejects, 0)

    def _text(self, column: pa.Array, number: bool) -> pa.Array:
        return pc.replace_substring(column, ".", ",") if self._comma and number else column

    def _reject(self, columns: list[pa.Array], index: int, first: int, long: bool) -> Reject:
        cells = [column[index].as_py() for column in columns]
        fault = csv_faults.too_much_text() if long else csv_faults.no_text(cells.index(None))
        column = None if fault.field is None else self._format.keys[fault.field]
        original = Records([column.fill_null("") for column in columns], *(np.zeros(0, dtype=np.int64),) * 2)
        row = first + index
        return Reject(row, row, column, fault.code, fault.message, original.original(index))


def _size(stream: BinaryIO) -> int:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    return size
