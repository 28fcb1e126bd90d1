"""Files in a bucket: whole or not at all, grown by pieces, read from anywhere, and a server that is away is said so."""

import io
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from product_importer.core import s3_storage
from product_importer.core.errors import Unavailable
from product_importer.core.s3_storage import S3Storage
from product_importer.core.settings import Settings
from product_importer.core.storage import ObjectLost, StorageMisconfigured
from tests.servers.s3 import BUCKET, S3Server, s3_server

PIECE_BYTES = 64 << 10


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as found:
        yield found


def storage_of(server: S3Server, bucket: str = BUCKET) -> S3Storage:
    given = {name.lower(): value for name, value in server.settings.items()}
    return S3Storage(bucket, "some/prefix", Settings.model_validate(given))


@pytest.fixture
def storage(server: S3Server, monkeypatch: pytest.MonkeyPatch) -> S3Storage:
    monkeypatch.setattr(s3_storage, "PIECE_BYTES", PIECE_BYTES)
    found = storage_of(server)
    for stored in list(found.objects()):
        found.delete(stored.key)
    return found


def content(storage: S3Storage, key: str) -> bytes:
    with storage.open(key) as stream:
        return stream.read()


def test_a_file_of_many_pieces_is_there_on_commit_and_not_before(storage: S3Storage) -> None:
    data = bytes(range(256)) * (PIECE_BYTES // 128) + b"the end"
    writer = storage.create("uploads/a")
    for start in range(0, len(data), 25_001):
        writer.write(data[start : start + 25_001])
    with pytest.raises(ObjectLost):
        storage.open("uploads/a")
    writer.commit()
    assert content(storage, "uploads/a") == data
    assert [found.key for found in storage.objects()] == ["uploads/a"]


def test_a_file_that_was_given_up_leaves_nothing(storage: S3Storage, server: S3Server) -> None:
    writer = storage.create("uploads/a")
    writer.write(bytes(3 * PIECE_BYTES))
    assert server.objects() != []
    writer.abort()
    assert server.objects() == []


def test_a_file_may_be_empty(storage: S3Storage) -> None:
    storage.create("uploads/a").commit()
    assert content(storage, "uploads/a") == b""


def test_a_file_is_read_from_any_place(storage: S3Storage) -> None:
    for offset in range(0, 100, 10):
        storage.extend("uploads/a", offset, bytes(range(offset, offset + 10)))
    stream = storage.open("uploads/a")
    assert stream.seek(-5, io.SEEK_END) == 95
    assert stream.read() == bytes(range(95, 100))
    stream.seek(7)
    assert stream.read(20) == bytes(range(7, 27))
    assert stream.read(0) == b""


def test_the_name_of_one_file_may_begin_like_that_of_another(storage: S3Storage) -> None:
    storage.extend("uploads/a", 0, b"one")
    storage.extend("uploads/ab", 0, b"two")
    storage.delete("uploads/a")
    assert content(storage, "uploads/ab") == b"two"


@pytest.mark.parametrize("small", [0, 6, 1 << 20])
def test_a_file_grows_as_a_file_on_a_disk_does(storage: S3Storage, monkeypatch: pytest.MonkeyPatch, small: int) -> None:
    monkeypatch.setattr(s3_storage, "SMALL_BYTES", small)

    @given(writes=st.lists(st.tuples(st.integers(0, 12), st.binary(min_size=1, max_size=6)), max_size=6))
    @hypothesis_settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def grow(writes: list[tuple[int, bytes]]) -> None:
        storage.delete("uploads/a")
        expected = b""
        for offset, data in writes:
            if offset > len(expected):
                with pytest.raises(ObjectLost):
                    storage.extend("uploads/a", offset, data)
                continue
            storage.extend("uploads/a", offset, data)
            expected = expected[:offset] + data
            assert content(storage, "uploads/a") == expected

    grow()


def test_pieces_behind_a_gap_never_come_back(
    storage: S3Storage, server: S3Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(s3_storage, "SMALL_BYTES", 0)
    piece = b"0123456789"
    for number in range(3):
        storage.extend("uploads/a", number * len(piece), piece)
    server.remove(sorted(server.objects())[1])
    assert content(storage, "uploads/a") == piece
    storage.extend("uploads/a", len(piece), piece)
    assert content(storage, "uploads/a") == piece * 2


def test_small_pieces_become_one_object(storage: S3Storage, server: S3Server) -> None:
    for offset in range(0, 50, 5):
        storage.extend("uploads/a", offset, b"12345")
    assert len(server.objects()) == 1


def test_a_server_that_goes_away_is_told_as_such(server: S3Server) -> None:
    with s3_server() as other:
        storage = storage_of(other)
        storage.check()
        storage.extend("uploads/a", 0, b"abc")
        stream = storage.open("uploads/a")
        other.kill()
        for ask in (storage.check, stream.read, lambda: storage.extend("uploads/a", 3, b"d")):
            with pytest.raises(Unavailable, match="does not answer"):
                ask()


def test_a_bucket_that_does_not_exist_is_told_as_such(server: S3Server) -> None:
    storage = storage_of(server, "no-such-bucket")
    with pytest.raises(StorageMisconfigured, match="does not exist"):
        storage.put("uploads/a", 0, b"a")
    with pytest.raises(Unavailable):
        storage.check()
