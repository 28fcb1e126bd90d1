"""Objects out of JSON text, one a line or in one array, with every number as it is written."""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from product_importer.imports import errors
from product_importer.imports.csv_faults import MAX_RECORD_BYTES
from product_importer.imports.plain_numbers import Number

# A byte that is no UTF-8 becomes a lone surrogate, which no text has: it costs its record alone.
_DAMAGED = "surrogateescape"
_SPACES = re.compile("[ \t\r\n]+")


class Found(NamedTuple):
    """What stands at a line (from 1): an object, or why there is none, and the text as far as it is kept."""

    line: int
    value: dict[str, Any] | None
    problem: str = ""
    text: str = ""


class _Unfit(ValueError):
    pass


def is_array(text: bytes) -> bool:
    """Whether JSON text is one array of objects, by how it begins."""
    begin = text.lstrip()
    return begin.startswith(b"[") and begin[1:].lstrip()[:1] in (b"{", b"]")


def objects_of_lines(blocks: Iterable[bytes]) -> Iterator[Found]:
    """One object for each line that is not blank."""
    for number, line in enumerate(_lines(blocks), start=1):
        if len(line) > MAX_RECORD_BYTES:
            text = line[:MAX_RECORD_BYTES].decode("utf-8", _DAMAGED)
            yield Found(number, None, "it is longer than 1 MiB", text)
        elif line.strip():
            yield _parsed(number, line.decode("utf-8", _DAMAGED))


def objects_of_array(blocks: Iterable[bytes]) -> Iterator[Found]:
    """The objects of one array; raises ProblemError where it is broken, for nothing tells where the next begins."""
    return _Array(blocks).objects()


def cell_text(value: Any) -> str:
    """A value as the text of a cell: null is blank, arrays and objects stay JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else _json(value)


def _lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for block in blocks:
        *lines, rest = (rest + block).split(b"\n")
        yield from lines
        if len(rest) > 2 * MAX_RECORD_BYTES:
            # What is cut off here is not needed: the line is too long already.
            rest = rest[: MAX_RECORD_BYTES + 1]
    if rest:
        yield rest


def _parsed(line: int, text: str) -> Found:
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        return Found(line, None, f"{error.msg} at character {error.pos + 1}", text)
    except (_Unfit, RecursionError) as error:
        return Found(line, None, str(error), text)
    if not isinstance(value, dict):
        return Found(line, None, "it holds something else", text)
    return Found(line, value, text=text)


class _Array:
    def __init__(self, blocks: Iterable[bytes]) -> None:
        decoder = codecs.getincrementaldecoder("utf-8")(_DAMAGED)
        self._texts = (decoder.decode(block) for block in blocks)
        self._text = ""
        self._position = 0
        self._line = 1

    def objects(self) -> Iterator[Found]:
        self._expect("[")
        if self._next() == "]":
            return
        while True:
            yield Found(self._line, self._object())
            if self._next() == "]":
                break
            self._expect(",")
        self._skip(self._position + 1)
        if self._next():
            raise errors.broken_json(self._line, "text follows the end of the list")

    def _expect(self, character: str) -> None:
        if self._next() != character:
            raise errors.broken_json(self._line, f"`{character}` is missing")
        self._skip(self._position + 1)
        self._next()

    def _next(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            spaces = _SPACES.match(self._text, self._position)
            self._skip(spaces.end() if spaces else self._position)
            if self._position < len(self._text):
                return self._text[self._position]
            if not self._more():
                return ""

    def _object(self) -> dict[str, Any]:
        if self._next() != "{":
            raise errors.broken_json(self._line, "an object is missing")
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._position)
            except (ValueError, RecursionError) as error:
                too_long = len(self._text) - self._position > MAX_RECORD_BYTES
                if too_long or isinstance(error, _Unfit) or not self._more():
                    raise errors.broken_json(self._line, "an object is not well formed") from error
            else:
                self._skip(end)
                found: dict[str, Any] = value
                return found

    def _skip(self, position: int) -> None:
        self._line += self._text.count("\n", self._position, position)
        self._position = position

    def _more(self) -> bool:
        for text in self._texts:
            if text:
                self._text, self._position = self._text[self._position :] + text, 0
                return True
        return False


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Unfit(f"the key `{next(name for name in names if names.count(name) > 1)}` occurs twice")
    return members


def _no_number(written: str) -> None:
    raise _Unfit(f"{written} is no number")


def _json(value: Any) -> str:
    """JSON text; numbers came as text and go as they came."""
    match value:
        case Number():
            return str(value)
        case dict():
            return (
                "{"
                + ", ".join(f"{json.dumps(key, ensure_ascii=False)}: {_json(one)}" for key, one in value.items())
                + "}"
            )
        case list():
            return "[" + ", ".join(map(_json, value)) + "]"
        case _:
            return json.dumps(value, ensure_ascii=False)


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_float=Number, parse_int=Number, parse_constant=_no_number)
