"""A server as a process of its own, on this machine."""

import os
import pwd
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.waiting import wait_until

START_SECONDS = 60


def free_port(host: str = "127.0.0.1") -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port


def listens(host: str, port: int) -> bool:
    """Whether anything takes connections there."""
    with socket.socket() as probe:
        return probe.connect_ex((host, port)) == 0


def account_of(name: str) -> str | None:
    """The account to run a server as that refuses to be root's; None where this process is nobody's root."""
    return pwd.getpwnam(name).pw_name if os.geteuid() == 0 else None


@contextmanager
def running(
    command: Sequence[str | Path],
    log: Path,
    is_ready: Callable[[], bool],
    account: str | None = None,
    environment: Mapping[str, str] | None = None,
    end: signal.Signals = signal.SIGKILL,
) -> Iterator["subprocess.Popen[bytes]"]:
    """A process until the end of the block; it and its children, which are a group, are ended then."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=output,
            stdin=subprocess.DEVNULL,
            env=os.environ | (environment or {}),
            user=account,
            group=account and pwd.getpwnam(account).pw_gid,
            extra_groups=[] if account else None,
            start_new_session=True,
        )

    def ready() -> bool:
        assert process.poll() is None, f"{command[0]} ended with {process.returncode}: {log.read_text()[-2000:]}"
        return is_ready()

    try:
        wait_until(ready, f"{command[0]} is ready", START_SECONDS)
        yield process
    finally:
        # Nothing of it is kept, so most need not put anything in order.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, end)
        process.wait(START_SECONDS)
