r"""The tolerant reading of delimited text, record by record: the reference for the vectorised path.

A quoted cell begins with `"` right after a delimiter or line start, ends with `"` right before a delimiter or line
end, and writes a quote as `""`. Everywhere else a quote is text (`5" pipe`). Where the dialect has an escape, it takes
the special meaning from a quote, a delimiter or an escape behind it, in any cell, and is text elsewhere. A record that
does not end properly costs its first physical line alone. White space alone on a line is a blank line, which is no
record. Where lines end with `\n`, one `\r` before it belongs to the line end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from product_importer.imports import csv_faults as faults
from product_importer.imports.csv_cells import CellMarks
from product_importer.imports.csv_faults import MAX_RECORD_BYTES, MAX_RECORD_LINES, Fault
from product_importer.imports.dialect import Dialect


@dataclass(frozen=True, slots=True)
class Step:
    """One record, or the first physical line of one that is broken.

    `end` is where its text ends, `next` where reading goes on. No fields and no fault is a blank line. `cut` says that
    the line is longer than a record may be and its rest is yet to come.
    """

    fields: list[bytes]
    end: int
    next: int
    lines: int = 1
    fault: Fault | None = None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Located:
    """A record of a width that is not known yet, and its first physical line from 1."""

    step: Step
    line: int


class Tokenizer:
    """Reads one record at a time; `expected_fields` is None for a header, whose width is not known yet."""

    def __init__(self, dialect: Dialect, expected_fields: int | None) -> None:
        self._delimiter = dialect.delimiter.encode()
        self._quote = dialect.quote.encode()
        self._opening = self._delimiter + self._quote
        self._newline = dialect.newline
        self._cells = CellMarks(dialect)
        self._escape = dialect.escape.encode() if dialect.escape else None
        self._expected = expected_fields
        self._padding = dialect.padding
        self._white = _white(dialect)

    def step(self, text: bytes, start: int, *, final: bool) -> Step | None:
        """The record that begins at `start`, or None when it may go on beyond `text` and `final` is not set.

        A final text must end with a line end.
        """
        newline = text.find(self._newline, start)
        if newline < 0:
            return self._endless(text, start)
        end = self._line_end(text, start, newline)
        if end - start > MAX_RECORD_BYTES:
            return Step([], start + MAX_RECORD_BYTES, newline + 1, fault=faults.too_long())
        line = text[start:end]
        if not line.strip(self._white):
            return Step([], end, newline + 1)
        if self._is_marked(line):
            return self._marked_record(text, start, Step([], end, newline + 1), final)
        return self._checked(line.split(self._delimiter), line, end, newline + 1)

    def _is_marked(self, line: bytes) -> bool:
        """Whether a quote or an escape may have a meaning in this line."""
        escaped = self._escape is not None and self._escape in line
        return escaped or line.startswith(self._quote) or self._opening in line

    def _endless(self, text: bytes, start: int) -> Step | None:
        if len(text) - start <= MAX_RECORD_BYTES + 1:
            return None
        return Step([], start + MAX_RECORD_BYTES, len(text), fault=faults.too_long(), cut=True)

    def _line_end(self, text: bytes, start: int, newline: int) -> int:
        carriage_return = self._newline == b"\n" and newline > start and text[newline - 1] == 0x0D
        return newline - carriage_return

    def _marked_record(self, text: bytes, start: int, first_line: Step, final: bool) -> Step | None:
        scan = _Scan(text, start, self._cells)
        complete = scan.run()
        beyond = scan.position - start > MAX_RECORD_BYTES or (
            text.count(self._newline, start, scan.position) >= MAX_RECORD_LINES
        )
        if beyond:
            return self._broken(first_line, faults.too_long())
        if scan.text_after_quote:
            return self._broken(first_line, faults.text_after_quote(len(scan.fields)))
        if not complete:
            return self._broken(first_line, faults.never_closed(len(scan.fields))) if final else None
        return self._complete(text, start, scan, first_line)

    def _complete(self, text: bytes, start: int, scan: "_Scan", first_line: Step) -> Step:
        lines = 1 + text.count(self._newline, start, scan.position)
        width = len(self._unpadded(scan.fields))
        if lines > 1 and self._expected not in (None, width):
            return self._broken(first_line, faults.wrong_width_over_lines(width, self._expected or 0, lines))
        return self._checked(scan.fields, text[start : scan.position], scan.position, scan.next, lines)

    def _broken(self, first_line: Step, fault: Fault) -> Step:
        return Step([], first_line.end, first_line.next, fault=fault)

    def _checked(self, fields: list[bytes], raw: bytes, end: int, after: int, lines: int = 1) -> Step:
        fields = self._unpadded(fields)
        return Step(fields, end, after, lines, self._fault(fields, raw))

    def _unpadded(self, fields: list[bytes]) -> list[bytes]:
        """The cells of the columns, where those behind them are as many as may be, and blank."""
        if self._expected is None or not 0 < len(fields) - self._expected <= self._padding:
            return fields
        return fields if b"".join(fields[self._expected :]).strip() else fields[: self._expected]

    def _fault(self, fields: list[bytes], raw: bytes) -> Fault | None:
        if self._expected is not None and len(fields) != self._expected:
            return faults.wrong_width(len(fields), self._expected)
        try:
            raw.decode()
        except UnicodeDecodeError:
            return faults.undecodable(fields)
        return faults.nul_byte(fields) if b"\0" in raw else None


class _Scan:
    """One pass over a record that holds quotes or escapes; `position` is its end, or where the pass got stuck."""

    def __init__(self, text: bytes, start: int, cells: CellMarks) -> None:
        self._text, self._cells = text, cells
        self._delimiter, self._quote, self._newline = cells.delimiter, cells.quote, cells.newline
        self._limit = start + MAX_RECORD_BYTES
        self.position = start
        self.next = start
        self.fields: list[bytes] = []
        self.text_after_quote = False

    def run(self) -> bool:
        """Whether the record ended properly within the text."""
        more = True
        while more and self.position <= self._limit:
            quoted = self._text.startswith(self._quote, self.position)
            if not (self._quoted() if quoted else self._bare()):
                return False
            more = self._text.startswith(self._delimiter, self.position)
            self.position += len(self._delimiter) if more else 0
        return not more

    def _bare(self) -> bool:
        newline = self._text.find(self._newline, self.position)
        if newline < 0:
            self.position = len(self._text)
            return False
        end = self._cells.delimiter_in(self._text, self.position, newline)
        if end < 0:
            carriage_return = self._newline == b"\n" and self._text.endswith(b"\r", self.position, newline)
            end, self.next = newline - carriage_return, newline + 1
        self.fields.append(self._cells.bare(self._text[self.position : end]))
        self.position = end
        return True

    def _quoted(self) -> bool:
        close = self._cells.closing(self._text, self.position + 1)
        if close < 0 or close + 1 == len(self._text):
            self.position = len(self._text)
            return False
        value = self._cells.quoted(self._text[self.position + 1 : close])
        self.position = close + 1
        if not self._cell_ends():
            return False
        self.fields.append(value)
        return True

    def _cell_ends(self) -> bool:
        if self._text.startswith(self._delimiter, self.position):
            return True
        for line_end in (self._newline, b"\r\n"):
            if self._text.startswith(line_end, self.position):
                self.next = self.position + len(line_end)
                return True
        rest = self._text[self.position : self.position + 1 + len(self._delimiter)]
        undecided = self._delimiter.startswith(rest) or (self._newline == b"\n" and rest == b"\r")
        self.text_after_quote = not undecided
        return False


def located(text: bytes, dialect: Dialect, *, final: bool, first_line: int = 1) -> Iterator[Located]:
    """Records of any width and broken lines from a physical line on, without blank lines, as far as `text` goes."""
    text = closed(text, dialect) if final else text
    position = 0
    for _ in range(first_line - 1):
        position = text.find(dialect.newline, position) + 1
        if not position:
            return
    tokenizer, line, blank = Tokenizer(dialect, None), first_line, _blank_lines(dialect)
    while position < len(text):
        if run := blank.match(text, position):
            line += text.count(dialect.newline, *run.span())
            position = run.end()
            continue
        if (step := tokenizer.step(text, position, final=final)) is None:
            return
        if step.fields or step.fault:
            yield Located(step, line)
        position, line = step.next, line + step.lines


def take(text: bytes, start: int, dialect: Dialect, expected_fields: int, *, final: bool) -> Iterator[Step]:
    """Records and broken lines from `start` on, without blank lines, as far as `text` settles them."""
    text = closed(text, dialect) if final else text
    tokenizer, position, blank = Tokenizer(dialect, expected_fields), start, _blank_lines(dialect)
    while position < len(text):
        if run := blank.match(text, position):
            position = run.end()
            continue
        step = tokenizer.step(text, position, final=final)
        if step is None:
            return
        if step.fields or step.fault:
            yield step
        position = step.next


def _blank_lines(dialect: Dialect) -> re.Pattern[bytes]:
    """A run of blank lines, skipped at once: a file may hold millions."""
    return re.compile(rb"(?:[%s]{0,80}%s)++" % (_white(dialect), dialect.newline))


def _white(dialect: Dialect) -> bytes:
    """What a blank line may consist of."""
    return b" \t\r".replace(dialect.delimiter.encode(), b"")


def closed(text: bytes, dialect: Dialect) -> bytes:
    """The text with a line end at its end, which the last line of a file may lack."""
    return text if not text or text.endswith(dialect.newline) else text + dialect.newline
