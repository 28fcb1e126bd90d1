"""Machines that share nothing but servers: an import is everybody's, and survives the machine that it was given to."""

import os
import subprocess
from collections.abc import Iterator

import pytest

from tests.acceptance.catalogue_files import write_changes
from tests.deploy.groups import Groups, can_hide, two_groups
from tests.waiting import wait_until

AT_WORK = """
    select distinct activity.application_name
      from job_backends as backend
      join pg_stat_activity as activity
        on activity.pid = backend.pid and activity.backend_start = backend.started_at
     where backend.job_id = %s
"""
CHUNK_ROWS = 1_000


@pytest.fixture(scope="module")
def groups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Groups]:
    root = tmp_path_factory.mktemp("groups")
    if not can_hide(root):
        assert not os.environ.get("CI"), "CI has to be able to hide a folder from a process"
        pytest.skip("this machine lets nobody hide a folder from a process")
    # So many are called that one of them is in the other worker.
    with two_groups(root, IMPORT_CHUNK_ROWS=str(CHUNK_ROWS), IMPORT_APPLIERS="3") as started:
        yield started


def workers_seen(groups: Groups, import_id: str) -> set[str]:
    """The workers that write for an import just now."""
    pids = {int(name.rpartition(":")[2]) for (name,) in groups.query(AT_WORK, import_id)}
    return {name for name, process in groups.processes.items() if process.pid in pids}


@pytest.mark.parametrize("second", [False, True], ids=["first", "second"])
def test_neither_group_can_read_what_the_other_has(groups: Groups, second: bool) -> None:
    private = groups.folder(second=not second) / "private"
    private.touch()

    looks = [*groups.hiding_the_other(second=second), "test", "-e", str(private)]
    assert subprocess.run(looks, check=False).returncode == 1


@pytest.mark.covers("001:36")
def test_an_import_is_applied_by_both_groups_and_completed_by_one_when_the_other_is_gone(groups: Groups) -> None:
    file = groups.root / "changes.csv"
    counts = write_changes(file)
    products = counts["created"] + counts["updated"] + counts["unchanged"]
    import_id = groups.post_import(file)["id"]
    seen: set[str] = set()

    def both_work() -> bool:
        seen.update(workers_seen(groups, import_id))
        return seen == {"worker", "worker-2"}

    wait_until(both_work, "both groups work for the import", 60)
    groups.kill_the_first_group()
    file.unlink()
    assert groups.value("select finished_at is null from jobs where id = %s", import_id)

    wait_until(lambda: groups.ended(import_id), "the second group completes the import", 120)
    found = groups.second_api.get(f"/api/v1/imports/{import_id}").json()
    assert (found["status"], found["error"]) == ("completed", None)
    expected = {**counts, "created": products, "updated": 0, "unchanged": 0}
    assert {name: found["counts"][name] for name in expected} == expected
    assert groups.value("select count(*) from products") == products
    assert groups.value("select count(*) from events where event = 'product.created'") == products
