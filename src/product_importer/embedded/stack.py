"""Everything that `product-importer up` runs on one machine."""

import os
import socket
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Self

import httpx2
from alembic.util import CommandError
from pydantic import SecretStr
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from product_importer.access.modes import require_startable
from product_importer.core import migrate
from product_importer.core.connections import check_database, check_redis
from product_importer.core.database import build_engine
from product_importer.core.known_key import make_known
from product_importer.core.settings import Settings
from product_importer.core.tracing import require_installed
from product_importer.embedded.data_dir import DataDir
from product_importer.embedded.errors import EmbeddedError, PortInUse
from product_importer.embedded.postgres import EmbeddedPostgres
from product_importer.embedded.program import Program
from product_importer.embedded.supervisor import Supervisor
from product_importer.embedded.valkey import EmbeddedValkey

READY_SECONDS = 120.0
# A worker hands its work back when it is asked to stop; a chunk in hand is finished first.
WORKER_STOP_SECONDS = 30.0
# Celery prints this whatever its log level is.
NOISE = {"worker: Warm shutdown (MainProcess)"}

Listener = Callable[[str], None]


class Stack:
    """Servers, migrations, API, worker and scheduler of one data folder, as a context manager.

    `on_line` is told what the programs print and what the supervisor notices. On entering, everything
    answers, or an EmbeddedError or NotUsable says in one sentence why not.
    """

    def __init__(self, settings: Settings, on_line: Listener) -> None:
        self.settings = settings
        self.folder = DataDir(settings.data_dir)
        self.database_url = settings.database_url
        self.supervisor = Supervisor(on_notice=on_line)
        self._on_line = on_line
        self._exit = ExitStack()

    @property
    def url(self) -> str:
        """Where the web UI and the API answer."""
        host = f"[{self.settings.host}]" if ":" in self.settings.host else self.settings.host
        return f"http://{host}:{self.settings.port}"

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self.folder.locked())
            check_port_free(self.settings.host, self.settings.port)
            stack.enter_context(self.supervisor)
            self._start()
            self._exit = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._exit.close()

    def _start(self) -> None:
        if "database_url" in self.settings.model_fields_set:
            require_startable(self.settings)
        require_installed(self.settings)
        self.database_url = database_url = self._database_url()
        redis_url = self._redis_url()
        migrate_database(database_url)
        self._compare_key(database_url)
        environment = self._environment(database_url, redis_url)
        self._start_program("api", environment)
        self._start_program("worker", environment, WORKER_STOP_SECONDS)
        self._await_ready()
        # Not needed in the first seconds, in which it would slow down the other two.
        self._start_program("scheduler", environment)
        self.folder.announce(self.url)

    def _database_url(self) -> str:
        if "database_url" not in self.settings.model_fields_set:
            server = EmbeddedPostgres(self.folder.postgres)
            self.supervisor.add(server)
            return server.sqlalchemy_url()
        check_database(self.settings.database_url)
        return self.settings.database_url

    def _redis_url(self) -> str:
        if "redis_url" not in self.settings.model_fields_set:
            server = EmbeddedValkey(self.folder.valkey)
            self.supervisor.add(server)
            return server.url()
        check_redis(self.settings.redis_url)
        return self.settings.redis_url

    def _compare_key(self, database_url: str) -> None:
        """Each program does so as well, but what one program says is not why all of this does not start."""
        keys = {name.lower(): SecretStr(key) for name, key in self._secret_key().items()}
        settings = self.settings.model_copy(update=keys)
        if settings.secret_key is not None:
            with Session(build_engine(database_url, poolclass=NullPool)) as session, session.begin():
                make_known(session, settings)

    def _environment(self, database_url: str, redis_url: str) -> dict[str, str]:
        quiet = {} if "log_level" in self.settings.model_fields_set else {"LOG_LEVEL": "WARNING"}
        return {
            **os.environ,
            **quiet,
            **self._secret_key(),
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "DATA_DIR": str(self.folder.root),
            "AUTH": self.settings.auth_mode,
            "HOST": self.settings.host,
            "PORT": str(self.settings.port),
            "PYTHONUNBUFFERED": "1",
        }

    def _secret_key(self) -> dict[str, str]:
        """The folder's own key goes with the folder's own database; for another one the operator keeps it."""
        external = "database_url" in self.settings.model_fields_set
        return {} if external or self.settings.secret_key else {"SECRET_KEY": self.folder.secret_key()}

    def _start_program(self, name: str, environment: dict[str, str], stop_seconds: float = 10.0) -> None:
        command = [sys.executable, "-m", "product_importer.cli", name]
        self.supervisor.add(Program(name, command, environment, self._pass_on, stop_seconds))

    def _pass_on(self, name: str, line: str) -> None:
        if line and line not in NOISE:
            self._on_line(f"{name} | {line}")

    def _await_ready(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        with httpx2.Client(base_url=self.url, timeout=5, trust_env=False) as client:
            while not _is_ready(client):
                self.supervisor.check()
                if time.monotonic() > deadline:
                    raise EmbeddedError(f"The API did not answer at {self.url} within {READY_SECONDS:.0f} s.")
                time.sleep(0.05)


def _is_ready(client: httpx2.Client) -> bool:
    try:
        return client.get("/health/ready").status_code == httpx2.codes.OK
    except httpx2.TransportError:
        return False


def check_port_free(host: str, port: int) -> None:
    """Raise PortInUse where another program listens already, or the address is none of this machine."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            # As the API itself does, so that connections of a run just ended are no hindrance.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as refused:
        raise PortInUse(host, port, refused.strerror or str(refused)) from refused


def free_port(host: str) -> int:
    """A port that nothing listens on now."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as trial:
        trial.bind(address)
        port: int = trial.getsockname()[1]
    return port


def migrate_database(database_url: str) -> None:
    """Bring the database to the current schema; raises EmbeddedError with the reason if it cannot be done."""
    engine = build_engine(database_url, poolclass=NullPool)
    try:
        migrate.upgrade(engine)
    except CommandError as unknown:
        raise EmbeddedError(
            "The database was migrated by a newer version of Product Importer. Install that version, or use "
            "another database."
        ) from unknown
    except SQLAlchemyError as failed:
        reason = str(getattr(failed, "orig", None) or failed).splitlines()[0]
        raise EmbeddedError(f"The database could not be migrated: {reason}.") from failed
