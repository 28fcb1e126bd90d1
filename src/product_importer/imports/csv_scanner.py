"""The vectorised reading of clean records: what it takes, the tokenizer would have taken just the same."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv

from product_importer.core.arrow_text import byte_lengths
from product_importer.imports.csv_faults import MAX_RECORD_BYTES, MAX_RECORD_LINES
from product_importer.imports.dialect import Dialect
from product_importer.imports.records import Int64s

_LINE_FEED, _CARRIAGE_RETURN = 0x0A, 0x0D
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Bytes = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class CleanRun:
    """Records that follow one another without a fault; `lines` counts physical lines before each from the start."""

    columns: list[pa.Array]
    starts: Int64s
    ends: Int64s
    lines: Int64s
    next: int
    next_line: int


@dataclass(frozen=True, slots=True)
class _Records:
    """Where records stand in a stretch, relative to its beginning; `feeds` are the line feeds that end them."""

    feeds: Int64s
    feed_lines: Int64s

    def before(self, position: int) -> "_Records":
        count = int(np.searchsorted(self.feeds, position))
        return _Records(self.feeds[:count], self.feed_lines[:count])

    @property
    def starts(self) -> Int64s:
        return np.concatenate(([0], self.feeds[:-1] + 1)) if len(self.feeds) else self.feeds

    @property
    def lines_before(self) -> Int64s:
        return np.concatenate(([0], self.feed_lines[:-1] + 1)) if len(self.feeds) else self.feeds


class Scanner:
    """Takes the clean records at the head of a stretch of text in one go."""

    def __init__(self, dialect: Dialect, expected_fields: int) -> None:
        # A file of an old Mac is left to the tokenizer: Arrow would end records at line feeds as well. So is one that
        # is divided by more than a byte.
        self._applies = dialect.newline == b"\n" and dialect.delimiter.isascii()
        delimiter = dialect.delimiter if self._applies else ","
        self._delimiter = ord(delimiter)
        self._quote = ord(dialect.quote)
        self._escape = dialect.escape.encode() if dialect.escape else None
        self._columns = expected_fields
        self._expected = expected_fields + dialect.padding
        names = [str(index) for index in range(self._expected)]
        self._parse_options = pa.csv.ParseOptions(
            delimiter=delimiter, quote_char=dialect.quote, escape_char=False, newlines_in_values=True
        )
        self._convert_options = pa.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, null_values=[]
        )
        self._names = names

    def run(self, text: bytes, start: int, window: int) -> CleanRun | None:
        """The clean records among the next `window` bytes; None when the first one is not clean or not whole."""
        # Arrow takes a byte order mark off every buffer, here it would be part of a cell.
        if not self._applies or text.startswith(_BYTE_ORDER_MARK, start):
            return None
        stretch = np.frombuffer(text, dtype=np.uint8)[start : start + window]
        records = self._well_quoted(text, start, stretch)
        table = self._parse(text, start, records, stretch)
        if table is None:
            records = records.before(self._first_fault(text, start, records, stretch))
            table = self._parse(text, start, records, stretch)
        if table is None:
            return None
        if self._expected > self._columns:
            table, records = self._unpadded(table, records, stretch)
        return _located(table, records, start, stretch) if table.num_rows else None

    def _well_quoted(self, text: bytes, start: int, stretch: Bytes) -> _Records:
        feeds = np.flatnonzero(stretch == _LINE_FEED)
        quotes = np.flatnonzero(stretch == self._quote) if text.find(self._quote, start) >= 0 else feeds[:0]
        outside = np.flatnonzero((np.searchsorted(quotes, feeds) & 1) == 0) if len(quotes) else np.arange(len(feeds))
        nul = text.find(b"\0", start)
        trusted = min(
            self._first_misplaced_quote(quotes, stretch),
            _first_lone_carriage_return(text, start, quotes, stretch),
            nul - start if nul >= 0 else len(stretch),
            self._first_escape(text, start, len(stretch)),
        )
        records = _within_limits(_Records(feeds[outside], outside).before(trusted), trusted)
        return records if self._expected > 1 else _without_padding(records, stretch)

    def _first_escape(self, text: bytes, start: int, size: int) -> int:
        escape = text.find(self._escape, start, start + size) if self._escape else -1
        return escape - start if escape >= 0 else size

    def _unpadded(self, table: pa.Table, records: _Records, stretch: Bytes) -> tuple[pa.Table, _Records]:
        """The columns alone, as far as there is nothing behind them."""
        padding = table.columns[self._columns :]
        filled = np.logical_or.reduce([byte_lengths(column.combine_chunks()) > 0 for column in padding])
        if filled.any():
            row = int(np.argmax(filled))
            records = records.before(int(records.starts[_filled(records, stretch)][row]))
            table = table.slice(0, row)
        return table.select(self._names[: self._columns]), records

    def _first_misplaced_quote(self, quotes: Int64s, stretch: Bytes) -> int:
        openers, closers = quotes[0::2], quotes[1::2]
        before = stretch[openers - 1]
        opens = (before == self._delimiter) | (before == _LINE_FEED) | (openers == 0)
        opens[1:] |= openers[1:] == closers[: len(openers) - 1] + 1
        after = stretch[np.minimum(closers + 1, len(stretch) - 1)]
        # A carriage return that is not followed by a line feed is caught on its own.
        closes = np.isin(after, (self._delimiter, self._quote, _LINE_FEED, _CARRIAGE_RETURN))
        return min(_first_false(opens, openers, len(stretch)), _first_false(closes, closers, len(stretch)))

    def _parse(self, text: bytes, start: int, records: _Records, stretch: Bytes) -> pa.Table | None:
        if not len(records.feeds):
            return None
        size = int(records.feeds[-1]) + 1
        try:
            table = pa.csv.read_csv(
                pa.BufferReader(pa.py_buffer(text).slice(start, size)),
                read_options=pa.csv.ReadOptions(use_threads=False, block_size=size + 1, column_names=self._names),
                parse_options=self._parse_options,
                convert_options=self._convert_options,
            )
        except pa.ArrowInvalid:
            return None
        return table if table.num_rows == np.count_nonzero(_filled(records, stretch)) else None

    def _first_fault(self, text: bytes, start: int, records: _Records, stretch: Bytes) -> int:
        """Where in the stretch the first record with a wrong width, or bytes that are no text, ends or begins."""
        if not len(records.feeds):
            return 0
        widths = self._widths(records, stretch)
        wrong = _filled(records, stretch) & (widths != self._expected)
        ends = int(records.feeds[np.argmax(wrong)]) if wrong.any() else int(records.feeds[-1]) + 1
        try:
            text[start : start + ends].decode()
        except UnicodeDecodeError as error:
            return error.start
        return ends if wrong.any() else 0

    def _widths(self, records: _Records, stretch: Bytes) -> Int64s:
        delimiters = np.flatnonzero(stretch == self._delimiter)
        quotes = np.flatnonzero(stretch == self._quote)
        outside = delimiters[(np.searchsorted(quotes, delimiters) & 1) == 0]
        counted = np.searchsorted(outside, records.feeds)
        return np.diff(counted, prepend=0) + 1


def _first_lone_carriage_return(text: bytes, start: int, quotes: Int64s, stretch: Bytes) -> int:
    if text.find(b"\r", start) < 0:
        return len(stretch)
    returns = np.flatnonzero(stretch == _CARRIAGE_RETURN)
    returns = returns[(np.searchsorted(quotes, returns) & 1) == 0]
    paired = stretch[np.minimum(returns + 1, len(stretch) - 1)] == _LINE_FEED
    return _first_false(paired, returns, len(stretch))


def _first_false(holds: npt.NDArray[np.bool_], positions: Int64s, otherwise: int) -> int:
    return otherwise if holds.all() else int(positions[np.argmin(holds)])


def _within_limits(records: _Records, trusted: int) -> _Records:
    long = records.feeds - records.starts > MAX_RECORD_BYTES
    tall = records.feed_lines - records.lines_before >= MAX_RECORD_LINES
    return records.before(_first_false(~(long | tall), records.feeds, trusted))


def _without_padding(records: _Records, stretch: Bytes) -> _Records:
    """In a file of one column a line of white space has the right width, but is a blank line to the tokenizer."""
    padded = np.isin(stretch[records.starts], (0x20, 0x09))
    return records.before(_first_false(~padded, records.starts, len(stretch)))


def _filled(records: _Records, stretch: Bytes) -> npt.NDArray[np.bool_]:
    return _content_ends(records, stretch) > records.starts


def _content_ends(records: _Records, stretch: Bytes) -> Int64s:
    returned = (stretch[records.feeds - 1] == _CARRIAGE_RETURN) & (records.feeds > records.starts)
    ends: Int64s = records.feeds - returned
    return ends


def _located(table: pa.Table, records: _Records, start: int, stretch: Bytes) -> CleanRun:
    filled = _filled(records, stretch)
    return CleanRun(
        columns=[column.combine_chunks() for column in table.columns],
        starts=records.starts[filled] + start,
        ends=_content_ends(records, stretch)[filled] + start,
        lines=records.lines_before[filled],
        next=start + int(records.feeds[-1]) + 1,
        next_line=int(records.feed_lines[-1]) + 1,
    )
