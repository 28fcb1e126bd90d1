"""Clients that take for ever, and bodies and headers that are too large, on a real socket."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPResponse

import pytest
import uvicorn
from fastapi.testclient import TestClient

from product_importer.core import patience
from product_importer.main import MOST_BODY_BYTES
from tests.conftest import application
from tests.waiting import wait_until

HEAD = b"POST /api/v1/products HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"


@pytest.fixture
def address(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    """The API behind the protocol that waits only so long, which is short here."""
    monkeypatch.setattr(patience, "HEADER_SECONDS", 0.5)
    monkeypatch.setattr(patience, "SILENCE_SECONDS", 0.5)
    config = uvicorn.Config(
        application(),
        port=0,
        http=patience.PatientProtocol,
        h11_max_incomplete_event_size=patience.HEADER_BYTES,
        lifespan="off",
        log_config=None,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    wait_until(lambda: server.started, "the server starts")
    yield server.servers[0].sockets[0].getsockname()
    server.should_exit = True
    thread.join()


@contextmanager
def connected(address: tuple[str, int]) -> Iterator[socket.socket]:
    with socket.create_connection(address, timeout=10) as connection:
        yield connection


def read_to_end(connection: socket.socket) -> bytes:
    """What the server says until it closes; fails when it does not within ten seconds."""
    said = b""
    while piece := connection.recv(65_536):
        said += piece
    return said


@contextmanager
def dripping(connection: socket.socket) -> Iterator[None]:
    """Meanwhile a byte is sent again and again, for as long as the server takes it."""
    stop = threading.Event()

    def drip() -> None:
        while not stop.wait(0.05):
            try:
                connection.sendall(b" ")
            except OSError:
                return

    thread = threading.Thread(target=drip)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize("begun", [b"", b"G", HEAD])
def test_headers_that_never_end_are_waited_for_only_so_long(address: tuple[str, int], begun: bytes) -> None:
    with connected(address) as connection:
        connection.sendall(begun)
        assert read_to_end(connection) == b""


def test_headers_that_drip_are_no_better(address: tuple[str, int]) -> None:
    with connected(address) as connection:
        connection.sendall(HEAD + b"X: ")
        with dripping(connection), suppress(ConnectionResetError):
            assert read_to_end(connection) == b""


def test_a_body_that_falls_silent_is_given_up(address: tuple[str, int]) -> None:
    with connected(address) as connection:
        connection.sendall(HEAD + b"Content-Length: 1000\r\n\r\n{")
        assert read_to_end(connection).startswith(b"HTTP/1.1 499")


def test_a_body_that_drips_has_an_end(address: tuple[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "BODY_SECONDS", 1.0)
    with connected(address) as connection:
        connection.sendall(HEAD + b"Content-Length: 1000\r\n\r\n{")
        with dripping(connection):
            assert read_to_end(connection).startswith(b"HTTP/1.1 499")


def test_a_second_request_on_a_connection_is_served_and_waited_for_alike(address: tuple[str, int]) -> None:
    with connected(address) as connection:
        for _ in range(2):
            connection.sendall(b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            with HTTPResponse(connection) as answer:
                answer.begin()
                assert (answer.status, answer.read()) == (200, b'{"status":"ok","reasons":{}}')
        connection.sendall(b"GET /health/live HTTP/1.1\r\nHost")
        assert b"200" not in read_to_end(connection)


def test_headers_that_are_too_large_are_refused(address: tuple[str, int]) -> None:
    with connected(address) as connection:
        connection.sendall(HEAD + b"X: " + b"x" * (patience.HEADER_BYTES * 2))
        assert connection.recv(65_536).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("path", ["/api/v1/products", "/api/v1/session", "/api/v1/views"])
def test_a_body_that_is_too_large_is_refused(client: TestClient, path: str) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(MOST_BODY_BYTES // 1024**2 + 1):
            yield b" " * 1024**2

    for content in (b" " * (MOST_BODY_BYTES + 1), pieces()):
        answer = client.post(path, content=content, headers={"Content-Type": "application/json"})
        assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")
