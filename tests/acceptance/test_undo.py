"""Undo of an import of 200,000 rows by real processes: row for row, whoever edits or dies meanwhile."""

import os
import random
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.catalogue_files import HEADER, KNOWN, row, write_changes, write_known
from tests.acceptance.deployment import Deployment, deployed
from tests.waiting import wait_until

KILLS = int(os.environ.get("UNDO_KILLS", "2"))
TRIES = 4

Row = tuple[Any, ...]

# Every column but `updated_at`, which may differ after an undo.
DUMP = """
    select id, sku, sku_key, name, description, price, active, attributes::text, created_at, deleted_at
      from products order by id
"""
UNDONE_CHUNKS = "select count(*) from undo_chunks where undone_at is not null"
TAKING_BACK = """
    select exists (
        select from pg_stat_activity as activity join job_backends as backend using (pid)
         where activity.state = 'active' and activity.query like '%%facts as materialized%%'
    )
"""
# The state after each event is the next one's `before`; one event for each change, none lost and none twice.
BROKEN_LINKS = """
    select count(*)
      from (
          select event, before is null as absent, before ->> 'deleted_at' is not null as trashed,
                 lag(event) over (partition by product_id order by id) as earlier
            from events
           where product_id is not null
      ) as path
     where absent <> (event = 'product.created')
        or (absent and earlier is not null)
        or earlier = 'product.purged'
        or trashed <> (event in ('product.purged', 'product.restored'))
"""


@dataclass
class Scene:
    """A deployment with a catalogue that stands behind `baseline`, and a file of changes to it."""

    deployment: Deployment
    changes: Path
    counts: dict[str, int]

    def reset(self) -> list[Row]:
        """The catalogue as it was before, and nothing else; returns its rows."""
        self.deployment.query("truncate products, events, event_batches, jobs, uploads cascade")
        self.deployment.query("insert into products overriding system value select * from baseline")
        self.deployment.query("analyze products")
        return self.dump()

    def dump(self) -> list[Row]:
        return self.deployment.query(DUMP)

    def run_import(self) -> str:
        """Import the changes to the end."""
        import_id: str = self.deployment.post_import(self.changes)["id"]
        found = self.deployment.finished(import_id)
        assert (found["status"], found["counts"]["created"]) == ("completed", self.counts["created"]), found
        return import_id

    def start_undo(self, import_id: str) -> str:
        answer = self.deployment.api.post(f"/api/v1/imports/{import_id}/undo")
        assert answer.status_code == 202, answer.text
        undo_id: str = answer.json()["id"]
        return undo_id

    def undone(self, undo_id: str) -> dict[str, int]:
        """What an undo has done, once it is completed."""
        ended = "select finished_at is not null from jobs where id = %s"
        wait_until(lambda: bool(self.deployment.value(ended, undo_id)), "the undo ends", 120)
        job = self.deployment.api.get(f"/api/v1/jobs/{undo_id}").json()
        assert job["status"] == "completed", (job["error"], self.deployment.log("worker")[-3000:])
        assert self.deployment.get_import(job["undo_of"])["status"] == "undone"
        assert self.deployment.value(BROKEN_LINKS) == 0
        result: dict[str, int] = job["result"]
        return result

    def kept(self, undo_id: str) -> dict[int, str]:
        return dict(self.deployment.query("select product_id, code from undo_kept where undo_id = %s", undo_id))

    def edit(self, product_id: int) -> int:
        """Give a product a price that no file has; returns the status of the answer."""
        return self.deployment.api.patch(f"/api/v1/products/{product_id}", json={"price": "123456"}).status_code


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


def outcome(scene: Scene, **more: int) -> dict[str, int]:
    """What undoing the whole import does, when nobody has changed anything since."""
    whole = {"removed": scene.counts["created"], "restored": scene.counts["updated"]}
    return dict.fromkeys(("returned", "kept", "settled"), 0) | whole | more


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
    edited = edit_until(scene, sorted(before), lambda: ended(scene, import_id))
    during = set(edited)
    scene.deployment.finished(import_id)
    edited += edit_some(scene, [row[0] for row in scene.dump()], 60)
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
        wait_until(partial(half_way, scene, undo_id, chunks), f"the undo is inside the chunk after {chunks}", 60)
        caught = not ended(scene, undo_id)
        fault(scene.deployment)
        assert scene.undone(undo_id) == outcome(scene)
        assert scene.dump() == before
        if caught and scene.deployment.value("select lease_token > 1 from jobs where id = %s", undo_id):
            return
    pytest.fail(f"{TRIES} undos were over before they were struck")


