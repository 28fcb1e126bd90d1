"""A PostgreSQL and a streaming replica of it, both the embedded one."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg

from product_importer.embedded.account import account_for
from product_importer.embedded.binaries import postgres_binary
from product_importer.embedded.cluster import SUPERUSER, server_environment
from product_importer.embedded.postgres import EmbeddedPostgres
from tests.servers.postgres import start
from tests.waiting import wait_until

_CAUGHT_UP = "select pg_last_wal_replay_lsn() >= %s::pg_lsn"


@dataclass
class Replicated:
    """The primary and its replica."""

    primary: EmbeddedPostgres
    replica: EmbeddedPostgres

    def on_replica(self, statement: str) -> None:
        """Execute something there as its superuser."""
        _execute(self.replica, statement)

    @contextmanager
    def frozen_replica(self) -> Iterator[None]:
        """Every process of the replica stands still in the block, as those of a machine that is paused."""
        postmaster = psutil.Process(self.replica.postmaster_pid)
        processes = [postmaster, *postmaster.children(recursive=True)]
        try:
            for one in processes:
                one.suspend()
            yield
        finally:
            for one in processes:
                one.resume()

    def caught_up(self) -> bool:
        """Whether the replica has everything that was written up to now."""
        with psycopg.connect(self.primary.url()) as here, psycopg.connect(self.replica.url()) as there:
            (written,) = here.execute("select pg_current_wal_lsn()::text").fetchone() or (None,)
            (found,) = there.execute(_CAUGHT_UP, (written,)).fetchone() or (False,)
            return bool(found)


@contextmanager
def replicated(folder: Path) -> Iterator[Replicated]:
    """Both, running, with an empty database; stopped at the end."""
    servers = Replicated(EmbeddedPostgres(folder / "primary"), EmbeddedPostgres(folder / "replica"))
    try:
        start(servers.primary)
        for setting in ("wal_level = replica", "max_wal_senders = 4"):
            _execute(servers.primary, f"alter system set {setting}")
        servers.primary.stop()
        start(servers.primary)
        _copy(servers.primary, servers.replica)
        servers.replica.start()
        wait_until(servers.caught_up, "the replica follows")
        yield servers
    finally:
        servers.replica.stop()
        servers.primary.stop()


def _copy(primary: EmbeddedPostgres, replica: EmbeddedPostgres) -> None:
    with (primary.data_dir / "pg_hba.conf").open("a") as file:
        file.write("local replication all trust\n")
    _execute(primary, "select pg_reload_conf()")
    account = account_for(primary.data_dir, [])
    command: list[Path | str] = [
        postgres_binary("pg_basebackup"),
        "--dbname",
        primary.url(SUPERUSER, "postgres"),
        "--pgdata",
        replica.data_dir,
        "--checkpoint=fast",
        "--write-recovery-conf",
    ]
    subprocess.run(command, env=server_environment(), check=True, capture_output=True)
    # What lies there is the lock of the other server's socket.
    shutil.rmtree(replica.socket_dir)
    if account is not None:
        account.give(replica.data_dir, *replica.data_dir.rglob("*"))


def _execute(server: EmbeddedPostgres, statement: str) -> None:
    with psycopg.connect(server.url(SUPERUSER, "postgres"), autocommit=True) as connection:
        connection.execute(statement.encode())
