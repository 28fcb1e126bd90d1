"""Undo of an import by real processes: row for row, whoever edits or dies meanwhile."""

import os
import random
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.acceptance.catalogue_files import KNOWN, write_changes, write_known
from tests.acceptance.deployment import Deployment, deployed
from tests.acceptance.undo_scene import EDITED_SINCE, EDITS, LOST_EDITS, SIDE_BY_SIDE, WRITTEN, Scene, with_edit
from tests.waiting import wait_until

KILLS = int(os.environ.get("UNDO_KILLS", "1"))
TRIES = 4
OUTCOMES = ("created", "updated", "unchanged", "duplicate", "rejected", "skipped")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    root = tmp_path_factory.mktemp("undo")
    known, changes = root / "known.csv", root / "changes.csv"
    write_known(known)
    counts = write_changes(changes)
    with deployed(root) as deployment:
        deployment.finished(deployment.post_import(known)["id"])
        deployment.query("create table baseline as select * from products")
        yield Scene(deployment, changes, counts)


def outcome(scene: Scene) -> dict[str, int]:
    """What undoing the whole import does, when nobody has changed anything since."""
    whole = {"removed": scene.counts["created"], "restored": scene.counts["updated"]}
    return dict.fromkeys(("returned", "kept", "settled"), 0) | whole


def test_undo_restores_the_table_row_for_row(scene: Scene) -> None:
    before = scene.reset()
    assert len(before) == KNOWN
    import_id = scene.run_import()
    assert len(scene.dump()) > KNOWN
    seen = scene.deployment.api.get(f"/api/v1/imports/{import_id}/undo").json()
    assert (seen["possible"], seen["created"], seen["updated"], seen["kept"]) == (
        True,
        scene.counts["created"],
        scene.counts["updated"],
        0,
    )
    assert scene.undone(scene.start_undo(import_id)) == outcome(scene)
    assert scene.dump() == before
    told = "select event, count(*), count(distinct product_id) from events where product_id is not null group by event"
    created, updated = scene.counts["created"], scene.counts["updated"]
    assert sorted(scene.deployment.query(told)) == [
        ("product.created", created, created),
        ("product.deleted", created, created),
        ("product.purged", created, created),
        ("product.updated", 2 * updated, updated),
    ]


def test_what_people_edited_during_the_import_and_after_it_is_kept_and_listed(scene: Scene) -> None:
    before = {row[0]: row for row in scene.reset()}
    import_id: str = scene.deployment.post_import(scene.changes)["id"]
    wait_until(lambda: bool(scene.deployment.value(WRITTEN)), "the import writes", 60)
    edited = scene.edit_until(lambda: scene.ended(import_id))
    during = set(edited)
    scene.deployment.finished(import_id)
    edited += scene.edit_some(60)
    imported = {row[0]: row for row in scene.dump()}
    edited_since = {product_id for (product_id,) in scene.deployment.query(EDITED_SINCE, import_id)}
    assert edited_since & during
    undo_id = scene.start_undo(import_id)
    assert scene.undone(undo_id)["kept"] == len(edited_since)
    assert scene.kept(undo_id) == dict.fromkeys(edited_since, "changed_since")
    expected = before | {product_id: with_edit(before[product_id]) for product_id in edited if product_id in before}
    expected |= {product_id: imported[product_id] for product_id in edited_since}
    assert {row[0]: row for row in scene.dump()} == expected


def kill_the_worker(deployment: Deployment) -> None:
    deployment.kill("worker")
    deployment.start_worker()


def crash_the_database(deployment: Deployment) -> None:
    deployment.postgres.stop(immediate=True)
    deployment.postgres.start()


def stop_the_worker_for_longer_than_its_lease(deployment: Deployment) -> None:
    zombie = deployment.processes.pop("worker")
    zombie.send_signal(signal.SIGSTOP)
    deployment.start_worker()
    taken_over = "select lease_token > 1 and phase = 'undoing' from jobs where kind = 'undo'"
    wait_until(lambda: bool(deployment.value(taken_over)), "another worker takes over", 30)
    zombie.send_signal(signal.SIGCONT)
    zombie.terminate()
    zombie.wait(30)


FAULTS = [*[kill_the_worker] * KILLS, crash_the_database, stop_the_worker_for_longer_than_its_lease]


@pytest.mark.parametrize(("number", "fault"), [*enumerate(FAULTS)])
def test_an_undo_that_is_struck_half_way_completes_by_itself(
    scene: Scene, number: int, fault: Callable[[Deployment], None]
) -> None:
    chunks = random.Random(number).randrange(1, 6)
    for _ in range(TRIES):
        before = scene.reset()
        undo_id = scene.start_undo(scene.run_import())
        wait_until(partial(scene.half_way, undo_id, chunks), f"the undo is inside the chunk after {chunks}", 60)
        caught = not scene.ended(undo_id)
        fault(scene.deployment)
        assert scene.undone(undo_id) == outcome(scene)
        assert scene.dump() == before
        if caught and scene.deployment.value("select lease_token > 1 from jobs where id = %s", undo_id):
            return
    pytest.fail(f"{TRIES} undos were over before they were struck")


def test_the_older_of_two_imports_keeps_what_the_newer_changed_and_both_give_the_catalogue_before(
    scene: Scene, tmp_path: Path
) -> None:
    before = {row[0]: row for row in scene.reset()}
    older = scene.run_import()
    between = {row[0]: row for row in scene.dump()}
    newer = scene.import_newer(tmp_path)
    both = {row[0]: row for row in scene.dump()}
    by_newer = {product_id for product_id in both if both[product_id] != between[product_id]}
    undo_id = scene.start_undo(older)
    scene.undone(undo_id)
    assert set(scene.kept(undo_id)) == by_newer & {each for each in between if between[each] != before.get(each)}
    kept = {product_id: both[product_id] for product_id in by_newer}
    assert {row[0]: row for row in scene.dump()} == before | kept
    scene.undone(scene.start_undo(newer))
    assert {row[0]: row for row in scene.dump()} == before | {each: between[each] for each in by_newer}


def test_the_newer_and_then_the_older_of_two_imports_give_the_catalogue_before(scene: Scene, tmp_path: Path) -> None:
    before = scene.reset()
    older = scene.run_import()
    newer = scene.import_newer(tmp_path)
    for import_id in (newer, older):
        assert scene.undone(scene.start_undo(import_id))["kept"] == 0
    assert scene.dump() == before


def test_undo_an_import_of_the_same_skus_and_edits_side_by_side_lose_nothing(scene: Scene) -> None:
    scene.reset()
    first = scene.run_import()
    undo_id = scene.start_undo(first)
    second: str = scene.deployment.post_import(scene.changes)["id"]
    edited = scene.edit_until(lambda: scene.ended(undo_id) and scene.ended(second))
    result = scene.undone(undo_id)
    found = scene.deployment.finished(second)
    assert scene.deployment.value(SIDE_BY_SIDE, undo_id, second)
    assert found["status"] == "completed", found["error"]
    assert sum(count for name, count in found["counts"].items() if name in OUTCOMES) == found["counts"]["read"]
    assert sum(result.values()) == scene.counts["created"] + scene.counts["updated"]
    assert result["kept"] == len(scene.kept(undo_id))
    assert len(edited) == scene.deployment.value(EDITS)
    assert scene.deployment.value(LOST_EDITS) == 0
    assert "deadlock" not in scene.deployment.log("worker")
