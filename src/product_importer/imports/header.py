"""Which of the first rows of a table names its columns, and how many of its columns are any."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Cells = Sequence[str]
IsKnownHeader = Callable[[str], bool]

_LOOKED_AT = 30
"""Titles and notes above a table are few."""

_NAME_CHARACTERS = 60
_SURE = 2
"""So many names of fields in one row are no chance."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How many columns a table has, and how many blank cells its rows have behind them at most."""

    columns: int
    padding: int


def find_header(rows: Sequence[Cells], is_known_header: IsKnownHeader) -> int:
    """The place of the header among the rows of a table's beginning.

    It is the first row about as full as rows are here, unless it names no field or comes later than a row that names
    several.
    """
    usual = median([_filled(row) for row in rows])
    begin = rows[:_LOOKED_AT]
    full = next((place for place, row in enumerate(begin) if _filled(row) * 2 >= usual and _filled(row)), 0)
    sure = next((place for place, row in enumerate(begin) if _known(row, is_known_header) >= _SURE), full)
    return min(full, sure) if _known(rows[full], is_known_header) else sure


def shape_of(header: Cells, rows: Sequence[Cells]) -> Shape:
    """The columns are those that have a name or, in rows no wider than the header, a value.

    Blank cells behind the header's end are padding where most rows have them: in single rows they are faults.
    """
    named = _extent(header)
    used = max((_extent(row) for row in rows if len(row) <= len(header)), default=0)
    columns = max(named, used, 1)
    wider = [len(row) for row in rows if len(row) > len(header) and _extent(row) <= len(header)]
    widest = max(wider) if len(wider) * 2 > len(rows) else len(header)
    return Shape(columns, widest - columns)


def known_fields(header: Cells, is_known_header: IsKnownHeader) -> int:
    """How many of the header's cells name a field, each name counted once."""
    return _known(header, is_known_header)


def evidence_of_header(line: int, header: Cells, is_known_header: IsKnownHeader) -> str:
    """The sentence that says why the header is in `line`, which counts from 1."""
    names = [f"`{cell.strip()}`" for cell in header if len(cell) <= _NAME_CHARACTERS and is_known_header(cell)][:3]
    if names:
        return f"Header in line {line}: it names {', '.join(names)}."
    if line > 1:
        return f"Header in line {line}: the first line with about as many cells as the rows below."
    return "Header in line 1: nothing speaks for another line."


def _filled(row: Cells) -> int:
    return sum(1 for cell in row if cell.strip())


def _extent(row: Cells) -> int:
    return max((place for place, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _known(row: Cells, is_known_header: IsKnownHeader) -> int:
    names = [cell for cell in row if len(cell) <= _NAME_CHARACTERS]
    return len({cell.strip().casefold() for cell in names if is_known_header(cell)})
