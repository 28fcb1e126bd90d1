"""Rows of an export as a workbook, and what a workbook cannot hold."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter

from product_importer.core.spreadsheet_text import marked
from product_importer.products.export_columns import Cell
from product_importer.products.fields import format_price

MOST_ROWS = 1_048_575
"""Below the header."""

MOST_CHARACTERS = 32_767
"""In one cell, as UTF-16 counts them."""

CONTROL = r"[\u0001-\u0008\u000b\u000c\u000e-\u001f]"
"""Characters that the format cannot hold; for Python and PostgreSQL."""

_CONTROL = re.compile(CONTROL)
_READ_BYTES = 1 << 18
_SHEET = "Products"
_WIDTHS = {"id": 10, "sku": 20, "name": 40, "description": 40, "created_at": 28, "updated_at": 28}


def fault_of(text: str) -> str | None:
    """Why a cell cannot hold this text, as the end of a sentence; None where it can."""
    if found := _CONTROL.search(text):
        return f"holds the control character U+{ord(found[0]):04X}"
    units = len(marked(text).encode("utf-16-le")) // 2
    return f"has {units:,} characters, and a cell holds {MOST_CHARACTERS:,}" if units > MOST_CHARACTERS else None


def workbook_bytes(headers: Sequence[str], pages: Iterable[Sequence[Sequence[Cell]]]) -> Iterator[bytes]:
    """The workbook with these rows, in constant memory: written to temporary files first, then handed over.

    Yields nothing after each page but a chance to stop. Raises ValueError for a cell that a workbook cannot hold.
    """
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as file:
        options = {"constant_memory": True, "tmpdir": folder}
        book = xlsxwriter.Workbook(file, options)
        book.use_zip64()
        sheet = _sheet(book, headers)
        # Else closed with the workbook alone, which a download that breaks off never reaches.
        with sheet.row_data_fh:
            number = 0
            for page in pages:
                for row in page:
                    number += 1
                    _write_row(sheet, number, row)
                yield b""
            book.close()
        file.seek(0)
        while block := file.read(_READ_BYTES):
            yield block


def _sheet(book: Any, headers: Sequence[str]) -> Any:
    sheet = book.add_worksheet(_SHEET)
    # So that a SKU keeps its zeros when somebody edits it.
    as_text = book.add_format({"num_format": "@"})
    for column, header in enumerate(headers):
        sheet.set_column(column, column, _WIDTHS.get(header, 14), as_text if header == "sku" else None)
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for column, header in enumerate(headers):
        _put(sheet, 0, column, header, bold)
    return sheet


def _write_row(sheet: Any, number: int, row: Sequence[Cell]) -> None:
    for column, cell in enumerate(row):
        match cell:
            case None:
                continue
            case bool():
                sheet.write_boolean(number, column, cell)
            case str():
                _put(sheet, number, column, marked(cell))
            case Decimal() if not _is_exact(cell):
                _put(sheet, number, column, format_price(cell))
            case _:
                sheet.write_number(number, column, cell)


def _put(sheet: Any, row: int, column: int, text: str, style: Any = None) -> None:
    if _CONTROL.search(text) or sheet.write_string(row, column, text, style) != 0:
        raise ValueError(f"cell {column + 1} of row {row + 1} became one that a workbook cannot hold")


def _is_exact(price: Decimal) -> bool:
    """Whether the price comes back from the 16 digits by which a workbook keeps a number."""
    return Decimal(f"{float(price):.16G}") == price
