"""The status of an installation: versions, checks that say what to do, limits, workers and queues."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from product_importer.core import celery
from product_importer.core.celery import celery_app, send
from product_importer.core.database import get_engine
from tests.conftest import Servers, forget_settings
from tests.waiting import wait_until

STATUS = "/api/v1/status"
WORKERS = "/api/v1/workers"
QUEUE = "product_importer"
WORKER = ["-m", "celery", "-A", "product_importer.worker:celery_app", "worker", "--pool", "threads"]


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, client: TestClient) -> Iterator[pytest.MonkeyPatch]:
    """Settings may be changed by the test; afterwards they are as they were."""
    with monkeypatch.context() as patch:
        yield patch
    _read_anew()
    celery.configure_broker()


def changed(settings: pytest.MonkeyPatch, **values: str) -> None:
    for name, value in values.items():
        settings.setenv(name, value)
    _read_anew()


def _read_anew() -> None:
    get_engine().dispose()
    forget_settings()


def checks(client: TestClient) -> dict[str, dict[str, Any]]:
    answer = client.get(STATUS)
    assert answer.status_code == 200, answer.text
    return {check["subject"]: check for check in answer.json()["checks"]}


@contextmanager
def a_worker(servers: Servers, folder: Path) -> Iterator[None]:
    """A real worker process."""
    with (folder / "worker.log").open("wb") as log:
        command = [sys.executable, *WORKER, "--concurrency", "3", "-n", "one@here", "--loglevel", "WARNING"]
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)


def test_everything_is_named_with_its_version(client: TestClient) -> None:
    found = client.get(STATUS).json()
    assert [check["subject"] for check in found["checks"]] == [
        "PostgreSQL", "Migrations", "Redis", "Storage", "Disk", "Workers",
    ]  # fmt: skip
    assert checks(client)["PostgreSQL"]["text"] == f"version {found['versions']['postgresql']}"
    assert checks(client)["Redis"]["text"] == found["versions"]["redis"]
    assert found["versions"]["python"] == sys.version.split()[0]
    assert found["versions"]["schema_revision"]


def test_the_limits_are_those_in_force(client: TestClient, settings: pytest.MonkeyPatch) -> None:
    changed(settings, MAX_UPLOAD_BYTES="1000", SKU_PATTERN="[A-Z]+", TRASH_RETENTION_DAYS="3")
    limits = client.get(STATUS).json()["limits"]
    assert (limits["max_upload_bytes"], limits["sku_pattern"], limits["trash_retention_days"]) == (1000, "[A-Z]+", 3)


def test_what_does_not_answer_is_named_with_what_to_do_and_without_its_password(
    local: TestClient, settings: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    changed(
        settings,
        DATABASE_URL="postgresql://clerk:geheim@127.0.0.1:1/shop",
        REDIS_URL="redis://:geheim@127.0.0.1:1/0",
        CELERY_BROKER_URL="amqp://clerk:geheim@127.0.0.1:1//",
        STORAGE_URL=(tmp_path / "file").as_uri(),
    )
    answer = local.get(STATUS)
    assert answer.json()["state"] == "failed"
    found = checks(local)
    for subject, advice in {
        "PostgreSQL": "Start it or correct DATABASE_URL",
        "Redis": "Start it or correct REDIS_URL",
        "Broker": "Start it or correct CELERY_BROKER_URL",
        "Storage": "Set STORAGE_URL",
    }.items():
        assert found[subject]["state"] == "failed"
        assert advice in found[subject]["text"]
    assert found["Workers"]["state"] == "unknown"
    assert "geheim" not in answer.text
    assert answer.json()["versions"]["postgresql"] is None


def test_without_a_worker_it_says_so_within_a_moment(client: TestClient) -> None:
    client.get(WORKERS)
    began = time.monotonic()
    found = client.get(WORKERS).json()
    assert time.monotonic() - began < 3
    assert (found["state"], found["workers"]) == ("none", [])
    assert "product-importer worker" in found["text"]
    assert checks(client)["Workers"]["state"] == "failed"


@pytest.mark.covers("002:350", "004:820")
def test_messages_that_nobody_takes_are_counted(client: TestClient) -> None:
    assert client.get(WORKERS).json()["queues"] == [{"name": QUEUE, "waiting": 0}]
    send("jobs.sweep")
    send("jobs.sweep")
    assert client.get(WORKERS).json()["queues"] == [{"name": QUEUE, "waiting": 2}]
    celery_app.control.purge()


@pytest.mark.covers("001:12", "002:28", "002:339", "002:350", "004:135", "004:322")
def test_a_live_worker_is_listed(client: TestClient, servers: Servers, tmp_path: Path) -> None:
    with a_worker(servers, tmp_path):
        wait_until(lambda: client.get(WORKERS).json()["state"] == "ok", "the worker answers", 60)
        (worker,) = client.get(WORKERS).json()["workers"]
        assert (worker["name"], worker["slots"]) == ("one@here", 3)
        assert checks(client)["Workers"]["text"] == "1 worker answers, 3 jobs at a time"


def test_a_broker_that_is_away_makes_workers_unknown(client: TestClient, settings: pytest.MonkeyPatch) -> None:
    changed(settings, CELERY_BROKER_URL="redis://127.0.0.1:1/0")
    began = time.monotonic()
    found = client.get(WORKERS).json()
    assert time.monotonic() - began < 3
    assert (found["state"], found["workers"], found["queues"]) == ("unknown", None, None)


def test_a_broker_that_takes_connections_and_says_nothing_is_away(
    client: TestClient, settings: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        changed(settings, CELERY_BROKER_URL=f"redis://127.0.0.1:{mute.getsockname()[1]}/0")
        began = time.monotonic()
        assert client.get(WORKERS).json()["state"] == "unknown"
        assert time.monotonic() - began < 10
