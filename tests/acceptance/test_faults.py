"""Imports whose worker, broker or database dies in the middle: each completes by itself, as if nothing had happened.

CI tries a few seeded moments; `FAULT_MOMENTS=20 uv run pytest tests/acceptance/test_faults.py` tries the full sweep.
"""

import os
import random
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import redis

from tests.acceptance.catalogue_files import ROWS, write_changes, write_known
from tests.acceptance.deployment import Deployment, deployed
from tests.waiting import wait_until

MOMENTS = int(os.environ.get("FAULT_MOMENTS", "4"))
TRIES = 4

FINGERPRINT = """
    select count(*), sum(hashtextextended(concat_ws('|', sku_key, sku, name, coalesce(description, '-'),
           coalesce(price::text, '-'), active, attributes::text), 0)::numeric)
      from products where deleted_at is null
"""
APPLIED = "select count(*) from import_chunks where applied_at is not null"
WRITING = """
    select exists (
        select from pg_stat_activity as activity join job_backends as backend using (pid)
         where activity.state = 'active' and activity.query like '%%insert into products%%'
    )
"""


@dataclass
class Scene:
    """A deployment with a catalogue, a file of changes, and what importing it must give."""

    deployment: Deployment
    changes: Path
    counts: dict[str, int]
    fingerprint: tuple[Any, ...] = ()

    def reset(self) -> None:
        """The catalogue as it was before, and nothing else."""
        self.deployment.query(
            "truncate products, events, event_batches, jobs, imports, uploads, import_chunks, import_rejects, "
            "job_transitions, job_backends cascade"
        )
        self.deployment.query("insert into products overriding system value select * from baseline")
        self.deployment.query("analyze products")
        self.deployment.query("checkpoint")

    def start(self) -> str:
        self.reset()
        import_id: str = self.deployment.post_import(self.changes)["id"]
        return import_id

    def assert_done(self, import_id: str) -> None:
        """The same table, the same counts and one event for each change as without any fault."""
        found = self.deployment.finished(import_id)
        assert found["status"] == "completed", (found["error"], self.deployment.log("worker")[-3000:])
        assert found["counts"] == self.counts
        assert self.deployment.query(FINGERPRINT)[0] == self.fingerprint
        assert self.deployment.query(
            "select event, count(*), count(distinct product_id) from events group by 1 order by 1"
        ) == [
            ("import.completed", 1, 0),
            ("import.started", 1, 0),
            ("product.created", self.counts["created"], self.counts["created"]),
            ("product.updated", self.counts["updated"], self.counts["updated"]),
        ]
        assert self.deployment.value("select count(*) from import_rejects") == self.counts["rejected"]
        assert self.deployment.value("select count(*) from pg_tables where schemaname = 'staging'") == 0

    def _holds(self, query: str) -> bool:
        return bool(self.deployment.value(query))

    def start_until(self, moment: "Moment") -> str:
        """Start an import and return its id in the middle of what `moment` names.

        Progress is told four times a second and an import takes few: one that slips past the moment is let through
        to its end, checked, and another is tried.
        """
        for _ in range(TRIES):
            import_id = self.start()
            passed = f"select ({moment.reached}) or finished_at is not null from jobs"
            wait_until(partial(self._holds, passed), str(moment), 120)
            if self.deployment.value("select finished_at is null from jobs"):
                return import_id
            self.assert_done(import_id)
        pytest.fail(f"{TRIES} imports slipped past {moment}")


@dataclass(frozen=True)
class Moment:
    """A place in an import: a query that is true there, and the phase a worker killed there must have been in."""

    name: str
    reached: str
    phase: str

    def __str__(self) -> str:
        return self.name


def moments(count: int) -> list[Moment]:
    """`count` seeded moments that go through every phase in turn, each further in than the last of its kind."""
    chance = random.Random(20261121)
    kinds = (inside_a_chunk, while_reading, while_planning, between_chunks)
    return [kinds[number % len(kinds)](chance) for number in range(count)]


def inside_a_chunk(chance: random.Random) -> Moment:
    chunks = chance.randrange(8)
    return Moment(f"inside the chunk after {chunks}", f"select ({APPLIED}) >= {chunks} and ({WRITING})", "applying")


def while_reading(chance: random.Random) -> Moment:
    percent = chance.randrange(20)
    reached = f"select phase = 'reading' and (progress->>'percent')::float >= {percent} from jobs"
    return Moment(f"reading at {percent} %", reached, "reading")


