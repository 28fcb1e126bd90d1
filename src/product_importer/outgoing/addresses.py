"""Which network addresses a webhook may be sent to: pure rules, because what is called private hides in many forms."""

import re
import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# Forms of IPv6 that carry an IPv4 address in their last four bytes: what counts is where a packet to it ends.
_EMBEDDING = tuple(
    IPv6Network(network)
    for network in (
        "::ffff:0:0/96",  # IPv4-mapped
        "::ffff:0:0:0/96",  # IPv4-translated, RFC 2765
        "::/96",  # IPv4-compatible
        "64:ff9b::/96",  # NAT64, RFC 6052
    )
)

# Beyond what `is_global` knows. Of IPv6 all but 2000::/3 is refused anyway.
_REFUSED = tuple(
    ip_network(network)
    for network in (
        "192.88.99.0/24",  # 6to4 relays
        "2001::/23",  # Teredo, ORCHID, benchmarking and whatever else the IETF keeps for protocols
        "2001:db8::/32",
        "2002::/16",  # 6to4
        "3fff::/20",  # documentation, RFC 9637
    )
)
_UNICAST = IPv6Network("2000::/3")

_NUMBER = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*")


def is_allowed(address: Address, allowed: Collection[Network]) -> bool:
    """Whether a webhook may be sent there: it is on the public Internet, or in one of the networks `allowed`."""
    meant = _meant(address)
    if any(one.version == network.version and one in network for one in (address, meant) for network in allowed):
        return True
    if any(meant.version == network.version and meant in network for network in _REFUSED):
        return False
    if isinstance(meant, IPv6Address) and meant not in _UNICAST:
        return False
    return meant.is_global and not (meant.is_multicast or meant.is_reserved)


def _meant(address: Address) -> Address:
    if isinstance(address, IPv6Address) and any(address in network for network in _EMBEDDING):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def literal(host: str) -> Address | None:
    """The address that a host is written as, in any spelling a resolver takes: `0x7f.1`, `2130706433`, `[::1]`.

    Null for a name. Raises ValueError for what looks like an address and is none, or names a network interface.
    """
    bare = host.removeprefix("[").removesuffix("]")
    if ":" in bare:
        if "%" in bare:
            raise ValueError("an address with a zone is of this machine's own network")
        return ip_address(bare)
    last = bare.rstrip(".").rpartition(".")[2]
    if _NUMBER.fullmatch(last) is None:
        return None
    try:
        return IPv4Address(socket.inet_aton(bare.rstrip(".")))
    except OSError as wrong:
        raise ValueError("it ends in a number and is no IPv4 address") from wrong
