"""Whether a request comes to, and from, where it should: pure rules over its headers."""

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_FETCHES = frozenset({"same-origin", "none"})


def is_loopback_host(host: str) -> bool:
    """Whether a Host header, with any port, can only mean this machine: `localhost`, `127.0.0.0/8` or `[::1]`."""
    try:
        parts = urlsplit(f"//{host}")
        name, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if name is None or parts.netloc != host or parts.username is not None:
        return False
    return name == "localhost" or _is_loopback_address(name)


def _is_loopback_address(name: str) -> bool:
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def may_write(host: str, origin: str | None, fetch_site: str | None, trusted: Collection[str]) -> bool:
    """Whether a request that changes something was made by our own pages, a trusted origin, or no browser.

    A browser says `Origin` with every write, and says `Sec-Fetch-Site` whether the page may be ours; a program says
    neither.
    """
    if origin is not None and origin in trusted:
        return True
    if fetch_site is not None and fetch_site.lower() not in _OWN_FETCHES:
        return False
    return origin is None or _same_host(origin, host)


def _same_host(origin: str, host: str) -> bool:
    scheme, separator, rest = origin.partition("://")
    return bool(separator) and scheme in {"http", "https"} and rest.lower() == host.lower()
