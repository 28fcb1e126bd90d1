"""A private PostgreSQL server for one machine."""

import os
import pwd
import signal
import time
from pathlib import Path
from types import TracebackType
from typing import LiteralString, Self
from urllib.parse import quote

import psycopg
from psycopg import sql

from product_importer.embedded.account import Account, account_for
from product_importer.embedded.binaries import postgres_binary
from product_importer.embedded.cluster import (
    STOP_STEPS,
    SUPERUSER,
    end_leftovers,
    ensure_cluster,
    is_ready,
    postmaster_pid,
    server_environment,
)
from product_importer.embedded.errors import ServerStartFailed
from product_importer.embedded.logs import log_tail, open_log
from product_importer.embedded.postgres_config import write_config
from product_importer.embedded.process import ChildProcess
from product_importer.embedded.sockets import make_private, remove_short, socket_dir_for

ROLE = "product_importer"
PORT = 5432
SOCKET = f".s.PGSQL.{PORT}"
# Long enough for the recovery of `max_wal_size` on a slow disk.
START_SECONDS = 600.0
POLL_SECONDS = 0.02

Connection = psycopg.Connection[tuple[object, ...]]


class EmbeddedPostgres:
    """PostgreSQL on a data folder, reached through a Unix socket that only this account can open.

    `data_dir` is the cluster's own folder, made at the first start. The socket lies in `socket_dir`
    (made with mode 700), by default inside the data folder or, if that path is too long for a
    socket, in a short runtime folder. Starting after a crash or a power cut recovers by itself.
    """

    name = "postgres"

    def __init__(self, data_dir: Path, socket_dir: Path | None = None) -> None:
        self.data_dir = Path(data_dir).absolute()
        self.log = self.data_dir / "server.log"
        self._socket_dir = socket_dir
        self._process: ChildProcess | None = None

    def start(self) -> str:
        """Start the server, make role and database at the first time, and return the database's URL.

        Raises DataDirVersionMismatch, ServerStartFailed or another EmbeddedError.
        """
        if self.running:
            return self.url()
        self.data_dir.parent.mkdir(parents=True, exist_ok=True)
        account = account_for(self.data_dir, [postgres_binary("postgres"), self.data_dir.parent])
        ensure_cluster(self.data_dir, account)
        end_leftovers(self.data_dir)
        self._configure(account)
        self._launch(account)
        self._await_ready()
        self._ensure_database()
        return self.url()

    def url(self, role: str = ROLE, database: str = ROLE) -> str:
        """The URL of a database on this server, for psycopg and SQLAlchemy."""
        # The port is named because PGPORT in the environment would change the default.
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket_dir))}&port={PORT}"

    def sqlalchemy_url(self) -> str:
        """The URL of the database in the spelling that names SQLAlchemy's driver."""
        return self.url().replace("postgresql://", "postgresql+psycopg://", 1)

    @property
    def socket_dir(self) -> Path:
        """The folder of the socket."""
        if self._socket_dir is None:
            self._socket_dir = socket_dir_for(self.data_dir, SOCKET, other_account=os.geteuid() == 0)
        return self._socket_dir

    @property
    def running(self) -> bool:
        """Whether the server that this object started is still there."""
        return self._process is not None and self._process.running

    @property
    def postmaster_pid(self) -> int | None:
        """The process id of the running server's first process."""
        return postmaster_pid(self.data_dir) if self.running else None

    def ended_how(self) -> str:
        """How the server ended, in words."""
        return self._process.ended_how() if self._process else "not started"

    def stop(self, immediate: bool = False) -> None:
        """Stop the server; `immediate` drops everything at once, as a crash would, and recovers at the next start."""
        if self._process is not None:
            self._process.stop(((signal.SIGQUIT, 10.0),) if immediate else STOP_STEPS)
            remove_short(self.socket_dir, self.data_dir)

    def end_now(self) -> None:
        """Cut a stop short; the next start recovers."""
        if self._process is not None:
            self._process.send(signal.SIGQUIT)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _configure(self, account: Account | None) -> None:
        make_private(self.socket_dir, account)
        written = write_config(self.data_dir, self.socket_dir, pwd.getpwuid(os.geteuid()).pw_name, (SUPERUSER, ROLE))
        if account is not None:
            account.give(*written)

    def _launch(self, account: Account | None) -> None:
        self._process = ChildProcess(
            [postgres_binary("postgres"), "-D", self.data_dir],
            death_signal=signal.SIGINT,
            environment=server_environment(),
            account=account,
        )
        with open_log(self.log) as log:
            self._process.start(log)

    def _await_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not is_ready(self.data_dir):
            if not self.running:
                raise ServerStartFailed("PostgreSQL", f"{self.ended_how()}. {log_tail(self.log)}", self.log)
            if time.monotonic() > deadline:
                self.stop(immediate=True)
                raise ServerStartFailed("PostgreSQL", f"not ready after {START_SECONDS:.0f} s.", self.log)
            time.sleep(POLL_SECONDS)

    def _connect(self) -> Connection:
        return psycopg.connect(self.url(SUPERUSER, "postgres"), autocommit=True, connect_timeout=10)

    def _ensure_database(self) -> None:
        with self._connect() as connection:
            if not _exists(connection, "select 1 from pg_roles where rolname = %s"):
                connection.execute(sql.SQL("create role {} login createdb").format(sql.Identifier(ROLE)))
                connection.execute(sql.SQL("grant pg_checkpoint, pg_monitor to {}").format(sql.Identifier(ROLE)))
            if not _exists(connection, "select 1 from pg_database where datname = %s"):
                connection.execute(sql.SQL("create database {0} owner {0}").format(sql.Identifier(ROLE)))


def _exists(connection: Connection, query: LiteralString) -> bool:
    return connection.execute(query, (ROLE,)).fetchone() is not None
