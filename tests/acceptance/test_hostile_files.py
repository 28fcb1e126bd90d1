"""Files made to bring a reader down: a typed answer, bounded memory and time, and nobody else is touched.

HOSTILE_SCALE=16 tries them with one cell of 1 GiB; HOSTILE_REPORT=1 prints what each took.
"""

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from product_importer.imports.parquet_child import MEMORY_BYTES
from tests.acceptance.deployment import Deployment, deployed
from tests.acceptance.hostile_files import FILES, ROWS
from tests.acceptance.memory import MIB, PARTS, resident, sampled

SCALE = int(os.environ.get("HOSTILE_SCALE", "1"))
SECONDS = 60
OVER_IDLE = 192 * MIB
"""Of each process; what a sample, a block and a refused part take together, with room."""


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    with deployed(tmp_path_factory.mktemp("hostile"), MAX_UPLOAD_BYTES=str(4 << 30)) as started:
        ordinary(started, 0)
        yield started


def ordinary(deployment: Deployment, number: int) -> dict[str, Any]:
    """Somebody's everyday import."""
    rows = "".join(f"day-{number}-{row},Mug {row}\n" for row in range(500))
    answer = deployment.api.post("/api/v1/imports", files={"file": (f"day {number}.csv", f"sku,name\n{rows}".encode())})
    return deployment.finished(answer.json()["id"], SECONDS)


@contextmanager
def others_at_work(deployment: Deployment) -> Iterator[list[dict[str, Any]]]:
    """Everyday imports, one after the other, for as long as the block lasts."""
    ended: list[dict[str, Any]] = []
    over = threading.Event()

    def work() -> None:
        number = time.time_ns()
        while not over.is_set():
            ended.append(ordinary(deployment, number := number + 1))

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield ended
    finally:
        over.set()
        thread.join()


@pytest.mark.timeout(SECONDS * 10)
@pytest.mark.parametrize("kind", FILES)
def test_a_hostile_file_is_answered_and_nobody_else_is_touched(
    deployment: Deployment, tmp_path: Path, kind: str
) -> None:
    name, write = FILES[kind]
    file = tmp_path / name
    write(file, SCALE)
    processes = {part: deployment.processes[part].pid for part in PARTS}
    idle = resident(deployment)
    with others_at_work(deployment) as others, sampled(deployment) as peaks:
        began = time.monotonic()
        said = answered(deployment, file)
        seconds = time.monotonic() - began
    over = {part: (peaks[part] - idle[part]) // MIB for part in PARTS}
    if "HOSTILE_REPORT" in os.environ:
        sys.stderr.write(f"| {kind} | {file.stat().st_size / MIB:,.1f} MiB | {said} | {seconds:.1f} s | {over} |\n")
    assert seconds < SECONDS * SCALE
    # A Parquet file is read by a process of its own, which may have so much.
    most = OVER_IDLE + (MEMORY_BYTES if "Parquet" in kind else 0)
    assert all(mib < most // MIB for mib in over.values()), over
    assert {part: deployment.processes[part].pid for part in PARTS} == processes
    assert all(process.poll() is None for process in deployment.processes.values())
    assert others
    assert {(one["status"], one["counts"]["created"]) for one in others} == {("completed", 500)}


def answered(deployment: Deployment, file: Path) -> str:
    """What the file is told: the code of a refusal, or how its import ended; each with a sentence."""
    with file.open("rb") as stream:
        answer = deployment.api.post("/api/v1/imports", files={"file": (file.name, stream)}, timeout=SECONDS * SCALE)
    if answer.status_code != 202:
        assert answer.status_code in {413, 415, 422}, answer.text
        assert answer.json()["detail"].endswith("."), answer.text
        return f"{answer.status_code} `{answer.json()['code']}`"
    ended = deployment.finished(answer.json()["id"], SECONDS * SCALE)
    if ended["status"] == "failed":
        assert ended["error"]["code"] not in {"internal_error", None}, ended
        return f"failed, `{ended['error']['code']}`"
    assert ended["status"] == "completed"
    counts = ended["counts"]
    assert counts["read"] == sum(counts[name] for name in ("created", "updated", "unchanged", "duplicate", "rejected"))
    return f"{counts['read'] - counts['rejected']} rows in, {counts['rejected']} rejected"


@pytest.mark.parametrize("name", ["../../../etc/cron.d/x.csv", "..\\..\\x.csv", "/etc/passwd", "a\nb.csv", "x" * 5_000])
def test_a_hostile_name_is_only_a_name(deployment: Deployment, name: str) -> None:
    before = everything(deployment.root)
    answer = deployment.api.post("/api/v1/imports", files={"file": (name, ROWS)})
    if answer.status_code == 202:
        found = deployment.finished(answer.json()["id"])
        assert found["status"] == "completed"
        assert not set("/\\\n") & set(found["filename"])
    else:
        assert answer.status_code == 422, answer.text
    made = {path for path in everything(deployment.root) - before if "postgres" not in path.parts}
    assert all(deployment.root / "storage" in path.parents for path in made if path.is_file()), made


def everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def test_the_api_answers_while_it_looks_at_a_hostile_file(deployment: Deployment, tmp_path: Path) -> None:
    name, write = FILES["one quote that never closes"]
    file = tmp_path / name
    write(file, SCALE)
    slowest: list[float] = []
    over = threading.Event()

    def ask() -> None:
        with httpx2.Client(base_url=deployment.api.base_url, timeout=SECONDS) as client:
            while not over.wait(0.05):
                began = time.monotonic()
                assert client.get("/health/live").status_code == 200
                slowest.append(time.monotonic() - began)

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        answered(deployment, file)
    finally:
        over.set()
        thread.join()
    assert len(slowest) > 3
