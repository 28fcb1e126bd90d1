"""The folder that holds everything of a one-machine set-up, and the lock that keeps it to one owner."""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from product_importer.embedded.errors import AlreadyRunning, EmbeddedError


class DataDir:
    """The layout of a data folder."""

    def __init__(self, root: Path) -> None:
        self.root = root.expanduser().absolute()
        self.postgres = self.root / "postgres"
        self.valkey = self.root / "valkey"
        self.storage = self.root / "storage"
        self.beat_schedule = self.root / "beat-schedule"
        self._secret_key_file = self.root / "secret-key"
        self._lock_file = self.root / "lock"
        self._owner_file = self.root / "running.json"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder alone; raises AlreadyRunning at once if another process does."""
        self._create()
        lock = FileLock(self._lock_file, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise self._already_running() from None
        try:
            self.announce(None)
            yield
        finally:
            self._owner_file.unlink(missing_ok=True)
            lock.release()

    def announce(self, url: str | None) -> None:
        """Tell those who are refused the lock where this process answers."""
        fresh = self._owner_file.with_suffix(".new")
        fresh.write_text(json.dumps({"pid": os.getpid(), "url": url}))
        fresh.replace(self._owner_file)

    def secret_key(self) -> str:
        """The SECRET_KEY of the database in this folder, made on first use."""
        if not self._secret_key_file.exists():
            fresh = self._secret_key_file.with_suffix(".new")
            fresh.touch(mode=0o600)
            fresh.write_text(secrets.token_urlsafe(48))
            fresh.replace(self._secret_key_file)
        return self._secret_key_file.read_text()

    def running_url(self) -> str | None:
        """The address of the process that holds the folder, if one does and has said where it answers."""
        lock = FileLock(self._lock_file, timeout=0)
        if not self._lock_file.exists():
            return None
        try:
            lock.acquire()
        except Timeout:
            return self._already_running().url
        lock.release()
        return None

    def _create(self) -> None:
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.storage.mkdir(exist_ok=True)
        except OSError as failed:
            raise EmbeddedError(
                f"The data folder {self.root} cannot be used: {failed.strerror}. Choose another with --data-dir."
            ) from failed

    def _already_running(self) -> AlreadyRunning:
        try:
            owner = json.loads(self._owner_file.read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            owner = {}
        return AlreadyRunning(self.root, owner.get("pid"), owner.get("url"))
