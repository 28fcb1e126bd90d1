"""A file that breaks off at 60 % goes on from there: from another connection, another process, after a kill."""

import hashlib
import socket
from collections.abc import Iterator

import httpx2
import pytest

from tests.acceptance.deployment import Deployment, answers, deployed, free_port
from tests.waiting import wait_until

ROWS = 400_000
CONTENT = b"sku,name,description\n" + b"".join(b"A-%06d,Mug,Holds tea and other things\n" % row for row in range(ROWS))
CUT = len(CONTENT) * 6 // 10
PIECE_BYTES = 4 << 20
ADDRESS = "/api/v1/uploads/resumable"
TUS = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    with deployed(tmp_path_factory.mktemp("resuming")) as made:
        yield made


@pytest.fixture(scope="module")
def second(deployment: Deployment) -> Iterator[httpx2.Client]:
    """A second API process on the same database and storage."""
    port = free_port()
    deployment.start_api("second-api", port)
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        wait_until(lambda: answers(client), "the second API answers", 30)
        yield client


def begin(deployment: Deployment) -> str:
    answer = deployment.api.post(ADDRESS, headers=TUS | {"Upload-Length": str(len(CONTENT))})
    assert answer.status_code == 201, answer.text
    location: str = answer.headers["location"]
    return location


def offset_of(client: httpx2.Client, location: str) -> int:
    return int(client.head(location, headers=TUS).headers["upload-offset"])


def begin_sending(deployment: Deployment, location: str, until: int) -> socket.socket:
    """A connection that announces the whole file and has sent its bytes up to `until`."""
    head = f"PATCH {location} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(CONTENT)}\r\nUpload-Offset: 0\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in TUS.items())
    connection = socket.create_connection(("127.0.0.1", deployment.port))
    connection.sendall(head.encode() + b"\r\n" + CONTENT[:until])
    return connection


def finish(client: httpx2.Client, location: str) -> None:
    """Send what is missing, and see that the whole is what was meant."""
    offset = offset_of(client, location)
    answer = client.patch(location, headers=TUS | {"Upload-Offset": str(offset)}, content=CONTENT[offset:])
    assert answer.status_code == 204, answer.text
    found = client.get(location.replace("/resumable", "")).json()
    assert found["sha256"] == hashlib.sha256(CONTENT).hexdigest()
    assert found["size_bytes"] == len(CONTENT)


def test_what_arrived_before_a_cut_counts_and_another_process_goes_on(
    deployment: Deployment, second: httpx2.Client
) -> None:
    location = begin(deployment)
    with begin_sending(deployment, location, CUT):
        pass
    wait_until(lambda: offset_of(second, location) == CUT, "everything that was sent to be kept")
    finish(second, location)
    started = second.post("/api/v1/imports", json={"upload_id": location.rsplit("/", 1)[-1]})
    assert started.status_code == 202, started.text
    receipt = deployment.finished(started.json()["id"])
    assert (receipt["status"], receipt["counts"]["created"]) == ("completed", ROWS)
    assert "Traceback" not in deployment.log("api") + deployment.log("second-api")


def test_a_killed_process_costs_no_more_than_a_piece(deployment: Deployment, second: httpx2.Client) -> None:
    location = begin(deployment)
    with begin_sending(deployment, location, CUT):
        wait_until(lambda: offset_of(second, location) > CUT - 2 * PIECE_BYTES, "the pieces to be kept")
        deployment.kill("api")
    kept = offset_of(second, location)
    assert CUT - 2 * PIECE_BYTES < kept <= CUT
    deployment.start_api()
    wait_until(lambda: answers(deployment.api), "the API answers again", 30)
    assert offset_of(deployment.api, location) == kept
    finish(deployment.api, location)


def test_a_connection_that_hangs_may_not_write_once_another_goes_on(
    deployment: Deployment, second: httpx2.Client
) -> None:
    location = begin(deployment)
    with begin_sending(deployment, location, CUT) as hanging:
        wait_until(lambda: offset_of(second, location) > 0, "the first piece to be kept")
        # A piece may be stored between the question and the next request; a client then asks again, as here.
        wait_until(lambda: _goes_on(second, location), "the other connection to go on")
        hanging.sendall(CONTENT[CUT:])
        assert b" 409 " in hanging.recv(4096)
    finish(second, location)


def _goes_on(client: httpx2.Client, location: str) -> bool:
    offset = offset_of(client, location)
    answer = client.patch(location, headers=TUS | {"Upload-Offset": str(offset)}, content=CONTENT[offset : offset + 1])
    return answer.status_code == 204
