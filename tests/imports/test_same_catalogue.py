"""One table, written in every format, dialect and encoding, is one catalogue."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell import WriteOnlyCell

from tests.examples import examples
from tests.imports.conftest import Importer
from tests.imports.whole_files import Reading, read

HEADER = ("sku", "name", "description", "price", "active", "colour")


@dataclass(frozen=True)
class Product:
    """One row as it is meant."""

    sku: str
    name: str
    description: str
    price: Decimal | None
    active: bool | None
    colour: str

    @property
    def meant(self) -> tuple[Any, ...]:
        """What an import makes of it."""
        colour = {"colour": self.colour} if self.colour.strip() else {}
        description = self.description if self.description.strip() else None
        return self.sku.strip(), self.name, description, self.price, self.active, colour

    @property
    def cells(self) -> list[str]:
        """Every field as text."""
        price = "" if self.price is None else format(self.price, "f")
        active = {True: "yes", False: "no", None: ""}[self.active]
        return [self.sku, self.name, self.description, price, active, self.colour]


def products(characters: st.SearchStrategy[str], most: int = 8) -> st.SearchStrategy[list[Product]]:
    """Tables of texts of these characters."""
    text = st.text(characters, max_size=12)
    sku = text.filter(
        lambda cell: bool(cell.strip()) and not any(ord(one) < 32 or 127 <= ord(one) < 160 for one in cell)
    )
    price = st.none() | st.decimals(0, 99_999, places=2) | st.decimals(0, 9, places=4)
    product = st.builds(
        Product, sku, text.filter(lambda cell: bool(cell.strip())), text, price, st.none() | st.booleans(), text
    )
    return st.lists(product, min_size=1, max_size=most)


def assert_same(reading: Reading, table: list[Product]) -> None:
    assert reading.rejects == []
    found = [
        (sku, name, description, None if price is None else Decimal(price), active, json.loads(attributes))
        for sku, name, description, price, active, attributes in reading.catalogue
    ]
    assert found == [product.meant for product in table]
    assert reading.format.rows_estimate == len(table)


@dataclass(frozen=True)
class Writing:
    """A way to write delimited text."""

    encoding: str
    delimiter: str
    quote: str
    escape: str | None
    line_end: str
    quoting: int
    comma: bool

    def text(self, table: list[Product]) -> str:
        written = io.StringIO(newline="")
        # Python before 3.13 does not quote a carriage return where lines end otherwise; bare, it is part of a line end.
        bare = self.line_end == "\n" and any("\r" in cell for product in table for cell in product.cells)
        writer = csv.writer(
            written,
            delimiter=self.delimiter,
            quotechar=self.quote,
            escapechar=self.escape,
            doublequote=self.escape is None,
            lineterminator=self.line_end,
            quoting=csv.QUOTE_ALL if bare else self.quoting,  # type: ignore[arg-type]
        )
        writer.writerow(HEADER)
        for product in table:
            sku, name, description, price, *rest = product.cells
            writer.writerow([sku, name, description, price.replace(".", ",") if self.comma else price, *rest])
        return written.getvalue()

    @property
    def said(self) -> dict[str, Any]:
        """What a few random letters cannot show, and a person says."""
        guessable = self.encoding in ("utf-8", "utf-8-sig", "utf-16")
        marks = {"quote": self.quote, "escape": self.escape, "number_format": "comma" if self.comma else "point"}
        return marks | ({} if guessable else {"encoding": self.encoding})


SINGLE_BYTE = [f"cp{page}" for page in (1250, 1251, 1252, 1253, 1254, 1257)]
LATIN = [f"iso8859-{part}" for part in (1, 2, 5, 9, 15)]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", *SINGLE_BYTE, *LATIN]
WRITINGS = st.builds(
    Writing,
    encoding=st.sampled_from(ENCODINGS),
    delimiter=st.sampled_from(",;\t|:^~"),
    quote=st.sampled_from("\"'"),
    escape=st.sampled_from([None, "\\"]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    comma=st.booleans(),
)


def characters_of(encoding: str) -> st.SearchStrategy[str]:
    codec = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    letters = st.characters(codec=codec, exclude_characters="\0\ufeff")
    return letters | st.sampled_from(",;\t|:^~\"'\\\n ")


WRITTEN = WRITINGS.flatmap(lambda writing: st.tuples(st.just(writing), products(characters_of(writing.encoding))))


@settings(max_examples=examples(400), deadline=None)
@given(WRITTEN)
def test_delimited_text_in_any_dialect_and_encoding(written: tuple[Writing, list[Product]]) -> None:
    writing, table = written
    assert_same(read(writing.text(table).encode(writing.encoding), **writing.said), table)


ANY_TEXT = st.characters(codec="utf-8", exclude_characters="\0")


@settings(max_examples=examples(200), deadline=None)
@given(products(ANY_TEXT), st.booleans(), st.booleans())
def test_json_lines(table: list[Product], ascii_only: bool, as_array: bool) -> None:
    objects = [as_json(product, ascii_only) for product in table]
    text = f"[{', '.join(objects)}]" if as_array else "\n".join(objects)
    assert_same(read(text.encode()), table)


def as_json(product: Product, ascii_only: bool = False) -> str:
    """The product as one object, a blank text as null, its price as a number."""
    cells = dict(zip(HEADER, product.cells, strict=True))
    members = [
        f'"{key}": ' + (cell if key == "price" and cell else json.dumps(cell or None, ensure_ascii=ascii_only))
        for key, cell in cells.items()
    ]
    return "{" + ", ".join(members) + "}"


@pytest.mark.usefixtures("parquet_in_this_process")
@settings(max_examples=examples(150), deadline=None)
@given(products(ANY_TEXT))
def test_parquet(table: list[Product]) -> None:
    assert_same(read(as_parquet(table)), table)


def as_parquet(table: list[Product]) -> bytes:
    """The products with typed prices and switches, their colours from a dictionary."""
    columns = {
        "sku": pa.array([product.sku for product in table]),
        "name": pa.array([product.name for product in table], pa.large_string()),
        "description": pa.array([product.description or None for product in table], pa.string()),
        "price": pa.array([product.price for product in table], pa.decimal128(18, 4)),
        "active": pa.array([product.active for product in table], pa.bool_()),
        "colour": pa.array([product.colour for product in table]).dictionary_encode(),
    }
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream, row_group_size=3)
    return stream.getvalue()


# What XML can hold; a carriage return would come back as a line feed.
SHEET_TEXT = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]) | st.sampled_from("\n\t=")


@settings(max_examples=examples(100), deadline=None)
@given(products(SHEET_TEXT).filter(lambda table: "_x" not in "".join("".join(one.cells) for one in table)))
def test_workbooks(table: list[Product]) -> None:
    assert_same(read(as_workbook(table)), table)


def as_workbook(table: list[Product]) -> bytes:
    """The products in the second of two sheets, below a title, with typed prices and switches."""
    book = openpyxl.Workbook(write_only=True)
    book.create_sheet("Empty")
    sheet = book.create_sheet("Products")
    sheet.append(["Our products"])
    sheet.append(HEADER)
    for product in table:
        row: list[Any] = [WriteOnlyCell(sheet, value=cell) for cell in product.cells]
        for cell in row:
            cell.data_type = "s"
        row[3] = None if product.price is None else float(product.price)
        row[4] = product.active
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


TABLE = [
    Product(
        f"00{number}", f'Größe {number} "x", 5\' ; |', "two\nlines\tand\\", Decimal(number) / 4, number % 2 == 0, "ä"
    )
    for number in range(1, 30)
]
WAYS: dict[str, Callable[[], bytes]] = {
    "utf-8": lambda: (
        Writing("utf-8-sig", ";", '"', None, "\r\n", csv.QUOTE_MINIMAL, comma=True).text(TABLE).encode("utf-8-sig")
    ),
    "utf-16": lambda: Writing("utf-16", "\t", '"', None, "\n", csv.QUOTE_ALL, comma=False).text(TABLE).encode("utf-16"),
    "windows-1252": lambda: (
        Writing("cp1252", "|", "'", "\\", "\n", csv.QUOTE_ALL, comma=False).text(TABLE).encode("cp1252")
    ),
    "json lines": lambda: "\n".join(map(as_json, TABLE)).encode(),
    "json array": lambda: f"[{','.join(map(as_json, TABLE))}]".encode(),
    "parquet": lambda: as_parquet(TABLE),
    "workbook": lambda: as_workbook(TABLE),
}


@pytest.mark.parametrize("way", sorted(WAYS))
def test_every_format_imports_as_the_same_catalogue_without_any_instruction(
    import_file: Importer, catalogue: Callable[[], dict[str, dict[str, Any]]], way: str
) -> None:
    receipt = import_file(WAYS[way](), filename=f"products.{way}")
    assert (receipt["status"], receipt["counts"]["created"], receipt["counts"]["rejected"]) == ("completed", 29, 0)
    found = {
        sku: (
            product["name"],
            product["description"],
            Decimal(product["price"]),
            product["active"],
            product["attributes"],
        )
        for sku, product in catalogue().items()
    }
    assert found == {product.sku: product.meant[1:] for product in TABLE}
