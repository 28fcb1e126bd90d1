"""PostgreSQL 15, PgBouncer, Redis and RabbitMQ from Debian's packages."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from tests.servers.process import account_of, free_port, listens, running

POSTGRES = Path("/usr/lib/postgresql/15/bin")
RABBITMQ = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
ROLE = "importer"
LOOPBACK = "127.0.0.1"

# Of a session nothing is left after a transaction, and the next one goes to another connection wherever there is one:
# whoever counts on either fails at once, instead of under load.
BOUNCER = """
[databases]
* = host={host} port={postgres_port} user={role}
[pgbouncer]
listen_addr = {listen}
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
server_round_robin = 1
server_reset_query = DISCARD ALL
server_reset_query_always = 1
default_pool_size = 20
max_client_conn = 500
"""


def lacking(*programs: Path | str) -> list[str]:
    """Those of these programs that this machine does not have."""
    return [str(program) for program in programs if shutil.which(program) is None]


@contextmanager
def postgres(folder: Path, *options: str) -> Iterator[str]:
    """A fresh server on a Unix socket in `folder`; yields the URL of an empty database."""
    account = account_of("postgres")
    if account:
        shutil.chown(folder, account, account)
    data = folder / "postgres"
    initdb: list[Path | str] = [
        POSTGRES / "initdb",
        "-D",
        data,
        "-U",
        ROLE,
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "-A",
        "trust",
    ]
    subprocess.run(initdb, user=account, extra_groups=[] if account else None, check=True, capture_output=True)
    settings = ["listen_addresses=", f"unix_socket_directories={folder}", "fsync=off", *options]
    command: list[Path | str] = [POSTGRES / "postgres", "-D", data]
    command += [part for one in settings for part in ("-c", one)]
    maintenance = f"postgresql://{ROLE}@/postgres?host={folder}"
    # Killed, it would leave shared memory behind.
    with running(command, folder / "postgres.log", lambda: _answers(maintenance), account, end=signal.SIGINT):
        with psycopg.connect(maintenance, autocommit=True) as connection:
            connection.execute(f"create database {ROLE}".encode())
        yield f"postgresql://{ROLE}@/{ROLE}?host={folder}"


@contextmanager
def pgbouncer(folder: Path, socket_dir: Path, listen: str = LOOPBACK) -> Iterator[str]:
    """PgBouncer in transaction mode before the server in `socket_dir`; yields the URL of the same database."""
    port = free_port(listen)
    settings = folder / "pgbouncer.ini"
    settings.write_text(BOUNCER.format(host=socket_dir, postgres_port=5432, role=ROLE, listen=listen, port=port))
    account = account_of("postgres")
    with running(["/usr/sbin/pgbouncer", settings], folder / "pgbouncer.log", lambda: listens(listen, port), account):
        yield f"postgresql://{ROLE}@{listen}:{port}/{ROLE}"


@contextmanager
def redis_server(folder: Path, listen: str = LOOPBACK) -> Iterator[str]:
    port = free_port(listen)
    command = ["/usr/bin/redis-server", "--bind", listen, "--port", str(port), "--save", "", "--protected-mode", "no"]
    with running(command, folder / "redis.log", lambda: listens(listen, port)):
        yield f"redis://{listen}:{port}/0"


@contextmanager
def rabbitmq(folder: Path, listen: str = LOOPBACK) -> Iterator[str]:
    """RabbitMQ with a node name, an `epmd` and folders of its own; yields its URL."""
    home = folder / "rabbitmq"
    home.mkdir()
    port, name_port, node_port = (free_port(listen) for _ in range(3))
    environment = {
        "HOME": str(home),
        "ERL_EPMD_PORT": str(name_port),
        "ERL_EPMD_ADDRESS": LOOPBACK,
        "RABBITMQ_CONF_ENV_FILE": os.devnull,
        "RABBITMQ_CONFIG_FILE": str(home / "rabbitmq.conf"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(home / "plugins"),
        "RABBITMQ_MNESIA_BASE": str(home / "data"),
        "RABBITMQ_LOG_BASE": str(home),
        "RABBITMQ_NODENAME": f"importer{port}@localhost",
        "RABBITMQ_NODE_IP_ADDRESS": listen,
        "RABBITMQ_NODE_PORT": str(port),
        "RABBITMQ_DIST_PORT": str(node_port),
    }
    (home / "rabbitmq.conf").write_text("loopback_users = none\n")
    (home / "plugins").write_text("[].\n")
    with ExitStack() as stack:
        names = ["/usr/bin/epmd", "-port", str(name_port), "-address", LOOPBACK]
        stack.enter_context(running(names, folder / "epmd.log", lambda: listens(LOOPBACK, name_port)))
        log = folder / "rabbitmq.log"
        stack.enter_context(running([RABBITMQ], log, lambda: listens(listen, port), environment=environment))
        yield f"amqp://guest:guest@{listen}:{port}//"


def _answers(url: str) -> bool:
    try:
        psycopg.connect(url).close()
    except psycopg.OperationalError:
        return False
    return True
