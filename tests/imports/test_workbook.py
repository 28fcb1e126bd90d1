"""XLSX: which sheet, what is said of numbers, dates, texts and errors, and where a row stands."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest

from product_importer.core.errors import ProblemError
from product_importer.imports.sheet_numbers import number_style, styled_number
from tests.imports.whole_files import looked_at, read, workbook

HEADER: list[Any] = ["sku", "name", "value"]


def value_of(cell: Any, number_format: str | None = None) -> str:
    """The text of one cell in the column `value`."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    sheet.append(["A", "Mug", cell])
    if number_format:
        sheet["C2"].number_format = number_format
    stream = io.BytesIO()
    book.save(stream)
    sample = looked_at(stream.getvalue()).sample_rows[0]
    assert sample[:2] == ["A", "Mug"]
    return sample[2]


@pytest.mark.parametrize(
    ("cell", "number_format", "text"),
    [
        (123, None, "123"),
        (123.0, None, "123"),
        (0.1, None, "0.1"),
        (4006381333931, None, "4006381333931"),
        (1.5e-7, None, "0.00000015"),
        (-2.50, None, "-2.5"),
        (265, '#,##0.00 "kr"', "265"),
        (0.5, "0%", "0.5"),
        (123, "00000", "00123"),
        (123, "0", "123"),
        (True, None, "true"),
        (False, None, "false"),
        (date(2024, 1, 5), None, "2024-01-05"),
        (datetime.fromisoformat("2024-01-05T10:30"), None, "2024-01-05T10:30:00"),
        (time(10, 30, 5), None, "10:30:05"),
        (45296, "dd/mm/yyyy", "2024-01-05"),
        (45296, "[$-407]d. mmmm yyyy", "2024-01-05"),
        (1.25, "[h]:mm:ss", "30:00:00"),
        (45296, '0 "days"', "45296"),
        (" padded ", None, " padded "),
        ("00123", None, "00123"),
        ("1,50", None, "1,50"),
        ("two\nlines", None, "two\nlines"),
        ("#N/A", None, "#N/A"),
        ("=1/0", None, ""),
        ("_x000D_", None, "\r"),
        ("_x005F_x000D_", None, "_x000D_"),
    ],
)
def test_a_cell_says_what_was_entered_and_no_more(cell: Any, number_format: str | None, text: str) -> None:
    assert value_of(cell, number_format) == text


@pytest.mark.parametrize(
    ("serial", "code", "since_1904", "text"),
    [
        ("1", "d", False, "1900-01-01"),
        ("59", "d", False, "1900-02-28"),
        ("61", "d", False, "1900-03-01"),
        ("0", "d", True, "1904-01-01"),
        ("43834.5", "m/d/yy h:mm", True, "2024-01-05T12:00:00"),
        ("45296.999999999", "yyyy", False, "2024-01-06"),
        ("-1", "d", False, "-1"),
        ("99999999", "d", False, "99999999"),
        ("abc", "d", False, "abc"),
        ("1E3", "General", False, "1000"),
        ("0.10000000000000001", "", False, "0.1"),
        ("12.50", "0.00", False, "12.5"),
    ],
)
def test_serial_numbers_are_dates_where_their_format_is_one(
    serial: str, code: str, since_1904: bool, text: str
) -> None:
    assert styled_number(serial, number_style("164", code), since_1904=since_1904) == text


TWO: list[tuple[str, list[list[Any]]]] = [
    ("Notes", []),
    ("Products", [HEADER, ["A", "Mug", 1]]),
    ("Old", [HEADER, ["B", "Cup", 2]]),
]


def test_the_first_sheet_with_rows_is_read() -> None:
    found = looked_at(workbook(*TWO))
    assert (found.sheet, found.sheets) == ("Products", ["Notes", "Products", "Old"])
    assert found.evidence[0] == "Workbook: sheet `Products`, the first with rows, of 3."


def test_another_sheet_may_be_chosen() -> None:
    reading = read(workbook(*TWO), sheet="Old")
    assert [row["sku"] for row in reading.rows] == ["B"]


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(ProblemError) as refused:
        looked_at(workbook(*TWO), sheet="old")
    assert refused.value.code == "sheet_unknown"
    assert "`Notes`, `Products`, `Old`" in refused.value.detail


@pytest.mark.parametrize("rows", [[], [[None, " "]]])
def test_a_workbook_without_any_cell_is_an_empty_file(rows: list[list[Any]]) -> None:
    with pytest.raises(ProblemError) as refused:
        looked_at(workbook(("Sheet", rows)))
    assert refused.value.code == "empty_file"


