"""Commands run as real processes."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
from typer.testing import Result

from tests.waiting import wait_until

Command = Callable[..., Result]
SETTINGS = (
    "DATABASE_URL",
    "REDIS_URL",
    "CELERY_BROKER_URL",
    "STORAGE_URL",
    "DATA_DIR",
    "HOST",
    "PORT",
    "AUTH",
    "SECRET_KEY",
)


class Running:
    """A command that runs in a session of its own, as in a terminal."""

    def __init__(self, data_dir: Path, *arguments: object, **settings: str) -> None:
        self.data_dir = data_dir
        self.port = free_port()
        self.output = data_dir.with_suffix(".output")
        options = ["--data-dir", str(data_dir), "--port", str(self.port)]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "product_importer.cli", *map(str, arguments), *options],
                stdout=output,
                stderr=subprocess.STDOUT,
                env=own_servers() | settings,
                start_new_session=True,
            )

    def seen(self) -> str:
        """What it has printed so far."""
        return self.output.read_text()

    def wait_for(self, text: str, seconds: float = 120) -> None:
        """Wait until it has printed a text."""
        wait_until(lambda: text in self.seen() or self.process.poll() is not None, text, seconds)
        assert text in self.seen()

    def child(self, name: str) -> int:
        """The process id of one of its programs."""
        children = psutil.Process(self.process.pid).children()
        return next(child.pid for child in children if child.cmdline()[-1] == name)

    def left_over(self) -> list[int]:
        """Processes that still work in its data folder."""
        found = psutil.process_iter(["pid", "cmdline", "cwd", "environ", "status"])
        return [
            process.pid
            for process in found
            if process.info["status"] != psutil.STATUS_ZOMBIE
            and process.pid != os.getpid()
            and (
                str(self.data_dir) in " ".join([*(process.info["cmdline"] or []), process.info["cwd"] or ""])
                or (process.info["environ"] or {}).get("DATA_DIR") == str(self.data_dir)
            )
        ]


def own_servers() -> dict[str, str]:
    """The environment without settings, so that a command brings servers of its own."""
    return {name: value for name, value in os.environ.items() if name not in SETTINGS}


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
    return port


def run(*arguments: object, **settings: str) -> "subprocess.CompletedProcess[str]":
    """Run a command as a process of its own, to its end."""
    return subprocess.run(
        [sys.executable, "-m", "product_importer.cli", *map(str, arguments)],
        env=own_servers() | settings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
