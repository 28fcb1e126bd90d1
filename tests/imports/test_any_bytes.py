"""No bytes whatever make looking at a file or reading it fail in any other way than with a problem that says why."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from product_importer.core.errors import ProblemError
from product_importer.imports.detection import Format
from tests.examples import examples
from tests.imports.whole_files import looked_at, read, workbook

pytestmark = pytest.mark.usefixtures("parquet_in_this_process")

ROWS = [{"sku": f"A-{number}", "name": f"Größe {number}", "price": number / 4} for number in range(40)]


def zipped(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("catalogue.csv", data)
    return stream.getvalue()


def parquet() -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(ROWS), stream)
    return stream.getvalue()


CSV = "\ufeffsku;name;price\n" + "".join(f'{row["sku"]};"{row["name"]}";{row["price"]}\n' for row in ROWS)
FILES: dict[str, bytes] = {
    "csv": CSV.encode(),
    "utf-16": CSV.encode("utf-16-le"),
    "gzip": gzip.compress(CSV.encode()),
    "zstd": zstd.compress(CSV.encode()),
    "zip": zipped(CSV.encode()),
    "json lines": "".join(json.dumps(row) + "\n" for row in ROWS).encode(),
    "json array": json.dumps(ROWS, indent=1).encode(),
    "parquet": parquet(),
    "workbook": workbook(("Products", [list(ROWS[0]), *(list(row.values()) for row in ROWS)])),
}
# What decides most: magic numbers, lengths, marks of structure.
PIECES = st.sampled_from(
    [b"", b"\0", b"\xff" * 4, b'"', b"\n", b"\r", b"\\", b"PK\x03\x04", b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"PAR1"]
) | st.binary(max_size=8)


def survives(data: bytes) -> Format | None:
    """The format of the file, read to its end; None where a problem said why not."""
    try:
        found = looked_at(data)
        reading = read(data, given={found.keys[0]: "sku"})
    except ProblemError as problem:
        refusal = problem
    else:
        # PostgreSQL takes no NUL, in text or in JSON; and what cannot be encoded could not be sent.
        stored = "".join(text for one in reading.rejects for text in (one.original, one.message)).encode()
        assert b"\0" not in stored
        assert "\\u0000" not in found.model_dump_json().replace("\\\\", "")
        return found
    assert refusal.code
    assert refusal.detail.endswith((".", "*"))
    return None


@settings(max_examples=examples(300), deadline=None)
@given(st.binary(max_size=300) | st.lists(PIECES, max_size=30).map(b"".join))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    survives(data)


def damaged(file: bytes) -> st.SearchStrategy[bytes]:
    """The file with pieces of it replaced, and perhaps cut off."""
    edits = st.lists(st.tuples(st.integers(0, len(file)), st.integers(0, 6), PIECES), max_size=4)
    return st.builds(cut, st.just(file), edits, st.integers(0, len(file)) | st.just(len(file)))


def cut(file: bytes, edits: list[tuple[int, int, bytes]], length: int) -> bytes:
    for position, dropped, piece in edits:
        file = file[:position] + piece + file[position + dropped :]
    return file[:length]


@settings(max_examples=examples(700), deadline=None)
@given(st.sampled_from(sorted(FILES)).flatmap(lambda name: damaged(FILES[name])))
def test_damaged_files_of_every_kind_are_read_or_refused_with_a_reason(data: bytes) -> None:
    survives(data)


def rewritten(edit: Callable[[str, bytes], bytes]) -> bytes:
    """The workbook with the parts that `edit` changes, packed properly again."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(FILES["workbook"])) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, edit(name, source.read(name)))
    return stream.getvalue()


PARTS = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"]
MARKUP = st.sampled_from(
    [b"<", b">", b'"', b"<c r='ZZZZ9'>", b"<v>", b"t='s'", b"&lol;", b"99999999999", b"<!DOCTYPE x>"]
)


@settings(max_examples=examples(400), deadline=None)
@given(st.sampled_from([*PARTS, "xl/worksheets/sheet1.xml"]), st.floats(0, 1), st.integers(0, 9), PIECES | MARKUP)
def test_workbooks_with_damaged_parts_are_read_or_refused_with_a_reason(
    part: str, place: float, dropped: int, piece: bytes
) -> None:
    def edit(name: str, content: bytes) -> bytes:
        position = round(place * len(content))
        return content[:position] + piece + content[position + dropped :] if name == part else content

    survives(rewritten(edit))


def test_the_files_that_are_damaged_here_are_good_before() -> None:
    assert {name: (found := survives(file)) and found.rows_estimate for name, file in FILES.items()} == dict.fromkeys(
        FILES, 40
    )
