"""One of our own long-running commands, run as a child process whose lines are passed on."""

import signal
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import IO

from product_importer.embedded.process import ChildProcess

Listener = Callable[[str, str], None]


class Program:
    """A command with a name; each line it prints goes to `on_line(name, line)`.

    On stop it gets SIGTERM and `stop_seconds` to finish what it is doing.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        environment: Mapping[str, str],
        on_line: Listener,
        stop_seconds: float = 10.0,
    ) -> None:
        self.name = name
        self._process = ChildProcess(command, environment=environment)
        self._on_line = on_line
        self._stop_seconds = stop_seconds
        self._reader: threading.Thread | None = None

    def start(self) -> None:
        """Start the command."""
        self._process.start(subprocess.PIPE)
        self._reader = threading.Thread(target=self._pass_on, args=(self._process.output,), daemon=True)
        self._reader.start()

    @property
    def running(self) -> bool:
        """Whether it was started and has not ended."""
        return self._process.running

    @property
    def pid(self) -> int | None:
        """The process id of the last start."""
        return self._process.pid

    def ended_how(self) -> str:
        """How it ended, in words."""
        return self._process.ended_how()

    def stop(self) -> None:
        """Stop it and wait until it has ended."""
        self._process.stop(((signal.SIGTERM, self._stop_seconds),))
        if self._reader is not None:
            self._reader.join(2)

    def end_now(self) -> None:
        """Cut a stop short."""
        self._process.send(signal.SIGKILL)

    def _pass_on(self, output: IO[bytes]) -> None:
        with output:
            for line in output:
                self._on_line(self.name, line.decode(errors="replace").rstrip())
