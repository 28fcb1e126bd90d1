"""Files that somebody makes to bring a reader down, each written in little time and memory.

`scale` is 1 in CI; with 16 one cell has 1 GiB.
"""

import gzip
import io
import json
import secrets
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from backports import zstd

MIB = 1 << 20
BLANK = b"\n" * (16 * MIB)
ROWS = b"sku,name\nA,Mug\n"

Write = Callable[[Path, int], None]

_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_MAIN = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>'
)
_HEADER = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>sku</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>'
)
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _repeated(pack: Callable[[bytes], bytes]) -> Write:
    """As many packed pieces in a row as make 1 GiB and more."""

    def write(path: Path, scale: int) -> None:
        piece = pack(BLANK)
        with path.open("wb") as file:
            for _ in range(64 * scale):
                file.write(piece)

    return write


def _archive(*members: tuple[str, Iterator[bytes] | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            with archive.open(name, "w") as member:
                for block in [content] if isinstance(content, bytes) else content:
                    member.write(block)
    return stream.getvalue()


def _workbook(sheet: str, shared: str = "") -> bytes:
    texts = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{shared}</sst>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "xl/workbook.xml": _MAIN,
        "xl/_rels/workbook.xml.rels": _RELATIONS,
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{_HEADER}{sheet}</sheetData></worksheet>",
        "xl/sharedStrings.xml": shared if shared.startswith("<!DOCTYPE") else texts,
    }
    return _archive(*((name, text.encode()) for name, text in parts.items()))


def _whole(content: Callable[[int], bytes]) -> Write:
    def write(path: Path, scale: int) -> None:
        path.write_bytes(content(scale))

    return write


def _one_cell(before: bytes, after: bytes) -> Write:
    """A cell of 64 MiB, times the scale."""

    def write(path: Path, scale: int) -> None:
        with path.open("wb") as file:
            file.write(before)
            for _ in range(4 * scale):
                file.write(b"0123456789abcdef" * MIB)
            file.write(after)

    return write


def _zip_that_lies(_: int) -> bytes:
    """Its directory says that it holds 10 bytes."""
    data = bytearray(_archive(("catalogue.csv", iter([BLANK] * 16))))
    place = data.rindex(b"PK\x01\x02") + 24
    assert struct.unpack_from("<I", data, place) == (16 * len(BLANK),)
    struct.pack_into("<I", data, place, 10)
    return bytes(data)


def _encrypted(_: int) -> bytes:
    data = bytearray(_archive(("catalogue.csv", ROWS)))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)


def _parquet(table: pa.Table, **options: Any) -> bytes:
    stream = io.BytesIO()
    pq.write_table(table, stream, **options)
    return stream.getvalue()


def _footer_that_lies(_: int) -> bytes:
    data = bytearray(_parquet(pa.table({"sku": ["A"], "name": ["Mug"]})))
    data[-8:-4] = struct.pack("<I", 0x7FFFFFFF)
    return bytes(data)


def _wide_parquet(_: int) -> bytes:
    return _parquet(pa.table({f"column {number}": ["x"] for number in range(20_000)}))


def _pages_that_unpack(scale: int) -> bytes:
    """Pages of 256 MiB times the scale, one of each of four columns, packed to almost nothing."""
    value = pa.array(["0" * (256 * MIB * min(scale, 4))], pa.large_string())
    columns = {"sku": ["A"], **{f"text {number}": value for number in range(4)}}
    return _parquet(pa.table(columns), compression="zstd", use_dictionary=False, write_statistics=False)


def _pages_that_lie(_: int) -> bytes:
    """Each of 100 columns has a page that says it unpacks to 128 MiB."""
    value = pa.array([secrets.token_urlsafe(MIB)])
    columns = {"sku": ["A"], **{f"text {number}": value for number in range(100)}}
    data = bytearray(_parquet(pa.table(columns), compression="snappy", use_dictionary=False, write_statistics=False))
    group = pq.read_metadata(io.BytesIO(data)).row_group(0)
    for number in range(1, group.num_columns):
        # The header of a page begins with its kind, and then says to how many bytes it unpacks.
        said = group.column(number).data_page_offset + 3
        assert [byte > 0x7F for byte in data[said : said + 4]] == [True, True, True, False]
        data[said : said + 4] = b"\xfe\xff\xff\x7f"
    return bytes(data)


def _rows_from_a_dictionary(scale: int) -> bytes:
    """100,000 rows that all have one value of 2 MiB, times the scale."""
    value = pa.array([secrets.token_hex(MIB * scale)])
    name = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), value)
    return _parquet(pa.table({"sku": [f"A-{number}" for number in range(100_000)], "name": name}))


