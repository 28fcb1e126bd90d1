"""Delimited text to blocks of records, in one streaming pass with bounded memory."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pyarrow as pa

from product_importer.imports.csv_faults import Fault
from product_importer.imports.csv_scanner import CleanRun, Scanner
from product_importer.imports.csv_tokenizer import Step, Tokenizer, closed
from product_importer.imports.dialect import Dialect
from product_importer.imports.records import Block, Int64s, Reject, TextRecords, printable

WINDOW_BYTES = 1 << 16
"""How far is looked ahead behind a dirty record; doubled as long as all is clean."""

WORTHWHILE_RECORDS = 50
"""So many clean records in a window cost about as much read slowly as the scan did."""


def read_records(
    blocks: Iterable[bytes],
    dialect: Dialect,
    expected_fields: int,
    *,
    headers: Sequence[str] = (),
    vectorised: bool = True,
) -> Iterator[Block]:
    """The records below the header, and a reject for each line that gives none.

    `blocks` are UTF-8 without byte order mark, cut anywhere. `headers` name the columns in rejects. Without
    `vectorised` everything goes through the tokenizer: the same result, slower.
    """
    reader = _Reader(dialect, expected_fields, headers, vectorised)
    for block in blocks:
        yield from reader.feed(block)
    yield from reader.finish()


class _Reader:
    def __init__(self, dialect: Dialect, expected_fields: int, headers: Sequence[str], vectorised: bool) -> None:
        self._dialect = dialect
        self._tokenizer = Tokenizer(dialect, expected_fields)
        self._scanner = Scanner(dialect, expected_fields) if vectorised else None
        self._preamble: _Preamble | None = _Preamble(dialect)
        self._headers = headers
        self._width = expected_fields
        self._rest = b""
        self._in_cut_line = False
        self._consumed = 0
        self._row, self._line = 1, 1

    def feed(self, block: bytes) -> Iterator[Block]:
        yield from self._read(self._rest + self._without_cut_line(block), final=False)

    def finish(self) -> Iterator[Block]:
        yield from self._read(closed(self._rest, self._dialect), final=True)

    def _without_cut_line(self, block: bytes) -> bytes:
        if not self._in_cut_line:
            return block
        newline = block.find(self._dialect.newline)
        self._in_cut_line = newline < 0
        skipped = len(block) if newline < 0 else newline + 1
        self._consumed += skipped
        return block[skipped:]

    def _read(self, text: bytes, *, final: bool) -> Iterator[Block]:
        position = self._skip_preamble(text, final)
        gathered = _Gathered(text, self._width)
        if self._preamble is None:
            position = self._gather(text, position, gathered, final)
        self._rest = text[position:]
        self._consumed += position
        if not gathered.empty:
            yield gathered.block(self._consumed)

    def _skip_preamble(self, text: bytes, final: bool) -> int:
        if self._preamble is None:
            return 0
        position = self._preamble.skip(text, final)
        if self._preamble.done:
            self._line = self._preamble.line
            self._preamble = None
        return position

    def _gather(self, text: bytes, position: int, gathered: "_Gathered", final: bool) -> int:
        # One dirty record costs one record read slowly and one short window scanned again. Where the next window
        # gives little, scanning does not pay: the stretch read slowly doubles until it does.
        patience, window = 1, len(text)
        while position < len(text):
            taken, after = self._gather_clean(text, position, gathered, window)
            if after - position > window // 2:
                position, patience, window = after, 1, window * 2
                continue
            patience = 1 if taken > WORTHWHILE_RECORDS else patience * 2
            position = self._gather_slowly(text, after, gathered, final, patience)
            if position == after:
                break
            window = WINDOW_BYTES
        return position

    def _gather_clean(self, text: bytes, position: int, gathered: "_Gathered", window: int) -> tuple[int, int]:
        """How many clean records the window at `position` begins with, and where they end."""
        run = self._scanner.run(text, position, window) if self._scanner else None
        if run is None:
            return 0, position
        gathered.add_run(run, self._row, self._line)
        self._row += len(run.starts)
        self._line += run.next_line
        return len(run.starts), run.next

    def _gather_slowly(self, text: bytes, position: int, gathered: "_Gathered", final: bool, records: int) -> int:
        while position < len(text) and (records > 0 or self._scanner is None):
            step = self._tokenizer.step(text, position, final=final)
            if step is None:
                break
            self._take(step, text, position, gathered)
            position, records = step.next, records - 1
        return position

    def _take(self, step: Step, text: bytes, position: int, gathered: "_Gathered") -> None:
        if step.fault:
            gathered.rejects.append(self._reject(step.fault, text[position : step.end]))
        elif step.fields:
            gathered.add_step(step, position, self._row, self._line)
        self._row += bool(step.fault or step.fields)
        self._line += step.lines
        self._in_cut_line = step.cut

    def _reject(self, fault: Fault, raw: bytes) -> Reject:
        named = fault.field is not None and fault.field < len(self._headers)
        column = self._headers[fault.field] if named and fault.field is not None else None
        return Reject(self._row, self._line, column, fault.code, fault.message, printable(raw))


class _Preamble:
    """What stands before the data: the lines above the header, and the header."""

    def __init__(self, dialect: Dialect) -> None:
        self._tokenizer = Tokenizer(dialect, None)
        self._newline = dialect.newline
        self._header_line = dialect.header_line
        self.line = 1
        self.done = False

    def skip(self, text: bytes, final: bool) -> int:
        """Where the data begin; as far as is settled while the header is not whole."""
        position = 0
        while self.line < self._header_line:
            newline = text.find(self._newline, position)
            if newline < 0:
                return position
            position, self.line = newline + 1, self.line + 1
        step = self._tokenizer.step(text, position, final=final)
        if step is None:
            return position
        self.line, self.done = self.line + step.lines, True
        return step.next


class _Gathered:
    """The records and rejects of one stretch of text, in the order of the file."""

    def __init__(self, text: bytes, width: int) -> None:
        self._text = text
        self._width = width
        self._runs: list[TextRecords] = []
        self._steps: list[tuple[Step, int, int, int]] = []
        self.rejects: list[Reject] = []

    @property
    def empty(self) -> bool:
        return not (self._runs or self._steps or self.rejects)

    def add_run(self, run: CleanRun, row: int, line: int) -> None:
        self._flush_steps()
        rows = np.arange(row, row + len(run.starts), dtype=np.int64)
        self._runs.append(TextRecords(run.columns, rows, run.lines + line, run.starts, run.ends, self._text))

    def add_step(self, step: Step, start: int, row: int, line: int) -> None:
        self._steps.append((step, start, row, line))

    def block(self, bytes_read: int) -> Block:
        self._flush_steps()
        return Block(_joined(self._runs, self._width, self._text), self.rejects, bytes_read)

    def _flush_steps(self) -> None:
        if not self._steps:
            return
        steps, starts, rows, lines = zip(*self._steps, strict=True)
        cells = zip(*(step.fields for step in steps), strict=True)
        columns = [pa.array(column, pa.binary()).cast(pa.string()) for column in cells]
        ends = _int64s([step.end for step in steps])
        self._runs.append(TextRecords(columns, _int64s(rows), _int64s(lines), _int64s(starts), ends, self._text))
        self._steps.clear()


def _int64s(values: Sequence[int]) -> Int64s:
    return np.array(values, dtype=np.int64)


def _joined(runs: list[TextRecords], width: int, text: bytes) -> TextRecords:
    if len(runs) == 1:
        return runs[0]
    if not runs:
        nothing = _int64s([])
        return TextRecords([pa.array([], pa.string())] * width, nothing, nothing, nothing, nothing, text)
    return TextRecords(
        columns=[pa.concat_arrays(arrays) for arrays in zip(*(run.columns for run in runs), strict=True)],
        rows=np.concatenate([run.rows for run in runs]),
        lines=np.concatenate([run.lines for run in runs]),
        starts=np.concatenate([run.starts for run in runs]),
        ends=np.concatenate([run.ends for run in runs]),
        text=text,
    )
