"""What may go wrong while a file comes in, against real processes on a real, small disk."""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.deployment import Deployment, deployed
from tests.waiting import wait_until

ROW = b"A-1,Mug,Holds tea and other things\n"
HEADER = b"sku,name,description\n"
LIMIT = 3_000_000
DISK = "2m"


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path_factory.mktemp("disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", folder], capture_output=True)
    if mounted.returncode != 0:
        assert not os.environ.get("CI"), "CI has to be able to mount a small disk"
        pytest.skip("SKIPPED: mounting a small disk needs root, so a full disk was not tried")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory, disk: Path) -> Iterator[Deployment]:
    root = tmp_path_factory.mktemp("receiving")
    with deployed(root, MAX_UPLOAD_BYTES=str(LIMIT), STORAGE_URL=disk.as_uri()) as made:
        yield made


def stored(disk: Path) -> list[str]:
    return [path.name for path in disk.rglob("*") if path.is_file()]


def test_a_file_over_the_limit_is_413_and_leaves_nothing(deployment: Deployment, disk: Path) -> None:
    answer = deployment.api.post("/api/v1/imports", files={"file": ("big.csv", HEADER + ROW * 200_000)})
    assert (answer.status_code, answer.json()["code"]) == (413, "upload_too_large")
    assert stored(disk) == []


def test_a_full_disk_is_507_and_leaves_nothing(deployment: Deployment, disk: Path) -> None:
    answer = deployment.api.post("/api/v1/imports", files={"file": ("big.csv", HEADER + ROW * 80_000)})
    assert (answer.status_code, answer.json()["code"]) == (507, "storage_full")
    assert answer.headers["content-type"] == "application/problem+json"
    assert stored(disk) == []
    small = deployment.api.post("/api/v1/imports", files={"file": ("small.csv", HEADER + ROW)})
    assert small.status_code == 202
    assert deployment.finished(small.json()["id"])["status"] == "completed"


def test_a_full_disk_is_507_for_a_piece_too_which_may_be_sent_again_once_there_is_room(
    deployment: Deployment, disk: Path
) -> None:
    content = HEADER + ROW * 40_000
    occupied = disk / "occupied"
    occupied.write_bytes(bytes(1_000_000))
    tus = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}
    begun = deployment.api.post("/api/v1/uploads/resumable", headers=tus | {"Upload-Length": str(len(content))})
    location = begun.headers["location"]
    answer = deployment.api.patch(location, headers=tus | {"Upload-Offset": "0"}, content=content)
    assert (answer.status_code, answer.json()["code"]) == (507, "storage_full")
    assert deployment.api.head(location, headers=tus).headers["upload-offset"] == "0"
    occupied.unlink()
    again = deployment.api.patch(location, headers=tus | {"Upload-Offset": "0"}, content=content)
    assert (again.status_code, again.headers["upload-offset"]) == (204, str(len(content)))
    for path in disk.rglob("*"):
        if path.is_file():
            path.unlink()


def test_a_connection_cut_in_the_middle_leaves_nothing(deployment: Deployment, disk: Path) -> None:
    before = stored(disk)
    head = (
        b"POST /api/v1/imports HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n"
        b"Content-Type: multipart/form-data; boundary=x\r\n\r\n"
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="cut.csv"\r\n\r\n'
    )
    with socket.create_connection(("127.0.0.1", deployment.port)) as connection:
        connection.sendall(head + HEADER + ROW * 1_000)
        wait_until(lambda: len(stored(disk)) > len(before), "the file to be begun")
    wait_until(lambda: stored(disk) == before, "the begun file to be removed")
    assert "Traceback" not in deployment.log("api")


def test_a_foreign_host_and_a_foreign_page_are_refused(deployment: Deployment) -> None:
    foreign_host = deployment.api.get("/api/v1/products", headers={"Host": "evil.example"})
    assert (foreign_host.status_code, foreign_host.json()["code"]) == (403, "host_not_allowed")
    foreign_page = deployment.api.post(
        "/api/v1/imports", files={"file": ("a.csv", HEADER + ROW)}, headers={"Origin": "https://evil.example"}
    )
    assert (foreign_page.status_code, foreign_page.json()["code"]) == (403, "cross_origin")


@pytest.mark.covers("000:141")
def test_a_stopped_database_is_503_with_a_sentence_and_then_all_is_well_again(deployment: Deployment) -> None:
    deployment.postgres.stop()
    answer = deployment.api.get("/api/v1/products")
    assert (answer.status_code, answer.json()["code"]) == (503, "database_unavailable")
    upload = deployment.api.post("/api/v1/imports", files={"file": ("a.csv", HEADER + ROW)})
    assert (upload.status_code, upload.json()["code"]) == (503, "database_unavailable")
    ready = deployment.api.get("/health/ready")
    assert ready.status_code == 503
    assert "database" in ready.json()["reasons"]
    deployment.postgres.start()
    assert deployment.api.get("/api/v1/products").status_code == 200


@pytest.mark.covers("001:22", "003:60", "004:744")
def test_an_import_is_taken_while_redis_is_stopped_and_runs_once_it_is_back(deployment: Deployment) -> None:
    deployment.valkey.stop()
    started = deployment.post_import(write(deployment, HEADER + ROW))
    assert started["status"] == "queued"
    deployment.valkey.start()
    assert deployment.finished(started["id"])["status"] == "completed"


def write(deployment: Deployment, content: bytes) -> Path:
    path = deployment.root / "again.csv"
    path.write_bytes(content)
    return path
