"""Child processes that end with this one, however it ends."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from product_importer.embedded.account import Account

CHILD = Path(__file__).with_name("child.py")
KERNEL_WATCHES_PARENT = sys.platform == "linux"


class ChildProcess:
    """A program in a session of its own, so that a terminal's Ctrl-C reaches this process only.

    On Linux the kernel ends it when the thread that called `start` ends; elsewhere a small watching
    process ends it when this process is gone.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        death_signal: signal.Signals = signal.SIGKILL,
        environment: Mapping[str, str] | None = None,
        account: Account | None = None,
        kernel_watches: bool = KERNEL_WATCHES_PARENT,
    ) -> None:
        self._command = [str(part) for part in command]
        self._death_signal = death_signal
        self._environment = environment
        self._account = account
        self._kernel_watches = kernel_watches
        self._popen: subprocess.Popen[bytes] | None = None
        self._pipe: int | None = None

    def start(self, output: IO[bytes] | int) -> None:
        """Start the program; its standard output and error go to `output`, or to a pipe."""
        watch_fd: int | None = None
        if not self._kernel_watches:
            watch_fd, self._pipe = os.pipe()
        try:
            self._popen = self._spawn(output, watch_fd)
        finally:
            if watch_fd is not None:
                os.close(watch_fd)

    def _spawn(self, output: IO[bytes] | int, watch_fd: int | None) -> "subprocess.Popen[bytes]":
        options = {
            "parent": os.getpid(),
            "death_signal": int(self._death_signal),
            "watch_fd": watch_fd,
            "account": self._account.as_options() if self._account else None,
        }
        return subprocess.Popen(  # noqa: S603
            [sys.executable, "-I", str(CHILD), json.dumps(options), *self._command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=dict(self._environment) if self._environment is not None else None,
            pass_fds=() if watch_fd is None else (watch_fd,),
            start_new_session=True,
        )

    @property
    def pid(self) -> int | None:
        """The process id of the last start."""
        return self._popen.pid if self._popen else None

    @property
    def output(self) -> IO[bytes]:
        """The reading end of the pipe that `start` was given; the caller closes it."""
        if self._popen is None or self._popen.stdout is None:
            raise ValueError("the program was not started with a pipe")
        return self._popen.stdout

    @property
    def running(self) -> bool:
        """Whether the program was started and has not ended."""
        return self._popen is not None and self._popen.poll() is None

    def ended_how(self) -> str:
        """How the program ended, in words."""
        code = self._popen.poll() if self._popen else None
        if code is None:
            return "still running"
        if code < 0:
            return f"killed by {signal.Signals(-code).name}"
        return f"exit code {code}"

    def send(self, number: signal.Signals) -> None:
        """Send a signal, if the program still runs."""
        if self._popen is not None:
            self._popen.send_signal(number)

    def wait(self, seconds: float) -> bool:
        """Wait for the end at most so long; tells whether it came."""
        if self._popen is None:
            return True
        try:
            self._popen.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        self._close_pipe()
        return True

    def stop(self, steps: Sequence[tuple[signal.Signals, float]]) -> None:
        """Send each signal in turn and give it its seconds, until the program has ended; kill it at last."""
        for number, seconds in steps:
            self.send(number)
            if self.wait(seconds):
                return
        self.send(signal.SIGKILL)
        self.wait(10)

    def _close_pipe(self) -> None:
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None
