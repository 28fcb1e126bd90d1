"""A receiver in a process of its own that verifies every signature and notes when each message came."""

import asyncio
import base64
import hashlib
import hmac
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any

_OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"

Arrivals = dict[str, float]


class BenchReceiver:
    """What the other process has noted, asked for over a pipe."""

    def __init__(self, pipe: "Connection[Any, Any]", port: int) -> None:
        self._pipe = pipe
        self.url = f"http://127.0.0.1:{port}/hook"

    def expect(self, secret: str) -> None:
        """Forget what came, and verify with this secret from now on; an empty one verifies nothing."""
        self._ask(secret)

    def arrivals(self) -> Arrivals:
        """When each message came first, by its id and the monotonic clock; raises if any was not verified."""
        found, wrong = self._ask(None)
        assert not wrong, f"{wrong} messages were not verified"
        arrived: Arrivals = found
        return arrived

    def _ask(self, question: str | None) -> Any:
        self._pipe.send(question)
        return self._pipe.recv()


@contextmanager
def bench_receiver(delay: float = 0) -> Iterator[BenchReceiver]:
    """A receiver that takes `delay` seconds for each answer."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(theirs, delay), daemon=True)
    process.start()
    try:
        yield BenchReceiver(ours, ours.recv())
    finally:
        process.kill()
        process.join()


def _run(pipe: "Connection[Any, Any]", delay: float) -> None:
    asyncio.run(_Server(pipe, delay).serve())


class _Server:
    def __init__(self, pipe: "Connection[Any, Any]", delay: float) -> None:
        self._pipe, self._delay = pipe, delay
        self._key = b""
        self._arrived: Arrivals = {}
        self._wrong = 0

    async def serve(self) -> None:
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, backlog=1024)
        asyncio.get_running_loop().add_reader(self._pipe.fileno(), self._answer)
        self._pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    def _answer(self) -> None:
        secret = self._pipe.recv()
        if secret is not None:
            self._key = base64.b64decode(secret.removeprefix("whsec_"))
            self._arrived, self._wrong = {}, 0
        self._pipe.send((self._arrived, self._wrong))

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
                headers = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if line)
                self._note(headers, await reader.readexactly(int(headers["content-length"])))
                if self._delay:
                    await asyncio.sleep(self._delay)
                writer.write(_OK)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    def _note(self, headers: dict[str, str], body: bytes) -> None:
        message = headers["webhook-id"]
        if self._key:
            signed = f"{message}.{headers['webhook-timestamp']}.".encode() + body
            expected = base64.b64encode(hmac.new(self._key, signed, hashlib.sha256).digest()).decode()
            # The head was lowered for its names; Base64 is compared the same way.
            self._wrong += headers.get("webhook-signature") != f"v1,{expected}".lower()
        self._arrived.setdefault(message, time.monotonic())
