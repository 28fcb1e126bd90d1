"""Clients that take their time or send too much: how long the API waits for a request, and how much it reads of it.

A connection costs little, and thousands that never finish cost all there are.
"""

import asyncio
import re
from typing import Any

import h11
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from product_importer.core.errors import TooLarge
from product_importer.core.problem_handlers import problem_response

HEADER_SECONDS = 20.0
"""From the beginning of a request to the end of its headers."""
SILENCE_SECONDS = 60.0
"""Between two pieces of a body, however long the whole takes: a large file over a slow line is a good client."""
HEADER_BYTES = 64 * 1024


class PatientProtocol(H11Protocol):
    """uvicorn's HTTP/1.1, which by itself waits for headers for ever."""

    _due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._look_at_the_clock()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._look_at_the_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_the_clock()
        super().connection_lost(exc)

    def _look_at_the_clock(self) -> None:
        if self.conn.their_state is not h11.IDLE:
            self._stop_the_clock()
        elif self._due is None:
            self._due = self.loop.call_later(HEADER_SECONDS, self.transport.close)

    def _stop_the_clock(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None


class BoundedBodies:
    """ASGI middleware: whoever falls silent in the middle of a body counts as gone, and no body is larger than allowed.

    How large it is does not matter on the paths that match `but`.
    """

    def __init__(self, app: ASGIApp, most_bytes: int, but: re.Pattern[str]) -> None:
        self.app = app
        self._most_bytes = most_bytes
        self._but = but

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        waiting = _waiting(receive)
        if self._but.fullmatch(scope["path"]):
            await self.app(scope, waiting, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced) > self._most_bytes:
            await problem_response(self._too_large())(scope, receive, send)
            return
        await self.app(scope, self._counting(waiting), send)

    def _counting(self, receive: Receive) -> Receive:
        taken = 0

        async def receiving() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._most_bytes:
                raise self._too_large()
            return message

        return receiving

    def _too_large(self) -> TooLarge:
        return TooLarge("body_too_large", f"The body is larger than the {self._most_bytes:,} bytes allowed. Send less.")


def _waiting(receive: Receive) -> Receive:
    complete = False

    async def receiving() -> Message:
        nonlocal complete
        if complete:
            # What comes now is that the client leaves, and until then a stream goes on.
            return await receive()
        try:
            async with asyncio.timeout(SILENCE_SECONDS):
                message: dict[str, Any] = dict(await receive())
        except TimeoutError:
            complete = True
            return {"type": "http.disconnect"}
        complete = not message.get("more_body", False)
        return message

    return receiving
