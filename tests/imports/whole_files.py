"""Whole files looked at, mapped, read and checked as an import does it, without a database."""

import io
from dataclasses import dataclass
from typing import Any

import openpyxl

from product_importer.imports.detection import Format, FormatOverrides, detect
from product_importer.imports.mapping import resolve
from product_importer.imports.options import ImportOptions
from product_importer.imports.records import Reject
from product_importer.imports.sources import open_source
from product_importer.imports.suggestion import suggest
from product_importer.imports.validation import validate

FIELDS = ("sku", "name", "description", "price", "active", "attributes")


@dataclass(frozen=True)
class Reading:
    """What came of a file: its format, the good rows with their fields, and the rejects."""

    format: Format
    rows: list[dict[str, Any]]
    rejects: list[Reject]

    @property
    def catalogue(self) -> list[tuple[Any, ...]]:
        """The fields of each row; a field that the file does not have is None."""
        return [tuple(row.get(field) for field in FIELDS) for row in self.rows]

    @property
    def places(self) -> list[tuple[int, int, str | None, str]]:
        """Where each reject stands in the file, and its code."""
        return sorted((one.row, one.line, one.column, one.code.value) for one in self.rejects)


def looked_at(data: bytes, filename: str = "catalogue", **overrides: Any) -> Format:
    """The format of a file, as after its upload."""
    return detect(lambda: io.BytesIO(data), filename, FormatOverrides(**overrides))


def read(
    data: bytes,
    given: dict[str, str | None] | None = None,
    options: ImportOptions | None = None,
    **overrides: Any,
) -> Reading:
    """A file with the suggested mapping, apart from what is `given` or overridden."""
    options = options or ImportOptions()
    found = Format.model_validate_json(looked_at(data, **overrides).model_dump_json())
    mapping = resolve(found.columns, suggest(found.columns), given)
    reading = Reading(found, [], [])
    source = open_source(io.BytesIO(data), found, options.number_format)
    for block in source:
        outcome = validate(block.records, mapping, options, None, found.number_format)
        assert outcome.table.num_rows + len(outcome.rejects) == len(block.records)
        reading.rows.extend(outcome.table.to_pylist())
        reading.rejects.extend([*block.rejects, *outcome.rejects])
    assert 0 <= source.stored_bytes_read <= len(data)
    return reading


def workbook(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    """An XLSX file with these sheets of rows."""
    book = openpyxl.Workbook(write_only=True)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
