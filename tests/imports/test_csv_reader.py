"""The tolerant reader, each rule on a file small enough to be checked by eye. Both ways of reading must agree."""

import csv
import io
from typing import Any

import pytest

from product_importer.imports.csv_reader import read_records
from product_importer.imports.csv_tokenizer import Tokenizer
from product_importer.imports.dialect import Dialect
from product_importer.imports.records import Reject

COMMA = Dialect(",")
HEADER = b"sku,name,note\n"


class Reading:
    """What a whole file gave, as plain values."""

    def __init__(self, text: bytes, dialect: Dialect = COMMA, *, width: int = 3, vectorised: bool = True) -> None:
        headers = [f"column {number + 1}" for number in range(width)]
        blocks = list(read_records([text], dialect, width, headers=headers, vectorised=vectorised))
        self.rows: list[tuple[str, ...]] = []
        self.numbers: list[int] = []
        self.lines: list[int] = []
        self.originals: list[str] = []
        self.rejects: list[Reject] = []
        self.bytes_read = blocks[-1].bytes_read if blocks else 0
        for block in blocks:
            records = block.records
            self.rows += zip(*(column.to_pylist() for column in records.columns), strict=True)
            self.numbers += records.rows.tolist()
            self.lines += records.lines.tolist()
            self.originals += [records.original(index) for index in range(len(records))]
            self.rejects += block.rejects

    @property
    def faults(self) -> list[tuple[int, int, str]]:
        return [(reject.row, reject.line, reject.code.value) for reject in self.rejects]


