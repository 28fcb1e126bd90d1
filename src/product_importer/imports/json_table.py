"""JSON objects as the rows of a table, whose columns are the keys of the sample."""

from collections.abc import Iterable, Iterator, Sequence

from product_importer.imports.cell_blocks import CellRecord
from product_importer.imports.csv_faults import Fault
from product_importer.imports.json_objects import Found, cell_text, is_array, objects_of_array, objects_of_lines
from product_importer.imports.records import RejectCode


def json_objects(blocks: Iterable[bytes]) -> Iterator[Found]:
    """The objects of JSON text of either kind; `blocks` are UTF-8 without byte order mark."""
    stream = iter(blocks)
    head = b""
    while len(head.lstrip()) < 64 and (block := next(stream, b"")):
        head += block
    rest = _chained(head, stream)
    return objects_of_array(rest) if is_array(head) else objects_of_lines(rest)


def keys_of(found: Iterable[Found]) -> list[str]:
    """Every key that occurs and is text, trimmed, in the order in which they first do."""
    keys: dict[str, None] = {}
    for one in found:
        keys.update(dict.fromkeys(key.strip() for key in one.value or ()))
    return [key for key in keys if "\0" not in key and not _holds_surrogates(key)]


def cell_records(found: Iterable[Found], headers: Sequence[str]) -> Iterator[CellRecord]:
    """A record for each object, its cells in the order of `headers`; a key that is none of them is a fault."""
    places = {header: place for place, header in enumerate(headers)}
    for one in found:
        yield _record(one, places) if one.value is not None else _broken(one)


def _chained(head: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield head
    yield from rest


def _record(found: Found, places: dict[str, int]) -> CellRecord:
    cells = [""] * len(places)
    unknown = []
    for key, value in (found.value or {}).items():
        place = places.get(key.strip())
        if place is None or cells[place]:
            unknown += [key] if value is not None else []
            continue
        try:
            cells[place] = cell_text(value)
        except RecursionError:
            return _broken(found._replace(problem="it is nested too deeply"))
    if unknown:
        beyond = [cell_text((found.value or {})[key]) for key in unknown]
        return CellRecord(found.line, cells + beyond, _unknown(unknown))
    return CellRecord(found.line, cells, _undecodable(cells))


def _broken(found: Found) -> CellRecord:
    message = f"This line is no JSON object: {found.problem}. Correct it."
    return CellRecord(found.line, [found.text], Fault(RejectCode.JSON_INVALID, message))


def _unknown(keys: Sequence[str]) -> Fault:
    message = f"The key `{keys[0]}` is none of the columns, which are the keys of the file's beginning, each once."
    return Fault(RejectCode.TOO_MANY_FIELDS, f"{message} Give it to an object near the beginning, or take it away.")


def _undecodable(cells: Sequence[str]) -> Fault | None:
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:
        field = next(place for place, cell in enumerate(cells) if _holds_surrogates(cell))
        message = f"Field {field + 1} holds bytes or escapes that are no text. Write the value again."
        return Fault(RejectCode.UNDECODABLE, message, field)
    return None


def _holds_surrogates(cell: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in cell)
