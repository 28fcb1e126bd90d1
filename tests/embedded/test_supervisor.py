import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from product_importer.embedded.process import ChildProcess

WaitUntil = Callable[[Callable[[], object]], None]
SUPERVISED = Path(__file__).with_name("supervised.py")


class Supervised:
    """A process of its own that supervises PostgreSQL, Valkey and two programs, and tells what it does."""

    def __init__(self, folder: Path, wait_until: WaitUntil) -> None:
        self._folder = folder
        self._wait_until = wait_until
        self.lines = folder / "lines"
        with self.lines.open("wb") as lines:
            self.process = subprocess.Popen([sys.executable, str(SUPERVISED), str(folder)], stdout=lines)
        wait_until(lambda: {"ready", "api | at work", "worker | at work"} <= set(self.seen().splitlines()))

    def seen(self) -> str:
        return self.lines.read_text()

    def pids(self) -> dict[str, int]:
        found: dict[str, int] = json.loads((self._folder / "pids.json").read_text())
        return found

    def wait_for(self, text: str) -> None:
        self._wait_until(lambda: text in self.seen())


@pytest.fixture
def supervised(tmp_path: Path, wait_until: WaitUntil) -> Iterator[Supervised]:
    """A running supervisor; killed at the end, which ends all that it started."""
    made = Supervised(tmp_path, wait_until)
    yield made
    made.process.kill()
    made.process.wait()


@pytest.mark.parametrize("name", ["worker", "postgres", "redis"])
def test_what_dies_is_started_again(supervised: Supervised, name: str, wait_until: WaitUntil) -> None:
    before = supervised.pids()[name]

    os.kill(before, signal.SIGKILL)

    supervised.wait_for(f"{name} is running again")
    assert f"{name} ended (killed by SIGKILL)" in supervised.seen()
    wait_until(lambda: supervised.pids()[name] not in (before, 0))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_everything_in_order_and_leaves_nothing(
    supervised: Supervised, number: signal.Signals, processes_in: Callable[[], list[int]]
) -> None:
    supervised.process.send_signal(number)

    assert supervised.process.wait(30) == 0
    assert processes_in() == []
    ends = [line for line in supervised.seen().splitlines() if line.endswith("stopped")]
    assert ends == ["worker | stopped", "api | stopped"]


def test_a_program_that_ignores_the_first_signal_ends_at_the_second(
    supervised: Supervised, processes_in: Callable[[], list[int]]
) -> None:
    os.kill(supervised.pids()["api"], signal.SIGSTOP)
    supervised.process.send_signal(signal.SIGINT)
    supervised.wait_for("worker | stopped")

    supervised.process.send_signal(signal.SIGINT)

    assert supervised.process.wait(30) == 0
    assert processes_in() == []


def test_nothing_is_left_when_the_supervisor_itself_is_killed(
    supervised: Supervised, processes_in: Callable[[], list[int]], wait_until: WaitUntil
) -> None:
    supervised.process.kill()
    supervised.process.wait()

    wait_until(lambda: processes_in() == [])


def test_a_terminal_does_not_interrupt_the_children(supervised: Supervised) -> None:
    groups = {os.getpgid(pid) for pid in supervised.pids().values()}

    assert os.getpgid(supervised.process.pid) not in groups


PARENT_WITHOUT_HELP_FROM_THE_KERNEL = """
import sys
from product_importer.embedded.process import ChildProcess
child = ChildProcess([sys.executable, "-c", "import time; time.sleep(600)", sys.argv[1]], kernel_watches=False)
child.start(sys.stdout.buffer)
print(child.pid, flush=True)
sys.stdin.read()
"""


def test_a_child_ends_with_its_parent_where_the_kernel_does_not_help(
    tmp_path: Path, processes_in: Callable[[], list[int]], wait_until: WaitUntil
) -> None:
    command: list[Any] = [sys.executable, "-c", PARENT_WITHOUT_HELP_FROM_THE_KERNEL, str(tmp_path)]
    parent = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert parent.stdout is not None
    watcher = psutil.Process(int(parent.stdout.readline()))
    wait_until(lambda: len(watcher.children()) == 1)

    parent.kill()
    parent.communicate()

    wait_until(lambda: processes_in() == [])


@pytest.mark.parametrize("kernel_watches", [True, False])
def test_a_program_that_cannot_be_run_is_named(tmp_path: Path, kernel_watches: bool) -> None:
    child = ChildProcess([tmp_path / "nothing"], kernel_watches=kernel_watches)

    child.start(subprocess.PIPE)

    with child.output as output:
        said = output.read().decode()
    assert child.wait(30)
    assert child.ended_how() == "exit code 1"
    assert f"{tmp_path / 'nothing'} cannot be run: " in said
    assert "Traceback" not in said


def test_a_watched_child_passes_signals_and_exit_code_on() -> None:
    child = ChildProcess([sys.executable, "-c", "import sys; sys.exit(7)"], kernel_watches=False)
    child.start(subprocess.DEVNULL)

    assert child.wait(30)
    assert child.ended_how() == "exit code 7"
