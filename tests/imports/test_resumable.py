"""tus 1.0: announce a file, send it in pieces, go on where it broke off."""

import base64
import gzip
import hashlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.core.storage import get_storage
from product_importer.imports import tasks
from product_importer.imports.tasks import clean_uploads

FILE = b"sku,name\nA,Mug\nB,Cup\n"
ADDRESS = "/api/v1/uploads/resumable"
TUS = {"Tus-Resumable": "1.0.0"}


def b64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def announce(client: TestClient, size: int = len(FILE), name: str = "häuser.csv", **headers: Any) -> Any:
    metadata = f"filename {b64(name.encode())},filetype {b64(b'text/csv')}"
    given = TUS | {"Upload-Length": str(size), "Upload-Metadata": metadata} | headers
    return client.post(ADDRESS, headers=given)


def begun(client: TestClient, size: int = len(FILE), name: str = "häuser.csv") -> str:
    answer = announce(client, size, name)
    assert answer.status_code == 201, answer.text
    location: str = answer.headers["location"]
    return location


def send(client: TestClient, location: str, offset: int, data: bytes, **headers: str) -> Any:
    given = TUS | {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"} | headers
    return client.patch(location, content=data, headers=given)


def offset_of(client: TestClient, location: str) -> int:
    answer = client.head(location, headers=TUS)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return int(answer.headers["upload-offset"])


def upload(client: TestClient, location: str) -> Any:
    return client.get(location.replace("/resumable", ""))


def stored() -> list[str]:
    return [found.key for found in get_storage().objects()]


@pytest.fixture(autouse=True)
def _clean_storage(client: TestClient) -> Iterator[None]:
    yield
    for key in stored():
        get_storage().delete(key)


def test_a_server_says_what_it_can_do(client: TestClient) -> None:
    answer = client.options(ADDRESS)
    assert answer.status_code == 204
    assert answer.headers["tus-version"] == "1.0.0"
    assert answer.headers["tus-max-size"] == str(get_settings().max_upload_bytes)
    assert set(answer.headers["tus-extension"].split(",")) >= {"creation", "termination", "expiration", "checksum"}


def test_pieces_become_the_upload_they_are_together(client: TestClient) -> None:
    location = begun(client)
    assert offset_of(client, location) == 0
    first = send(client, location, 0, FILE[:10])
    assert (first.status_code, first.headers["upload-offset"]) == (204, "10")
    assert first.headers["tus-resumable"] == "1.0.0"
    assert first.headers["upload-expires"].endswith(" GMT")
    assert upload(client, location).status_code == 404
    assert send(client, location, 10, FILE[10:]).headers["upload-offset"] == str(len(FILE))
    found = upload(client, location).json()
    assert found["id"] == location.rsplit("/", 1)[-1]
    assert (found["filename"], found["size_bytes"]) == ("häuser.csv", len(FILE))
    assert found["sha256"] == hashlib.sha256(FILE).hexdigest()
    assert found["suggested_mapping"] == {"sku": "sku", "name": "name"}
    started = client.post("/api/v1/imports", json={"upload_id": found["id"]})
    assert started.status_code == 202
    assert offset_of(client, location) == len(FILE)
    assert send(client, location, len(FILE), b"").status_code == 204


def test_the_first_bytes_may_come_with_the_announcement(client: TestClient) -> None:
    headers = TUS | {"Upload-Length": str(len(FILE)), "Content-Type": "application/offset+octet-stream"}
    answer = client.post(ADDRESS, headers=headers, content=FILE)
    assert (answer.status_code, answer.headers["upload-offset"]) == (201, str(len(FILE)))
    assert upload(client, answer.headers["location"]).json()["filename"] == "upload"


def test_a_piece_for_another_place_is_409_with_the_right_one(client: TestClient) -> None:
    location = begun(client)
    send(client, location, 0, FILE[:10])
    for offset in (0, 9, 11):
        answer = send(client, location, offset, FILE[offset:])
        assert (answer.status_code, answer.json()["code"]) == (409, "upload_offset_mismatch")
        assert answer.headers["upload-offset"] == "10"
        assert answer.headers["tus-resumable"] == "1.0.0"
    assert offset_of(client, location) == 10


def test_more_bytes_than_announced_are_refused(client: TestClient) -> None:
    location = begun(client)
    answer = send(client, location, 0, FILE + b"C,Pot\n")
    assert (answer.status_code, answer.json()["code"]) == (413, "upload_longer_than_announced")
    streamed = send(client, location, 0, iter([FILE, b"C,Pot\n"]))  # type: ignore[arg-type]
    assert (streamed.status_code, streamed.json()["code"]) == (413, "upload_longer_than_announced")
    assert offset_of(client, location) == 0


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_piece_that_was_damaged_on_its_way_is_not_kept(client: TestClient, algorithm: str) -> None:
    location = begun(client)
    send(client, location, 0, FILE[:4])
    announced = {"Upload-Checksum": f"{algorithm} {b64(hashlib.new(algorithm, FILE[4:]).digest())}"}
    answer = send(client, location, 4, b"x" * len(FILE[4:]), **announced)
    assert (answer.status_code, answer.json()["code"]) == (460, "checksum_mismatch")
    assert offset_of(client, location) == 4
    assert upload(client, location).status_code == 404
    assert send(client, location, 4, FILE[4:], **announced).status_code == 204
    assert upload(client, location).json()["sha256"] == hashlib.sha256(FILE).hexdigest()


def test_pieces_that_were_stored_under_a_checksum_go_when_it_does_not_hold(client: TestClient) -> None:
    content = b"sku,name\n" + b"A,Mug\n" * 1_500_000
    location = begun(client, len(content))
    wrong = {"Upload-Checksum": f"sha1 {b64(hashlib.sha1(b'something else').digest())}"}
    assert send(client, location, 0, content, **wrong).status_code == 460
    assert offset_of(client, location) == 0
    assert send(client, location, 0, content).status_code == 204
    assert upload(client, location).json()["sha256"] == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(90), 415, "unsupported_format"), (b"sku,name\n", 422, "no_rows")],
)
def test_a_file_that_is_no_table_is_refused_with_its_last_byte_and_not_kept(
    client: TestClient, content: bytes, status: int, code: str
) -> None:
    location = begun(client, len(content))
    send(client, location, 0, content[:5])
    answer = send(client, location, 5, content[5:])
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert client.head(location, headers=TUS).status_code == 404
    assert upload(client, location).status_code == 404
    assert stored() == []


