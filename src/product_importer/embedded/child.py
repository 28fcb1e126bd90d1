"""Run one program that does not outlive its parent; started by path, imports the standard library only.

Usage: child.py '{"parent": 1, "death_signal": 9, "watch_fd": null, "account": null}' PROGRAM ARGUMENT...
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import threading
from typing import Any

PR_SET_PDEATHSIG = 1
PR_SET_KEEPCAPS = 8
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
LINUX_CAPABILITY_VERSION_3 = 0x20080522
SECONDS_BEFORE_KILL = 30


def _call(name: str, *arguments: Any) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def keep_one_capability(capability: int) -> None:
    """Hold one capability across `exec`, which an ambient capability alone does (capabilities(7))."""
    bit = 1 << capability
    header = (ctypes.c_uint32 * 2)(LINUX_CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)(bit, bit, bit, 0, 0, 0)
    _call("capset", header, sets)
    _call("prctl", PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0)


def become(uid: int, gid: int, capability: int | None) -> None:
    """Give up root for an ordinary account."""
    if capability is not None:
        _call("prctl", PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)
    if capability is not None:
        keep_one_capability(capability)


def die_with_parent(parent: int, death_signal: int) -> None:
    """Have the kernel signal this process when the thread that started it ends."""
    _call("prctl", PR_SET_PDEATHSIG, death_signal, 0, 0, 0)
    # The parent may have died before the request took effect.
    if os.getppid() != parent:
        sys.exit("the parent process has ended")


def run_watched(command: list[str], watch_fd: int, death_signal: int) -> int:
    """Run a program until it ends, or until the parent's end of a pipe closes; returns its exit code."""
    child = subprocess.Popen(command)  # noqa: S603
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT):
        signal.signal(number, lambda received, _frame: child.send_signal(received))
    threading.Thread(target=_end_at_eof, args=(child, watch_fd, death_signal), daemon=True).start()
    return child.wait()


def _end_at_eof(child: "subprocess.Popen[bytes]", watch_fd: int, death_signal: int) -> None:
    os.read(watch_fd, 1)
    child.send_signal(death_signal)
    try:
        child.wait(SECONDS_BEFORE_KILL)
    except subprocess.TimeoutExpired:
        child.kill()


def main() -> None:
    """Read the options, arrange the end, become the program."""
    options, command = json.loads(sys.argv[1]), sys.argv[2:]
    if options["account"]:
        become(**options["account"])
    if options["watch_fd"] is not None:
        code = run_watched(command, options["watch_fd"], options["death_signal"])
        sys.exit(code if code >= 0 else 128 - code)
    # After the change of account, which clears the request (prctl(2)).
    die_with_parent(options["parent"], options["death_signal"])
    os.execv(command[0], command)  # noqa: S606


if __name__ == "__main__":
    try:
        main()
    except OSError as failed:
        sys.exit(f"{sys.argv[2]} cannot be run: {failed}")
