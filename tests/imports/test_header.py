"""Where the header stands, which columns there are, and what a person may say instead of each guess."""

from typing import Any

import pytest

from product_importer.core.errors import ProblemError
from tests.imports.whole_files import looked_at, read, workbook


def refusal(data: bytes, **overrides: Any) -> ProblemError:
    with pytest.raises(ProblemError) as caught:
        looked_at(data, **overrides)
    return caught.value


TITLED = b"Our catalogue 2026;;;\nfrom;Anna;;\n\n SKU ; Name ; Price ;\n001;Mug;9,50;\n002;Cup;7,25;\n"


def test_titles_and_notes_above_the_header_are_passed_over() -> None:
    reading = read(TITLED)
    assert (reading.format.header_line, reading.format.keys) == (4, ["SKU", "Name", "Price"])
    assert "Header in line 4: it names `SKU`, `Name`, `Price`." in reading.format.evidence
    assert [(row["row"], row["line"], row["sku"], row["price"]) for row in reading.rows] == [
        (1, 5, "001", "9.50"),
        (2, 6, "002", "7.25"),
    ]


def test_a_title_over_several_lines_counts_by_its_physical_lines() -> None:
    assert looked_at(b'"a title\nof two lines"\nsku,name\nA,B\n').header_line == 3


def test_a_header_of_unknown_words_is_the_first_row_as_full_as_the_others() -> None:
    found = looked_at(b"Lijst\n\nnummer;omschrijving;kleur\n1;Mok;rood\n2;Kop;blauw\n")
    assert (found.header_line, found.delimiter) == (3, ";")
    assert found.evidence[2] == "Header in line 3: the first line with about as many cells as the rows below."


def test_a_first_row_that_names_several_fields_is_the_header_however_sparse() -> None:
    assert looked_at(b"sku,name,,,\nA,b,c,d,e\nF,g,h,i,j\n").keys[0] == "sku"


def test_data_that_speak_of_names_are_no_header() -> None:
    assert looked_at(b"sku,name\nA,name\nsku,price\n").header_line == 1


def test_the_header_line_may_be_chosen() -> None:
    reading = read(b"sku,name\nA,B\nC,D\n", given={"A": "sku", "B": "name"}, header_line=2)
    assert (reading.format.header_line, reading.format.keys) == (2, ["A", "B"])
    assert [(row["line"], row["sku"]) for row in reading.rows] == [(3, "C")]
    assert "Header in line 2, because you chose it." in reading.format.evidence


def test_the_chosen_line_may_be_a_blank_one_above_the_header() -> None:
    assert looked_at(b"title\n\nsku,name\nA,B\n", header_line=2).header_line == 3


@pytest.mark.parametrize("line", [-1, 0, 5, 10_000])
def test_a_header_line_that_is_not_there_is_refused(line: int) -> None:
    assert refusal(b"sku,name\nA,B\n", header_line=line).code == "header_line_invalid"
    assert refusal(workbook(("S", [["sku", "name"], ["A", "B"]])), header_line=line).code == "header_line_invalid"


def test_a_last_line_chosen_as_header_has_no_rows() -> None:
    assert refusal(b"sku,name\nA,B\n", header_line=2).code == "no_rows"


def test_empty_columns_without_a_name_at_the_end_are_none() -> None:
    reading = read(b"sku,name,,\nA,b,,\nC,d\nE,f,,\nG,h, ,\nI,j,\n")
    assert reading.format.keys == ["sku", "name"]
    assert (len(reading.rows), reading.rejects) == (5, [])


def test_a_value_behind_the_columns_costs_its_row() -> None:
    rows = b"A,b,,\n" * 2_000_00
    reading = read(b"sku,name,,\n" + rows + b"C,d,x,\n" + rows)
    assert reading.places == [(200_001, 200_002, None, "too_many_fields")]
    assert len(reading.rows) == 400_000


def test_a_column_without_a_name_that_has_values_is_one() -> None:
    assert looked_at(b"sku,name,,\nA,b,,\nC,d,x,\n").keys == ["sku", "name", "Column 3"]


def test_rows_that_all_end_with_a_delimiter_are_good() -> None:
    reading = read(b"sku,name\n" + b"A,b,\nC,d,\n" * 50)
    assert (len(reading.rows), reading.rejects) == (100, [])


def test_one_row_with_a_cell_too_many_is_still_a_fault_though_it_is_blank() -> None:
    reading = read(b"sku,name,description\n" + b"A,b,c\n" * 9 + b"B,Mug, blue,\n")
    assert reading.places == [(10, 11, None, "too_many_fields")]


