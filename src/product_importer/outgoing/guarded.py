"""The one HTTP client for addresses that users name: it reaches what it may and gives up when it should.

A name is resolved here, every one of its addresses is looked at, and the connection is made to one of those, so that
no second answer of a DNS server can lead elsewhere. Redirects are answers like any other.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

import httpcore2
from httpcore2 import SOCKET_OPTION, AsyncConnectionPool, AsyncNetworkBackend, AsyncNetworkStream

from product_importer.core.settings import Settings, get_settings
from product_importer.outgoing.addresses import Network, is_allowed
from product_importer.outgoing.resolving import Resolver
from product_importer.outgoing.urls import UrlRefused, check_url

READ_MAX = 64 * 1024
"""Of a longer answer the rest is not read, and the connection is closed."""

BODY_SECONDS = 2.0
"""How long an answer may take after its head; the head alone decides."""

CONNECT_SECONDS = 5.0
"""After so long the next address of a name is tried."""

_KEEP_ALIVE_SECONDS = 15.0


class SendFailed(Exception):
    """Why there was no answer: a stable code, and a sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Answer:
    """What a receiver said; `body` is at most READ_MAX bytes of it, as they came."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The first header of this name."""
        return next((value for known, value in self.headers if known.lower() == name), None)


class GuardedClient:
    """Sends requests, as an async context manager; its connections are kept for the next request.

    `allowed` are the networks beyond the public Internet that may be reached, else those of the settings.
    """

    def __init__(self, settings: Settings | None = None, allowed: Collection[Network] | None = None) -> None:
        settings = settings or get_settings()
        proxy = settings.webhook_proxy_url
        self._allowed = settings.webhook_allowed_cidrs if allowed is None else allowed
        self._backend = None if proxy else _PinningBackend(settings.webhook_dns_servers, self._allowed)
        self._pool = AsyncConnectionPool(
            ssl_context=httpcore2.default_ssl_context(),
            max_connections=None,
            max_keepalive_connections=settings.webhook_concurrency,
            keepalive_expiry=_KEEP_ALIVE_SECONDS,
            network_backend=self._backend,
            proxy=_proxy(proxy.get_secret_value()) if proxy else None,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.aclose()
        if self._backend:
            await self._backend.aclose()

    async def post(self, url: str, headers: Mapping[str, str], body: bytes, seconds: float) -> Answer:
        """Send `body`, and return the answer; raises SendFailed when there is none after `seconds` in all."""
        return await self._ask("POST", url, {**headers, "Content-Length": str(len(body))}, body, seconds)

    async def get(self, url: str, headers: Mapping[str, str], seconds: float) -> Answer:
        """The answer to a GET; raises SendFailed when there is none after `seconds` in all."""
        return await self._ask("GET", url, headers, b"", seconds)

    async def _ask(self, method: str, url: str, headers: Mapping[str, str], body: bytes, seconds: float) -> Answer:
        ends = time.monotonic() + seconds
        try:
            async with asyncio.timeout(seconds):
                return await self._send(method, url, headers, body, ends)
        except TimeoutError as late:
            raise SendFailed("timeout", f"There was no answer within {seconds:g} s.") from late
        except UrlRefused as refused:
            raise SendFailed(refused.code, str(refused)) from refused
        except httpcore2.ProxyError as failed:
            raise SendFailed("proxy_failed", f"The proxy refused: {failed}.") from failed
        except httpcore2.RemoteProtocolError as failed:
            raise SendFailed("answer_invalid", f"The answer was not HTTP: {failed}.") from failed
        except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as failed:
            raise _failed(failed) from failed

    async def _send(self, method: str, url: str, headers: Mapping[str, str], body: bytes, ends: float) -> Answer:
        to = check_url(url, self._allowed)
        head = [("Host", to.authority), ("Accept-Encoding", "identity")]
        request = httpcore2.URL(
            scheme=to.scheme.encode(), host=to.host.encode(), port=to.port, target=to.target.encode()
        )
        sent = [(name.encode(), value.encode()) for name, value in [*head, *headers.items()]]
        async with self._pool.stream(method, request, headers=sent, content=body) as response:
            answered = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
            return Answer(response.status, answered, await _read(response.aiter_stream(), ends))


async def _read(stream: AsyncIterator[bytes], ends: float) -> bytes:
    """What comes of the body in time: the head has said already whether the message has arrived."""
    body = bytearray()
    seconds = min(BODY_SECONDS, ends - time.monotonic() - 0.05)
    with suppress(TimeoutError, httpcore2.NetworkError, httpcore2.ProtocolError):
        async with asyncio.timeout(seconds):
            async for chunk in stream:
                body += chunk
                if len(body) >= READ_MAX:
                    break
    return bytes(body[:READ_MAX])


class _PinningBackend(AsyncNetworkBackend):
    """Connects to addresses that were looked at, never to a name."""

    def __init__(self, dns_servers: Sequence[str], allowed: Collection[Network]) -> None:
        self._inner = httpcore2.AnyIOBackend()
        self._resolver = Resolver(dns_servers)
        self._allowed = allowed

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> AsyncNetworkStream:
        """A connection to the first of the host's addresses that takes one; raises SendFailed if one is refused."""
        addresses = await self._resolver.addresses(host)
        if not addresses:
            raise SendFailed("name_not_found", f"The name {host} has no address. Check how it is spelled.")
        if not all(is_allowed(address, self._allowed) for address in addresses):
            raise _refused(host)
        *others, last = addresses
        for address in others:
            with suppress(httpcore2.NetworkError, httpcore2.TimeoutException):
                return await self._inner.connect_tcp(str(address), port, CONNECT_SECONDS, local_address, socket_options)
        return await self._inner.connect_tcp(str(last), port, timeout, local_address, socket_options)

    async def aclose(self) -> None:
        await self._resolver.aclose()


def _proxy(url: str) -> httpcore2.Proxy:
    parts = urlsplit(url)
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return httpcore2.Proxy(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}", auth=auth)


def _refused(host: str) -> SendFailed:
    return SendFailed(
        "address_not_allowed",
        f"{host} leads to an address that is not on the public Internet. If that is meant, have the operator name its "
        "network in WEBHOOK_ALLOWED_CIDRS.",
    )


def _failed(error: Exception) -> SendFailed:
    text = str(error) or type(error).__name__
    if "certificate" in text.lower() or "ssl" in text.lower():
        return SendFailed("tls_failed", f"No secure connection came about: {text}.")
    if isinstance(error, httpcore2.ConnectError):
        return SendFailed("connection_failed", f"No connection came about: {text}.")
    return SendFailed("connection_lost", f"The connection broke off before an answer: {text}.")
