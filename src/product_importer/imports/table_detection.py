"""What an uploaded workbook or Parquet file holds."""

from collections.abc import Iterable, Sequence
from itertools import islice

import pyarrow as pa

from product_importer.imports import errors
from product_importer.imports.aliases import is_known_header
from product_importer.imports.delimiter import header_line_of
from product_importer.imports.detected import Detected, refuse_overrides
from product_importer.imports.file_format import Compression, FormatOverrides
from product_importer.imports.file_kind import OpenStream
from product_importer.imports.header import evidence_of_header, find_header
from product_importer.imports.parquet_table import open_parquet
from product_importer.imports.plain_numbers import Number
from product_importer.imports.sampling import check_width
from product_importer.imports.seekable import seekable
from product_importer.imports.workbook import Workbook
from product_importer.imports.worksheet import SheetRow, sheet_rows

SAMPLE_ROWS = 1_000
SAMPLE_CELLS = 1_000_000
_HEADER_ROWS = 100
_STRAY_SHARE = 20


def detect_workbook(open_stream: OpenStream, compression: Compression | None, overrides: FormatOverrides) -> Detected:
    """The table of the first sheet that has rows, or of the one a person chose; raises ProblemError."""
    refuse_overrides(overrides, "XLSX", "encoding", "delimiter", "quote", "escape")
    with open_stream() as stored, seekable(stored, compression) as stream, Workbook(stream) as workbook:
        workbook.load()
        sheet, rows = _chosen_sheet(workbook, overrides.sheet)
        share = workbook.share_read
        whole = share >= 1 and len(rows) <= SAMPLE_ROWS
    place, header_line = _header(rows, overrides)
    body = [row.cells for row in rows[place + 1 :]]
    headers = _headers(rows[place].cells, body)
    evidence = (
        f"Header in line {header_line}, because you chose it."
        if overrides.header_line
        else evidence_of_header(header_line, headers, is_known_header)
    )
    chosen = "because you chose it" if overrides.sheet else "the first with rows"
    return Detected(
        written={
            "format": "xlsx",
            "compression": compression,
            "header_line": header_line,
            "sheet": sheet,
            "sheets": workbook.sheets,
        },
        headers=headers,
        columns=_columns(body, len(headers)),
        rows_estimate=len(body) if whole else max(len(body), round(len(body) / max(share, 1e-9))),
        evidence=[f"Workbook: sheet `{sheet}`, {chosen}, of {len(workbook.sheets)}.", evidence],
    )


def detect_parquet(open_stream: OpenStream, compression: Compression | None, overrides: FormatOverrides) -> Detected:
    """The columns of a Parquet file; raises ProblemError."""
    refuse_overrides(overrides, "Parquet", "encoding", "delimiter", "quote", "escape", "header_line", "sheet")
    with open_stream() as stored, seekable(stored, compression) as stream, open_parquet(stream, SAMPLE_ROWS) as table:
        names, rows = table.names, table.rows
        check_width(len(names))
        sample = next(iter(table), None)
        columns = sample.columns if sample else [pa.array([], pa.string()) for _ in names]
        cells = [_typed(*column) for column in zip(columns, table.numbers, strict=True)]
    return Detected(
        written={"format": "parquet", "compression": compression, "header_line": 0},
        headers=names,
        columns=cells,
        rows_estimate=rows if names else 0,
        evidence=[f"Parquet: {len(names)} columns, {rows:,} rows."],
    )


def _typed(column: pa.Array, number: bool) -> list[str]:
    kind = Number if number else str
    return [kind(cell or "") for cell in column.to_pylist()]


def _chosen_sheet(workbook: Workbook, wanted: str | None) -> tuple[str, list[SheetRow]]:
    if wanted is not None and wanted not in workbook.sheets:
        raise errors.no_such_sheet(wanted, workbook.sheets)
    for sheet in [wanted] if wanted is not None else workbook.sheets:
        if rows := _sampled(islice(sheet_rows(workbook, sheet), SAMPLE_ROWS + 1)):
            return sheet, rows
    raise errors.empty_file()


def _sampled(rows: Iterable[SheetRow]) -> list[SheetRow]:
    """The first rows, as many as there is room for: a cell far to the right makes a row long."""
    sample: list[SheetRow] = []
    cells = 0
    for row in rows:
        sample.append(row)
        cells += len(row.cells)
        if cells > SAMPLE_CELLS:
            break
    return sample


def _header(rows: Sequence[SheetRow], overrides: FormatOverrides) -> tuple[int, int]:
    """The place of the header among the rows, and its row number in the sheet."""
    wanted = header_line_of(overrides)
    if wanted is None:
        place = find_header([row.cells for row in rows[:_HEADER_ROWS]], is_known_header)
    else:
        later = (place for place, row in enumerate(rows) if row.number >= wanted)
        place = next(later, -1)
    if place < 0:
        raise errors.no_such_header_line(wanted or 1)
    return place, rows[place].number


def _headers(header: Sequence[str], body: Sequence[Sequence[str]]) -> list[str]:
    """A header for each column that has a name, or a value in more than a few stray rows."""
    extents = sorted((_extent(row) for row in body), reverse=True)
    used = extents[len(extents) // _STRAY_SHARE] if extents else 0
    width = max(_extent(header), used)
    check_width(width)
    return [*header[:width], *[""] * (width - len(header))]


def _extent(cells: Iterable[str]) -> int:
    return max((place for place, cell in enumerate(cells, start=1) if cell.strip()), default=0)


def _columns(body: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    return [[row[place] if place < len(row) else "" for row in body] for place in range(width)]
