"""The parts of an XLSX workbook (ECMA-376) that its sheets share, read while streaming: names, texts and styles."""

import re
import zipfile
from array import array
from collections.abc import Callable, Iterator
from functools import lru_cache
from types import TracebackType
from typing import BinaryIO, Self
from xml.parsers import expat

from product_importer.imports import errors
from product_importer.imports.compression import RATIO_CAP, RATIO_FREE_BYTES, check_readable, damage_refused
from product_importer.imports.sheet_numbers import NumberStyle, number_style

MAX_TEXT_BYTES = 1 << 28
_MAIN_PART = "xl/workbook.xml"
_BLOCK_BYTES = 1 << 16
_MAX_SHEETS = 1_000
_MAX_STYLES = 100_000
_ESCAPED = re.compile(r"_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")

Attributes = dict[str, str]


class Workbook:
    """An open workbook. `sheets` has the names of its sheets of cells in their order; raises ProblemError."""

    def __init__(self, stream: BinaryIO) -> None:
        with damage_refused():
            self._archive = zipfile.ZipFile(stream)
        targets = self._relations()
        found = self._read_main_part()
        parts = {name: targets[relation] for name, relation in found if relation in targets}
        self._parts = {name: part for name, part in parts.items() if self._has(part)}
        self.sheets = list(self._parts)
        self.share_read = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def load(self) -> None:
        """Read the texts and styles that cells refer to."""
        self.texts = _SharedTexts()
        if self._has("xl/sharedStrings.xml"):
            self._parse("xl/sharedStrings.xml", self.texts.handle)
        styles = _Styles()
        if self._has("xl/styles.xml"):
            self._parse("xl/styles.xml", styles.handle)
        self.styles = styles.number_styles()

    def parse_sheet(self, name: str, handle: Callable[[expat.XMLParserType], None]) -> Iterator[None]:
        """Feed a sheet to a parser that `handle` has prepared, block by block; `share_read` counts along, to 1."""
        part = self._parts[name]
        size = max(self._archive.getinfo(part).file_size, 1)
        fed = 0
        for length in self._blocks(part, handle):
            fed += length
            self.share_read = fed / size
            yield

    def _has(self, part: str) -> bool:
        return part in self._archive.namelist()

    def _relations(self) -> dict[str, str]:
        """The parts that hold cells, by the ids under which the main part names them."""
        targets: dict[str, str] = {}

        def start(name: str, attributes: Attributes) -> None:
            if local(name) == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
                target = attributes.get("Target", "")
                part = target[1:] if target.startswith("/") else f"xl/{target}"
                targets[attributes.get("Id", "")] = part

        self._parse("xl/_rels/workbook.xml.rels", lambda parser: _on_start(parser, start))
        return targets

    def _read_main_part(self) -> list[tuple[str, str]]:
        sheets: list[tuple[str, str]] = []
        self.since_1904 = False

        def start(name: str, attributes: Attributes) -> None:
            if local(name) == "sheet" and len(sheets) < _MAX_SHEETS:
                relation = next((value for key, value in attributes.items() if local(key) == "id"), "")
                sheets.append((attributes.get("name", ""), relation))
            elif local(name) == "workbookPr":
                self.since_1904 = attributes.get("date1904") in ("1", "true")

        self._parse(_MAIN_PART, lambda parser: _on_start(parser, start))
        return sheets

    def _parse(self, part: str, handle: Callable[[expat.XMLParserType], None]) -> None:
        for _ in self._blocks(part, handle):
            pass

    def _blocks(self, part: str, handle: Callable[[expat.XMLParserType], None]) -> Iterator[int]:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        handle(parser)
        try:
            with damage_refused():
                yield from self._fed(part, parser)
        except expat.ExpatError as error:
            raise errors.broken_workbook() from error

    def _fed(self, part: str, parser: expat.XMLParserType) -> Iterator[int]:
        if not self._has(part):
            raise errors.broken_workbook()
        member = self._archive.getinfo(part)
        check_readable(member)
        size = 0
        with self._archive.open(member) as stream:
            while block := stream.read(_BLOCK_BYTES):
                size += len(block)
                if size > RATIO_FREE_BYTES and size > member.compress_size * RATIO_CAP:
                    raise errors.compression_ratio(RATIO_CAP)
                parser.Parse(block)
                yield len(block)
        is_final = True
        parser.Parse(b"", is_final)


class _SharedTexts:
    """The texts that cells refer to by number, kept as one run of bytes: they may be as many as there are cells."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])
        self._parts: list[str] = []
        self._taking = False
        self._phonetic = False

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self._ends) - 1:
            raise errors.broken_workbook()
        return self._bytes[self._ends[number] : self._ends[number + 1]].decode()

    def handle(self, parser: expat.XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def _start(self, name: str, _: Attributes) -> None:
        kind = local(name)
        self._phonetic = self._phonetic or kind == "rPh"
        self._taking = kind == "t" and not self._phonetic

    def _end(self, name: str) -> None:
        kind = local(name)
        self._taking = False
        if kind == "rPh":
            self._phonetic = False
        elif kind == "si":
            self._bytes += unescaped("".join(self._parts)).encode("utf-8", "replace")
            self._ends.append(len(self._bytes))
            self._parts.clear()
            if len(self._bytes) > MAX_TEXT_BYTES:
                raise errors.workbook_too_large()

    def _text(self, text: str) -> None:
        if self._taking:
            self._parts.append(text)


class _Styles:
    """For each style of a cell what its number format makes of a number."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._formats: list[str] = []
        self._in_cells = False

    def handle(self, parser: expat.XMLParserType) -> None:
        _on_start(parser, self._start)
        parser.EndElementHandler = self._end

    def number_styles(self) -> list[NumberStyle]:
        return [number_style(identifier, self._codes.get(identifier, "")) for identifier in self._formats]

    def _start(self, name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif kind == "cellXfs":
            self._in_cells = True
        elif kind == "xf" and self._in_cells and len(self._formats) < _MAX_STYLES:
            self._formats.append(attributes.get("numFmtId", "0"))

    def _end(self, name: str) -> None:
        if local(name) == "cellXfs":
            self._in_cells = False


@lru_cache(1024)
def local(name: str) -> str:
    """An element's name without its prefix."""
    return name.rpartition(":")[2]


def unescaped(text: str) -> str:
    r"""Text in which characters that XML cannot hold were written as `_x000D_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _on_start(parser: expat.XMLParserType, start: Callable[[str, Attributes], None]) -> None:
    parser.StartElementHandler = start


def _refuse_doctype(*_: object) -> None:
    # No workbook declares entities; files that do mean to have them expanded without end.
    raise errors.broken_workbook()
