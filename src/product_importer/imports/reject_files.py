r"""The CSV of rejects: each rejected row behind its position and reason, to be mended and uploaded again.

A broken row must not break the file it is listed in, nor swallow the rows behind it in a spreadsheet. So every row is
written anew, one cell for each of its own: a cell whose quotes are in order gives its value, any other its text as it
stands, quotes included, up to the next delimiter. So nothing of it is lost, and every row is a row.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import RowMapping

from product_importer.imports.dialect import Dialect
from product_importer.imports.file_format import Format

IMPORT_COLUMN = "_import"
POSITION_COLUMNS = ("_row", "_line", "_column", "_code", "_message", IMPORT_COLUMN)
# A spreadsheet takes a file without this mark for one in its country's old encoding.
BYTE_ORDER_MARK = "\ufeff".encode()


def dialect_of(file_format: Format) -> Dialect:
    """How the rejects of such a file are kept: in its own dialect, or with commas where the file has none."""
    return file_format.dialect if file_format.format == "csv" else Dialect(",")


def reject_filename(source: str) -> str:
    """What the rejects of a file with this name are called."""
    stem = re.sub(r"(\.(csv|tsv|txt|xlsx|jsonl|ndjson|parquet|gz|zip|zst))+$", "", source, flags=re.IGNORECASE)
    return f"rejects-{stem}.csv"


def header_line(keys: Sequence[str], dialect: Dialect) -> bytes:
    """The first line of the file."""
    return _line([*POSITION_COLUMNS, *keys], dialect.delimiter).encode()


def reject_lines(import_id: UUID, rejects: Iterable[RowMapping], dialect: Dialect) -> bytes:
    """The lines of some rejects."""
    return "".join(_line(_cells(import_id, reject, dialect), dialect.delimiter) for reject in rejects).encode()


def cells_of(original: str, dialect: Dialect) -> list[str]:
    """The cells of a rejected row, whatever is wrong with it."""
    cells, position = [], 0
    pattern = _cell_pattern(dialect)
    while True:
        found = pattern.match(original, position)
        assert found is not None, "the pattern matches any text"
        cells.append(_value(found, dialect))
        if found.end() >= len(original):
            return cells
        position = found.end() + 1


def _cells(import_id: UUID, reject: RowMapping, dialect: Dialect) -> list[object]:
    position = [reject["row"], reject["line"], reject["column"] or "", reject["code"], reject["message"], import_id]
    return [*position, *cells_of(reject["original"], dialect)]


def _line(cells: Sequence[object], delimiter: str) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()


def _cell_pattern(dialect: Dialect) -> re.Pattern[str]:
    quote, delimiter = re.escape(dialect.quote), re.escape(dialect.delimiter)
    escaped = rf"{re.escape(dialect.escape)}[{_meant(dialect)}]|" if dialect.escape else ""
    inside = rf"{quote}(?P<quoted>(?:{escaped}{quote}{quote}|[^{quote}])*+){quote}(?={delimiter}|\Z)"
    return re.compile(rf"{inside}|(?P<plain>(?:{escaped}[^{delimiter}])*)")


def _value(found: re.Match[str], dialect: Dialect) -> str:
    quoted = found["quoted"]
    text = found["plain"] if quoted is None else quoted.replace(dialect.quote * 2, dialect.quote)
    if dialect.escape is None:
        return text
    return re.sub(rf"{re.escape(dialect.escape)}([{_meant(dialect)}])", r"\1", text)


def _meant(dialect: Dialect) -> str:
    """The characters that an escape takes the meaning from."""
    return "".join(re.escape(character) for character in (dialect.quote, dialect.delimiter, dialect.escape or ""))