def test_a_first_line_that_names_the_delimiter_is_believed() -> None:
    reading = read(b"sep=;\r\nsku;name, long\r\nA;b\r\n", given={"name, long": "name"})
    assert (reading.format.delimiter, reading.format.header_line) == (";", 2)
    assert "`;` as delimiter, because the first line says so: 2 columns in 1 of 1 records." in reading.format.evidence


@pytest.mark.parametrize("delimiter", ["^", "~", "\x1f", "§", "¦", "#", "!"])
def test_rare_delimiters_are_found_where_no_usual_one_divides(delimiter: str) -> None:
    rows = "".join(f"A-{number}{delimiter}Mug{delimiter}1.50\n" for number in range(9))
    reading = read(f"sku{delimiter}name{delimiter}price\n{rows}".encode())
    assert (reading.format.delimiter, len(reading.rows), reading.rejects) == (delimiter, 9, [])


def test_single_quotes_that_enclose_cells_are_quotes() -> None:
    reading = read(b"sku,name\n'A','it''s, blue'\n'B','a \"mug\"'\n")
    assert reading.format.quote == "'"
    assert [row["name"] for row in reading.rows] == ["it's, blue", 'a "mug"']


def test_apostrophes_are_no_quotes() -> None:
    found = looked_at(b"sku,name\nA,it's\nB,'tis\nC,the dogs'\n" * 3)
    assert found.quote == '"'


def test_escaped_quotes_are_seen() -> None:
    reading = read(b'sku,name\nA,"5\\" pipe, long"\nB,"C:\\\\dir, x"\n')
    assert (reading.format.escape, reading.rejects) == ("\\", [])
    assert [row["name"] for row in reading.rows] == ['5" pipe, long', "C:\\dir, x"]


def test_backslashes_in_text_are_no_escapes() -> None:
    reading = read(b'sku,name\nA,C:\\dir\nB,"a ""b"" \\n"\n')
    assert reading.format.escape is None
    assert [row["name"] for row in reading.rows] == ["C:\\dir", 'a "b" \\n']


@pytest.mark.parametrize("given", ["tab", "\\t", "\t"])
def test_a_chosen_delimiter_divides(given: str) -> None:
    found = looked_at(b"sku;name\tmore\nA;b\tc\n", delimiter=given)
    assert (found.delimiter, found.keys) == ("\t", ["sku;name", "more"])
    assert found.evidence[1] == "Tab as delimiter, because you chose it: 2 columns in 1 of 1 records."


def test_a_chosen_delimiter_that_divides_nothing_leaves_one_column() -> None:
    assert looked_at(b"sku;name\nA;b\n", delimiter="|").keys == ["sku;name"]


def test_chosen_quotes_and_escapes_are_used() -> None:
    data = b"sku,name\nA,*b, c*\nD,*e^*, f*\n"
    assert [row["name"] for row in read(data, quote="*", escape="^").rows] == ["b, c", "e*, f"]


@pytest.mark.parametrize(
    ("overrides", "code"),
    [
        ({"delimiter": ";;"}, "delimiter_invalid"),
        ({"delimiter": ""}, "delimiter_invalid"),
        ({"delimiter": "a"}, "delimiter_invalid"),
        ({"delimiter": "\n"}, "delimiter_invalid"),
        ({"delimiter": '"'}, "delimiter_invalid"),
        ({"delimiter": "*", "quote": "*"}, "delimiter_invalid"),
        ({"quote": "“"}, "quote_invalid"),
        ({"quote": "''"}, "quote_invalid"),
        ({"escape": "\n"}, "escape_invalid"),
        ({"quote": "^", "escape": "^"}, "delimiter_invalid"),
        ({"sheet": "Products"}, "sheet_unknown"),
    ],
)
def test_overrides_that_cannot_be_are_refused(overrides: dict[str, Any], code: str) -> None:
    assert refusal(b"sku,name\nA,B\n", **overrides).code == code


@pytest.mark.parametrize("field", ["delimiter", "quote", "escape", "encoding", "header_line"])
def test_overrides_that_mean_nothing_for_a_kind_of_file_are_refused(field: str) -> None:
    value: Any = 1 if field == "header_line" else "utf-8" if field == "encoding" else "^"
    if field != "encoding":
        assert refusal(b'{"sku": "A"}\n', **{field: value}).code == "override_not_applicable"
    if field != "header_line":
        assert refusal(workbook(("S", [["sku"], ["A"]])), **{field: value}).code == "override_not_applicable"


def test_a_chosen_number_format_is_kept() -> None:
    data = b"sku;name;price\nA;b;1,234\n"
    assert read(data).rows[0]["price"] == "1234"
    reading = read(data, number_format="comma")
    assert (reading.rows[0]["price"], reading.format.number_format_ambiguous) == ("1.234", False)
    assert reading.format.evidence[-1] == "Decimal comma, because you chose it."
    assert looked_at(data).number_format_ambiguous
