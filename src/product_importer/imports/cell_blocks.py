"""Records that come as cells, not as text: gathered into blocks, their numbers written as the file's reader would."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from product_importer.imports.csv_faults import Fault, wrong_width
from product_importer.imports.options import NumberFormat
from product_importer.imports.plain_numbers import Number
from product_importer.imports.records import Block, Records, Reject, csv_line, printable

BLOCK_RECORDS = 10_000
BLOCK_CHARACTERS = 1 << 20


@dataclass(frozen=True, slots=True)
class CellRecord:
    """One record: its line, and its cells, or why it has none, with what it said in words of the file."""

    line: int
    cells: Sequence[str]
    fault: Fault | None = None


class BlockBuilder:
    """Numbers records from 1, and gathers them into blocks of a bounded size."""

    def __init__(self, keys: Sequence[str], number_format: NumberFormat) -> None:
        self._keys = keys
        self._comma = number_format == "comma"
        self._row = 0
        self._clear()

    def blocks(self, records: Iterator[CellRecord]) -> Iterator[Block]:
        """All of `records`, in their order."""
        for record in records:
            self._add(record)
            if len(self._rows) + len(self._rejects) >= BLOCK_RECORDS or self._characters >= BLOCK_CHARACTERS:
                yield self._block()
        if self._rows or self._rejects:
            yield self._block()

    def _clear(self) -> None:
        self._rows: list[int] = []
        self._lines: list[int] = []
        self._cells: list[Sequence[str]] = []
        self._rejects: list[Reject] = []
        self._characters = 0

    def _add(self, record: CellRecord) -> None:
        self._row += 1
        cells = [_with_comma(cell) for cell in record.cells] if self._comma else record.cells
        self._characters += sum(map(len, cells)) + len(cells)
        if fault := record.fault or self._wrong_width(cells):
            column = self._keys[fault.field] if fault.field is not None else None
            message = printable(fault.message.encode("utf-8", "backslashreplace"))
            self._rejects.append(Reject(self._row, record.line, column, fault.code, message, csv_line(cells)))
            return
        self._rows.append(self._row)
        self._lines.append(record.line)
        self._cells.append(_as_wide(cells, len(self._keys)))

    def _wrong_width(self, cells: Sequence[str]) -> Fault | None:
        width = len(self._keys)
        if len(cells) <= width:
            return None
        beyond = [place for place, cell in enumerate(cells[width:], start=width + 1) if cell.strip()]
        return wrong_width(beyond[-1], width) if beyond else None

    def _block(self) -> Block:
        width = len(self._keys)
        columns = [pa.array([cells[place] for cells in self._cells], pa.string()) for place in range(width)]
        records = Records(columns, np.array(self._rows, dtype=np.int64), np.array(self._lines, dtype=np.int64))
        block = Block(records, self._rejects, 0)
        self._clear()
        return block


def _with_comma(cell: str) -> str:
    """A number with the decimal mark by which the cells of this file are read."""
    return cell.replace(".", ",") if isinstance(cell, Number) else cell


def _as_wide(cells: Sequence[str], width: int) -> Sequence[str]:
    if len(cells) < width:
        return [*cells, *[""] * (width - len(cells))]
    return cells if len(cells) == width else cells[:width]