def test_an_upload_that_is_given_up_leaves_nothing(client: TestClient) -> None:
    location = begun(client)
    send(client, location, 0, FILE[:10])
    assert len(stored()) == 1
    assert client.delete(location, headers=TUS).status_code == 204
    assert stored() == []
    assert client.head(location, headers=TUS).status_code == 404
    assert send(client, location, 10, FILE[10:]).json()["code"] == "upload_not_found"


def test_giving_up_what_has_arrived_keeps_the_upload(client: TestClient) -> None:
    location = begun(client)
    send(client, location, 0, FILE)
    assert client.delete(location, headers=TUS).status_code == 204
    assert upload(client, location).status_code == 200
    assert len(stored()) == 1


def test_an_upload_that_was_left_alone_is_410_and_then_removed(client: TestClient) -> None:
    location, other = begun(client), begun(client)
    send(client, location, 0, FILE[:10])
    send(client, other, 0, FILE[:10])
    with transaction() as session:
        overdue = "update resumable_uploads set expires_at = now() - interval '1 second' where id = :id"
        session.execute(text(overdue), {"id": UUID(location.rsplit("/", 1)[-1])})
    assert client.head(location, headers=TUS).status_code == 410
    assert send(client, location, 10, FILE[10:]).json()["code"] == "upload_expired"
    clean_uploads()
    assert client.head(location, headers=TUS).status_code == 404
    assert [key.rsplit("/", 1)[-1] for key in stored()] == [other.rsplit("/", 1)[-1]]
    assert send(client, other, 10, FILE[10:]).status_code == 204


