"""Imports, undo and edits of the same products at the same time: what is left is what some order of them leaves."""

import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.acceptance.catalogue_files import HEADER, row
from tests.acceptance.deployment import Deployment, deployed
from tests.acceptance.replay import assert_edited, assert_restored, assert_written, replay
from tests.waiting import wait_until

KNOWN = 40_000
ROWS = 60_000
EDITORS = 2

# First number and edition of each file: all share SKUs with each other, and two say the same.
FILES = ((0, 2), (10_000, 3), (20_000, 2), (30_000, 4))


def write_file(path: Path, first: int, edition: int, rows: int = ROWS) -> Path:
    path.write_text(HEADER + "".join(row(number, edition) for number in range(first, first + rows)))
    return path


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    root = tmp_path_factory.mktemp("together")
    with deployed(root) as made:
        made.start_worker("worker-2")
        known = made.post_import(write_file(root / "known.csv", 0, 1, KNOWN))
        assert made.finished(known["id"])["counts"]["created"] == KNOWN
        made.query("create table baseline as select * from products")
        yield made


@pytest.fixture(autouse=True)
def reset(deployment: Deployment) -> None:
    deployment.back_to_baseline()


def completed(deployment: Deployment, import_id: str) -> dict[str, Any]:
    found = deployment.finished(import_id, 240)
    logs = "\n".join(deployment.log(name)[-3000:] for name in ("worker", "worker-2"))
    assert found["status"] == "completed", (found["error"], logs)
    counts: dict[str, int] = found["counts"]
    assert counts["read"] == sum(count for name, count in counts.items() if name != "read")
    return counts


def folded(files: list[tuple[int, int]]) -> tuple[dict[int, int], list[dict[str, int]]]:
    """The edition of each product after these files in this order, and what each file then counts."""
    state = dict.fromkeys(range(KNOWN), 1)
    counted = []
    for first, edition in files:
        counts = dict.fromkeys(("created", "updated", "unchanged"), 0)
        for number in range(first, first + ROWS):
            text = edition if number % 3 else 1
            there = state.get(number)
            counts["created" if there is None else "unchanged" if there == text else "updated"] += 1
            state[number] = text
        counted.append(counts)
    return state, counted


@pytest.mark.covers("004:791")
def test_four_imports_of_shared_skus_end_as_if_one_had_run_after_the_other(
    deployment: Deployment, tmp_path: Path
) -> None:
    paths = [write_file(tmp_path / f"{number}.csv", *file) for number, file in enumerate(FILES)]
    with ThreadPoolExecutor(len(paths)) as threads:
        started = [str(answer["id"]) for answer in threads.map(deployment.post_import, paths)]
    counts = {import_id: completed(deployment, import_id) for import_id in started}
    order = [
        str(job_id)
        for (job_id,) in deployment.query(
            "select job_id from event_batches as b join events as e on e.batch_id = b.id "
            "where e.event = 'import.completed' order by b.position"
        )
    ]
    assert sorted(order) == sorted(started)
    state, counted = folded([FILES[started.index(import_id)] for import_id in order])
    for import_id, expected in zip(order, counted, strict=True):
        assert {name: counts[import_id][name] for name in expected} == expected
    catalogue = deployment.query("select sku_key, description from products where deleted_at is null")
    assert dict(catalogue) == {
        f"sku-{number:07}": f"Edition {edition}, described at some length for Sku-{number:07}"
        for number, edition in state.items()
    }
    replay(deployment)
    for import_id, path in zip(started, paths, strict=True):
        assert_written(deployment, import_id, path)
        changed = counts[import_id]["created"] + counts[import_id]["updated"]
        assert deployment.value("select count(*) from steps where job_id = %s", import_id) == changed


class Editor:
    """Gives products, one after the other, a price that nobody else gives to any."""

    def __init__(self, deployment: Deployment, number: int) -> None:
        self._deployment, self._number = deployment, number
        self.given: dict[str, int] = {}
        self.answers: set[int] = set()

    def edit_until(self, over: threading.Event) -> None:
        chance, times = random.Random(self._number), 0
        with httpx2.Client(base_url=self._deployment.api.base_url, timeout=60) as api:
            while not over.is_set():
                times += 1
                product_id, price = chance.randrange(1, ROWS), f"{1_000_000 * (self._number + 1) + times}.00"
                answer = api.patch(f"/api/v1/products/{product_id}", json={"price": price})
                self.answers.add(answer.status_code)
                if answer.status_code == 200:
                    self.given[price] = product_id


def test_edits_an_undo_and_an_import_of_the_same_products_lose_nothing_of_each_other(
    deployment: Deployment, tmp_path: Path
) -> None:
    older, newer = write_file(tmp_path / "older.csv", 0, 2), write_file(tmp_path / "newer.csv", 0, 3)
    first: str = deployment.post_import(older)["id"]
    completed(deployment, first)
    editors, over = [Editor(deployment, number) for number in range(EDITORS)], threading.Event()
    with ThreadPoolExecutor(EDITORS) as threads:
        editing = [threads.submit(editor.edit_until, over) for editor in editors]
        try:
            undo_id: str = deployment.api.post(f"/api/v1/imports/{first}/undo").json()["id"]
            second: str = deployment.post_import(newer)["id"]
            ended = "select count(*) = 2 from jobs where id in (%s, %s) and finished_at is not null"
            wait_until(lambda: bool(deployment.value(ended, undo_id, second)), "undo and import end", 240)
        finally:
            over.set()
        for one in editing:
            one.result()
    completed(deployment, second)
    assert deployment.api.get(f"/api/v1/jobs/{undo_id}").json()["status"] == "completed"
    given = {price: product_id for editor in editors for price, product_id in editor.given.items()}
    assert given
    # A product that the undo removes is not there to be edited.
    assert set().union(*(editor.answers for editor in editors)) <= {200, 404}
    replay(deployment)
    assert_written(deployment, first, older)
    assert_written(deployment, second, newer)
    assert_restored(deployment, undo_id)
    assert_edited(deployment, given)
