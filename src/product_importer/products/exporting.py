"""An export: what it will hold is settled first, in one transaction; then it is read page by page while it streams.

The ids are kept in a temporary file, in their order, 8 bytes each. So every product that was there at the beginning
comes once, whatever it is sorted by and whatever moves meanwhile, and no transaction waits for a client.
"""

import sys
import tempfile
from array import array
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Literal

from pydantic import Field
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.errors import FieldError, Invalid
from product_importer.events.reading import read
from product_importer.products import export_repository as repository
from product_importer.products import export_workbook as workbook
from product_importer.products.export_columns import COLUMNS, MOST_COLUMNS, Cell, Columns, ExportedProduct
from product_importer.products.export_pages import Page, read_ahead
from product_importer.products.export_text import BYTE_ORDER_MARK, blocks, csv_header
from product_importer.products.filters import ProductFilters, conditions
from product_importer.products.finding import PRODUCTS, everything, sources
from product_importer.products.sorting import Order, Sort

LINES_AT_ONCE = 10_000
CELLS_AT_ONCE = 1_000

ExportFormat = Literal["csv", "jsonl", "xlsx"]


class ExportQuery(ProductFilters):
    """Which products, in which order, and as what."""

    format: ExportFormat = Field(default="csv", description="Comma-separated values, JSON Lines, or a workbook.")
    sort: Sort = Field(default="-created_at", description="A leading `-` sorts downwards; nulls come last.")
    bom: bool = Field(
        default=False, description="A byte order mark before the CSV, by which spreadsheets know that it is UTF-8."
    )


@dataclass(frozen=True)
class Export:
    """An export that can be carried out; `body` may be read once."""

    query: ExportQuery
    columns: Columns
    ids: IO[bytes]

    @property
    def filename(self) -> str:
        """`products-2026-11-21.csv`, by the day in UTC."""
        return f"products-{datetime.now(UTC):%Y-%m-%d}.{self.query.format}"

    def body(self) -> Generator[bytes]:
        """The file's bytes; opens a short transaction for each page, because a client may take its time."""
        headers = self.columns.headers
        with self.ids:
            self.ids.seek(0)
            match self.query.format:
                case "csv":
                    yield (BYTE_ORDER_MARK if self.query.bom else b"") + csv_header(headers)
                    yield from self._lines(repository.csv_lines(self._where, self.columns), b"\r\n")
                case "jsonl":
                    yield from self._lines(repository.json_lines(self._where, self.columns), b"\n")
                case "xlsx":
                    yield from workbook.workbook_bytes(headers, self._rows())

    def _lines(self, lines: repository.Lines, line_end: bytes) -> Iterator[bytes]:
        def write(wanted: list[int], page: Page) -> None:
            with transaction() as session:
                read(session, lambda there: write_from(there, wanted, page))

        def write_from(there: Session, wanted: list[int], page: Page) -> None:
            page.seek(0)
            page.truncate()
            # Not `writelines`, which looks at the end alone whether the page has become too long for memory.
            for block in blocks(lines.read(there, wanted), line_end):
                page.write(block)

        return read_ahead(self._wanted(LINES_AT_ONCE), write)

    def _rows(self) -> Iterator[list[list[Cell]]]:
        for wanted in self._wanted(CELLS_AT_ONCE):
            yield self.columns.rows(self._products(wanted))

    def _products(self, wanted: list[int]) -> list[ExportedProduct]:
        with transaction() as session:
            return read(session, lambda there: repository.products(there, self._where, wanted))

    def _wanted(self, most: int) -> Iterator[list[int]]:
        """The ids in their order, so many at once."""
        while page := self.ids.read(most * repository.ID_BYTES):
            some = array("q", page)
            if sys.byteorder == "little":
                some.byteswap()
            yield some.tolist()

    @property
    def _where(self) -> repository.Conditions:
        # Asked again: what has gone to the trash meanwhile must not come back by an import.
        return conditions(self.query, PRODUCTS)


def prepare(session: Session, query: ExportQuery) -> Export:
    """Settle the products and the columns; raises Invalid for what the format cannot hold."""
    return read(session, lambda there: _settle(there, query))


def _settle(session: Session, query: ExportQuery) -> Export:
    where = conditions(query, PRODUCTS)
    names = repository.attribute_names(session, where, MOST_COLUMNS)
    columns = Columns(names, trashed=query.trashed is not None)
    if len(columns.headers) > MOST_COLUMNS:
        raise _too_wide()
    with ExitStack() as stack:
        ids = stack.enter_context(tempfile.TemporaryFile())
        order = Order(query.sort)
        found = everything(sources(session).parts(query, order), order)
        for some in repository.ids(session, found):
            ids.write(some)
        if query.format == "xlsx":
            _check_workbook(session, query, columns, ids.tell() // repository.ID_BYTES)
        # From here on `body` closes it.
        stack.pop_all()
        return Export(query, columns, ids)


def _check_workbook(session: Session, query: ExportQuery, columns: Columns, count: int) -> None:
    if count > workbook.MOST_ROWS:
        detail = f"A workbook holds {workbook.MOST_ROWS:,} products, and these are {count:,}. {_INSTEAD}"
        raise Invalid("export_too_many_rows", detail)
    for header in columns.headers:
        if fault := workbook.fault_of(header):
            raise Invalid("export_header_unfit", f"The name of the attribute `{header[:100]}` {fault}. {_INSTEAD}")
    where, length = conditions(query, PRODUCTS), workbook.MOST_CHARACTERS // 2 - 1
    suspects = repository.suspect_texts(session, where, workbook.CONTROL, length)
    for product_id, sku, field, text in suspects:
        if fault := workbook.fault_of(text):
            raise _cell_unfit(product_id, sku, field, fault)


_INSTEAD = "Export `format=csv` or `format=jsonl`, or narrow the list with its filters."


def _cell_unfit(product_id: int, sku: str, field: str, fault: str) -> Invalid:
    message = f"`{field}` of product {product_id} (SKU `{sku}`) {fault}."
    error = FieldError(field=field, code="export_cell_unfit", message=message)
    extra = {"product": {"id": product_id, "sku": sku, "field": field}}
    return Invalid(
        "export_cell_unfit",
        f"{message} Change it, or export `format=csv` or `format=jsonl`.",
        errors=[error],
        extra=extra,
    )


def _too_wide() -> Invalid:
    detail = (
        f"These products have more than {MOST_COLUMNS - len(COLUMNS):,} different attributes; a table with so many "
        "columns could not be imported again. Narrow the list with its filters and export it in parts."
    )
    return Invalid("export_too_many_columns", detail)
