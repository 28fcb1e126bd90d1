"""Where a webhook may be registered for: what can be said of a URL without asking anybody."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

import idna

from product_importer.outgoing.addresses import Network, is_allowed, literal

URL_MAX = 2_000
_UNFIT = re.compile(r"[\x00-\x20\x7f-\x9f\\\s]")
_OWN_NAMES = ("localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_LOOPBACK = "127.0.0.1"
_PORTS = {"http": 80, "https": 443}


class UrlRefused(ValueError):
    """Why a URL cannot be a webhook's: a stable code, and a sentence that says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Target:
    """A URL taken apart: `host` is ASCII and never bracketed, `port` null for the usual one, `target` as it is sent."""

    scheme: str
    host: str
    port: int | None
    target: str

    @property
    def authority(self) -> str:
        """What the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"


def parse_url(url: str) -> Target:
    """The parts of a webhook's URL; raises UrlRefused."""
    if len(url) > URL_MAX:
        raise UrlRefused("url_too_long", f"The URL has {len(url)} characters. Shorten it to {URL_MAX}.")
    if _UNFIT.search(url):
        raise _invalid("holds a blank, a backslash or a control character. Encode it as %20 or the like")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as wrong:
        raise _invalid(f"cannot be read ({wrong})") from wrong
    if parts.scheme not in _PORTS:
        raise _invalid("does not begin with https:// or http://")
    if "@" in parts.netloc:
        raise UrlRefused(
            "url_credentials", "The URL holds a user name or password. Send it as an `Authorization` header instead."
        )
    if parts.fragment or url.endswith("#"):
        raise _invalid("has a part after `#`, which is never sent. Leave it out")
    if port == 0:
        raise _invalid("has the port 0. Name the port that the receiver listens on")
    return Target(parts.scheme, _host(parts), None if port == _PORTS[parts.scheme] else port, _target(parts))


def check_url(url: str, allowed: Collection[Network]) -> Target:
    """The same of a URL that may be sent to; the addresses of a name are looked up, and looked at, when it is sent."""
    target = parse_url(url)
    host = target.host
    address = literal(_LOOPBACK if host in _OWN_NAMES or host.endswith(".localhost") else host)
    if address is not None and not is_allowed(address, allowed):
        raise UrlRefused(
            "url_not_allowed",
            f"{host} is not an address on the public Internet. Use a public one, or have the operator name its network "
            "in WEBHOOK_ALLOWED_CIDRS.",
        )
    return target


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    try:
        # First, because characters beyond ASCII may stand for the digits of an address.
        host = host if host.isascii() else idna.encode(host, uts46=True).decode()
        address = literal(host)
    except (ValueError, UnicodeError) as wrong:
        raise _invalid(f"has a host that is neither a name nor an address ({wrong})") from wrong
    if address is not None:
        # In the one spelling that is looked at and connected to.
        return str(address)
    name = host.removesuffix(".")
    if not name or len(name) > 253 or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise _invalid("has no host, or one that is no name")
    return name


def _target(parts: SplitResult) -> str:
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not target.isascii():
        raise _invalid("has characters beyond ASCII behind the host. Encode them as %C3%A9 or the like")
    return target


def _invalid(what: str) -> UrlRefused:
    return UrlRefused("url_invalid", f"The URL {what}.")