def while_planning(chance: random.Random) -> Moment:
    statement = chance.choice(["distinct on (sku_key)", "row_number() over", "as unknown"])
    active = f"state = 'active' and query like '%%{statement}%%' and pid <> pg_backend_pid()"
    reached = f"select exists (select from pg_stat_activity where {active})"
    return Moment(f"planning in {statement}", reached, "planning")


def between_chunks(chance: random.Random) -> Moment:
    chunks = chance.randrange(1, 9)
    return Moment(f"after {chunks} chunks", f"select ({APPLIED}) >= {chunks}", "applying")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    root = tmp_path_factory.mktemp("faults")
    known, changes = root / "known.csv", root / "changes.csv"
    write_known(known)
    counts = write_changes(changes)
    with deployed(root) as deployment:
        started = deployment.post_import(known)
        assert deployment.finished(started["id"])["counts"]["created"] > ROWS // 2
        deployment.query("create table baseline as select * from products")
        made = Scene(deployment, changes, counts)
        import_id = made.start()
        deployment.finished(import_id)
        made.fingerprint = deployment.query(FINGERPRINT)[0]
        made.assert_done(import_id)
        yield made


BETWEEN_READING_AND_APPLYING = Moment(
    "between reading and applying",
    "select exists (select from imports where staged_rows is not null) and phase in ('reading', 'planning') from jobs",
    "planning",
)


@pytest.mark.parametrize("moment", moments(MOMENTS), ids=str)
def test_an_import_whose_worker_is_killed_completes_by_itself(scene: Scene, moment: Moment) -> None:
    for _ in range(TRIES):
        import_id = scene.start_until(moment)
        scene.deployment.kill("worker")
        [(phase, writing, applied)] = scene.deployment.query(f"select phase, ({WRITING}), ({APPLIED}) from jobs")
        scene.deployment.start_worker()
        scene.assert_done(import_id)
        if phase == moment.phase and (writing or not moment.name.startswith("inside")):
            return
    pytest.fail(
        f"{TRIES} imports were past the moment before their worker was dead; the last was {phase}, {applied} chunks"
    )


def test_an_import_whose_wake_up_was_lost_is_found(scene: Scene) -> None:
    scene.deployment.kill("worker")
    import_id = scene.start()
    empty_redis(scene)
    scene.deployment.start_worker()
    scene.assert_done(import_id)


def test_an_import_completes_when_redis_is_emptied_and_its_worker_killed(scene: Scene) -> None:
    import_id = scene.start_until(between_chunks(random.Random(1)))
    empty_redis(scene)
    scene.deployment.kill("worker")
    scene.deployment.start_worker()
    scene.assert_done(import_id)


def test_an_import_completes_while_redis_is_stopped_and_the_next_one_after_it_is_back(scene: Scene) -> None:
    import_id = scene.start_until(while_reading(random.Random(2)))
    scene.deployment.valkey.stop()
    scene.assert_done(import_id)
    scene.deployment.valkey.start()
    scene.assert_done(scene.start())


@pytest.mark.parametrize(
    "moment",
    [
        while_reading(random.Random(3)),
        BETWEEN_READING_AND_APPLYING,
        between_chunks(random.Random(4)),
        inside_a_chunk(random.Random(5)),
    ],
    ids=str,
)
def test_an_import_completes_after_the_database_crashed(scene: Scene, moment: Moment) -> None:
    import_id = scene.start_until(moment)
    scene.deployment.postgres.stop(immediate=True)
    scene.deployment.postgres.start()
    scene.assert_done(import_id)


def test_a_worker_stopped_for_longer_than_its_lease_writes_nothing_when_it_goes_on(scene: Scene) -> None:
    import_id = scene.start_until(inside_a_chunk(random.Random(6)))
    zombie = scene.deployment.processes.pop("worker")
    zombie.send_signal(signal.SIGSTOP)
    try:
        scene.deployment.start_worker()
        scene.assert_done(import_id)
    finally:
        zombie.send_signal(signal.SIGCONT)
        zombie.terminate()
        zombie.wait(30)
    scene.assert_done(import_id)


def empty_redis(scene: Scene) -> None:
    with redis.Redis.from_url(scene.deployment.redis_url) as client:
        client.flushall()
