"""The commands as real processes, from the first start to the last Ctrl-C."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from product_importer.commands.sample import SampleCounts, write_sample
from tests.cli.commands import Command, Running
from tests.waiting import wait_until

ROWS = 3000
# Empty settings count as none.
OWN_SERVERS = {"DATABASE_URL": "", "REDIS_URL": "", "SECRET_KEY": ""}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SampleCounts]:
    """A file of products and what is in it."""
    path = tmp_path_factory.mktemp("files") / "catalogue.csv"
    return path, write_sample(path, ROWS, seed=5)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One `demo`, shared by the tests that leave it running."""
    started = Running(tmp_path_factory.mktemp("demo") / "data", "demo", "--rows", ROWS)
    started.wait_for("Stop         Ctrl-C")
    yield started
    started.process.kill()
    started.process.wait()


@pytest.fixture(scope="module")
def stopped(running: Running) -> Path:
    """The data folder of the `demo`, after Ctrl-C; no test after the first one that asks for it finds it running."""
    os.killpg(running.process.pid, signal.SIGINT)
    assert running.process.wait(60) == 0
    return running.data_dir


@pytest.mark.covers("003:5", "004:28", "004:35", "004:872")
def test_demo_imports_its_catalogue(running: Running) -> None:
    answer = httpx2.get(f"http://127.0.0.1:{running.port}/api/v1/products", params={"limit": 1})

    lines = running.seen().splitlines()
    assert f"read {ROWS}" in lines
    assert f"created {answer.json()['total']}" in lines


@pytest.mark.covers("000:115", "000:167", "000:29")
def test_one_calm_block_says_where_everything_is(running: Running) -> None:
    lines = running.seen().split("Product Importer is running.")[1].split("\n")

    assert lines[2:6] == [
        f"  Web UI       http://127.0.0.1:{running.port}",
        f"  API          http://127.0.0.1:{running.port}/api/docs",
        f"  Data folder  {running.data_dir}",
        "  Stop         Ctrl-C",
    ]


def test_a_second_up_on_the_same_folder_is_told_where_the_first_one_is(running: Running, command: Command) -> None:
    second = command("up", "--data-dir", running.data_dir, **OWN_SERVERS)

    assert second.exit_code == 1
    assert f"already running at http://127.0.0.1:{running.port}" in second.stderr
    assert len(second.stderr.splitlines()) == 1


def test_a_port_in_use_is_one_sentence(running: Running, command: Command) -> None:
    other = command("up", "--port", running.port, **OWN_SERVERS)

    assert other.exit_code == 1
    assert other.stderr == (
        f"Cannot listen on 127.0.0.1:{running.port} (address already in use). "
        "Stop what uses it, or choose another port with --port.\n"
    )


def test_import_shows_a_receipt_that_agrees_with_the_file(
    running: Running, catalogue: tuple[Path, SampleCounts], command: Command
) -> None:
    path, counts = catalogue

    result = command("import", path, "--data-dir", running.data_dir)

    assert result.exit_code == 3, result.stderr
    receipt = {name: int(rows) for name, rows in (line.split(" ") for line in result.stdout.splitlines()[:7])}
    # The catalogue of the demo may know some of the SKUs.
    assert receipt.pop("created") + receipt.pop("updated") == counts.products
    assert receipt == {
        "read": ROWS,
        "unchanged": 0,
        "duplicate": counts.repeated,
        "rejected": counts.bad.total(),
        "skipped": 0,
    }
    assert "rejects?format=csv" in result.stdout


def test_import_as_json_is_the_import_of_the_api(
    running: Running, catalogue: tuple[Path, SampleCounts], command: Command
) -> None:
    path, counts = catalogue
    address = f"http://127.0.0.1:{running.port}"

    result = command("import", path, "--json", "--mode", "create", PRODUCT_IMPORTER_SERVER=address)

    found: dict[str, Any] = json.loads(result.stdout)
    assert found["rejects_by_code"] == counts.bad
    assert found["options"]["mode"] == "create"
    assert found["counts"]["skipped"] == counts.products
    assert httpx2.get(f"{address}/api/v1/imports/{found['id']}").json() == found


def test_a_file_without_bad_rows_ends_with_exit_code_0(running: Running, tmp_path: Path, command: Command) -> None:
    (tmp_path / "good.csv").write_text("sku,name\nGOOD-1,One\nGOOD-2,Two\n")

    assert command("import", tmp_path / "good.csv", "--data-dir", running.data_dir).exit_code == 0


def test_a_file_that_is_no_catalogue_ends_with_the_reason_and_exit_code_1(
    running: Running, tmp_path: Path, command: Command
) -> None:
    (tmp_path / "empty.csv").write_text("")

    result = command("import", tmp_path / "empty.csv", "--data-dir", running.data_dir)

    assert result.exit_code == 1
    assert "empty" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.covers("001:26", "003:13")
def test_doctor_examines_the_running_servers(running: Running, command: Command) -> None:
    result = command("doctor", "--data-dir", running.data_dir, **OWN_SERVERS)

    assert result.exit_code == 0, result.stdout
    assert "failed" not in result.stdout
    assert "PostgreSQL: version 18" in result.stdout
    assert "Migrations: up to date" in result.stdout
    assert f"Product Importer answers at http://127.0.0.1:{running.port}" in result.stdout


@pytest.mark.parametrize("name", ["worker", "api", "scheduler"])
def test_a_killed_part_is_started_again(running: Running, name: str) -> None:
    before = running.child(name)

    os.kill(before, signal.SIGKILL)

    running.wait_for(f"{name} is running again")
    assert running.child(name) != before


def test_ctrl_c_leaves_nothing(stopped: Path, running: Running) -> None:
    assert running.left_over() == []
    assert "Traceback" not in running.seen()


def test_import_without_a_server_brings_one_that_finds_the_products(
    stopped: Path, catalogue: tuple[Path, SampleCounts], command: Command
) -> None:
    path, counts = catalogue

    result = command("import", path, "--json", "--data-dir", stopped, **OWN_SERVERS)

    assert result.exit_code == 3, result.stderr
    assert json.loads(result.stdout)["counts"]["unchanged"] == counts.products


def test_an_interrupted_start_leaves_nothing(stopped: Path) -> None:
    starting = Running(stopped, "up")
    wait_until((stopped / "postgres" / "postmaster.pid").exists, "PostgreSQL starts", 60)

    os.killpg(starting.process.pid, signal.SIGINT)

    assert starting.process.wait(60) == 130
    assert starting.left_over() == []
    assert "Traceback" not in starting.seen()


def test_a_killed_up_leaves_nothing(stopped: Path) -> None:
    killed = Running(stopped, "up")
    killed.wait_for("Stop         Ctrl-C")

    killed.process.kill()
    killed.process.wait()

    wait_until(lambda: killed.left_over() == [], "every process has ended", 60)
