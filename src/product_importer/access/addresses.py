"""As what the address of a client is counted."""

from ipaddress import IPv6Address, ip_address, ip_network

UNKNOWN = "unknown"
# Whoever has an IPv6 address has as many as these.
_OF_ONE_CUSTOMER = 64


def counted_as(address: str | None) -> str:
    """The address, or of IPv6 the network that one customer has; `unknown` for a Unix socket."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return UNKNOWN
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return str(ip_network((found, _OF_ONE_CUSTOMER), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)
