"""The guarded client against real receivers and a real DNS server."""

import asyncio
import socket
import ssl
import struct
import time
from collections.abc import Iterator
from ipaddress import IPv4Network
from pathlib import Path
from typing import Any

import pytest
import trustme

from product_importer.core.settings import Settings
from product_importer.outgoing.guarded import READ_MAX, Answer, GuardedClient, SendFailed
from tests.outgoing.name_server import Names, name_server
from tests.webhooks.receiver import Received, receiving, respond

LOOPBACK = [IPv4Network("127.0.0.1/32")]


def post(url: str, seconds: float = 5, **settings: Any) -> Answer:
    async def posting() -> Answer:
        async with GuardedClient(Settings(**{"webhook_allowed_cidrs": LOOPBACK} | settings)) as client:
            return await client.post(url, {"X-Test": "yes"}, b"{}", seconds)

    return asyncio.run(posting())


def failure(url: str, seconds: float = 5, **settings: Any) -> str:
    with pytest.raises(SendFailed) as failed:
        post(url, seconds, **settings)
    assert str(failed.value).endswith(".")
    return failed.value.code


@pytest.fixture
def names() -> Iterator[Names]:
    with name_server() as server:
        yield server


def dns(names: Names) -> list[str]:
    return [f"127.0.0.1:{names.port}"]


@pytest.mark.covers("002:31")
def test_a_request_arrives_as_it_was_meant_and_its_answer_comes_back() -> None:
    with receiving(respond(202, b"thanks", {"X-Got": "it"})) as receiver:
        answer = post(receiver.url + "?a=b%20c")
    assert (answer.status, answer.body, answer.header("x-got")) == (202, b"thanks", "it")
    (got,) = receiver.got
    assert (got.path, got.body, got.headers["x-test"]) == ("/hook?a=b%20c", b"{}", "yes")
    assert got.headers["host"] == f"127.0.0.1:{receiver.port}"
    assert got.raw.count(b"Content-Length") == got.raw.count(b"Host") == 1


@pytest.mark.covers("002:525")
def test_connections_are_used_again() -> None:
    async def twice(url: str) -> None:
        async with GuardedClient(Settings(webhook_allowed_cidrs=LOOPBACK)) as client:
            for _ in range(3):
                await client.post(url, {}, b"{}", 5)

    with receiving() as receiver:
        asyncio.run(twice(receiver.url))
    assert (len(receiver.got), receiver.connections) == (3, 1)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "127.1"])
def test_a_blocked_address_is_not_connected_to_in_any_spelling(host: str) -> None:
    with receiving() as receiver:
        assert failure(f"http://{host}:{receiver.port}/", webhook_allowed_cidrs=[]) == "url_not_allowed"
    assert receiver.connections == 0


def test_a_name_is_looked_up_and_its_address_connected_to(names: Names) -> None:
    names.answers["shop.example"] = [["127.0.0.1"]]
    with receiving() as receiver:
        answer = post(f"http://shop.example:{receiver.port}/", webhook_dns_servers=dns(names))
    assert answer.status == 200
    assert receiver.got[0].headers["host"] == f"shop.example:{receiver.port}"


@pytest.mark.parametrize("addresses", [["127.0.0.2"], ["127.0.0.1", "10.0.0.1"], ["127.0.0.1", "64:ff9b::a00:1"]])
def test_a_name_with_any_blocked_address_is_not_connected_to(names: Names, addresses: list[str]) -> None:
    names.answers["evil.example"] = [addresses]
    with receiving() as receiver:
        url = f"http://evil.example:{receiver.port}/"
        assert failure(url, webhook_dns_servers=dns(names)) == "address_not_allowed"
    assert receiver.connections == 0


def test_an_answer_of_dns_that_changes_after_the_check_leads_nowhere_else(names: Names) -> None:
    """The first look-up is looked at and connected to; a second one, to a blocked address, is never made."""
    names.answers["rebinding.example"] = [["127.0.0.1"], ["127.0.0.2"]]
    with receiving() as receiver:
        url = f"http://rebinding.example:{receiver.port}/"
        assert post(url, webhook_dns_servers=dns(names)).status == 200
        assert names.asked.count("A rebinding.example") == 1
        assert failure(url, webhook_dns_servers=dns(names)) == "address_not_allowed"
    assert receiver.connections == 1


def test_a_name_without_an_address_is_named(names: Names) -> None:
    assert failure("http://nobody.example/", webhook_dns_servers=dns(names)) == "name_not_found"


