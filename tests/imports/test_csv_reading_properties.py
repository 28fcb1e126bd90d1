"""The two ways of reading agree on any bytes, however they are cut; and what was written properly is read back."""

import csv
import io
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from product_importer.imports import csv_scanner, csv_tokenizer
from product_importer.imports.csv_reader import read_records
from product_importer.imports.dialect import Dialect
from product_importer.imports.records import Reject

Row = tuple[int, int, str, tuple[str, ...]]

HEADER = {",": b"a,b,c\n", ";": b"a;b;c\n", "\t": b"a\tb\tc\n", "§": "a§b§c\n".encode()}

# Fragments rather than letters: nearly every file of these is broken somewhere, and nearly every one has good rows.
BYTES = [b'"', b'""', b",", b";", b"\t", b"\n", b"\r\n", b"\r", b" ", b"x", "ä".encode(), b"\xff", b"\xe4", b"\0"]
MARKS = [b"'", b"\\", b'\\"', b"\\\\", b"a,b,c,\n", b"a,b,c, ,x\n", "a§b§c\n".encode()]
LINES = [b"a,b,c\n", b'"a","b\nb",c\n', b'a,"b""b",c\r\n', b"a;b;c\n", b'a,"open,c\n', b"a\tb\tc\n", b"\xef\xbb\xbf"]
FRAGMENTS = st.sampled_from(BYTES + LINES) | st.sampled_from(MARKS)
DIALECTS = st.builds(
    Dialect,
    st.sampled_from(",;\t§"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    quote=st.sampled_from("\"'"),
    escape=st.sampled_from([None, "\\"]),
    padding=st.integers(0, 2),
)


def outcome(
    text: bytes, dialect: Dialect, width: int, *, vectorised: bool, cuts: int | None = None
) -> tuple[list[Row], list[Reject]]:
    """Rows with their positions and originals, and rejects, of a text cut into blocks of `cuts` bytes."""
    size = cuts or max(len(text), 1)
    pieces = [text[start : start + size] for start in range(0, len(text), size)]
    rows: list[Row] = []
    rejects: list[Reject] = []
    for block in read_records(pieces, dialect, width, vectorised=vectorised):
        records = block.records
        cells = zip(*(column.to_pylist() for column in records.columns), strict=True)
        originals = [records.original(index) for index in range(len(records))]
        rows += zip(records.rows.tolist(), records.lines.tolist(), originals, cells, strict=True)
        rejects += block.rejects
    return rows, rejects


@settings(max_examples=500, deadline=None)
@given(st.lists(FRAGMENTS, max_size=60).map(b"".join), DIALECTS, st.integers(1, 4))
def test_both_ways_of_reading_give_the_same_for_any_bytes(body: bytes, dialect: Dialect, width: int) -> None:
    text = HEADER[dialect.delimiter] + body
    assert outcome(text, dialect, width, vectorised=True) == outcome(text, dialect, width, vectorised=False)


@pytest.mark.covers("002:172", "002:204", "003:53", "004:106")
@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=40).map(b"".join), DIALECTS, st.integers(1, 9), st.booleans())
def test_where_the_blocks_are_cut_does_not_matter(body: bytes, dialect: Dialect, cuts: int, vectorised: bool) -> None:
    text = HEADER[dialect.delimiter] + body
    whole = outcome(text, dialect, 3, vectorised=vectorised)
    assert outcome(text, dialect, 3, vectorised=vectorised, cuts=cuts) == whole


@settings(max_examples=300, deadline=None)
@given(st.lists(FRAGMENTS, max_size=60).map(b"".join), st.integers(1, 30))
def test_limits_hold_alike_however_a_file_is_read(body: bytes, cuts: int) -> None:
    text = HEADER[","] + body
    limits: dict[str, Any] = {"MAX_RECORD_BYTES": 12, "MAX_RECORD_LINES": 3}
    with patch.multiple(csv_tokenizer, **limits), patch.multiple(csv_scanner, **limits):
        reference = outcome(text, Dialect(","), 3, vectorised=False)
        assert outcome(text, Dialect(","), 3, vectorised=True) == reference
        assert outcome(text, Dialect(","), 3, vectorised=True, cuts=cuts) == reference
        assert outcome(text, Dialect(","), 3, vectorised=False, cuts=cuts) == reference


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=20)
)


@settings(max_examples=300, deadline=None)
@given(TABLES, DIALECTS, st.integers(1, 40), st.booleans())
def test_any_table_written_with_quotes_is_read_back(
    table: list[list[str]], dialect: Dialect, cuts: int, vectorised: bool
) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(
        written,
        delimiter=dialect.delimiter,
        lineterminator=dialect.line_terminator,
        quotechar=dialect.quote,
        escapechar=dialect.escape,
        doublequote=dialect.escape is None,
        quoting=csv.QUOTE_ALL,
    )
    padding = [""] * dialect.padding
    writer.writerows([[f"column {number}" for number in range(len(table[0]))], *([*row, *padding] for row in table)])
    rows, rejects = outcome(written.getvalue().encode(), dialect, len(table[0]), vectorised=vectorised, cuts=cuts)
    assert rejects == []
    assert [cells for *_, cells in rows] == [tuple(row) for row in table]