def half_way(scene: Scene, undo_id: str, chunks: int) -> bool:
    inside = scene.deployment.value(UNDONE_CHUNKS) >= chunks and scene.deployment.value(TAKING_BACK)
    return inside or ended(scene, undo_id)


def test_the_older_of_two_imports_keeps_what_the_newer_changed_and_both_give_the_catalogue_before(
    scene: Scene, tmp_path: Path
) -> None:
    before = {row[0]: row for row in scene.reset()}
    older = scene.run_import()
    between = {row[0]: row for row in scene.dump()}
    newer_file = tmp_path / "newer.csv"
    newer_file.write_text(HEADER + "".join(row(number, 3) for number in range(0, KNOWN + 20_000, 5)))
    newer: str = scene.deployment.post_import(newer_file)["id"]
    assert scene.deployment.finished(newer)["status"] == "completed"
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
    newer_file = tmp_path / "newer.csv"
    newer_file.write_text(HEADER + "".join(row(number, 3) for number in range(0, KNOWN + 20_000, 5)))
    newer: str = scene.deployment.post_import(newer_file)["id"]
    assert scene.deployment.finished(newer)["status"] == "completed"
    for import_id in (newer, older):
        assert scene.undone(scene.start_undo(import_id))["kept"] == 0
    assert scene.dump() == before


def test_undo_an_import_of_the_same_skus_and_edits_side_by_side_lose_nothing(scene: Scene) -> None:
    known = [row[0] for row in scene.reset()]
    first = scene.run_import()
    undo_id = scene.start_undo(first)
    second: str = scene.deployment.post_import(scene.changes)["id"]
    edited = edit_until(scene, known, lambda: ended(scene, undo_id) and ended(scene, second))
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


OUTCOMES = ("created", "updated", "unchanged", "duplicate", "rejected", "skipped")
WRITTEN = "select count(*) > 0 from events where product_id is not null"
# Whether each of two jobs wrote to the log before the other's last word.
SIDE_BY_SIDE = """
    select min(one.position) < max(other.position) and min(other.position) < max(one.position)
      from event_batches as one, event_batches as other
     where one.job_id = %s and other.job_id = %s
"""
# Products with an event of the import and a later one of somebody else.
EDITED_SINCE = """
    select distinct mine.product_id
      from events as mine
      join event_batches as batch on batch.id = mine.batch_id and batch.job_id = %s
      join events as later on later.product_id = mine.product_id and later.id > mine.id
      join event_batches as other on other.id = later.batch_id and other.job_id is null
"""
EDITS = """
    select count(*)
      from events as edit
      join event_batches as batch on batch.id = edit.batch_id and batch.job_id is null
     where edit.event = 'product.updated'
"""
# Edits after which the product did not have the price that was given to it.
LOST_EDITS = """
    select count(*)
      from events as edit
      join event_batches as batch on batch.id = edit.batch_id and batch.job_id is null
      left join lateral (
           select n.before ->> 'price' as price
             from events as n
            where n.product_id = edit.product_id and n.id > edit.id
            order by n.id
            limit 1
      ) as following on true
      left join products on products.id = edit.product_id
     where edit.product_id is not null
       and coalesce(following.price, products.price::text) is distinct from '123456.0000'
"""


def ended(scene: Scene, job_id: str) -> bool:
    return bool(scene.deployment.value("select finished_at is not null from jobs where id = %s", job_id))


def edit_until(scene: Scene, product_ids: list[int], over: Callable[[], bool]) -> list[int]:
    """Edit products one after the other, chosen by chance, until `over`; returns those that were."""
    chance, edited = random.Random(7), list[int]()
    for product_id in chance.sample(product_ids, len(product_ids)):
        if over():
            break
        assert scene.edit(product_id) == 200
        edited.append(product_id)
    return edited


def edit_some(scene: Scene, product_ids: list[int], count: int) -> list[int]:
    chosen = random.Random(8).sample(product_ids, count)
    assert {scene.edit(product_id) for product_id in chosen} == {200}
    return chosen


def with_edit(row: Row) -> Row:
    return (*row[:5], Decimal("123456.0000"), *row[6:])
