"""Files in the shapes in which shops really export: found, mapped, read and checked without any instruction."""

import csv
import io
from typing import Any

import pytest

from product_importer.imports.csv_reader import read_records
from product_importer.imports.decoding import open_text
from product_importer.imports.detection import detect
from product_importer.imports.mapping import resolve
from product_importer.imports.options import ImportOptions
from product_importer.imports.records import Reject
from product_importer.imports.suggestion import suggest
from product_importer.imports.validation import validate


def written(rows: list[list[str]], delimiter: str = ",", line_end: str = "\n") -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return stream.getvalue()


def imported(data: bytes, given: dict[str, str | None] | None = None) -> tuple[list[dict[str, Any]], list[Reject]]:
    found = detect(lambda: io.BytesIO(data), "export.csv")
    mapping = resolve(found.columns, suggest(found.columns), given)
    text = open_text(io.BytesIO(data), found.encoding or "", found.compression)
    rows: list[dict[str, Any]] = []
    rejects: list[Reject] = []
    for block in read_records(text, found.dialect, len(mapping.keys), headers=mapping.keys):
        outcome = validate(block.records, mapping, ImportOptions())
        rows += outcome.table.to_pylist()
        rejects += [*block.rejects, *outcome.rejects]
    assert found.rows_estimate == len(rows) + len(rejects)
    return rows, rejects


def test_a_wide_file_with_html_over_several_lines() -> None:
    extra = [f"field_{number}" for number in range(64)]
    header = ["sku", "name", "description", "product_online", "price", "additional_attributes", *extra]
    html = '<p class="lead">Warm,\nsoft</p>\n<ul>\n<li>"best"</li>\n</ul>'
    body = [[f"24-MB{n:02}", f"Bag {n}", html, "1", "34.00", "a=1,b=2", *[""] * 64] for n in range(300)]
    rows, rejects = imported(written([header, *body]).encode())
    assert (len(rows), rejects) == (300, [])
    assert rows[1]["line"] == 7
    assert (rows[0]["description"], rows[0]["active"], rows[0]["price"]) == (html, True, "34.00")
    assert rows[0]["attributes"] == '{"additional_attributes":"a=1,b=2"}'


def test_a_file_with_byte_order_mark_and_a_half_quoted_header() -> None:
    data = 'ID,SKU,Name,Published,"In stock?","Weight (lbs)","Regular price",Parent\n'
    data += '44,woo-tee,"Tee, V-neck",1,1,.5,,\n45,Woo-TEE-red,"Tee - Red",1,1,.5,18,woo-tee\n'
    rows, rejects = imported(("\ufeff" + data).encode())
    assert rejects == []
    assert [(row["sku"], row["name"], row["price"]) for row in rows] == [
        ("woo-tee", "Tee, V-neck", None),
        ("Woo-TEE-red", "Tee - Red", "18"),
    ]
    assert rows[0]["attributes"] == '{"ID":"44","In stock?":"1","Weight (lbs)":".5"}'


SHOPIFY = [
    ["Handle", "Title", "Body (HTML)", "Published", "Option1 Value", "Variant SKU", "Variant Price"],
    ["varsity-top", "Varsity Top", "<b>Soft</b>", "true", "Small", "", "60.00"],
    ["varsity-top", "", "", "", "Medium", "", "60.00"],
    ["blue-shirt", "Blue Shirt", "", "true", "Default", "", "50.00"],
]


def test_variants_without_sku_go_by_their_handle() -> None:
    rows, rejects = imported(written(SHOPIFY, line_end="\r\n").rstrip().encode())
    assert [(row["sku"], row["active"]) for row in rows] == [("varsity-top", True), ("blue-shirt", True)]
    assert [(reject.row, reject.code) for reject in rejects] == [(2, "name_required")]


def test_an_empty_sku_column_that_is_asked_for_rejects_every_row() -> None:
    rows, rejects = imported(written(SHOPIFY).encode(), {"Variant SKU": "sku"})
    assert rows == []
    assert [(reject.code, reject.column) for reject in rejects] == [("sku_required", "Variant SKU")] * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_semicolons_and_mostly_empty_columns(encoding: str) -> None:
    header = ["Product Id", "Product Handle", "Product Title", "Product Status", "Variant SKU", "Price EUR", "Image 1"]
    body = [
        ["", "mug", "Becher für Öl, groß", "published", "", "1000", ""],
        ["", "mug", "Becher", "draft", "", "1200", ""],
    ]
    rows, rejects = imported(written([header, *body], delimiter=";").encode(encoding))
    assert rejects == []
    assert [(row["sku"], row["name"], row["active"]) for row in rows] == [
        ("mug", "Becher für Öl, groß", True),
        ("mug", "Becher", False),
    ]
    assert "price" not in rows[0]
    assert rows[0]["attributes"] == '{"Price EUR":"1000"}'


def test_padded_headers_and_leading_zeros() -> None:
    rows, _ = imported(b" SKU ;  Name\n 00123 ; Tee \n 00124;Mug\n")
    assert [(row["sku"], row["name"]) for row in rows] == [("00123", " Tee "), ("00124", "Mug")]