@pytest.mark.covers("002:331", "004:470")
def test_cleaning_keeps_a_file_that_has_arrived_and_one_that_still_arrives(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, half = begun(client), begun(client)
    send(client, whole, 0, FILE)
    send(client, half, 0, FILE[:10])
    # Everything counts as left alone for long, whatever kind of storage it is in.
    monkeypatch.setattr(tasks, "ABANDONED_AFTER", timedelta(hours=-1))
    clean_uploads()
    assert len(stored()) == 2


def test_bytes_that_are_gone_from_storage_end_the_upload(client: TestClient) -> None:
    location = begun(client)
    send(client, location, 0, FILE[:10])
    get_storage().delete(stored()[0])
    answer = send(client, location, 10, FILE[10:])
    assert (answer.status_code, answer.json()["code"]) == (410, "stored_bytes_lost")
    assert client.head(location, headers=TUS).status_code == 404


def test_a_compressed_file_may_come_in_pieces(client: TestClient) -> None:
    data = gzip.compress(FILE)
    location = begun(client, len(data), "products.csv.gz")
    for offset in range(0, len(data), 7):
        assert send(client, location, offset, data[offset : offset + 7]).status_code == 204
    assert upload(client, location).json()["format"]["compression"] == "gzip"


def test_a_file_over_the_limit_is_refused_when_it_is_announced(client: TestClient) -> None:
    answer = announce(client, get_settings().max_upload_bytes + 1)
    assert (answer.status_code, answer.json()["code"]) == (413, "upload_too_large")
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert announce(client, get_settings().max_upload_bytes).status_code == 201


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Upload-Length": "0"}, 422, "empty_file"),
        ({"Upload-Length": "many"}, 400, "upload_length_required"),
        ({"Upload-Length": "-1"}, 400, "upload_length_required"),
        ({"Upload-Metadata": "filename ***"}, 400, "upload_metadata_invalid"),
        ({"Tus-Resumable": "0.2.2"}, 412, "tus_version"),
    ],
)
def test_an_announcement_that_makes_no_sense_is_refused(
    client: TestClient, headers: dict[str, Any], status: int, code: str
) -> None:
    answer = announce(client, **headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Content-Type": "text/csv"}, 415, "not_a_piece"),
        ({"Upload-Offset": ""}, 400, "upload_offset_required"),
        ({"Tus-Resumable": ""}, 412, "tus_version"),
        ({"Upload-Checksum": "md5 aaaa"}, 400, "upload_checksum_invalid"),
        ({"Upload-Checksum": "sha1 ***"}, 400, "upload_checksum_invalid"),
    ],
)
def test_a_piece_that_makes_no_sense_is_refused(
    client: TestClient, headers: dict[str, str], status: int, code: str
) -> None:
    location = begun(client)
    answer = send(client, location, 0, FILE, **headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert offset_of(client, location) == 0


def test_an_upload_that_does_not_exist_is_404(client: TestClient) -> None:
    location = f"{ADDRESS}/{uuid4()}"
    assert client.head(location, headers=TUS).status_code == 404
    assert send(client, location, 0, FILE).json()["code"] == "upload_not_found"
    assert client.delete(location, headers=TUS).json()["code"] == "upload_not_found"


def test_a_client_that_can_only_post_names_the_method_it_means(client: TestClient) -> None:
    location = begun(client)
    headers = TUS | {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    sent = client.post(location, content=FILE[:9], headers=headers | {"X-HTTP-Method-Override": "PATCH"})
    assert (sent.status_code, sent.headers["upload-offset"], offset_of(client, location)) == (204, "9", 9)
    assert client.post(location, headers=TUS).status_code == 405
    assert client.post(location, headers=TUS | {"X-HTTP-Method-Override": "DELETE"}).status_code == 204
    assert client.head(location, headers=TUS).status_code == 404


def test_a_foreign_page_may_neither_begin_nor_go_on(client: TestClient) -> None:
    location = begun(client)
    # A page has no key of its own.
    key = client.headers.pop("Authorization", None)
    assert announce(client, Origin="https://evil.example").json()["code"] == "cross_origin"
    assert send(client, location, 0, FILE, Origin="https://evil.example").json()["code"] == "cross_origin"
    client.headers.update({"Authorization": key} if key else {})
    assert send(client, location, 0, FILE, Origin="http://127.0.0.1:8000").status_code == 204
