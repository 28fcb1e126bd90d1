"""Reads one Parquet file, as a program of its own: `python -m product_importer.imports.parquet_child FD SIZE ROWS`.

Arrow believes what a file says of its sizes, and decodes it in native code. Whatever a file makes of that, it happens
in a process that has little memory, little time and no secrets, and that can be done without. It has no file either:
it asks for bytes over the connection FD, and tells in text what it has read, ROWS rows at a time.
"""

import io
import json
import os
import resource
import signal
import struct
import sys
from collections.abc import Callable, Iterator
from enum import IntEnum
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from product_importer.core.memory import use_system_allocator
from product_importer.imports.csv_faults import MAX_RECORD_BYTES
from product_importer.imports.parquet_text import is_number, text_column
from product_importer.imports.records import Int64s

MEMORY_BYTES = 512 << 20
"""What reading may take above what the program begins with."""

BATCH_SECONDS = 60
"""Of the processor, for opening the file and for each batch."""

READ_BYTES = 4 << 20
"""The most that is asked for at a time."""

BATCH_BYTES = 16 << 20
"""The text of a batch, if it has more than one row."""

_BUFFERS_BYTES = 64 << 20
_BUFFER_BYTES = 64 << 10, 1 << 20
_SHOWN_CHARACTERS = 1_000

PLACE = struct.Struct(">QQ")
"""The offset and the length of the bytes asked for."""


class Said(IntEnum):
    """What a message is about: its first byte."""

    READ = 1
    SCHEMA = 2
    BATCH = 3
    END = 4
    BROKEN = 5
    TOO_LARGE = 6


def main() -> None:
    descriptor, size, rows = (int(argument) for argument in sys.argv[1:])
    use_system_allocator()
    _limit_memory()
    serve(Connection(descriptor), size, rows, _limit_time)


def serve(parent: Connection, size: int, rows: int, before_each: Callable[[], None]) -> None:
    """Tell the parent all about a file of so many bytes, or why not; `before_each` batch something may be done."""
    try:
        try:
            _tell(parent, size, rows, before_each)
        except (ConnectionError, EOFError):
            raise
        except MemoryError:
            _send(parent, Said.TOO_LARGE)
        except (pa.ArrowException, OSError, UnicodeDecodeError, OverflowError):
            _send(parent, Said.BROKEN)
    except (ConnectionError, EOFError):
        """Who asked has gone: nobody is left to be told."""


def _limit_memory() -> None:
    most = _data_bytes() + MEMORY_BYTES
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _data_bytes() -> int:
    """What counts against that limit already; elsewhere than on Linux nothing tells, and little is lost."""
    try:
        pages = Path("/proc/self/statm").read_text().split()[5]
    except FileNotFoundError:
        return 0
    return int(pages) * resource.getpagesize()


def _limit_time() -> None:
    signal.setitimer(signal.ITIMER_PROF, BATCH_SECONDS)


def _tell(parent: Connection, size: int, rows: int, before_each: Callable[[], None]) -> None:
    before_each()
    file = _opened(_Asked(parent, size))
    schema = file.schema_arrow
    described = {
        "names": [str(name) for name in schema.names],
        "numbers": [is_number(kind) for kind in schema.types],
        "rows": _rows(file),
    }
    _send(parent, Said.SCHEMA, json.dumps(described).encode())
    for batch in text_batches(file, rows):
        for part in _parts(batch):
            _send(parent, Said.BATCH, part.serialize().to_pybytes())
        before_each()
    _send(parent, Said.END)


def _rows(file: pq.ParquetFile) -> int:
    """As many as will be read, if the file is what it says."""
    return sum(file.metadata.row_group(group).num_rows for group in range(file.num_row_groups))


