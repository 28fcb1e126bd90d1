"""Which addresses a webhook may be sent to: every range that is refused, in every form and spelling."""

from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_address

import pytest

from product_importer.outgoing.addresses import Network, is_allowed, literal
from product_importer.outgoing.urls import UrlRefused, check_url, parse_url

REFUSED = {
    "this host": ["0.0.0.0", "0.1.2.3", "::"],
    "private": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12::1"],
    "shared by carriers": ["100.64.0.1", "100.127.255.255"],
    "loopback": ["127.0.0.1", "127.255.255.254", "::1"],
    "link-local and metadata": ["169.254.169.254", "fe80::1", "febf::1"],
    "site-local": ["fec0::1", "feff::1"],
    "protocols": ["192.0.0.1", "192.0.0.170", "2001::1", "2001:20::1", "2001:2::1"],
    "documentation": ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
    "benchmarks": ["198.18.0.1", "198.19.255.255"],
    "6to4": ["192.88.99.1", "2002:7f00:1::", "2002:808:808::"],
    "teredo": ["2001:0:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    "multicast": ["224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"],
    "reserved": ["240.0.0.1", "255.255.255.255", "4000::1", "100::1", "5f00::1"],
    "mapped": ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1"],
    "compatible": ["::7f00:1", "::10.0.0.1"],
    "NAT64": ["64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::808:808", "64:ff9b::169.254.169.254"],
}
ALLOWED = ["8.8.8.8", "1.1.1.1", "192.88.98.1", "2606:4700::1111", "2a00:1450::1", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("address", [address for group in REFUSED.values() for address in group])
def test_an_address_that_is_not_on_the_public_internet_is_refused(address: str) -> None:
    assert not is_allowed(ip_address(address), [])


@pytest.mark.parametrize("address", ALLOWED)
def test_a_public_address_is_allowed(address: str) -> None:
    assert is_allowed(ip_address(address), [])


def test_a_network_of_the_settings_is_allowed_in_every_form_of_its_addresses() -> None:
    networks: list[Network] = [IPv4Network("10.1.0.0/16"), IPv6Network("fd00::/64")]
    for address in ("10.1.2.3", "::ffff:10.1.2.3", "fd00::7"):
        assert is_allowed(ip_address(address), networks)
    for address in ("10.2.0.1", "::ffff:10.2.0.1", "fd00:1::7", "127.0.0.1"):
        assert not is_allowed(ip_address(address), networks)


@pytest.mark.parametrize("spelling", ["127.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "127.0.0.1."])
def test_every_spelling_of_an_address_is_that_address(spelling: str) -> None:
    assert literal(spelling) == IPv4Address("127.0.0.1")
    assert parse_url(f"http://{spelling}/").host == "127.0.0.1"


@pytest.mark.parametrize("name", ["example.com", "7f.example", "127.example.com", "localhost"])
def test_a_name_is_no_address(name: str) -> None:
    assert literal(name) is None


@pytest.mark.parametrize("wrong", ["1.2.3.4.5", "256.1.1.1", "example.1", "[fe80::1%25eth0]", "[::1::]", "0xfffffffff"])
def test_what_looks_like_an_address_and_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(UrlRefused):
        parse_url(f"http://{wrong}/")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://127.0.0.1/", "url_not_allowed"),
        ("http://2130706433/", "url_not_allowed"),
        ("http://0x7f.1/", "url_not_allowed"),
        ("http://[::ffff:127.0.0.1]/", "url_not_allowed"),
        ("https://LOCALHOST./", "url_not_allowed"),
        ("http://shop.localhost/", "url_not_allowed"),
        ("http://１２７.0.0.1/", "url_not_allowed"),
        ("http://169.254.169.254/latest/meta-data/", "url_not_allowed"),
        ("ftp://example.com/", "url_invalid"),
        ("https://me:pw@example.com/", "url_credentials"),
        ("https://example.com@127.0.0.1/", "url_credentials"),
        ("https://example.com/#part", "url_invalid"),
        ("https://exa mple.com/", "url_invalid"),
        ("https://example.com\\@127.0.0.1/", "url_invalid"),
        ("https://example.com/\r\nX-Evil: 1", "url_invalid"),
        ("https:///path", "url_invalid"),
        ("https://example.com:0/", "url_invalid"),
        ("https://example.com:99999/", "url_invalid"),
        ("https://exämple..com/", "url_invalid"),
        ("https://example.com/é", "url_invalid"),
        ("https://example.com/" + "x" * 2_000, "url_too_long"),
    ],
)
def test_a_url_that_cannot_or_may_not_be_sent_to_is_refused_with_its_reason(url: str, code: str) -> None:
    with pytest.raises(UrlRefused) as refused:
        check_url(url, [])
    assert refused.value.code == code


def test_a_name_beyond_ascii_is_sent_as_dns_has_it() -> None:
    target = parse_url("https://exämple.com:8443/a?b=c")
    assert (target.host, target.port, target.target) == ("xn--exmple-cua.com", 8443, "/a?b=c")
    assert target.authority == "xn--exmple-cua.com:8443"
