"""An export's text by Python's own writers, row by row: what PostgreSQL has to write to the letter."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

from product_importer.core.spreadsheet_text import marked
from product_importer.products.export_columns import Cell
from product_importer.products.fields import format_price

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def csv_lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    """The rows by RFC 4180; nothing is an empty cell, and a cell that a spreadsheet would run is marked as text."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([_csv_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def json_lines(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One object a row with every header as a key."""
    objects = (dict(zip(headers, map(_json_value, row), strict=True)) for row in rows)
    return "".join(f"{_ENCODER.encode(one)}\n" for one in objects).encode()


def _csv_cell(cell: Cell) -> str:
    match cell:
        case str():
            return marked(cell)
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return format_price(cell)
        case _:
            return str(cell)


def _json_value(cell: Cell) -> Cell:
    return format_price(cell) if isinstance(cell, Decimal) else cell
