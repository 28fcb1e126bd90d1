"""Uploads and imports whose files are kept in a bucket of an S3 server."""

import gzip
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
import xlsxwriter
from fastapi.testclient import TestClient
from pyarrow import parquet, table

from product_importer.core.settings import get_settings
from product_importer.core.storage import get_storage
from product_importer.imports.engine import run_import
from product_importer.imports.tasks import clean_uploads
from tests.imports.conftest import Importer
from tests.servers.process import free_port
from tests.servers.s3 import S3Server, s3_server

CSV = b"sku,name,price\nA-1,Mug,4.50\nA-2,Bowl,9.00\n"
TUS = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as found:
        yield found


@pytest.fixture(autouse=True)
def bucket(client: TestClient, server: S3Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[S3Server]:
    for name, value in server.settings.items():
        monkeypatch.setenv(name, value)
    forget()
    yield server
    for path in server.objects():
        server.remove(path)
    forget()


def forget() -> None:
    get_settings.cache_clear()
    get_storage.cache_clear()


@pytest.fixture
def lost(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes the server unreachable: nothing listens any more where it was."""

    def lose() -> None:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{free_port()}")
        forget()

    return lose


def workbook(folder: Path) -> bytes:
    path = folder / "products.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate(CSV.decode().splitlines()):
            sheet.write_row(row, 0, line.split(","))
    return path.read_bytes()


def columns(folder: Path) -> bytes:
    path = folder / "products.parquet"
    parquet.write_table(table({"sku": ["A-1", "A-2"], "name": ["Mug", "Bowl"], "price": ["4.50", "9.00"]}), path)
    return path.read_bytes()


@pytest.mark.parametrize("kind", ["csv", "csv.gz", "xlsx", "parquet"])
def test_a_file_of_each_kind_is_imported_from_the_bucket(
    import_file: Importer, bucket: S3Server, tmp_path: Path, kind: str
) -> None:
    made = {"csv": CSV, "csv.gz": gzip.compress(CSV), "xlsx": workbook(tmp_path), "parquet": columns(tmp_path)}
    receipt = import_file(made[kind], f"products.{kind}")
    assert (receipt["status"], receipt["counts"]["created"]) == ("completed", 2)
    [path] = bucket.objects()
    assert path.startswith("some/prefix/uploads/")


def test_rejects_come_back_and_are_imported_once_they_are_mended(client: TestClient, import_file: Importer) -> None:
    receipt = import_file(CSV + b"A-3,Plate,cheap\n")
    assert receipt["counts"]["rejected"] == 1
    rejects = client.get(f"/api/v1/imports/{receipt['id']}/rejects", params={"format": "csv"}).text
    assert import_file(rejects.replace("cheap", "3.00"))["counts"]["created"] == 1


def test_a_file_goes_on_where_it_broke_off(client: TestClient, bucket: S3Server) -> None:
    begun = client.post("/api/v1/uploads/resumable", headers={"Tus-Resumable": "1.0.0", "Upload-Length": str(len(CSV))})
    location = begun.headers["location"]
    for start, end in ((0, 7), (7, 30), (30, len(CSV))):
        assert client.head(location, headers=TUS).headers["upload-offset"] == str(start)
        sent = client.patch(location, content=CSV[start:end], headers=TUS | {"Upload-Offset": str(start)})
        assert sent.status_code == 204, sent.text
    upload = client.get(location.replace("/resumable", "")).json()
    assert upload["sha256"] == hashlib.sha256(CSV).hexdigest()
    started = client.post("/api/v1/imports", json={"upload_id": upload["id"]}).json()
    run_import(UUID(started["id"]))
    assert client.get(f"/api/v1/imports/{started['id']}").json()["counts"]["created"] == 2


def test_what_nobody_needs_any_more_leaves_the_bucket(client: TestClient, bucket: S3Server) -> None:
    begun = client.post("/api/v1/uploads/resumable", headers={"Tus-Resumable": "1.0.0", "Upload-Length": str(len(CSV))})
    client.patch(begun.headers["location"], content=CSV[:9], headers=TUS | {"Upload-Offset": "0"})
    clean_uploads()
    assert len(bucket.objects()) == 1
    assert client.delete(begun.headers["location"], headers={"Tus-Resumable": "1.0.0"}).status_code == 204
    assert bucket.objects() == []


def test_a_bucket_that_does_not_answer_refuses_a_file(client: TestClient, lost: Callable[[], None]) -> None:
    lost()
    answer = client.post("/api/v1/imports", files={"file": ("products.csv", CSV)})
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_unavailable")
    assert client.get("/api/v1/imports").json()["total"] == 0
    ready = client.get("/health/ready")
    assert (ready.status_code, "storage" in ready.json()["reasons"]) == (503, True)


def test_a_bucket_that_goes_away_before_the_file_is_read_fails_the_import_with_the_reason(
    client: TestClient, lost: Callable[[], None]
) -> None:
    started = client.post("/api/v1/imports", files={"file": ("products.csv", CSV)}).json()
    lost()
    run_import(UUID(started["id"]))
    receipt = client.get(f"/api/v1/imports/{started['id']}").json()
    assert (receipt["status"], receipt["error"]["code"]) == ("failed", "storage_unavailable")
    assert client.get("/api/v1/products").json()["total"] == 0


def test_a_file_that_is_not_there_any_more_fails_the_import_with_the_reason(
    client: TestClient, bucket: S3Server
) -> None:
    started = client.post("/api/v1/imports", files={"file": ("products.csv", CSV)}).json()
    [path] = bucket.objects()
    bucket.remove(path)
    run_import(UUID(started["id"]))
    receipt = client.get(f"/api/v1/imports/{started['id']}").json()
    assert (receipt["status"], receipt["error"]["code"]) == ("failed", "stored_file_missing")
