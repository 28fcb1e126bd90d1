"""The guess by which character the cells of a file are divided."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from product_importer.imports.csv_tokenizer import header_of, take
from product_importer.imports.dialect import Dialect

DELIMITERS = (",", ";", "\t", "|", ":")
_SAMPLE_RECORDS = 100
_KNOWN_HEADER_WEIGHT = 0.25
_KNOWN_HEADERS_COUNTED = 4
_WIDTH_WEIGHT = 0.01

IsKnownHeader = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Guess:
    """A dialect, how well it explains the sample, and the sentence that says so."""

    dialect: Dialect
    score: float
    evidence: str


def guess_dialect(sample: bytes, is_known_header: IsKnownHeader, *, whole: bool) -> Guess:
    """The dialect by which the most records have as many fields as the header, known headers counting for it.

    `whole` says that the sample is the whole file. A delimiter that does not divide the header is no candidate, so a
    file of one column is read with `,`.
    """
    terminator = line_terminator(sample)
    guesses = [_judge(sample, Dialect(delimiter, terminator), is_known_header, whole) for delimiter in DELIMITERS]
    return max(guesses, key=lambda guess: guess.score)


def line_terminator(sample: bytes) -> str:
    r"""`\r` only for files of old Macs, which hold no `\n` at all."""
    feeds = sample.count(b"\n")
    if not feeds:
        return "\r" if b"\r" in sample else "\n"
    return "\r\n" if sample.count(b"\r\n") * 2 > feeds else "\n"


def _judge(sample: bytes, dialect: Dialect, is_known_header: IsKnownHeader, whole: bool) -> Guess:
    header = header_of(sample, dialect, final=whole)
    width = len(header.fields) if header else 0
    if header is None or width < 2:
        return Guess(dialect, 0.0, "One column: no `,`, `;`, tab, `|` or `:` divides the header.")
    known = sum(is_known_header(name.decode("utf-8", "replace")) for name in header.fields)
    steps = list(islice(take(sample, header.next, dialect, width, final=whole), _SAMPLE_RECORDS))
    fitting = sum(step.fault is None for step in steps)
    score = (
        fitting / max(len(steps), 1)
        + _KNOWN_HEADER_WEIGHT * min(known, _KNOWN_HEADERS_COUNTED)
        + _WIDTH_WEIGHT * math.log(width)
    )
    return Guess(dialect, score, _evidence(dialect, width, fitting, len(steps)))


def _evidence(dialect: Dialect, width: int, fitting: int, looked_at: int) -> str:
    name = "Tab" if dialect.delimiter == "\t" else f"`{dialect.delimiter}`"
    return f"{name} as delimiter: {width} columns in {fitting} of {looked_at} records."
