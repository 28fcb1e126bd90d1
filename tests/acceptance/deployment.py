"""A whole deployment of real processes, whose parts a test may kill one by one."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import httpx2
import psycopg

from product_importer.embedded.postgres import EmbeddedPostgres
from product_importer.embedded.valkey import EmbeddedValkey
from tests.acceptance.catalogue_files import CHUNK_ROWS
from tests.conftest import UNLIMITED
from tests.waiting import wait_until

LEASE_SECONDS = "2"
SWEEP_SECONDS = "1"
# First what the reader of the log locks first, or the two would wait for each other.
EMPTY = """
    truncate search_state, product_search, product_words, products, events, event_batches, jobs, uploads cascade
"""
# Python ends with an error on any warning of its own code path; a worker that warns would hide a defect.
WORKER = "-m celery -A product_importer.worker:celery_app worker --pool threads --loglevel WARNING --without-gossip"
MIGRATE = "from product_importer.core import database, migrate; migrate.upgrade(database.get_engine())"


class MigratedPostgres(EmbeddedPostgres):
    """A server that begins with a copy of a data folder, because making one takes longer."""

    def start(self) -> str:
        if not self.data_dir.exists():
            self.data_dir.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["cp", "--archive", migrated().name, self.data_dir], check=True)
        return super().start()


@cache
def migrated() -> tempfile.TemporaryDirectory[str]:
    """A data folder with our tables, made once in a process."""
    folder = tempfile.TemporaryDirectory(prefix="migrated-")
    with EmbeddedPostgres(Path(folder.name)) as postgres:
        environment = os.environ | {"DATABASE_URL": postgres.url()}
        subprocess.run([sys.executable, "-c", MIGRATE], env=environment, check=True)
    return folder


class Deployment:
    """PostgreSQL, Valkey, one API process, one worker and one scheduler on this machine."""

    def __init__(self, root: Path, **settings: str) -> None:
        self.root = root
        self.postgres = MigratedPostgres(root / "postgres")
        self.valkey = EmbeddedValkey(root / "valkey")
        self.port = free_port()
        self.settings = settings
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    def start(self) -> None:
        """Start everything; returns when the API answers."""
        self.database_url = self.postgres.start()
        self.redis_url = self.valkey.start()
        self.start_api()
        self.start_worker()
        self.start_scheduler()
        self.api = httpx2.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30)
        wait_until(lambda: answers(self.api), "the API answers", 30)

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "DATA_DIR": str(self.root),
            "JOB_LEASE_SECONDS": LEASE_SECONDS,
            "SWEEP_INTERVAL_SECONDS": SWEEP_SECONDS,
            "IMPORT_CHUNK_ROWS": str(CHUNK_ROWS),
            "SECRET_KEY": "known to every test, and to nobody else",
            **UNLIMITED,
            **self.settings,
        }

    def start_api(self, name: str = "api", port: int | None = None) -> None:
        command = ["-m", "uvicorn", "--factory", "product_importer.main:create_app", "--log-level", "warning"]
        self._start(name, [*command, "--port", str(port or self.port)])

    def start_worker(self, name: str = "worker", concurrency: int | None = None) -> None:
        threads = concurrency or self.settings.get("WORKER_CONCURRENCY", 2)
        self._start(name, [*WORKER.split(), "--concurrency", str(threads)])

    def start_scheduler(self, name: str = "scheduler") -> None:
        self._start(name, ["-m", "product_importer.cli", "scheduler"])

    def _start(self, name: str, command: list[str]) -> None:
        log = (self.root / f"{name}.log").open("ab")
        with log:
            self.processes[name] = subprocess.Popen(
                [sys.executable, *command], env=self.environment, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self, name: str) -> None:
        """End a process as a power cut would."""
        process = self.processes.pop(name)
        process.send_signal(signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        """Stop every process and server."""
        for name in [*self.processes]:
            self.terminate(name)
        self.valkey.stop()
        self.postgres.stop()

    def terminate(self, name: str) -> None:
        """Ask a process to end, and see to it that it does."""
        process = self.processes.pop(name)
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def log(self, name: str) -> str:
        """What a process printed so far."""
        return (self.root / f"{name}.log").read_text()

    def query(self, statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """Rows of a statement, on a connection of its own."""
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            cursor = connection.execute(statement.encode(), parameters)
            return cursor.fetchall() if cursor.description else []

    def empty(self) -> None:
        """Remove every product, job and upload, and what the log and search hold of them."""
        self.query(EMPTY)

    def back_to_baseline(self) -> None:
        """Make what a test has put into the table `baseline` the whole catalogue, and forget the rest."""
        self.empty()
        self.query("insert into products overriding system value select * from baseline")
        self.query("analyze products")

    def value(self, statement: str, *parameters: Any) -> Any:
        return self.query(statement, *parameters)[0][0]

    def post_import(self, path: Path, **form: str) -> dict[str, Any]:
        """Start an import of a file."""
        with path.open("rb") as file:
            answer = self.api.post("/api/v1/imports", files={"file": (path.name, file)}, data=form)
        assert answer.status_code == 202, answer.text
        started: dict[str, Any] = answer.json()
        return started

    def get_import(self, import_id: str) -> dict[str, Any]:
        answer = self.api.get(f"/api/v1/imports/{import_id}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def finished(self, import_id: str, seconds: float = 120) -> dict[str, Any]:
        """The import once it has ended."""
        wait_until(lambda: self.ended(import_id), f"import {import_id} ends", seconds)
        return self.get_import(import_id)

    def ended(self, import_id: str) -> bool:
        return bool(self.value("select finished_at is not null from jobs where id = %s", import_id))


def answers(api: httpx2.Client) -> bool:
    """Whether an API process is ready."""
    try:
        return api.get("/health/ready").status_code == 200
    except httpx2.TransportError:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def deployed(root: Path, **settings: str) -> Iterator[Deployment]:
    """A running deployment, stopped at the end."""
    deployment = Deployment(root, **settings)
    try:
        deployment.start()
        yield deployment
    finally:
        if hasattr(deployment, "api"):
            deployment.api.close()
        deployment.stop()
