"""The log files of the embedded servers."""

from pathlib import Path
from typing import IO

LARGEST_LOG = 10 * 1024 * 1024


def open_log(path: Path) -> IO[bytes]:
    """Open a log for appending; one that has grown large is first set aside, replacing the one before."""
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_suffix(".log.1"))
    return path.open("ab")


def log_tail(path: Path, lines: int = 3) -> str:
    """The last lines of a log as one line of text."""
    if not path.exists():
        return ""
    return " / ".join(path.read_text(errors="replace").splitlines()[-lines:])
