"""Files in the shapes in which shops really export: found, mapped, read and checked without any instruction."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from product_importer.imports.records import Reject
from tests.imports.conftest import Importer
from tests.imports.whole_files import read


def written(rows: list[list[str]], delimiter: str = ",", line_end: str = "\n") -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return stream.getvalue()


def imported(data: bytes, given: dict[str, str | None] | None = None) -> tuple[list[dict[str, Any]], list[Reject]]:
    reading = read(data, given)
    assert reading.format.rows_estimate == len(reading.rows) + len(reading.rejects)
    return reading.rows, reading.rejects


def test_a_wide_file_with_html_over_several_lines() -> None:
    extra = [f"field_{number}" for number in range(64)]
    header = ["sku", "name", "description", "product_online", "price", "additional_attributes", *extra]
    html = '<p class="lead">Warm,\nsoft</p>\n<ul>\n<li>"best"</li>\n</ul>'
    body = [[f"24-MB{n:02}", f"Bag {n}", html, "1", "34.00", "a=1,b=2", *[""] * 64] for n in range(300)]
    rows, rejects = imported(written([header, *body]).encode())
    assert (len(rows), rejects) == (300, [])
    assert rows[1]["line"] == 7
    assert (rows[0]["description"], rows[0]["active"], rows[0]["price"]) == (html, True, "34.00")
    assert rows[0]["attributes"] == '{"additional_attributes": "a=1,b=2"}'


def test_a_file_with_byte_order_mark_and_a_half_quoted_header() -> None:
    data = 'ID,SKU,Name,Published,"In stock?","Weight (lbs)","Regular price",Parent\n'
    data += '44,woo-tee,"Tee, V-neck",1,1,.5,,\n45,Woo-TEE-red,"Tee - Red",1,1,.5,18,woo-tee\n'
    rows, rejects = imported(("\ufeff" + data).encode())
    assert rejects == []
    assert [(row["sku"], row["name"], row["price"]) for row in rows] == [
        ("woo-tee", "Tee, V-neck", None),
        ("Woo-TEE-red", "Tee - Red", "18"),
    ]
    assert rows[0]["attributes"] == '{"ID": "44", "In stock?": "1", "Weight (lbs)": ".5"}'


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
    assert rows[0]["attributes"] == '{"Price EUR": "1000"}'


def test_padded_headers_and_leading_zeros() -> None:
    rows, _ = imported(b" SKU ;  Name\n 00123 ; Tee \n 00124;Mug\n")
    assert [(row["sku"], row["name"]) for row in rows] == [("00123", " Tee "), ("00124", "Mug")]


def semicolons_and_decimal_commas() -> str:
    """As spreadsheets of half of Europe save it: `;`, byte order mark, decimal comma."""
    body = [[f"{n:05}", f"Stühle, {n}", f"{n * 5},0", "ja" if n % 2 else "nein"] for n in range(53, 153)]
    return "\ufeff" + written([["Artikelnummer", "Bezeichnung", "Preis", "Aktiv"], *body], ";", "\r\n")


PADDED = " sku ;  name ; price ;\n" + "".join(f"  {n:06} ; Mug {n} ;  9,50 ;\n" for n in range(40))


def fifty_six_columns() -> str:
    """A wide export with line breaks in its cells, most of them empty."""
    extra = [f"Meta: field {number}" for number in range(46)]
    header = ["ID", "Type", "SKU", "Name", "Published", "Short description", "Description", "Regular price"]
    html = '<p>Warm,\nsoft</p>\n\n<ul>\n<li>"best"; 100%</li>\n</ul>'
    body = [
        [
            str(n),
            "simple",
            f"wc-{n:04}",
            f"Hoodie, {n}",
            "1",
            "short\nand sweet",
            html,
            "45.00",
            *[""] * 45,
            "x",
            "",
            "",
        ]
        for n in range(60)
    ]
    return written([[*header, *extra, "Categories", "Tags"], *body])


@pytest.mark.parametrize(
    ("text", "rows", "first"),
    [
        (semicolons_and_decimal_commas(), 100, ("00053", "Stühle, 53", "265.00")),
        (PADDED, 40, ("000000", " Mug 0 ", "9.50")),
        (fifty_six_columns(), 60, ("wc-0000", "Hoodie, 0", "45.00")),
    ],
)
def test_a_file_as_people_have_it_needs_nothing_but_next(
    import_file: Importer,
    catalogue: Callable[[], dict[str, dict[str, Any]]],
    text: str,
    rows: int,
    first: tuple[str, str, str],
) -> None:
    counts = import_file(text)["counts"]
    assert (counts["read"], counts["created"], counts["rejected"]) == (rows, rows, 0)
    sku, name, price = first
    product = catalogue()[sku]
    assert (product["name"], product["price"]) == (name, price)


def test_fifty_six_columns_are_counted_as_such() -> None:
    found = read(fifty_six_columns().encode()).format
    assert (len(found.columns), found.rows_estimate) == (56, 60)