def _opened(stream: io.RawIOBase) -> pq.ParquetFile:
    """A file read a little of each column at a time: the more columns, the less."""
    metadata = pq.read_metadata(stream)
    least, most = _BUFFER_BYTES
    buffer_bytes = min(max(_BUFFERS_BYTES // max(metadata.num_columns, 1), least), most)
    return pq.ParquetFile(stream, metadata=metadata, buffer_size=buffer_bytes, pre_buffer=False)


def text_batches(file: pq.ParquetFile, rows: int) -> Iterator[pa.RecordBatch]:
    """The rows of a file in their order as text, and behind the columns how many bytes of it each row has.

    Of rows that do not fit into the memory together, fewer are read at a time. Raises MemoryError if one does not.
    """
    done = 0
    while True:
        try:
            for batch in _batches(file, done, rows):
                text = _as_text(batch)
                done += batch.num_rows
                yield text
            return
        except MemoryError:
            if rows == 1:
                raise
        rows = max(1, rows // 10)


def _batches(file: pq.ParquetFile, done: int, rows: int) -> Iterator[pa.RecordBatch]:
    """What follows the first `done` rows; those of them that share a row group with it are decoded again."""
    ends = np.cumsum([file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)], dtype=np.int64)
    first = int(np.searchsorted(ends, done, side="right"))
    skip = done - (int(ends[first - 1]) if first else 0)
    groups = list(range(first, file.num_row_groups))
    for batch in file.iter_batches(batch_size=rows, row_groups=groups, use_threads=False) if groups else ():
        skipped = min(skip, batch.num_rows)
        skip -= skipped
        if skipped < batch.num_rows:
            yield batch.slice(skipped)


def _as_text(batch: pa.RecordBatch) -> pa.RecordBatch:
    columns = [text_column(column) for column in batch.columns]
    lengths = _lengths(columns, batch.num_rows)
    if (lengths > MAX_RECORD_BYTES).any():
        long = pa.array(lengths > MAX_RECORD_BYTES)
        shown = (pc.utf8_slice_codeunits(column, 0, _SHOWN_CHARACTERS) for column in columns)
        columns = [pc.if_else(long, cut, column) for cut, column in zip(shown, columns, strict=True)]
    return pa.record_batch([*columns, pa.array(lengths)], text_schema(len(columns)))


def text_schema(columns: int) -> pa.Schema:
    """Of a batch of rows as text; columns go by their place, because names may occur twice."""
    texts = [pa.field(str(place), pa.string()) for place in range(columns)]
    return pa.schema([*texts, pa.field("bytes", pa.int64())])


def _parts(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    ends = np.cumsum(batch.columns[-1].to_numpy())
    first = 0
    while first < batch.num_rows:
        before = int(ends[first - 1]) if first else 0
        end = max(first + 1, int(np.searchsorted(ends, before + BATCH_BYTES, side="right")))
        yield batch.slice(first, end - first)
        first = end


def _lengths(columns: list[pa.Array], rows: int) -> Int64s:
    lengths = np.zeros(rows, dtype=np.int64)
    for column in columns:
        lengths += pc.fill_null(pc.binary_length(column), 0).to_numpy(zero_copy_only=False)
    return lengths


class _Asked(io.RawIOBase):
    """A file whose bytes somebody else reads."""

    def __init__(self, parent: Connection, size: int) -> None:
        self._parent, self._size, self._place = parent, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._place = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._size}[whence]
        return self._place

    def tell(self) -> int:
        return self._place

    def read(self, size: int = -1) -> bytes:
        left = max(0, self._size - self._place)
        left = left if size < 0 else min(size, left)
        parts = []
        while left:
            _send(self._parent, Said.READ, PLACE.pack(self._place, min(left, READ_BYTES)))
            part = self._parent.recv_bytes()
            if not part:
                break
            parts.append(part)
            self._place += len(part)
            left -= len(part)
        return b"".join(parts)


def _send(parent: Connection, said: Said, message: bytes = b"") -> None:
    parent.send_bytes(bytes([said]) + message)


if __name__ == "__main__":
    main()
