"""Bulk jobs by real processes: cancelled and undone, and beside undo, imports, edits and killed workers."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.deployment import Deployment, deployed
from tests.acceptance.replay import assert_edited, assert_restored, assert_written, replay
from tests.acceptance.test_together import Editor, write_file
from tests.acceptance.undo_scene import DUMP
from tests.waiting import wait_until

KNOWN = 20_000
ROWS = 30_000
WORKERS = ("worker", "worker-2")

# What the state after each change of a bulk job has to be.
MEANT = {
    "deactivate": "after -> 'active' = 'false'",
    "delete": "(after -> 'trashed')::boolean",
    "restore": "not (after -> 'trashed')::boolean",
    "set": "after -> 'attributes' ->> 'season' = 'winter'",
}

# The processes that write for bulk jobs which have some chunks behind them, by the names of their connections.
AT_WORK = """
    select activity.application_name
      from job_backends as backend
      join pg_stat_activity as activity
        on activity.pid = backend.pid and activity.backend_start = backend.started_at
     where backend.job_id = any (%s::uuid[])
       and exists (select from bulk_chunks where job_id = backend.job_id and done_at is not null)
"""


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    root = tmp_path_factory.mktemp("bulk")
    with deployed(root, BULK_CHUNK_ROWS="1000", IMPORT_CHUNK_ROWS="5000") as made:
        made.start_worker("worker-2")
        known = made.post_import(write_file(root / "known.csv", 0, 1, KNOWN))
        assert made.finished(known["id"])["counts"]["created"] == KNOWN
        made.query("create table baseline as select * from products")
        yield made


@pytest.fixture(autouse=True)
def reset(deployment: Deployment) -> None:
    deployment.back_to_baseline()


def ask(deployment: Deployment, action: str, **body: Any) -> str:
    answer = deployment.api.post("/api/v1/products/bulk", json={"action": action} | body)
    assert answer.status_code == 202, answer.text
    job_id: str = answer.json()["id"]
    return job_id


def undo(deployment: Deployment, job_id: str) -> str:
    answer = deployment.api.post(f"/api/v1/jobs/{job_id}/undo")
    assert answer.status_code == 202, answer.text
    undo_id: str = answer.json()["id"]
    return undo_id


def ended(deployment: Deployment, job_id: str) -> dict[str, Any]:
    over = "select finished_at is not null from jobs where id = %s"
    wait_until(lambda: bool(deployment.value(over, job_id)), f"job {job_id} ends", 120)
    job: dict[str, Any] = deployment.api.get(f"/api/v1/jobs/{job_id}").json()
    return job


def completed(deployment: Deployment, job_id: str) -> dict[str, int]:
    """What a job has done, which is all that it was to do."""
    job = ended(deployment, job_id)
    assert job["status"] in {"completed", "undone"}, (job, *(deployment.log(name)[-3000:] for name in WORKERS))
    result: dict[str, int] = job["result"]
    return result


def kill_one_that_works_on(deployment: Deployment, job_ids: list[str]) -> None:
    """Kill a worker in the middle of one of these jobs, and start another in its place."""
    names = list[str]()

    def found() -> bool:
        names.extend(name for (name,) in deployment.query(AT_WORK, job_ids))
        return bool(names)

    wait_until(found, "a bulk job is under way", 60)
    pid = int(names[0].rpartition(":")[2])
    victim = next(name for name in WORKERS if deployment.processes[name].pid == pid)
    deployment.kill(victim)
    deployment.start_worker(victim)


def test_delete_all_that_is_cancelled_half_way_says_how_many_and_is_undone_row_for_row(deployment: Deployment) -> None:
    before = deployment.query(DUMP)
    job_id: str = deployment.api.delete("/api/v1/products", params={"confirm": "all"}).json()["id"]
    done = "select count(*) > 2 from bulk_chunks where done_at is not null"
    wait_until(lambda: bool(deployment.value(done)), "some chunks are done", 30)
    assert deployment.api.delete(f"/api/v1/jobs/{job_id}").status_code == 202
    job = ended(deployment, job_id)
    changed = job["result"]["changed"]
    assert (job["status"], job["result"]["selected"]) == ("cancelled", KNOWN)
    assert 0 < changed < KNOWN
    assert deployment.value("select count(*) from products where deleted_at is not null") == changed
    assert deployment.value("select count(*) from events where event = 'product.deleted'") == changed
    assert completed(deployment, undo(deployment, job_id))["returned"] == changed
    assert deployment.query(DUMP) == before


@pytest.mark.covers("002:330", "004:324")
def test_everything_is_deleted_and_undone_row_for_row(deployment: Deployment) -> None:
    before = deployment.query(DUMP)
    job_id: str = deployment.api.delete("/api/v1/products", params={"confirm": "all"}).json()["id"]
    assert completed(deployment, job_id)["changed"] == KNOWN
    # With such statistics undo once read all live products for each one that returns.
    deployment.query("vacuum analyze products")
    assert completed(deployment, undo(deployment, job_id))["returned"] == KNOWN
    assert deployment.query(DUMP) == before


def test_bulk_edits_an_undo_a_restore_an_import_and_edits_side_by_side_lose_nothing_though_a_worker_is_killed(
    deployment: Deployment, tmp_path: Path
) -> None:
    older, newer = (write_file(tmp_path / f"{edition}.csv", 0, edition, ROWS) for edition in (2, 3))
    first: str = deployment.post_import(older)["id"]
    assert deployment.finished(first)["status"] == "completed"
    deleted = ask(deployment, "delete", filter={"sku": "7"})
    completed(deployment, deleted)
    editor, over = Editor(deployment, 1), threading.Event()
    with ThreadPoolExecutor(1) as threads:
        editing = threads.submit(editor.edit_until, over)
        try:
            second: str = deployment.post_import(newer)["id"]
            undo_id = undo(deployment, first)
            bulk = {
                "restore": ask(deployment, "restore", filter={"trashed": "only"}, confirm="all"),
                "set": ask(deployment, "set", filter={}, confirm="all", values={"attributes": {"season": "winter"}}),
                "deactivate": ask(deployment, "deactivate", filter={"name": "5"}),
                "delete": ask(deployment, "delete", filter={"sku": "3"}),
            }
            kill_one_that_works_on(deployment, [*bulk.values()])
            results = {action: completed(deployment, job_id) for action, job_id in bulk.items()}
            completed(deployment, undo_id)
            assert deployment.finished(second)["status"] == "completed"
        finally:
            over.set()
        editing.result()
    assert editor.answers <= {200, 404, 409}
    assert deployment.value("select count(*) from jobs where lease_token > 1") > 0
    replay(deployment)
    assert_written(deployment, second, newer)
    assert_restored(deployment, undo_id)
    assert_edited(deployment, editor.given)
    for action, job_id in bulk.items():
        result = results[action]
        assert result["changed"] + result["unchanged"] + result["kept"] == result["selected"]
        steps = f"select count(*), count(*) filter (where {MEANT[action]}) from steps where job_id = %s"
        assert deployment.query(steps, job_id) == [(result["changed"], result["changed"])]
        kept = deployment.api.get(f"/api/v1/jobs/{job_id}/kept").json()["total"]
        assert kept == result["kept"]
    assert deployment.value("select deadlocks from pg_stat_database where datname = current_database()") == 0
