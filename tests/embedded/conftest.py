"""Waiting on conditions, and processes that must be gone when a test ends."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from product_importer.embedded import EmbeddedPostgres, EmbeddedValkey
from tests.waiting import wait_until as until

WaitUntil = Callable[[Callable[[], object]], None]


@pytest.fixture
def wait_until() -> WaitUntil:
    """Wait until a condition holds; fails after 30 seconds."""
    return lambda condition: until(lambda: bool(condition()), "the condition", 30)


@pytest.fixture
def postgres(tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    """A PostgreSQL server in a folder of its own, stopped and made by the test."""
    server = EmbeddedPostgres(tmp_path / "postgres")
    yield server
    server.stop(immediate=True)


@pytest.fixture
def valkey(tmp_path: Path) -> Iterator[EmbeddedValkey]:
    """A Valkey server in a folder of its own."""
    server = EmbeddedValkey(tmp_path / "valkey")
    yield server
    server.stop()


@pytest.fixture
def processes_in(tmp_path: Path) -> Callable[[], list[int]]:
    """Lists the processes whose command line or current directory lies in the test's folder."""

    def find() -> list[int]:
        found = psutil.process_iter(["pid", "cmdline", "cwd", "status"])
        return [
            process.pid
            for process in found
            if process.info["status"] != psutil.STATUS_ZOMBIE
            and str(tmp_path) in " ".join([*(process.info["cmdline"] or []), process.info["cwd"] or ""])
        ]

    return find
