"""Stored bytes to UTF-8, streaming: encodings, damage, and compression."""

import gzip
import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from product_importer.core.errors import ProblemError
from product_importer.imports.decoding import open_text


class Trickle(io.RawIOBase):
    """A stream that hands out a few bytes at a time, as a network may."""

    def __init__(self, data: bytes, size: int) -> None:
        self._stream, self._size = io.BytesIO(data), size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._stream.read(min(self._size, size) if size > 0 else self._size)


def text(data: bytes, encoding: str = "utf-8", compression: str | None = None, size: int = 1 << 20) -> bytes:
    return b"".join(open_text(Trickle(data, size), encoding, compression))  # type: ignore[arg-type]


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]), st.integers(1, 7))
def test_any_text_survives_transcoding_in_any_pieces(written: str, encoding: str, size: int) -> None:
    assert text(("\ufeff" + written).encode(encoding), encoding, size=size) == written.encode()


def test_windows_1252_and_latin_1_become_utf_8() -> None:
    assert text("Größe 5 € „x“".encode("windows-1252"), "windows-1252") == "Größe 5 € „x“".encode()
    assert text("Größe".encode("latin-1"), "latin-1") == "Größe".encode()


@pytest.mark.parametrize(
    ("damaged", "encoding"),
    [(b"a\x81b", "windows-1252"), (b"a\0\x00\xd8b\0", "utf-16-le"), (b"a\0b", "utf-16-le"), (b"a\xffb", "utf-8")],
)
def test_what_does_not_decode_comes_out_as_bytes_that_are_no_utf_8(damaged: bytes, encoding: str) -> None:
    decoded = text(damaged, encoding)
    assert decoded.startswith(b"a")
    with pytest.raises(UnicodeDecodeError):
        decoded.decode()


@pytest.mark.parametrize("size", [1, 3, 1 << 20])
def test_gzip_is_unpacked_with_several_members_and_padding(size: int) -> None:
    packed = gzip.compress(b"sku,name\n") + gzip.compress(b"") + gzip.compress(b"a,b\n") + b"\0" * 50
    assert text(packed, compression="gzip", size=size) == b"sku,name\na,b\n"


def test_a_large_member_is_unpacked_whole() -> None:
    rows = b"".join(b"sku-%d,some name\n" % number for number in range(600_000))
    assert text(gzip.compress(rows, 1), compression="gzip") == rows


@pytest.mark.parametrize("keep", [2, 15, 100, -1])
def test_a_gzip_file_that_ends_too_early_is_refused(keep: int) -> None:
    packed = gzip.compress(b"".join(b"%d," % (number * number) for number in range(5000)))
    with pytest.raises(ProblemError) as refusal:
        text(packed[:keep], compression="gzip")
    assert refusal.value.code == "broken_compression"


def test_a_damaged_gzip_file_is_refused() -> None:
    packed = bytearray(gzip.compress(b"sku,name\n" * 1000))
    packed[-6] ^= 0xFF
    with pytest.raises(ProblemError) as refusal:
        text(bytes(packed), compression="gzip")
    assert refusal.value.code == "broken_compression"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    packed = gzip.compress(b"\n" * (256 << 20), 9)
    tracemalloc.start()
    with pytest.raises(ProblemError) as refusal:
        for _ in open_text(io.BytesIO(packed), "utf-8", "gzip"):
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refusal.value.code == "compression_ratio"
    assert peak < 16 << 20


def test_the_position_in_the_stored_file_is_known() -> None:
    packed = gzip.compress(b"sku,name\n" * 1000)
    blocks = open_text(io.BytesIO(packed), "utf-8", "gzip")
    assert b"".join(blocks) == b"sku,name\n" * 1000
    assert blocks.stored_bytes_read == len(packed)
