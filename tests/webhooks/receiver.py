"""A real HTTP receiver in a thread of its own, which answers as a test tells it and keeps what it got."""

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

Answer = Callable[["Received", socket.socket], bool | None]
"""Writes the answer to the socket; true keeps the connection open for the next request."""


@dataclass(frozen=True)
class Received:
    """One request: `raw` is its head to the letter."""

    path: str
    headers: Mapping[str, str]
    body: bytes
    raw: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def data(self) -> Any:
        return self.json["data"]


def respond(status: int = 200, body: bytes = b"ok", headers: Mapping[str, str] | None = None) -> Answer:
    """An ordinary answer."""
    lines = [f"HTTP/1.1 {status} Answer", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    text = "\r\n".join([*lines, "", ""]).encode() + body

    def answer(_: Received, connection: socket.socket) -> bool:
        connection.sendall(text)
        return True

    return answer


@dataclass
class Receiver:
    """Listens on a port of its own; `answer` may be changed at any time."""

    answer: Answer = field(default_factory=respond)
    context: ssl.SSLContext | None = None
    got: list[Received] = field(default_factory=list)
    connections: int = 0

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port: int = self._listener.getsockname()[1]
        self._open: set[socket.socket] = set()
        self.ending = threading.Event()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"{'https' if self.context else 'http'}://127.0.0.1:{self.port}/hook"

    def bodies(self) -> list[Any]:
        """The JSON of everything received so far."""
        return [one.json for one in [*self.got]]

    def close(self) -> None:
        if self.ending.is_set():
            return
        self.ending.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in [*self._open]:
            connection.close()
        self._thread.join()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            self._open.add(connection)
            rest = b""
            while True:
                received, rest = _read_request(connection, rest)
                self.got.append(received)
                if not self.answer(received, connection):
                    return
        except (OSError, EOFError, ValueError):
            return
        finally:
            self._open.discard(connection)
            connection.close()


def _read_request(connection: socket.socket, rest: bytes) -> tuple[Received, bytes]:
    while b"\r\n\r\n" not in rest:
        rest += _more(connection)
    head, _, rest = rest.partition(b"\r\n\r\n")
    request_line, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = int(headers.get("content-length", 0))
    while len(rest) < length:
        rest += _more(connection)
    return Received(request_line.split(" ")[1], headers, rest[:length], head), rest[length:]


def _more(connection: socket.socket) -> bytes:
    chunk = connection.recv(65_536)
    if not chunk:
        raise EOFError
    return chunk


@contextmanager
def receiving(answer: Answer | None = None, context: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """A receiver for the length of the block."""
    receiver = Receiver(answer or respond(), context)
    try:
        yield receiver
    finally:
        receiver.close()
