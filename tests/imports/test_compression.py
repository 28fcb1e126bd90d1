"""Packed files: zstd, and zip with one file inside; each unpacked while it streams, none beyond its measure."""

import gzip
import io
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from backports import zstd

from product_importer.core.errors import ProblemError
from product_importer.imports.compression import PlainBlocks
from product_importer.imports.file_format import Compression
from tests.imports.whole_files import looked_at, read, workbook

ROWS = b"sku,name\n" + b"".join(b"A-%d,Mug %d\n" % (number, number) for number in range(2_000))


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def one_file(data: bytes) -> bytes:
    return zipped(("catalogue.csv", data))


def refusal(data: bytes) -> ProblemError:
    with pytest.raises(ProblemError) as caught:
        looked_at(data)
    return caught.value


PACKS: dict[Compression, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "zstd": zstd.compress, "zip": one_file}


@pytest.mark.parametrize("compression", ["gzip", "zstd", "zip"])
def test_a_packed_file_is_read_like_the_file_itself(compression: Compression) -> None:
    reading = read(PACKS[compression](ROWS))
    assert reading.format.compression == compression
    assert (len(reading.rows), reading.rejects) == (2_000, [])
    assert reading.format.rows_estimate == 2_000


@pytest.mark.parametrize("compression", ["gzip", "zstd", "zip"])
def test_a_large_packed_file_comes_out_whole(compression: Compression) -> None:
    rows = b"".join(b"sku-%d,some name\n" % number for number in range(600_000))
    assert b"".join(PlainBlocks(io.BytesIO(PACKS[compression](rows)), compression)) == rows


@pytest.mark.parametrize("compression", ["gzip", "zstd", "zip"])
def test_a_bomb_is_refused_before_it_is_unpacked(compression: Compression) -> None:
    packed = PACKS[compression](b"\n" * (256 << 20))
    tracemalloc.start()
    with pytest.raises(ProblemError) as refused:
        for _ in PlainBlocks(io.BytesIO(packed), compression):
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.value.code == "compression_ratio"
    assert peak < 16 << 20


@pytest.mark.parametrize("compression", ["gzip", "zstd", "zip"])
@pytest.mark.parametrize("keep", [5, 100, -30])
def test_a_packed_file_that_ends_too_early_is_refused(compression: Compression, keep: int) -> None:
    assert refusal(PACKS[compression](ROWS)[:keep]).code == "broken_compression"


def test_several_zstd_frames_are_one_file() -> None:
    assert len(read(zstd.compress(ROWS) + zstd.compress(b"") + zstd.compress(b"B,Cup\n")).rows) == 2_001


def test_what_macos_adds_to_an_archive_does_not_count() -> None:
    data = zipped(
        ("products/", b""), ("products/a.csv", ROWS), ("__MACOSX/products/._a.csv", b"x"), (".DS_Store", b"x")
    )
    assert len(read(data).rows) == 2_000


def test_an_archive_must_hold_exactly_one_file() -> None:
    assert refusal(zipped()).code == "zip_empty"
    assert refusal(zipped(("folder/", b""))).code == "zip_empty"
    several = refusal(zipped(("a.csv", ROWS), ("b.csv", ROWS)))
    assert several.code == "zip_several_files"
    assert "`a.csv`, `b.csv`" in several.detail


def test_a_protected_archive_is_refused_with_advice() -> None:
    data = bytearray(one_file(ROWS))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    assert refusal(bytes(data)).code == "zip_encrypted"


def test_an_unusual_method_is_refused() -> None:
    assert refusal(zipped(("a.csv", ROWS), method=zipfile.ZIP_LZMA)).code == "broken_compression"


@pytest.mark.parametrize("inner", [gzip.compress, zstd.compress, one_file])
@pytest.mark.parametrize("outer", [gzip.compress, zstd.compress, one_file])
def test_a_file_that_is_packed_twice_is_refused(
    inner: Callable[[bytes], bytes], outer: Callable[[bytes], bytes]
) -> None:
    assert refusal(outer(inner(ROWS))).code == "packed_twice"


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress, one_file])
def test_a_packed_workbook_is_read(pack: Callable[[bytes], bytes]) -> None:
    reading = read(pack(workbook(("Products", [["sku", "name"], ["A", "Mug"]]))))
    assert (reading.format.format, reading.rows[0]["name"]) == ("xlsx", "Mug")


@pytest.mark.parametrize("compression", ["gzip", "zstd", "zip"])
def test_nothing_inside_is_an_empty_file(compression: Compression) -> None:
    assert refusal(PACKS[compression](b"")).code == "empty_file"
