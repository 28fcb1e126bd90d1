"""The guess by which characters the cells of a file are divided and enclosed, and where its header stands."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from product_importer.imports import errors
from product_importer.imports.csv_tokenizer import Located, located, take
from product_importer.imports.dialect import Dialect
from product_importer.imports.file_format import FormatOverrides
from product_importer.imports.header import (
    IsKnownHeader,
    Shape,
    evidence_of_header,
    find_header,
    known_fields,
    shape_of,
)
from product_importer.imports.own_export import is_own_text

DELIMITERS = (",", ";", "\t", "|", ":", "^", "~")
RARE_DELIMITERS = "\x1f\x1e\x1d\x1c¦§¬¤þ!*#"
"""Only where none of the usual ones divides the file, and one of these does so throughout."""

_SPOKEN = {"tab": "\t", "\\t": "\t"}
_QUOTES = ('"', "'")
_ESCAPE = "\\"
_SAMPLE_RECORDS = 100
_HEAD_BYTES = 1 << 17
_POOR = 0.5
_GOOD = 0.9
_KNOWN_HEADER_WEIGHT = 0.25
_KNOWN_HEADERS_COUNTED = 4
_WIDTH_WEIGHT = 0.01
_LINES_WEIGHT = 0.001
_ANNOUNCED = re.compile(rb'\s*"?sep=(.)"?\s*?\r?\n')


@dataclass(frozen=True, slots=True)
class Guess:
    """A dialect, the header's cells as written, how well that explains the sample, and sentences that say so.

    `fitting` is the share of the sample's records that fit. `header` is None for a text without any record.
    """

    dialect: Dialect
    header: Located | None
    columns: int
    score: float
    fitting: float
    evidence: list[str]


def guess_dialect(sample: bytes, is_known_header: IsKnownHeader, overrides: FormatOverrides, *, whole: bool) -> Guess:
    """The dialect by which the most records have as many fields as the header, known headers counting for it.

    `whole` says that the sample is the whole file. A delimiter that does not divide the header is no candidate, so a
    file of one column is read with `,`. Raises ProblemError for overrides that cannot be.
    """
    judge = _Judge(sample, is_known_header, overrides, whole)
    if is_own_text(sample) and (overrides.delimiter or overrides.quote or overrides.escape) is None:
        return judge.as_exported()
    announced = _ANNOUNCED.match(sample)
    if overrides.delimiter is not None:
        return judge.best([_delimiter(overrides.delimiter)], "you chose it")
    if announced and announced[1].decode("latin-1") in DELIMITERS:
        return judge.best([announced[1].decode()], "the first line says so")
    best = judge.best(DELIMITERS)
    if best.fitting < _POOR:
        rare = [delimiter for delimiter in RARE_DELIMITERS if delimiter.encode() in sample[:_HEAD_BYTES]]
        best = max([best, *(guess for guess in judge.each(rare) if guess.fitting >= _GOOD)], key=_score)
    return best


def line_terminator(sample: bytes) -> str:
    r"""`\r` only for files of old Macs, which hold no `\n` at all."""
    feeds = sample.count(b"\n")
    if not feeds:
        return "\r" if b"\r" in sample else "\n"
    return "\r\n" if sample.count(b"\r\n") * 2 > feeds else "\n"


def _score(guess: Guess) -> float:
    return guess.score


def _delimiter(given: str) -> str:
    delimiter = _SPOKEN.get(given, given)
    if len(delimiter) != 1 or delimiter.isalnum() or delimiter in "\r\n\0\"'\\" or "\ud800" <= delimiter <= "\udfff":
        raise errors.unusable_character("delimiter", given)
    return delimiter


def _mark(field: str, given: str) -> str:
    if len(given) != 1 or not given.isascii() or given.isalnum() or given in "\r\n\0 \t":
        raise errors.unusable_character(field, given)
    return given


def header_line_of(overrides: FormatOverrides) -> int | None:
    """The line that a person says holds the header; raises ProblemError for one that no file has."""
    if overrides.header_line is not None and overrides.header_line < 1:
        raise errors.no_such_header_line(overrides.header_line)
    return overrides.header_line


class _Judge:
    def __init__(self, sample: bytes, is_known_header: IsKnownHeader, overrides: FormatOverrides, whole: bool) -> None:
        self._sample = sample
        self._is_known_header = is_known_header
        self._whole = whole
        self._line_terminator = line_terminator(sample)
        self._delimiter = overrides.delimiter
        self._header_line = header_line_of(overrides)
        self._first_line = self._header_line or (2 if _ANNOUNCED.match(sample) else 1)
        self._quote = _mark("quote", overrides.quote) if overrides.quote is not None else None
        self._escape = _mark("escape", overrides.escape) if overrides.escape is not None else None

    def best(self, delimiters: tuple[str, ...] | list[str], reason: str | None = None) -> Guess:
        """The best of all dialects with one of these delimiters; `reason` is why there is no other choice."""
        return max(self.each(delimiters, reason), key=_score)

    def as_exported(self) -> Guess:
        """By the dialect of our own exports: a cell may look as if it were enclosed by other marks."""
        return self._judge(Dialect(",", self._line_terminator), "an export of this product has it")

    def each(self, delimiters: tuple[str, ...] | list[str], reason: str | None = None) -> list[Guess]:
        return [self._judge(dialect, reason) for delimiter in delimiters for dialect in self._dialects(delimiter)]

    def _dialects(self, delimiter: str) -> Iterator[Dialect]:
        head = self._sample[:_HEAD_BYTES]
        quotes = [self._quote] if self._quote else _likely_quotes(head, delimiter)
        escapes = [self._escape] if self._escape else [None, _ESCAPE] if _may_escape(head, delimiter) else [None]
        for quote in quotes:
            for escape in escapes:
                if delimiter in (quote, escape) and self._delimiter is None:
                    continue
                if len({delimiter, quote, escape}) < 3:
                    raise errors.same_character()
                yield Dialect(delimiter, self._line_terminator, quote, escape=escape)

    def _judge(self, dialect: Dialect, reason: str | None) -> Guess:
        records = located(self._sample, dialect, final=self._whole, first_line=self._first_line)
        rows = list(islice(records, _SAMPLE_RECORDS))
        if not rows and self._header_line:
            raise errors.no_such_header_line(self._header_line)
        if not rows:
            return Guess(dialect, None, 0, 0.0, 0.0, [])
        cells = [[cell.decode("utf-8", "replace") for cell in row.step.fields] for row in rows]
        broken = not cells[0]
        place = 0 if self._header_line or broken else find_header(cells, self._is_known_header)
        shape = shape_of(cells[place], cells[place + 1 :])
        return self._judged(dialect, rows[place], cells[place], shape, reason)

    def _judged(self, dialect: Dialect, header: Located, cells: list[str], shape: Shape, reason: str | None) -> Guess:
        placed = replace(dialect, header_line=header.line, padding=shape.padding)
        steps = take(self._sample, header.step.next, placed, shape.columns, final=self._whole)
        sampled = list(islice(steps, _SAMPLE_RECORDS))
        faults = [step.fault is not None for step in sampled]
        fitting = faults.count(False) / max(len(faults), 1)
        divides = len(cells) > 1
        known = min(known_fields(cells, self._is_known_header), _KNOWN_HEADERS_COUNTED)
        # Apostrophes taken for quotes join lines that fit as well one by one.
        lines = sum(step.lines for step in sampled) / max(len(sampled), 1)
        score = fitting + _KNOWN_HEADER_WEIGHT * known + _WIDTH_WEIGHT * math.log(shape.columns) - _LINES_WEIGHT * lines
        evidence = [
            _evidence(dialect, shape.columns, faults, reason) if divides else _one_column(reason),
            *_evidence_of_marks(dialect),
            self._evidence_of_header(header.line, cells),
        ]
        return Guess(placed, header, shape.columns, score if divides else 0.0, fitting if divides else 0.0, evidence)

    def _evidence_of_header(self, line: int, cells: list[str]) -> str:
        if self._header_line:
            return f"Header in line {line}, because you chose it."
        return evidence_of_header(line, cells, self._is_known_header)


def _likely_quotes(head: bytes, delimiter: str) -> list[str]:
    """Both where `'` seems to enclose cells, the more frequent one first."""
    counts = {quote: _enclosed(head, delimiter.encode(), quote.encode()) for quote in _QUOTES}
    return sorted(_QUOTES, key=lambda quote: -counts[quote]) if counts["'"] else ['"']


def _enclosed(head: bytes, delimiter: bytes, quote: bytes) -> int:
    """How many cells at most begin and end with a quote."""
    borders = (delimiter, b"\n", b"\r")
    opening = head.startswith(quote) + sum(head.count(border + quote) for border in borders)
    closing = head.endswith(quote) + sum(head.count(quote + border) for border in borders)
    return min(opening, closing)


def _may_escape(head: bytes, delimiter: str) -> bool:
    escape = _ESCAPE.encode()
    return any(escape + mark.encode() in head for mark in (*_QUOTES, delimiter))


def _evidence(dialect: Dialect, width: int, faults: list[bool], reason: str | None) -> str:
    name = {"\t": "Tab"}.get(dialect.delimiter, f"`{dialect.delimiter}`")
    why = f", because {reason}" if reason else ""
    return f"{name} as delimiter{why}: {width} columns in {faults.count(False)} of {len(faults)} records."


def _one_column(reason: str | None) -> str:
    if reason:
        return f"One column: the delimiter does not divide the header, but {reason}."
    return "One column: no `,`, `;`, tab, `|` or `:` divides the header."


def _evidence_of_marks(dialect: Dialect) -> Iterator[str]:
    if dialect.quote != '"':
        yield f"`{dialect.quote}` encloses cells."
    if dialect.escape:
        yield f"`{dialect.escape}` stands before quotes and delimiters that belong to a cell."
