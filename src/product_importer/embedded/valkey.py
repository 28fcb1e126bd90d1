"""A private Valkey server, which speaks the Redis protocol, for one machine."""

import signal
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from product_importer.embedded.binaries import valkey_binary
from product_importer.embedded.errors import ServerStartFailed
from product_importer.embedded.logs import log_tail, open_log
from product_importer.embedded.process import ChildProcess
from product_importer.embedded.sockets import make_private, remove_short, socket_dir_for

SOCKET = "valkey.sock"
START_SECONDS = 30.0
POLL_SECONDS = 0.02
# Nothing is kept on disk: the database holds the truth, Redis only wakes.
SETTINGS = {
    "port": "0",
    "unixsocketperm": "700",
    "save": "",
    "appendonly": "no",
    "maxmemory-policy": "noeviction",
    "loglevel": "warning",
    "daemonize": "no",
}


def celery_broker_url(redis_url: str) -> str:
    """The spelling of a Redis URL that Celery's broker setting understands."""
    return redis_url.replace("unix://", "redis+socket://", 1) if redis_url.startswith("unix://") else redis_url


class EmbeddedValkey:
    """Valkey on a Unix socket in a folder of mode 700, without TCP and without files of its own."""

    name = "redis"

    def __init__(self, data_dir: Path, socket_dir: Path | None = None) -> None:
        self.data_dir = Path(data_dir).absolute()
        self.log = self.data_dir / "server.log"
        self._socket_dir = socket_dir
        self._process: ChildProcess | None = None

    def start(self) -> str:
        """Start the server and return its URL, `unix:///…/valkey.sock`; raises ServerStartFailed."""
        if self.running:
            return self.url()
        self.data_dir.mkdir(parents=True, exist_ok=True)
        make_private(self.socket.parent)
        self._end_leftover()
        self._launch()
        self._await_ready()
        return self.url()

    def url(self) -> str:
        """The URL for redis-py."""
        return f"unix://{quote(str(self.socket))}"

    @property
    def socket(self) -> Path:
        """The path of the socket."""
        if self._socket_dir is None:
            self._socket_dir = socket_dir_for(self.data_dir, SOCKET)
        return self._socket_dir / SOCKET

    @property
    def running(self) -> bool:
        """Whether the server that this object started is still there."""
        return self._process is not None and self._process.running

    @property
    def pid(self) -> int | None:
        """The process id of the running server."""
        return self._process.pid if self._process and self._process.running else None

    def ended_how(self) -> str:
        """How the server ended, in words."""
        return self._process.ended_how() if self._process else "not started"

    def stop(self) -> None:
        """Stop the server; what it held is gone."""
        if self._process is not None:
            self._process.stop(((signal.SIGTERM, 10.0),))
            remove_short(self.socket.parent, self.data_dir)

    def end_now(self) -> None:
        """Cut a stop short."""
        if self._process is not None:
            self._process.send(signal.SIGKILL)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _launch(self) -> None:
        options = {**SETTINGS, "unixsocket": str(self.socket), "dir": str(self.data_dir)}
        arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
        self._process = ChildProcess([valkey_binary(), *arguments])
        with open_log(self.log) as log:
            self._process.start(log)

    def _await_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if not self.running:
                raise ServerStartFailed("Valkey", f"{self.ended_how()}. {log_tail(self.log)}", self.log)
            if time.monotonic() > deadline:
                self.stop()
                raise ServerStartFailed("Valkey", f"no answer in {START_SECONDS:.0f} s.", self.log)
            time.sleep(POLL_SECONDS)

    def _answers(self) -> bool:
        with self._client() as client:
            try:
                return bool(client.ping())
            except redis.ConnectionError:
                return False

    def _client(self) -> redis.Redis:
        # Without the client's own retries, which take seconds while the server is not there yet.
        return redis.Redis(unix_socket_path=str(self.socket), socket_timeout=5, retry=Retry(NoBackoff(), 0))

    def _end_leftover(self) -> None:
        """Stop a server that a killed run left on the same socket."""
        if self._answers():
            with self._client() as client:
                client.shutdown(nosave=True)
