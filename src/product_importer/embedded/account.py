"""The account a server runs under when this process is root: PostgreSQL refuses to run as root."""

import os
import pwd
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from product_importer.embedded.errors import EmbeddedError

CAP_DAC_OVERRIDE = 1
CAP_DAC_READ_SEARCH = 2
USUAL_ACCOUNTS = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """An ordinary account, with the one capability it needs where folders above it are closed to it."""

    uid: int
    gid: int
    capability: int | None = None

    def as_options(self) -> dict[str, int | None]:
        """The arguments of `child.become`."""
        return {"uid": self.uid, "gid": self.gid, "capability": self.capability}

    def give(self, *paths: Path) -> None:
        """Make the account the owner of files and folders."""
        for path in paths:
            os.chown(path, self.uid, self.gid)


def account_for(data_dir: Path, needed: Iterable[Path]) -> Account | None:
    """The account for a server with this data folder; None where this process is not root.

    `needed` are the files the server must reach. Where a folder above them is private to root, as
    `/root` is, the account gets the capability to read everything instead of the folder being opened.
    """
    if os.geteuid() != 0:
        return None
    uid, gid = _owner_of(data_dir) or _usual_account()
    closed = next((path for path in needed if not _open_to_others(path)), None)
    return Account(uid, gid, _reading_capability(closed) if closed else None)


def _owner_of(folder: Path) -> tuple[int, int] | None:
    if not folder.exists():
        return None
    owner = folder.stat()
    return (owner.st_uid, owner.st_gid) if owner.st_uid != 0 else None


def _usual_account() -> tuple[int, int]:
    for name in USUAL_ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    raise EmbeddedError(
        "PostgreSQL does not run as root, and this machine has neither an account `postgres` nor `nobody`. "
        "Run the command as an ordinary user."
    )


def _open_to_others(path: Path) -> bool:
    resolved = path.resolve()
    folders_open = all(folder.stat().st_mode & stat.S_IXOTH for folder in resolved.parents)
    return folders_open and bool(resolved.stat().st_mode & stat.S_IROTH)


def _reading_capability(closed: Path) -> int:
    held = _permitted_capabilities()
    # A container usually keeps the second one only.
    for capability in (CAP_DAC_READ_SEARCH, CAP_DAC_OVERRIDE):
        if held >> capability & 1:
            return capability
    raise EmbeddedError(
        f"PostgreSQL does not run as root, and an ordinary account cannot reach {closed}. "
        "Run the command as an ordinary user, or install and keep the data where every account can read."
    )


def _permitted_capabilities() -> int:
    status = Path("/proc/self/status")
    found = re.search(r"^CapPrm:\s*([0-9a-f]+)", status.read_text(), re.MULTILINE) if status.exists() else None
    return int(found[1], 16) if found else 0
