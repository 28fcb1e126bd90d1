"""What an export has around the lines that PostgreSQL writes."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from psycopg.abc import Buffer

BYTE_ORDER_MARK = "\ufeff".encode()
_BLOCK_BYTES = 1 << 18


def csv_header(headers: Sequence[str]) -> bytes:
    """The first line of the CSV; no header begins as a cell that a spreadsheet would run."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(headers)
    return text.getvalue().encode()


def blocks(lines: Iterable[Buffer], line_end: bytes) -> Iterator[bytes]:
    """The lines in blocks of about 256 KiB, each with `line_end` in place of the line feed at its end."""
    block = bytearray()
    for line in lines:
        block += line
        block[-1:] = line_end
        if len(block) >= _BLOCK_BYTES:
            yield bytes(block)
            block.clear()
    if block:
        yield bytes(block)