def _rows_of_nothing(_: int) -> bytes:
    """20 million rows below one that has a SKU, in one page of each column."""
    rows = 20_000_000
    sku = pa.chunked_array(
        [pa.array(["A"]).dictionary_encode(), pa.nulls(rows, pa.dictionary(pa.int32(), pa.string()))]
    )
    table = pa.table({"sku": sku, "name": pa.nulls(rows + 1)})
    return _parquet(table, data_page_size=1 << 30, write_batch_size=rows + 1, max_rows_per_page=rows + 1)


FILES: dict[str, tuple[str, Write]] = {
    "nothing but line ends": ("blank.csv", _whole(lambda scale: BLANK * scale)),
    "gzip bomb": ("bomb.csv.gz", _repeated(gzip.compress)),
    "zstd bomb": ("bomb.csv.zst", _repeated(zstd.compress)),
    "zip bomb": ("bomb.zip", _whole(lambda scale: _archive(("a.csv", iter([BLANK] * 64 * scale))))),
    "zip that lies about its size": ("lies.zip", _whole(_zip_that_lies)),
    "zip of 20,000 files": ("many.zip", _whole(lambda _: _archive(*((f"{n}.csv", ROWS) for n in range(20_000))))),
    "zip in a zip": ("nested.zip", _whole(lambda _: _archive(("in.zip", _archive(("a.csv", ROWS)))))),
    "zip with a password": ("locked.zip", _whole(_encrypted)),
    "gzip cut off": ("cut.csv.gz", _whole(lambda _: gzip.compress(ROWS * 1_000)[:-20])),
    "workbook of a billion laughs": (
        "laughs.xlsx",
        _whole(lambda _: _workbook("", f'<!DOCTYPE sst [<!ENTITY l0 "ha">{_LAUGHS}]><sst><si><t>&l9;</t></si></sst>')),
    ),
    "workbook with a foreign entity": (
        "entity.xlsx",
        _whole(
            lambda _: _workbook(
                "", '<!DOCTYPE sst [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst><si><t>&f;</t></si></sst>'
            )
        ),
    ),
    "workbook that unpacks beyond measure": (
        "blank.xlsx",
        _whole(lambda scale: _workbook(" " * (64 * MIB * scale))),
    ),
    "workbook with cells far away": (
        "far.xlsx",
        _whole(lambda _: _workbook('<row r="2"><c r="A2"><v>1</v></c><c r="ZZZZZZ2"><v>2</v></c></row>' * 1_000)),
    ),
    "a million columns": ("wide.csv", _whole(lambda _: b",".join(b"c%d" % n for n in range(1_000_000)) + b"\nx\n")),
    "a million cells in a row": ("long.csv", _whole(lambda _: ROWS + b"B," * 1_000_000 + b"\n")),
    "a million keys": (
        "keys.jsonl",
        _whole(lambda _: json.dumps({f"key {n}": "x" for n in range(1_000_000)}).encode() + b"\n"),
    ),
    "20,000 columns in Parquet": ("wide.parquet", _whole(_wide_parquet)),
    "Parquet that lies about its footer": ("lies.parquet", _whole(_footer_that_lies)),
    "Parquet pages that unpack beyond measure": ("pages.parquet", _whole(_pages_that_unpack)),
    "Parquet pages that lie about their size": ("liars.parquet", _whole(_pages_that_lie)),
    "Parquet rows from a dictionary of huge values": ("huge.parquet", _whole(_rows_from_a_dictionary)),
    "20 million rows of nothing in Parquet": ("nothing.parquet", _whole(_rows_of_nothing)),
    "one huge cell": ("cell.csv", _one_cell(b'sku,name\nA,"', b'"\nB,Mug\n')),
    "one quote that never closes": ("open.csv", _one_cell(b'sku,name\nA,Mug\nB,"', b"")),
    "one huge line of JSON": ("line.jsonl", _one_cell(b'{"sku":"A","name":"Mug"}\n{"sku":"B","name":"', b'"}\n')),
    "JSON nested 100,000 deep": (
        "deep.json",
        _whole(lambda _: b'[{"sku":"A","name":' + b"[" * 100_000 + b"]" * 100_000 + b"}]"),
    ),
    "NUL bytes": ("nul.csv", _whole(lambda _: ROWS + b"\0" * MIB + b"\nC,Cup\n")),
    "half a character at the end": ("odd.csv", _whole(lambda _: ROWS.decode().encode("utf-16") + b"\x41")),
}
