"""What kind of file it is: encodings, delimiters, headers, and files that are no table."""

import gzip
import io

import pytest

from product_importer.core.errors import ProblemError
from product_importer.imports.detection import Format, detect
from product_importer.imports.dialect import Dialect
from product_importer.imports.signatures import looks_binary
from tests.imports.whole_files import looked_at


def detected(data: bytes, filename: str = "catalogue.csv") -> Format:
    return detect(lambda: io.BytesIO(data), filename)


def refusal(data: bytes, filename: str = "catalogue.csv") -> ProblemError:
    with pytest.raises(ProblemError) as caught:
        detected(data, filename)
    return caught.value


ROWS = b"sku,name,price\n" + b"".join(b"A-%d,Mug %d,9.50\n" % (n, n) for n in range(50))


def test_control_characters_in_the_cells_of_a_table_with_a_clean_header_are_no_sign_of_a_binary_file() -> None:
    assert looks_binary(b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\n" * 3)
    assert not looks_binary(b"sku,note\n" + b"A,\x01\x02\x03\x04\x1b\n" * 30)


def test_a_plain_file_is_described() -> None:
    found = detected(ROWS)
    assert (found.format, found.compression, found.encoding, found.bom) == ("csv", None, "utf-8", False)
    assert (found.delimiter, found.quote, found.line_terminator, found.header_line) == (",", '"', "\n", 1)
    assert [column.key for column in found.columns] == ["sku", "name", "price"]
    assert found.columns[1].sample == ["Mug 0", "Mug 1", "Mug 2"]
    assert found.sample_rows[0] == ["A-0", "Mug 0", "9.50"]
    assert (len(found.sample_rows), found.rows_estimate) == (20, 50)
    assert found.evidence == [
        "UTF-8: nothing but ASCII characters.",
        "`,` as delimiter: 3 columns in 50 of 50 records.",
        "Header in line 1: it names `sku`, `name`, `price`.",
        "Decimal point, as in `9.50`.",
    ]


def test_a_format_goes_through_json_unchanged() -> None:
    found = detected(ROWS)
    assert Format.model_validate_json(found.model_dump_json()) == found


def test_a_format_that_was_stored_before_there_were_other_kinds_still_loads() -> None:
    stored = {
        "format": "csv", "compression": "gzip", "encoding": "utf-8", "bom": True, "delimiter": ";", "quote": '"',
        "line_terminator": "\r\n", "header_line": 2, "evidence": ["because"], "rows_estimate": 1,
        "columns": [{"key": "sku", "header": "sku", "sample": ["A"], "empty": False}], "sample_rows": [["A"]],
    }  # fmt: skip
    found = Format.model_validate(stored)
    assert found.dialect == Dialect(";", "\r\n", '"', 2)
    assert (found.number_format, found.sheets, found.keys) == ("point", [], ["sku"])


@pytest.mark.parametrize("delimiter", [b",", b";", b"\t", b"|", b":"])
def test_each_delimiter_is_found(delimiter: bytes) -> None:
    assert detected(ROWS.replace(b",", delimiter)).delimiter == delimiter.decode()


def test_decimal_commas_do_not_pass_for_delimiters() -> None:
    rows = b"sku;name;price\n" + b"".join(b"A-%d;Mug, blue;%d,50\n" % (n, n) for n in range(20))
    assert detected(rows).delimiter == ";"


def test_delimiters_inside_quotes_do_not_count() -> None:
    rows = b"sku,tags\n" + b'A,"x;y;z"\n' * 20
    assert detected(rows).delimiter == ","


def test_a_broken_quote_in_the_sample_does_not_mislead() -> None:
    rows = b"sku;name;price\n" + b'A;"open;1\n' + b'B;"two, three";2\n' * 20
    found = detected(rows)
    assert (found.delimiter, found.rows_estimate) == (";", 21)
    assert found.evidence[1] == "`;` as delimiter: 3 columns in 20 of 21 records."


def test_a_file_of_one_column_is_read_with_commas() -> None:
    found = detected(b"sku\nA\nB\n")
    assert (found.delimiter, [column.key for column in found.columns]) == (",", ["sku"])
    assert found.evidence[1].startswith("One column")


def test_the_header_stands_below_blank_lines() -> None:
    found = detected(b"\n \n\nsku,name\nA,B\n")
    assert (found.header_line, found.rows_estimate) == (4, 1)


@pytest.mark.parametrize(("line_end", "expected"), [(b"\r\n", "\r\n"), (b"\r", "\r"), (b"\n", "\n")])
def test_line_ends_are_found(line_end: bytes, expected: str) -> None:
    found = detected(ROWS.replace(b"\n", line_end))
    assert (found.line_terminator, found.rows_estimate) == (expected, 50)


def test_every_column_gets_a_key_of_its_own() -> None:
    found = detected(b"Tags, Tags ,sku,,Tags,Tags (2),,Column 7\n" + b"a,b,c,d,e,f,g,h\n" * 3)
    keys = [column.key for column in found.columns]
    assert keys == ["Tags", "Tags (3)", "sku", "Column 4", "Tags (4)", "Tags (2)", "Column 7 (2)", "Column 7"]
    assert found.columns[1].header == "Tags"


def test_repeated_headers_are_numbered() -> None:
    keys = [column.key for column in detected(b"Tags,Tags,sku,Tags,,,\n" + b"a,b,c,d,e,f,g\n").columns]
    assert keys == ["Tags", "Tags (2)", "sku", "Tags (3)", "Column 5", "Column 6", "Column 7"]


def test_a_column_without_values_is_empty_and_samples_skip_blanks() -> None:
    found = detected(b"sku,name,note\nA, ,\nB,x,  \nC,,\n")
    assert [column.empty for column in found.columns] == [False, False, True]
    assert found.columns[1].sample == ["x"]


@pytest.mark.parametrize(
    ("encoding", "mark", "expected"),
    [("utf-8", "\ufeff", "utf-8"), ("utf-16-le", "\ufeff", "utf-16-le"), ("utf-16-be", "\ufeff", "utf-16-be")],
)
def test_a_byte_order_mark_decides(encoding: str, mark: str, expected: str) -> None:
    found = detected((mark + "sku,name\nA,Größe\n").encode(encoding))
    assert (found.encoding, found.bom, found.columns[0].key) == (expected, True, "sku")
    assert found.sample_rows == [["A", "Größe"]]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_mark_shows_by_its_zeros(encoding: str) -> None:
    found = detected(("sku,name\n" + "A,Größe\n" * 30).encode(encoding))
    assert (found.encoding, found.bom, found.rows_estimate) == (encoding, False, 30)


@pytest.mark.parametrize("word", ["Größe", "café", "Ärzte", "Ñandú", "5 €", "naïve", "„Zitat“", "GRÖSSE"])
def test_windows_1252_is_seen_by_its_letters(word: str) -> None:
    found = detected(b"sku,name\n" + b"".join(b"A-%d,%s\n" % (n, word.encode("windows-1252")) for n in range(9)))
    assert found.encoding == "windows-1252"
    assert found.sample_rows[0][1] == word


def test_the_first_umlaut_may_come_late() -> None:
    plain = b"sku,name\n" + b"A,plain words only\n" * 600_000
    assert detected(plain + "B,Größe\n".encode("windows-1252")).encoding == "windows-1252"


@pytest.mark.parametrize("damage", [b"\xff\xfe", b"\xc3(", b"\xfe", b"\xf0\x9f", b"\x81"])
def test_a_utf_8_file_with_a_damaged_row_stays_utf_8(damage: bytes) -> None:
    umlauts = b"sku,name\n" + "A,Größe für Füße\n".encode() * 10
    assert detected(umlauts + b"B," + damage + b"\n").encoding == "utf-8"
    ascii_only = b"sku,name\n" + b"A,plain\n" * 10
    assert detected(ascii_only + b"B,x" + damage + b"\n").encoding == "utf-8"


def test_gzip_is_looked_into() -> None:
    found = detected(gzip.compress("sku;name\n1;Größe\n".encode()))
    assert (found.compression, found.encoding, found.delimiter, found.rows_estimate) == ("gzip", "utf-8", ";", 1)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_number_of_rows_is_estimated_from_the_sample(pack: type[bytes], encoding: str) -> None:
    rows = "sku,name,price\n" + "".join(f"A-{n},Mug number {n},{n % 97}.50\n" for n in range(200_000))
    assert detected(pack(rows.encode(encoding))).rows_estimate == pytest.approx(200_000, rel=0.1)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n  \n", gzip.compress(b"", mtime=0)])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data).code == "empty_file"


@pytest.mark.parametrize("data", [b"sku,name", b"sku,name\n", b"\xef\xbb\xbfsku;name\r\n\r\n \r\n"])
def test_a_file_with_nothing_but_a_header_is_refused(data: bytes) -> None:
    assert refusal(data).code == "no_rows"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG image"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "an Excel workbook of the old kind (.xls)"),
        (gzip.compress(b"\x89PNG\r\n\x1a\n" + bytes(100), mtime=0), "a PNG image"),
        (b'{"products": [\n{"sku": "A"}\n]}', "JSON that is no list of objects"),
        (b"<!DOCTYPE html><html>", "a page of HTML or XML"),
        (bytes(range(256)) * 20, "a binary file"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_its_kind(data: bytes, kind: str) -> None:
    refused = refusal(data, "picture.csv")
    assert (refused.code, refused.status) == ("unsupported_format", 415)
    assert refused.detail.startswith(f"`picture.csv` is {kind}, not a table. Save it as CSV")


def test_broken_gzip_is_refused() -> None:
    assert refusal(gzip.compress(ROWS)[:-9]).code == "broken_compression"


def test_a_bomb_is_refused() -> None:
    assert refusal(gzip.compress(b"sku,name\n" + b"a,b\n" * 20_000_000)).code == "compression_ratio"


def test_a_header_with_an_open_quote_is_refused_with_the_reason() -> None:
    refused = refusal(b'"sku,name\nA,B\n')
    assert refused.code == "broken_header"
    assert "never closed" in refused.detail


def test_a_nul_byte_in_a_row_does_not_make_a_file_binary() -> None:
    assert detected(b"sku,name\nA,x\0y\n" + b"B,z\n" * 100).rows_estimate == 101


def test_a_header_wider_than_any_catalogue_is_refused() -> None:
    refused = refusal(b"sku" + b",x" * 1000 + b"\nA" + b",y" * 1000 + b"\n")
    assert (refused.code, refused.detail[:27]) == ("too_many_columns", "The header has 1001 columns")


def test_long_cells_are_shown_cut() -> None:
    found = detected(b"sku,name\nA," + b"x" * 5000 + b"\n")
    assert found.columns[1].sample == ["x" * 199 + "…"]
    assert found.sample_rows == [["A", "x" * 199 + "…"]]


def test_millions_of_blank_lines_before_the_header_are_passed_over_at_once() -> None:
    blank = b"\n" * 400_000 + b"  \r\n" * 50_000
    found = looked_at(blank + b"sku;name\nA;Mug\n")
    assert (found.delimiter, found.header_line) == (";", 450_001)
