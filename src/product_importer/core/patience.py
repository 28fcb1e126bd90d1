"""Clients that take their time or send too much: how long the API waits for a request, and how much it reads of it.

A connection costs little, and thousands that never finish cost all there are.
"""

import asyncio
import math
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
BODY_SECONDS = 300.0
"""For the whole of a body that is no file: 8 MiB at 28 kB/s. Who sends a byte now and then would stay for weeks."""
HEADER_BYTES = 64 * 1024
_ANSWERED = (h11.DONE, h11.MUST_CLOSE)


class PatientProtocol(H11Protocol):
    """uvicorn's HTTP/1.1, which by itself waits for headers for ever."""

    _due: asyncio.TimerHandle | None = None
    _awaited: object = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._look_at_the_clock()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._look_at_the_clock()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._look_at_the_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_the_clock()
        super().connection_lost(exc)

    def _look_at_the_clock(self) -> None:
        awaited = self.conn.their_state
        # A body is the application's to wait for, until it has answered without it: the rest then has to come, too.
        if awaited is not h11.IDLE and not (awaited is h11.SEND_BODY and self.conn.our_state in _ANSWERED):
            self._stop_the_clock()
        elif awaited is not self._awaited:
            self._stop_the_clock()
            self._awaited = awaited
            seconds = HEADER_SECONDS if awaited is h11.IDLE else SILENCE_SECONDS
            self._due = self.loop.call_later(seconds, self.transport.close)

    def _stop_the_clock(self) -> None:
        self._awaited = None
        if self._due is not None:
            self._due.cancel()
            self._due = None


class BoundedBodies:
    """ASGI middleware: whoever falls silent in the middle of a body counts as gone, and no body is larger than allowed.

    How large it is, and how long the whole takes, does not matter on the paths that match `but`.
    """

    def __init__(self, app: ASGIApp, most_bytes: int, but: re.Pattern[str]) -> None:
        self.app = app
        self._most_bytes = most_bytes
        self._but = but

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self._but.fullmatch(scope["path"]):
            await self.app(scope, _waiting(receive, math.inf), send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced) > self._most_bytes:
            await problem_response(self._too_large())(scope, receive, send)
            return
        await self.app(scope, self._counting(_waiting(receive, BODY_SECONDS)), send)

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


def _waiting(receive: Receive, most_seconds: float) -> Receive:
    complete = False
    due = asyncio.get_running_loop().time() + most_seconds

    async def receiving() -> Message:
        nonlocal complete
        if complete:
            # What comes now is that the client leaves, and until then a stream goes on.
            return await receive()
        try:
            silent = asyncio.get_running_loop().time() + SILENCE_SECONDS
            async with asyncio.timeout_at(min(silent, due)):
                message: dict[str, Any] = dict(await receive())
        except TimeoutError:
            complete = True
            return {"type": "http.disconnect"}
        complete = not message.get("more_body", False)
        return message

    return receiving
