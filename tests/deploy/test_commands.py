"""Each command of Dockerfile, compose.yaml, Procfile and render.yaml starts as written, and ends when asked to."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2
import pytest
import redis
from sqlalchemy import make_url

from product_importer.core.workers import BrokerAway, live_workers
from tests.conftest import Servers
from tests.deploy import commands
from tests.deploy.commands import Command
from tests.servers.process import free_port
from tests.waiting import wait_until

START_SECONDS = 120
# What Heroku and Docker leave a process between SIGTERM and SIGKILL.
STOP_SECONDS = 10
# Uvicorn ends in order, and then by the signal that it was given.
ENDED = {0, -signal.SIGTERM}

# CI tries an installation without what only developers have, too.
INSTALLED = os.environ.get("COMMANDS_FROM", str(Path(sys.executable).parent))

EVERY_COMMAND = sorted(
    {
        commands.of_dockerfile(),
        *commands.of_compose().values(),
        *commands.of_procfile().values(),
        *commands.of_render().values(),
    }
)


@pytest.fixture
def environment(servers: Servers, database_url: str, tmp_path: Path) -> dict[str, str]:
    """What a container host gives: addresses as it spells them, a port, and the image's settings."""
    as_hosts_spell_it = make_url(servers.database_url).set(drivername="postgres")
    return os.environ | {
        "PATH": f"{INSTALLED}:{os.environ['PATH']}",
        **servers.environment,
        "DATABASE_URL": as_hosts_spell_it.render_as_string(hide_password=False),
        "DATA_DIR": str(tmp_path / "data"),
        "HOST": "0.0.0.0",
        "PORT": str(free_port()),
    }


@contextmanager
def started(command: Command, environment: dict[str, str], log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output, start_new_session=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def is_ready(port: str) -> bool:
    try:
        return httpx2.get(f"http://127.0.0.1:{port}/health/ready").status_code == httpx2.codes.OK
    except httpx2.TransportError:
        return False


def ready(part: str, environment: dict[str, str], process: "subprocess.Popen[bytes]") -> Callable[[], bool]:
    """How a part shows that it does its work."""
    if part == "api":
        return lambda: is_ready(environment["PORT"])
    if part == "worker":
        return lambda: is_at_work(process.pid)
    assert part == "scheduler"
    with redis.Redis.from_url(environment["REDIS_URL"]) as client:
        client.flushdb()
    return lambda: sends_wake_ups(environment)


def is_at_work(pid: int) -> bool:
    with suppress(BrokerAway):
        return any(worker.pid == pid for worker in live_workers())
    return False


def sends_wake_ups(environment: dict[str, str]) -> bool:
    with redis.Redis.from_url(environment["REDIS_URL"]) as client:
        return bool(client.exists("product_importer"))


@pytest.mark.parametrize("command", [one for one in EVERY_COMMAND if one[1] != "migrate"], ids=" ".join)
@pytest.mark.covers("001:25", "002:358", "004:876")
def test_each_part_starts_as_written_and_ends_when_asked(
    command: Command, environment: dict[str, str], tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with started(command, environment, log) as process:
        at_work = ready(command[1], environment, process)

        def works() -> bool:
            assert process.poll() is None, log.read_text()
            return at_work()

        wait_until(works, f"{' '.join(command)} works", START_SECONDS, pause=0.1)
        process.send_signal(signal.SIGTERM)

        assert process.wait(STOP_SECONDS) in ENDED, log.read_text()


@pytest.mark.parametrize("command", [one for one in EVERY_COMMAND if one[1] == "migrate"], ids=" ".join)
def test_the_migration_runs_as_written(command: Command, environment: dict[str, str]) -> None:
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=START_SECONDS, check=False)

    assert (done.returncode, done.stdout) == (0, "The database is up to date.\n"), done.stderr


def test_what_docker_asks_tells_a_process_that_answers_from_one_that_does_not(
    environment: dict[str, str], tmp_path: Path
) -> None:
    asks = commands.health_of_dockerfile()
    with started(commands.of_dockerfile(), environment, tmp_path / "log"):
        wait_until(lambda: is_ready(environment["PORT"]), "the API answers", START_SECONDS, pause=0.1)
        assert subprocess.run(asks, env=environment, check=False).returncode == 0

    assert subprocess.run(asks, env=environment, capture_output=True, check=False).returncode != 0


def test_what_compose_asks_a_worker_tells_one_that_answers_from_another(
    environment: dict[str, str], tmp_path: Path
) -> None:
    [kind, asks] = commands.compose()["services"]["worker"]["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    shell = ["sh", "-c", asks.replace("$$", "$")]
    here = environment | {"HOSTNAME": os.uname().nodename}
    with started(commands.of_compose()["worker"], environment, tmp_path / "log") as process:
        wait_until(ready("worker", environment, process), "the worker works", START_SECONDS, pause=0.1)
        assert subprocess.run(shell, env=here, capture_output=True, check=False).returncode == 0
        elsewhere = here | {"HOSTNAME": "another"}
        assert subprocess.run(shell, env=elsewhere, capture_output=True, check=False).returncode != 0
