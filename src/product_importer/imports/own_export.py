"""Files that this product has written itself, known by their columns: they come back as they were meant."""

from collections.abc import Collection
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from product_importer.core.spreadsheet_text import MARK, MARKED
from product_importer.imports.file_format import Format
from product_importer.imports.records import Records
from product_importer.products.export_columns import COLUMNS, TRASHED_COLUMN

_TELLING = {"id", "sku", "name", "created_at", "updated_at"}
_FOR_READING = {"id", "created_at", "updated_at", TRASHED_COLUMN}
_FIRST_LINE = ",".join(COLUMNS).encode()
_ENDS_OF_NAME = (b",", b"\r", b"\n", b"")


def is_own(headers: Collection[str]) -> bool:
    """Whether these are the columns of an export of this product."""
    return set(headers) >= _TELLING


def ignored(keys: Collection[str]) -> set[str]:
    """The columns that an export has for people to read, and those that begin with `_`."""
    own = is_own(keys)
    return {key for key in keys if key.startswith("_") or (own and key in _FOR_READING)}


def is_own_text(text: bytes) -> bool:
    """Whether delimited text, without byte order mark, begins as an export does that nobody has written anew."""
    end = len(_FIRST_LINE)
    return text.startswith(_FIRST_LINE) and text[end : end + 1] in _ENDS_OF_NAME


def as_meant(records: Records, file_format: Format) -> Records:
    """The records without the marks that an export put before cells which a spreadsheet would run."""
    if file_format.format not in ("csv", "xlsx") or not is_own(file_format.keys):
        return records
    columns = [_without_marks(column) for column in records.columns]
    return _Unmarked(columns, records.rows, records.lines, records)


@dataclass(frozen=True, slots=True)
class _Unmarked(Records):
    written: Records

    def original(self, index: int) -> str:
        """The record as it stands in the file, marks included: a mended reject is read like the file."""
        return self.written.original(index)


def _without_marks(cells: pa.Array) -> pa.Array:
    if not pc.any(pc.starts_with(cells, pattern=MARK)).as_py():
        return cells
    return pc.replace_substring_regex(cells, pattern=f"^{MARK}({MARKED})", replacement=r"\1", max_replacements=1)