def test_an_address_that_takes_no_connection_is_followed_by_the_next(names: Names) -> None:
    names.answers["two.example"] = [["127.0.0.2", "127.0.0.1"]]
    with receiving() as receiver:
        answer = post(
            f"http://two.example:{receiver.port}/",
            webhook_dns_servers=dns(names),
            webhook_allowed_cidrs=[IPv4Network("127.0.0.0/8")],
        )
    assert answer.status == 200


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_an_answer_and_not_followed(status: int) -> None:
    with receiving() as elsewhere, receiving(respond(status, b"", {"Location": elsewhere.url})) as receiver:
        assert post(receiver.url).status == status
    assert elsewhere.connections == 0


def test_of_a_long_answer_only_the_beginning_is_read() -> None:
    with receiving(respond(200, b"x" * 10_000_000)) as receiver:
        answer = post(receiver.url)
    assert (answer.status, len(answer.body)) == (200, READ_MAX)


@pytest.mark.covers("002:526", "004:332")
def test_the_deadline_is_of_everything_together() -> None:
    def hang(_: Received, connection: socket.socket) -> None:
        receiver.ending.wait(10)

    with receiving(hang) as receiver:
        began = time.monotonic()
        assert failure(receiver.url, 0.3) == "timeout"
        assert time.monotonic() - began < 2


def test_a_head_that_drips_is_cut_off_by_the_deadline() -> None:
    def drip(_: Received, connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while not receiver.ending.wait(0.05):
            connection.sendall(b"X-Drip: 1\r\n")

    with receiving(drip) as receiver:
        began = time.monotonic()
        assert failure(receiver.url, 0.4) == "timeout"
        assert time.monotonic() - began < 2


def test_a_body_that_drips_does_not_undo_the_answer_that_its_head_gave() -> None:
    def drip(_: Received, connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while not receiver.ending.wait(0.05):
            connection.sendall(b"x")

    with receiving(drip) as receiver:
        answer = post(receiver.url, 0.5)
    assert answer.status == 200
    assert 0 < len(answer.body) < 100


def reset(_: Received, connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def no_http(_: Received, connection: socket.socket) -> None:
    connection.sendall(b"SSH-2.0-OpenSSH_9.9\r\n\r\n")


def broken_chunks(_: Received, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")


def two_lengths(_: Received, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")


@pytest.mark.parametrize(
    ("answer", "code"), [(reset, "connection_lost"), (no_http, "answer_invalid"), (two_lengths, "answer_invalid")]
)
def test_an_answer_that_is_none_is_told_in_words(answer: Any, code: str) -> None:
    with receiving(answer) as receiver:
        assert failure(receiver.url) == code


def test_broken_chunks_leave_the_status_that_was_said() -> None:
    with receiving(broken_chunks) as receiver:
        assert post(receiver.url).status == 500


def test_nobody_listening_is_told_in_words() -> None:
    with receiving() as receiver:
        url = receiver.url
    assert failure(url) == "connection_failed"


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


def serving(authority: trustme.CA, *identities: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*identities).configure_cert(context)
    return context


def test_tls_is_verified_for_the_name_although_the_connection_is_to_its_address(
    names: Names, authority: trustme.CA
) -> None:
    names.answers["shop.example"] = [["127.0.0.1"]]
    with receiving(context=serving(authority, "shop.example")) as receiver:
        url = f"https://shop.example:{receiver.port}/"
        assert post(url, webhook_dns_servers=dns(names)).status == 200


@pytest.mark.parametrize("wrong", ["name", "authority"])
def test_bad_tls_is_refused(names: Names, authority: trustme.CA, wrong: str) -> None:
    names.answers["shop.example"] = [["127.0.0.1"]]
    signer = trustme.CA() if wrong == "authority" else authority
    name = "other.example" if wrong == "name" else "shop.example"
    with receiving(context=serving(signer, name)) as receiver:
        url = f"https://shop.example:{receiver.port}/"
        assert failure(url, webhook_dns_servers=dns(names)) == "tls_failed"
    assert receiver.got == []


def test_a_proxy_carries_the_request_where_one_is_set() -> None:
    with receiving() as proxy:
        answer = post(
            "http://shop.example/hook",
            webhook_proxy_url=f"http://me:p%40ss@127.0.0.1:{proxy.port}",
            webhook_allowed_cidrs=[],
        )
    assert answer.status == 200
    (got,) = proxy.got
    assert got.path == "http://shop.example/hook"
    assert got.headers["proxy-authorization"] == "Basic bWU6cEBzcw=="


def test_an_address_that_is_blocked_is_not_asked_of_a_proxy_either() -> None:
    with receiving() as proxy:
        assert (
            failure("http://[::1]/", webhook_proxy_url=f"http://127.0.0.1:{proxy.port}", webhook_allowed_cidrs=[])
            == "url_not_allowed"
        )
    assert proxy.connections == 0
