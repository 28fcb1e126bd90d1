"""An S3 server in a process of its own, on a loopback address."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2
import obstore
from obstore.store import S3Store

from tests.servers.process import free_port
from tests.waiting import wait_until

BUCKET = "uploads-of-tests"
_START = "import moto.server, sys; moto.server.main(sys.argv[1:])"


@dataclass
class S3Server:
    """Keeps what it is given in memory: one that was killed and started anew has lost it."""

    host: str = "127.0.0.1"
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def settings(self) -> dict[str, str]:
        """The settings by which the product keeps its files here."""
        return {
            "STORAGE_URL": f"s3://{BUCKET}/some/prefix",
            "AWS_ENDPOINT_URL": f"http://{self.host}:{self.port}",
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
        }

    def start(self, before: "tuple[str, ...]" = ()) -> None:
        """Start the server and make the bucket; `before` stands before the command, as `ip netns exec` does."""
        arguments = [*before, sys.executable, "-c", _START, "--host", self.host, "--port", str(self.port)]
        self.process = subprocess.Popen(
            arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, env=os.environ
        )
        wait_until(self._answers, "the S3 server answers", 60)

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def objects(self) -> list[str]:
        """What is in the bucket."""
        return [one["path"] for batch in obstore.list(self._store()) for one in batch]

    def remove(self, path: str) -> None:
        obstore.delete(self._store(), path)

    def _store(self) -> S3Store:
        return S3Store(BUCKET, **_connection(self))

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None
        try:
            return httpx2.put(f"http://{self.host}:{self.port}/{BUCKET}").status_code == httpx2.codes.OK
        except httpx2.TransportError:
            return False


def _connection(server: S3Server) -> dict[str, Any]:
    return {
        "endpoint": f"http://{server.host}:{server.port}",
        "region": "us-east-1",
        "access_key_id": "testing",
        "secret_access_key": "testing",
        "client_options": {"allow_http": True},
    }


@contextmanager
def s3_server() -> Iterator[S3Server]:
    """A running server, ended at the end."""
    server = S3Server()
    try:
        server.start()
        yield server
    finally:
        server.kill()
