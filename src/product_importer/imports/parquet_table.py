"""A Parquet file as rows of text, read by a process of its own: see `parquet_child.py`."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import structlog

from product_importer.core.errors import ProblemError
from product_importer.imports import errors
from product_importer.imports.csv_faults import MAX_RECORD_BYTES
from product_importer.imports.parquet_child import BATCH_BYTES, PLACE, READ_BYTES, Said, text_schema

log = structlog.get_logger(__name__)

BATCH_ROWS = 10_000

RATIO_CAP = 1_000
"""A catalogue with the same long text for all its products holds some hundred times its size."""

RATIO_FREE_BYTES = 1 << 24

ROWS_CAP = 100
"""For each byte: products that have anything of their own take more than a hundredth of one."""

ROWS_FREE = 1_000_000
# With what Arrow writes beside the text, of a thousand columns and more.
_MESSAGE_BYTES = 4 * BATCH_BYTES
_END_SECONDS = 10
_PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "PYTHONDONTWRITEBYTECODE")
# What ends the child beyond its time, and where native code does not get memory.
_BEYOND_BOUNDS = (-signal.SIGPROF, -signal.SIGABRT, -signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class TextRows:
    """Some rows, column by column: blank where there is no value, null where it is no text.

    Rows that are `long` have more text than a row may have, and only the beginning of each cell.
    """

    columns: list[pa.Array]
    long: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.long)


class ParquetTable:
    """Iterates once over the rows of a file; `rows` are as many as it says it has."""

    def __init__(self, stream: BinaryIO, size: int, child: "Child") -> None:
        self._stream, self._size, self._child = stream, size, child
        described = json.loads(self._expect(Said.SCHEMA) or b"")
        self.names: list[str] = described["names"]
        self.numbers: list[bool] = described["numbers"]
        self.rows: int = described["rows"]
        if self.rows > max(ROWS_FREE, size * ROWS_CAP):
            raise errors.parquet_rows(self.rows, size)

    def __iter__(self) -> Iterator[TextRows]:
        schema, total = text_schema(len(self.names)), 0
        while (message := self._expect(Said.BATCH)) is not None:
            *columns, lengths = pa.ipc.read_record_batch(pa.py_buffer(message), schema).columns
            # As many bytes as CSV would have.
            total += pc.sum(lengths).as_py() + len(lengths) * len(schema)
            if total > RATIO_FREE_BYTES and total > self._size * RATIO_CAP:
                raise errors.parquet_ratio(RATIO_CAP)
            yield TextRows(columns, lengths.to_numpy() > MAX_RECORD_BYTES)

    def _expect(self, wanted: Said) -> bytes | None:
        """The next message of this kind, None at the end; gives the child the bytes it asks for meanwhile."""
        while True:
            said, message = self._child.heard()
            match said:
                case Said.READ:
                    offset, length = PLACE.unpack(message)
                    self._stream.seek(offset)
                    self._child.send(self._stream.read(min(length, READ_BYTES)))
                case Said.END:
                    return None
                case Said.TOO_LARGE:
                    raise errors.parquet_too_large()
                case _ if said == wanted:
                    return message
                case _:
                    raise errors.broken_parquet()


@contextmanager
def open_parquet(stream: BinaryIO, rows: int = BATCH_ROWS) -> Iterator[ParquetTable]:
    """A Parquet file, so many rows at a time.

    Raises ProblemError, also for what is found while it is read: `broken_parquet`, `parquet_too_large`,
    `compression_ratio`.
    """
    size = stream.seek(0, os.SEEK_END)
    with started(size, rows) as child:
        yield ParquetTable(stream, size, child)


@contextmanager
def started(size: int, rows: int) -> Iterator["Child"]:
    """The process that reads a file of so many bytes, so many rows at a time; it is gone afterwards."""
    ours, theirs = Pipe()
    with ours, theirs:
        program = [sys.executable, "-m", "product_importer.imports.parquet_child"]
        process = subprocess.Popen(  # noqa: S603
            [*program, str(theirs.fileno()), str(size), str(rows)],
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            # Without this process's secrets. One arena: each thread's own would count against the memory.
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ} | {"MALLOC_ARENA_MAX": "1"},
        )
        theirs.close()
        try:
            yield Child(ours, process.wait)
        finally:
            process.kill()
            process.wait()


class Child:
    """The connection to the process that reads; `wait` waits so many seconds for its end and returns its status."""

    def __init__(self, connection: Connection, wait: Callable[[float], int]) -> None:
        self._connection, self._wait = connection, wait

    def heard(self) -> tuple[int, bytes]:
        """What a message is about, and the rest of it."""
        try:
            message = self._connection.recv_bytes(_MESSAGE_BYTES)
        except (EOFError, OSError) as error:
            raise self._gone() from error
        return message[0], message[1:]

    def send(self, answer: bytes) -> None:
        try:
            self._connection.send_bytes(answer)
        except OSError as error:
            raise self._gone() from error

    def _gone(self) -> ProblemError:
        """Why it speaks no more."""
        try:
            status = self._wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            status = None
        log.warning("parquet.child_ended", status=status)
        return errors.parquet_too_large() if status in _BEYOND_BOUNDS else errors.broken_parquet()
