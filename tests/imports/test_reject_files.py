"""The CSV of rejects: a row for each reject, whatever was wrong with it."""

import csv
import io
from collections.abc import Sequence
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from product_importer.imports.dialect import Dialect
from product_importer.imports.reject_files import POSITION_COLUMNS, cells_of, reject_filename
from tests.imports.conftest import Importer

COMMA = Dialect(",")


def downloaded(client: TestClient, import_id: str) -> list[list[str]]:
    answer = client.get(f"/api/v1/imports/{import_id}/rejects", params={"format": "csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(answer.text, newline=""), strict=True))


@pytest.mark.covers("002:177")
def test_every_reject_is_one_row_behind_its_position_and_its_import(import_file: Importer, client: TestClient) -> None:
    receipt = import_file('sku,name\nA,Mug\n,"No, SKU"\nB,"Open\nC,Cup\nD,"Two\nlines",more\n')
    header, *rows = downloaded(client, receipt["id"])
    assert header == [*POSITION_COLUMNS, "sku", "name"]
    assert [row[:2] + row[3:4] for row in rows] == [
        ["2", "3", "sku_required"],
        ["3", "4", "unclosed_quote"],
        ["5", "6", "unclosed_quote"],
    ]
    assert {UUID(row[5]) for row in rows} == {UUID(receipt["id"])}
    assert [row[6:] for row in rows] == [["", "No, SKU"], ["B", '"Open'], ["D", '"Two']]


def test_a_spreadsheet_gets_a_byte_order_mark(import_file: Importer, client: TestClient) -> None:
    receipt = import_file("sku,name\nA,\n")
    answer = client.get(f"/api/v1/imports/{receipt['id']}/rejects", params={"format": "csv", "bom": True})
    assert answer.content.startswith(b"\xef\xbb\xbf_row,_line,")


@pytest.mark.parametrize(
    ("original", "cells"),
    [
        ("A,Mug", ["A", "Mug"]),
        ("", [""]),
        ("A,", ["A", ""]),
        ('A,"Tea, and more","12"" pipe"', ["A", "Tea, and more", '12" pipe']),
        ('A,"Mug, big,4.50', ["A", '"Mug', " big", "4.50"]),
        ('A,"Mug" big,"4.50"', ["A", '"Mug" big', "4.50"]),
        ('A,"Two\nlines",B', ["A", "Two\nlines", "B"]),
        ('A,5" pipe,B', ["A", '5" pipe', "B"]),
        ('"', ['"']),
        ('A,"",B', ["A", "", "B"]),
    ],
)
def test_a_cell_in_order_gives_its_value_and_a_broken_one_its_text(original: str, cells: list[str]) -> None:
    assert cells_of(original, COMMA) == cells


def test_quotes_and_escapes_of_the_file_itself_are_understood() -> None:
    dialect = Dialect(";", quote="'", escape="\\")
    assert cells_of(r"A;'It\'s; here';a\;b;c\d", dialect) == ["A", "It's; here", "a;b", r"c\d"]


@given(st.lists(st.text(alphabet='ab,"\n ', max_size=8), min_size=1, max_size=5))
def test_a_record_in_order_gives_its_cells(cells: list[str]) -> None:
    assert cells_of(written(cells), COMMA) == cells


@given(st.text(alphabet='ab,"\n', max_size=30))
def test_no_character_but_quotes_and_delimiters_is_lost(original: str) -> None:
    kept = "".join(cells_of(original, COMMA))
    assert [one for one in kept if one not in ',"'] == [one for one in original if one not in ',"']


def written(cells: Sequence[str]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="", quoting=csv.QUOTE_ALL).writerow(cells)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("products.csv", "rejects-products.csv"),
        ("products.csv.gz", "rejects-products.csv"),
        ("list.v2.xlsx", "rejects-list.v2.csv"),
        ("upload", "rejects-upload.csv"),
    ],
)
def test_the_file_is_named_after_its_source(source: str, name: str) -> None:
    assert reject_filename(source) == name
