"""Private folders for Unix sockets, whose paths may have about a hundred bytes only."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from product_importer.embedded.account import Account
from product_importer.embedded.errors import EmbeddedError

# macOS has the shortest: 104 bytes with the closing NUL (unix(4)).
LONGEST_SOCKET_PATH = 103


def socket_dir_for(data_dir: Path, socket_name: str, *, other_account: bool = False) -> Path:
    """Where a server of this data folder has its socket: inside it, or in a short folder if that path cannot serve.

    The short one has a name made from the data folder's path, so every process finds the same.
    `other_account` tells that the server does not run under the account of this process.
    """
    for folder in _candidates(data_dir, other_account):
        if _can_serve(folder / socket_name):
            return folder
    raise EmbeddedError(f"No folder with a path fit for a socket was found for {data_dir}.")


def _can_serve(socket: Path) -> bool:
    # libpq reads a comma as the end of one host and the start of another.
    return len(os.fsencode(socket)) <= LONGEST_SOCKET_PATH and "," not in str(socket)


def _candidates(data_dir: Path, other_account: bool) -> Iterator[Path]:
    yield data_dir / "run"
    name = "pi-" + hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:12]
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    # The runtime folder of a user is closed to every other account.
    if runtime and not other_account and Path(runtime).is_dir():
        yield Path(runtime) / name
    yield Path(tempfile.gettempdir()) / name
    # Made with mode 700, and refused where another account was there first.
    yield Path("/tmp") / name  # noqa: S108


def make_private(folder: Path, account: Account | None = None) -> None:
    """Create a folder that only its owner can enter, or check that the one there is such a folder."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        _refuse_foreign(folder, account)
    folder.chmod(0o700)
    if account is not None:
        account.give(folder)


def remove_short(folder: Path, data_dir: Path) -> None:
    """Remove a socket folder outside the data folder, once the server has removed its socket."""
    outside = not folder.is_relative_to(data_dir)
    if outside and folder.exists() and not any(folder.iterdir()):
        folder.rmdir()


def _refuse_foreign(folder: Path, account: Account | None) -> None:
    found = folder.lstat()
    owners = {os.geteuid()} | ({account.uid} if account else set())
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in owners:
        raise EmbeddedError(f"{folder} belongs to another account; remove it or choose another --data-dir.")
