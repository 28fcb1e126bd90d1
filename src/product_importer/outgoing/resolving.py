"""Looking up names without a thread for each: a DNS server that does not answer holds up only who asked for it."""

import asyncio
import socket
from collections.abc import Sequence
from ipaddress import ip_address

import aiodns

from product_importer.outgoing.addresses import Address, literal


class Resolver:
    """Asks the system's DNS servers, or those given as `address[:port]`; knows the system's table of hosts too."""

    def __init__(self, servers: Sequence[str]) -> None:
        self._servers = servers
        self._resolver: aiodns.DNSResolver | None = None

    async def addresses(self, host: str) -> list[Address]:
        """Every address of a host, in the order in which to try them; empty when it has none."""
        written = literal(host)
        if written is not None:
            return [written]
        if self._resolver is None:
            self._resolver = aiodns.DNSResolver(nameservers=self._servers or None, loop=asyncio.get_running_loop())
        try:
            found = await self._resolver.getaddrinfo(host, type=socket.SOCK_STREAM)
        except aiodns.error.DNSError:
            return []
        # A link-local answer may carry a zone, which decides nothing here.
        texts = (node.addr[0].decode().partition("%")[0] for node in found.nodes)
        return [ip_address(text) for text in dict.fromkeys(texts)]

    async def aclose(self) -> None:
        if self._resolver is not None:
            await self._resolver.close()