@pytest.fixture(params=[True, False], ids=["vectorised", "tokenizer"])
def vectorised(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.mark.covers("004:417")
def test_records_come_with_their_number_first_physical_line_and_original_text(vectorised: bool) -> None:
    reading = Reading(HEADER + b'a,"one\ntwo",x\nb,three,y\n', vectorised=vectorised)
    assert reading.rows == [("a", "one\ntwo", "x"), ("b", "three", "y")]
    assert reading.numbers == [1, 2]
    assert reading.lines == [2, 4]
    assert reading.originals == ['a,"one\ntwo",x', "b,three,y"]


def test_blank_lines_are_not_rows_but_count_as_lines(vectorised: bool) -> None:
    reading = Reading(
        b"\n  \n" + HEADER + b"\n\na,b,c\n \t \n\r\nd,e,f\n\n", Dialect(",", header_line=3), vectorised=vectorised
    )
    assert reading.rows == [("a", "b", "c"), ("d", "e", "f")]
    assert (reading.numbers, reading.lines, reading.faults) == ([1, 2], [6, 9], [])


def test_a_row_with_an_unclosed_quote_costs_one_row(vectorised: bool) -> None:
    reading = Reading(HEADER + b'a,"open,x\nb,two,y\nc,three,z\n', vectorised=vectorised)
    assert reading.faults == [(1, 2, "unclosed_quote")]
    assert reading.rejects[0].original == 'a,"open,x'
    assert reading.rejects[0].column == "column 2"
    assert reading.rows == [("b", "two", "y"), ("c", "three", "z")]
    assert (reading.numbers, reading.lines) == ([2, 3], [3, 4])


def test_an_unclosed_quote_does_not_swallow_rows_with_quotes_of_their_own(vectorised: bool) -> None:
    reading = Reading(HEADER + b'a,"open,x\nb,"two",y\nc,"three",z\n', vectorised=vectorised)
    assert reading.faults == [(1, 2, "unclosed_quote")]
    assert reading.rows == [("b", "two", "y"), ("c", "three", "z")]


def test_text_after_a_closing_quote_costs_the_first_line_alone(vectorised: bool) -> None:
    reading = Reading(HEADER + b'a,"x"y,z\nb,"two\nlines" ,q\nc,d,e\n', vectorised=vectorised)
    assert reading.faults == [(1, 2, "unclosed_quote"), (2, 3, "unclosed_quote"), (3, 4, "too_few_fields")]
    assert reading.rows == [("c", "d", "e")]


def test_a_record_over_several_lines_with_a_wrong_width_costs_its_first_line(vectorised: bool) -> None:
    reading = Reading(HEADER + b'a,"open\nb,two,y\nc,three"\nd,e,f\n', vectorised=vectorised)
    assert reading.faults == [(1, 2, "unclosed_quote"), (3, 4, "too_few_fields")]
    assert reading.rows == [("b", "two", "y"), ("d", "e", "f")]


def test_a_row_too_short_or_too_long_is_rejected_and_counts_as_a_row(vectorised: bool) -> None:
    reading = Reading(HEADER + b"a,b\nc,d,e\nf,g,h,i\nj,k,l\n", vectorised=vectorised)
    assert reading.faults == [(1, 2, "too_few_fields"), (3, 4, "too_many_fields")]
    assert reading.numbers == [2, 4]


def test_a_quote_inside_an_unquoted_cell_is_text(vectorised: bool) -> None:
    reading = Reading(HEADER + b'a,5" pipe,x\nb,say "hi",""\n', vectorised=vectorised)
    assert reading.rows == [("a", '5" pipe', "x"), ("b", 'say "hi"', "")]


def test_doubled_quotes_in_a_quoted_cell_are_quotes(vectorised: bool) -> None:
    reading = Reading(HEADER + b'"a","5"" pipe",""""\n"""b""","",","\n', vectorised=vectorised)
    assert reading.rows == [("a", '5" pipe', '"'), ('"b"', "", ",")]


def test_line_breaks_inside_cells_stay_as_written(vectorised: bool) -> None:
    reading = Reading(b'sku,name,note\r\na,"1\r\n2\n3\r4",x\r\nb,c,d', Dialect(",", "\r\n"), vectorised=vectorised)
    assert reading.rows == [("a", "1\r\n2\n3\r4", "x"), ("b", "c", "d")]
    assert reading.lines == [2, 5]


def test_the_last_line_needs_no_line_end(vectorised: bool) -> None:
    reading = Reading(HEADER + b"a,b,c", vectorised=vectorised)
    assert reading.rows == [("a", "b", "c")]
    assert reading.originals == ["a,b,c"]


def test_a_carriage_return_within_a_line_is_text(vectorised: bool) -> None:
    reading = Reading(HEADER + b"a,b\rc,d\r\ne,f,g\n", vectorised=vectorised)
    assert reading.rows == [("a", "b\rc", "d"), ("e", "f", "g")]


def test_files_of_old_macs_end_lines_with_a_carriage_return(vectorised: bool) -> None:
    reading = Reading(b'sku,name,note\ra,b,c\r\rd,"e\rf",g\rh,i\r', Dialect(",", "\r"), vectorised=vectorised)
    assert reading.rows == [("a", "b", "c"), ("d", "e\rf", "g")]
    assert reading.lines == [2, 4]
    assert reading.faults == [(3, 6, "too_few_fields")]


def test_bytes_that_do_not_decode_cost_their_record(vectorised: bool) -> None:
    reading = Reading(HEADER + b"a,ok,x\nb,\xff\xfe,y\nc,\xc3\xa4,z\n", vectorised=vectorised)
    assert reading.faults == [(2, 3, "undecodable")]
    assert reading.rejects[0].column == "column 2"
    assert reading.rejects[0].original == "b,\\xff\\xfe,y"
    assert reading.rows == [("a", "ok", "x"), ("c", "ä", "z")]


def test_a_nul_byte_costs_its_record_and_is_shown(vectorised: bool) -> None:
    reading = Reading(HEADER + b"a,ok,x\nb,y,n\0l\nc,d,e\n", vectorised=vectorised)
    assert reading.faults == [(2, 3, "nul_byte")]
    assert (reading.rejects[0].column, reading.rejects[0].original) == ("column 3", "b,y,n\\x00l")
    assert reading.numbers == [1, 3]


def test_a_record_of_more_than_a_thousand_lines_costs_its_first_line(vectorised: bool) -> None:
    good = b'a,"' + b"\n" * 999 + b'",x\n'
    bad = b'b,"' + b"\n" * 1000 + b'",x\n'
    reading = Reading(HEADER + good + bad + b"c,d,e\n", vectorised=vectorised)
    assert reading.faults[0] == (2, 1002, "unclosed_quote")
    assert reading.rows[0][0] == "a"
    assert reading.rows[-1] == ("c", "d", "e")


def test_a_record_over_a_mebibyte_costs_its_first_line(vectorised: bool) -> None:
    whole = b"a,b," + b"x" * ((1 << 20) - 4)
    reading = Reading(HEADER + whole + b"\n" + whole + b"y\nc,d,e\n", vectorised=vectorised)
    assert reading.faults == [(2, 3, "unclosed_quote")]
    assert [row[0] for row in reading.rows] == ["a", "c"]
    assert reading.lines == [2, 4]


@pytest.mark.covers("002:173", "003:51", "004:104", "004:329", "004:794")
def test_an_endless_line_is_never_held_whole() -> None:
    endless = (b"x" * (1 << 20) for _ in range(8))
    blocks = list(read_records([HEADER, *endless, b"\na,b,c\n"], COMMA, 3))
    rejects = [reject for block in blocks for reject in block.rejects]
    assert [(reject.row, reject.line, len(reject.original)) for reject in rejects] == [(1, 2, 1 << 20)]
    assert blocks[-1].records.columns[0].to_pylist() == ["a"]
    assert blocks[-1].records.lines.tolist() == [3]
    assert blocks[-1].bytes_read == len(HEADER) + (8 << 20) + 7


def test_a_byte_order_mark_inside_the_text_belongs_to_its_cell(vectorised: bool) -> None:
    reading = Reading(HEADER + "\ufeffa,b,c\n\ufeffd,e,f\n".encode(), vectorised=vectorised)
    assert [row[0] for row in reading.rows] == ["\ufeffa", "\ufeffd"]


def test_a_header_over_several_lines_moves_the_data_down(vectorised: bool) -> None:
    reading = Reading(b'"s\nku",name,note\na,b,c\n', vectorised=vectorised)
    assert (reading.rows, reading.lines) == ([("a", "b", "c")], [3])


def test_a_single_column_has_blank_lines_but_also_quoted_blanks(vectorised: bool) -> None:
    reading = Reading(b'sku\na\n\n""\n  \n b\n', width=1, vectorised=vectorised)
    assert reading.rows == [("a",), ("",), (" b",)]
    assert reading.lines == [2, 4, 6]


def test_words_that_mean_null_elsewhere_stay_text(vectorised: bool) -> None:
    reading = Reading(HEADER + b"NULL,NaN,N/A\nNone,00123,1e5\n", vectorised=vectorised)
    assert reading.rows == [("NULL", "NaN", "N/A"), ("None", "00123", "1e5")]
    assert all(
        column.null_count == 0
        for block in read_records([HEADER + b"NULL,,NA\n"], COMMA, 3)
        for column in block.records.columns
    )


def test_a_message_says_what_to_do() -> None:
    [short, open_quote] = Reading(HEADER + b'a,b\nc,"d,e\n').rejects
    assert short.message == "This row has 2 fields, the header has 3. Add the missing cells or delimiters."
    assert open_quote.message == "Field 2 opens a quote that is never closed. Close it, or take it away."


def test_what_python_writes_is_read_back() -> None:
    rows = [("a", 'q"uo"te', "x\ny"), ("b", ",;\t", "\r\n"), (" c ", "", "ä€😀")]
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("sku", "name", "note"), *rows])
    assert Reading(written.getvalue().encode()).rows == rows


def test_every_byte_is_accounted_for() -> None:
    text = HEADER + b'a,b,c\nd,"e\nf\n'
    assert Reading(text).bytes_read == len(text)


def test_a_broken_row_now_and_then_leaves_the_rest_to_the_scanner(monkeypatch: pytest.MonkeyPatch) -> None:
    slowly = 0
    step = Tokenizer.step

    def counted(self: Tokenizer, *arguments: Any, **options: Any) -> Any:
        nonlocal slowly
        slowly += 1
        return step(self, *arguments, **options)

    monkeypatch.setattr(Tokenizer, "step", counted)
    row = b'A-1,"A mug, blue",9.50\n'
    text = b"sku,name,price\n" + (row * 1_000 + b'B-1,"never closed,1\n') * 20
    blocks = list(read_records([text], Dialect(","), 3))
    assert sum(len(block.records) for block in blocks) == 20_000
    assert sum(len(block.rejects) for block in blocks) == 20
    assert slowly < 200
