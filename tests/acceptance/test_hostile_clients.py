"""Clients that send too much, too oddly or nothing at all, to a server started as people start it."""

import json
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import httpx2
import psutil
import pytest

from product_importer.core.patience import HEADER_SECONDS
from tests.cli.commands import Running

MANY = 500
ENOUGH_SECONDS = 10
POST = b"POST /api/v1/products HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
GET = b"GET /api/v1/products HTTP/1.1\r\nHost: 127.0.0.1\r\n"
MIB = 1024**2


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("hostile") / "data", "up")
    try:
        running.wait_for("Ctrl-C")
        yield running
    finally:
        running.process.send_signal(signal.SIGINT)
        running.process.wait(timeout=60)


@contextmanager
def connected(server: Running) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", server.port), timeout=HEADER_SECONDS * 3) as connection:
        yield connection


def answer(server: Running, *pieces: bytes) -> bytes:
    """What the server says to these bytes, up to where it closes or has answered."""
    with connected(server) as connection:
        # A server that has refused already need not read the rest.
        with suppress(BrokenPipeError, ConnectionResetError):
            for piece in pieces:
                connection.sendall(piece)
        try:
            return connection.recv(65_536)
        except ConnectionResetError:
            return b""


def still_there(server: Running) -> None:
    asked = httpx2.get(f"http://127.0.0.1:{server.port}/api/v1/products", timeout=ENOUGH_SECONDS)
    assert asked.status_code == 200
    assert "request.crashed" not in server.seen()


REFUSED = {
    "a header of 100 kB": [GET, b"X: " + b"x" * 100_000, b"\r\n\r\n"],
    "10,000 headers": [GET, *(b"X-%d: a value\r\n" % number for number in range(10_000)), b"\r\n"],
    "a line of 1 MB": [b"GET /", b"x" * 1_000_000, b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"],
    "two lengths": [POST, b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"],
    "a length that is none": [POST, b"Content-Length: -2\r\n\r\n{}"],
    "a chunk that is none": [POST, b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n"],
    "a NUL in a header": [GET, b"X: a\x00b\r\n\r\n"],
    "a space before the colon": [GET, b"Content-Length : 2\r\n\r\n{}"],
    "two hosts": [GET, b"Host: shop.example\r\n\r\n"],
    "no host": [b"GET /api/v1/products HTTP/1.1\r\n\r\n"],
    "no HTTP": [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"],
}


@pytest.mark.parametrize("pieces", REFUSED.values(), ids=REFUSED)
def test_what_is_no_request_is_refused(server: Running, pieces: list[bytes]) -> None:
    said = answer(server, *pieces)
    assert said == b"" or said.startswith((b"HTTP/1.1 400", b"HTTP/1.1 403"))
    still_there(server)


def test_ten_thousand_short_headers_cost_little(server: Running) -> None:
    said = answer(server, GET, b"a:\r\n" * 10_000, b"\r\n")
    assert said.startswith((b"HTTP/1.1 200", b"HTTP/1.1 400"))
    still_there(server)


def test_a_body_of_100_mb_is_refused_without_being_kept(server: Running) -> None:
    api = psutil.Process(server.child("api"))
    before = api.memory_info().rss
    said = answer(server, POST, b"Content-Length: 104857600\r\n\r\n", *[b" " * MIB] * 100)
    assert said == b"" or said.startswith(b"HTTP/1.1 413")
    said = answer(server, POST, b"Transfer-Encoding: chunked\r\n\r\n", *[b"100000\r\n" + b" " * MIB + b"\r\n"] * 100)
    assert said == b"" or said.startswith(b"HTTP/1.1 413")
    assert api.memory_info().rss - before < 64 * MIB
    still_there(server)


def test_a_body_that_nests_without_end_is_refused(server: Running) -> None:
    for body in (b"[" * 100_000, b"[" * 100_000 + b"]" * 100_000, b'{"a":' * 50_000 + b"1" + b"}" * 50_000):
        assert b"HTTP/1.1 422" in answer(server, POST, b"Content-Length: %d\r\n\r\n" % len(body), body)
    deep = json.dumps({"sku": "A", "name": "A", "attributes": {}}).replace("{}", '{"a":' * 500 + "1" + "}" * 500)
    assert b"HTTP/1.1 422" in answer(server, POST, b"Content-Length: %d\r\n\r\n" % len(deep), deep.encode())
    still_there(server)


def test_five_hundred_idle_connections_keep_nobody_out_and_are_let_go(server: Running) -> None:
    with ExitStack() as stack:
        idle = [stack.enter_context(connected(server)) for _ in range(MANY)]
        # Some say nothing, some begin a request and do not end it.
        for connection in idle[::2]:
            connection.sendall(GET)
        still_there(server)
        for connection in idle:
            assert connection.recv(1) == b""
    still_there(server)