def test_line_is_the_row_of_the_sheet_and_blank_rows_are_none() -> None:
    rows: list[list[Any]] = [
        ["Our products"],
        [],
        HEADER,
        ["A", "Mug", 1],
        [],
        [None, "  "],
        ["", "Cup", 2],
        ["C", "Pot", 3],
    ]
    reading = read(workbook(("Sheet", rows)))
    assert reading.format.header_line == 3
    assert [(row["row"], row["line"]) for row in reading.rows] == [(1, 4), (3, 8)]
    [reject] = reading.rejects
    assert (reject.row, reject.line, reject.column, reject.code) == (2, 7, "sku", "sku_required")
    assert reject.original == ",Cup,2"


def test_a_cell_behind_the_columns_costs_its_row() -> None:
    rows: list[list[Any]] = [HEADER, *([f"A{number}", "Mug", 1] for number in range(100)), ["B", "Cup", 2, None, "x"]]
    reading = read(workbook(("Sheet", rows)))
    assert reading.places == [(101, 102, None, "too_many_fields")]
    assert reading.rejects[0].original == "B,Cup,2,,x"


def test_a_cell_far_away_costs_no_memory() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADER, *([f"A{number}", "Mug", 1] for number in range(50))):
        sheet.append(row)
    sheet["XFD1048576"] = "x"
    stream = io.BytesIO()
    book.save(stream)
    reading = read(stream.getvalue())
    assert reading.places == [(51, 1_048_576, None, "too_many_fields")]
    assert len(reading.rows) == 50


def test_numbers_go_by_the_decimal_mark_of_the_texts_beside_them() -> None:
    rows: list[list[Any]] = [["sku", "name", "price"], ["A", "Mug", "12,50"], ["B", "Cup", 1.234], ["C", "Pot", 2]]
    reading = read(workbook(("Sheet", rows)))
    assert reading.format.number_format == "comma"
    assert [row["price"] for row in reading.rows] == ["12.50", "1.234", "2"]


SHEET = """<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>
<x:row><x:c t="inlineStr"><x:is><x:t>sku</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:r><x:t>na</x:t></x:r>
<x:r><x:t>me</x:t></x:r><x:rPh sb="0" eb="1"><x:t>ナ</x:t></x:rPh></x:is></x:c></x:row>
<x:row><x:c t="str"><x:f>"A"</x:f><x:v>A</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row>
<x:row r="9"><x:c r="B9" t="s"><x:v>0</x:v></x:c><x:c r="A9" t="d"><x:v>2024-01-05</x:v></x:c></x:row>
</x:sheetData></x:worksheet>"""
BOOK = """<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets>
<x:sheet name="S &amp; Co" sheetId="1" q:id="R1"/></x:sheets></x:workbook>"""
RELATIONS = (
    """<Relationships><Relationship Id="R1" Type="x/worksheet" Target="/xl/worksheets/one.xml"/></Relationships>"""
)
STRINGS = """<sst><si><t xml:space="preserve"> Mug </t><phoneticPr/></si></sst>"""


def parts(**changed: str) -> bytes:
    files = {
        "xl/workbook.xml": changed.get("book", BOOK),
        "xl/_rels/workbook.xml.rels": changed.get("relations", RELATIONS),
        "xl/worksheets/one.xml": changed.get("sheet", SHEET),
        "xl/sharedStrings.xml": changed.get("strings", STRINGS),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_what_other_programs_write_is_read_too() -> None:
    reading = read(parts())
    assert reading.format.sheet == "S & Co"
    assert [(row["line"], row["sku"], row["name"]) for row in reading.rows] == [
        (2, "A", "#N/A"),
        (9, "2024-01-05", " Mug "),
    ]


BOMB = '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'


@pytest.mark.parametrize(
    "data",
    [
        parts(strings=BOMB),
        parts(strings="<sst/>"),
        parts(sheet="<worksheet><sheetData><row>"),
        parts(sheet='<worksheet><row><c r="ZZZZ1"><v>1</v></c></row></worksheet>'),
        parts(book="no markup"),
        parts(relations=""),
    ],
)
def test_a_damaged_workbook_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(ProblemError) as refused:
        read(data)
    assert refused.value.code == "broken_workbook"


def test_a_sheet_that_unpacks_beyond_measure_is_refused() -> None:
    with pytest.raises(ProblemError) as refused:
        read(parts(sheet="<worksheet>" + " " * (64 << 20)))
    assert refused.value.code == "compression_ratio"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("content.xml", "an OpenDocument file (.ods)"),
        ("xl/workbook.bin", "an Excel workbook of the binary kind (.xlsb)"),
        ("word/document.xml", "a Word document"),
    ],
)
def test_other_documents_are_refused_by_their_kind(name: str, kind: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "x")
        archive.writestr(name, "x")
    with pytest.raises(ProblemError) as refused:
        looked_at(stream.getvalue(), filename="list.ods")
    assert refused.value.detail.startswith(f"`list.ods` is {kind}, not a table. Save it as CSV")
