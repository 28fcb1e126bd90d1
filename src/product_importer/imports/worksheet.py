"""The rows of a sheet of a workbook as text, one after the other."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from product_importer.imports import errors
from product_importer.imports.sheet_numbers import PLAIN, styled_number
from product_importer.imports.workbook import Attributes, Workbook, local, unescaped

MAX_PLACE = 1 << 14
"""The columns a sheet can have."""

_MAX_CELL_CHARACTERS = 1 << 20


class SheetRow(NamedTuple):
    """A row's number in the sheet from 1, and its cells as far as there are any."""

    number: int
    cells: list[str]


def sheet_rows(workbook: Workbook, name: str) -> Iterator[SheetRow]:
    """The rows of a sheet in which any cell holds more than white space; the workbook must be loaded."""
    rows = _Rows(workbook)
    for _ in workbook.parse_sheet(name, rows.handle):
        yield from rows.taken()


class _Rows:
    def __init__(self, workbook: Workbook) -> None:
        self._texts, self._styles, self._since_1904 = workbook.texts, workbook.styles, workbook.since_1904
        self._rows: list[SheetRow] = []
        self._cells: list[str] = []
        self._number = 0
        self._place = 0
        self._kind: str | None = None
        self._style = ""
        self._parts: list[str] = []
        self._taking = False
        self._phonetic = False
        self._length = 0

    def handle(self, parser: expat.XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def taken(self) -> list[SheetRow]:
        """The rows that are complete since the last call."""
        taken, self._rows = self._rows, []
        return taken

    def _start(self, name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind == "c":
            self._begin_cell(attributes)
        elif kind in ("v", "t"):
            self._taking = not self._phonetic
        elif kind == "row":
            self._number = _number(attributes.get("r"), self._number + 1)
            self._cells, self._place = [], 0
        elif kind == "rPh":
            self._phonetic = True

    def _begin_cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r")
        self._place = _place(reference.rstrip("0123456789")) if reference else self._place + 1
        self._kind, self._style = attributes.get("t"), attributes.get("s", "")
        self._parts.clear()
        self._length = 0

    def _text(self, text: str) -> None:
        if self._taking:
            self._length += len(text)
            if self._length > _MAX_CELL_CHARACTERS:
                raise errors.broken_workbook()
            self._parts.append(text)

    def _end(self, name: str) -> None:
        kind = local(name)
        if kind in ("v", "t"):
            self._taking = False
        elif kind == "c":
            if self._parts:
                self._put(self._cell("".join(self._parts)))
        elif kind == "row":
            if any(cell.strip() for cell in self._cells):
                self._rows.append(SheetRow(self._number, self._cells))
            self._cells = []
        elif kind == "rPh":
            self._phonetic = False

    def _put(self, cell: str) -> None:
        if self._place > len(self._cells):
            self._cells += [""] * (self._place - len(self._cells))
        self._cells[self._place - 1] = cell

    def _cell(self, written: str) -> str:
        match self._kind:
            case "s":
                return self._texts[_number(written, -1)]
            case "b":
                return {"1": "true", "0": "false"}.get(written, written)
            case None | "n":
                style = self._styles[int(self._style)] if self._has_style() else PLAIN
                return styled_number(written, style, since_1904=self._since_1904)
            case _:
                return unescaped(written)

    def _has_style(self) -> bool:
        return self._style.isdecimal() and int(self._style) < len(self._styles)


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written is not None and written.isdecimal() and len(written) < 10 else otherwise


@lru_cache(1024)
def _place(letters: str) -> int:
    """The column that a reference such as `AB12` names by its letters, from 1."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
        if not "A" <= letter <= "Z" or place > MAX_PLACE:
            raise errors.broken_workbook()
    if not place:
        raise errors.broken_workbook()
    return place
