"""Which Host headers mean this machine, and which pages may write."""

import pytest

from product_importer.access.origins import is_loopback_host, may_write

HOST = "127.0.0.1:8000"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", HOST, "127.8.9.10:1", "localhost", "LOCALHOST:8000", "[::1]", "[::1]:8000", "[0:0:0:0:0:0:0:1]:80"],
)
def test_loopback_names_are_this_machine(host: str) -> None:
    assert is_loopback_host(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "example.com",
        "example.com:8000",
        "localhost.example.com",
        "127.0.0.1.example.com",
        "example.com@127.0.0.1",
        "127.0.0.1@example.com",
        "127.0.0.1/../example.com",
        "127.0.0.1#example.com",
        "127.0.0.1?",
        "127.0.0.1:x",
        "127.0.0.1:99999",
        "127.1",
        "2130706433",
        "0.0.0.0",
        "192.168.0.1",
        "10.0.0.1:8000",
        "::1",
        "[::2]",
        "[::1",
        "[fe80::1]",
        " 127.0.0.1",
        "localhost,example.com",
    ],
)
def test_any_other_name_is_not(host: str) -> None:
    assert not is_loopback_host(host)


@pytest.mark.parametrize(
    ("origin", "fetch_site"),
    [
        (None, None),
        ("http://127.0.0.1:8000", None),
        ("http://127.0.0.1:8000", "same-origin"),
        (None, "same-origin"),
        (None, "none"),
    ],
)
def test_programs_and_our_own_pages_may_write(origin: str | None, fetch_site: str | None) -> None:
    assert may_write(HOST, origin, fetch_site, [])


@pytest.mark.parametrize(
    ("origin", "fetch_site"),
    [
        ("http://example.com", None),
        ("http://example.com", "cross-site"),
        ("null", None),
        ("", None),
        ("127.0.0.1:8000", None),
        ("file://127.0.0.1:8000", None),
        ("http://127.0.0.1:3000", "same-site"),
        ("http://127.0.0.1:3000", None),
        ("http://localhost:8000", None),
        ("http://127.0.0.1:8000", "cross-site"),
        ("http://127.0.0.1:8000@example.com", None),
        (None, "cross-site"),
        (None, "same-site"),
        (None, "something-new"),
    ],
)
def test_pages_of_other_origins_may_not(origin: str | None, fetch_site: str | None) -> None:
    assert not may_write(HOST, origin, fetch_site, [])


def test_a_trusted_origin_may_write() -> None:
    trusted = ["http://localhost:5173"]
    assert may_write(HOST, "http://localhost:5173", "cross-site", trusted)
    assert not may_write(HOST, "http://localhost:5174", "same-site", trusted)
