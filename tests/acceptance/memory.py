"""How much memory the processes of a deployment take."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from tests.acceptance.deployment import Deployment

MIB = 1 << 20
SAMPLE_SECONDS = 0.02
PARTS = ("api", "worker")


def resident(deployment: Deployment) -> dict[str, int]:
    """Resident bytes of each part, its child processes included."""
    return {part: _resident(psutil.Process(deployment.processes[part].pid)) for part in PARTS}


def _resident(process: psutil.Process) -> int:
    family = [process, *process.children(recursive=True)]
    return sum(member.memory_info().rss for member in family)


@contextmanager
def sampled(deployment: Deployment) -> Iterator[dict[str, int]]:
    """The highest resident bytes of each part during the block."""
    peaks = resident(deployment)
    done = threading.Event()

    def sample() -> None:
        while not done.wait(SAMPLE_SECONDS):
            for part, now in resident(deployment).items():
                peaks[part] = max(peaks[part], now)

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield peaks
    finally:
        done.set()
        thread.join()
