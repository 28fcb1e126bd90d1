"""Imports whose workers, broker or database die in the middle: each completes by itself, as if nothing had happened.

CI tries a few seeded moments; `FAULT_MOMENTS=20 uv run pytest --log-cli-level=INFO tests/acceptance/test_faults.py`
tries twenty for each fault, and tells how each went.
"""

import logging
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

import pytest
import redis

from tests.acceptance import moments as at
from tests.acceptance.fault_scene import TRIES, Fault, Scene, restarted, wait_for_news
from tests.acceptance.moments import (
    EVERYWHERE,
    WHERE_ASSISTANTS_ARE,
    WHERE_LEADERS_ARE,
    WITHOUT_MESSAGES,
    Kind,
    Moment,
    moments,
)

log = logging.getLogger(__name__)

MOMENTS = int(os.environ.get("FAULT_MOMENTS", "0"))


@contextmanager
def killed(scene: Scene, victim: str) -> Iterator[None]:
    process = scene.deployment.processes.pop(victim)
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    with restarted(scene, victim):
        yield


@contextmanager
def terminated(scene: Scene, victim: str) -> Iterator[None]:
    process = scene.deployment.processes.pop(victim)
    process.send_signal(signal.SIGTERM)
    with restarted(scene, victim):
        yield
        assert process.wait(60) == 0


@contextmanager
def stopped(scene: Scene, victim: str) -> Iterator[None]:
    """Stopped until the others have completed the import; the zombie then finds that it may not write any more."""
    process = scene.deployment.processes[victim]
    process.send_signal(signal.SIGSTOP)
    said = (scene.deployment.root / f"{victim}.log").stat().st_size
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)
    wait_for_news(scene, victim, said)


@contextmanager
def redis_emptied_and_the_leader_killed(scene: Scene, victim: str) -> Iterator[None]:
    with redis.Redis.from_url(scene.deployment.redis_url) as client:
        client.flushall()
    with killed(scene, victim):
        yield


@contextmanager
def redis_stopped(scene: Scene, victim: str) -> Iterator[None]:
    scene.deployment.valkey.stop()
    try:
        yield
    finally:
        scene.deployment.valkey.start()


@contextmanager
def postgres_crashed(scene: Scene, victim: str) -> Iterator[None]:
    scene.deployment.postgres.stop(immediate=True)
    scene.deployment.postgres.start()
    yield


@dataclass(frozen=True)
class Case:
    """A fault and the moment at which it comes; `who` may be the process that leads or the one that assists."""

    fault: Fault
    who: str
    moment: Moment

    def __str__(self) -> str:
        name = getattr(self.fault, "__name__", "fault")
        return f"{name} ({self.who}) {self.moment}".replace(" ", "_")


FAULTS: dict[str, tuple[Fault, str, tuple[Kind, ...]]] = {
    "leader killed": (killed, "leader", WHERE_LEADERS_ARE),
    "assistant killed": (killed, "assistant", WHERE_ASSISTANTS_ARE),
    "leader terminated": (terminated, "leader", WHERE_LEADERS_ARE),
    "leader stopped": (stopped, "leader", WHERE_LEADERS_ARE),
    "assistant stopped": (stopped, "assistant", WHERE_ASSISTANTS_ARE),
    "redis emptied": (redis_emptied_and_the_leader_killed, "leader", EVERYWHERE),
    "redis stopped": (redis_stopped, "nobody", WITHOUT_MESSAGES),
    "postgres crashed": (postgres_crashed, "nobody", EVERYWHERE),
}

# In CI, each fault and each kind of moment at least once.
FEW: tuple[tuple[Fault, str, Kind], ...] = (
    (killed, "leader", at.inside_a_chunk_of_the_leader),
    (killed, "assistant", at.inside_a_chunk_of_the_assistant),
    (killed, "leader", at.while_another_waits),
    (terminated, "leader", at.between_chunks),
    (stopped, "leader", at.while_finishing),
    (stopped, "assistant", at.inside_a_chunk_of_the_assistant),
    (redis_emptied_and_the_leader_killed, "leader", at.while_choosing_winners),
    (redis_stopped, "nobody", at.while_reading),
    (postgres_crashed, "nobody", at.while_meeting_the_catalogue),
    (postgres_crashed, "nobody", at.inside_a_chunk_of_the_leader),
)


def cases() -> list[Case]:
    if not MOMENTS:
        return [Case(fault, who, moments((kind,), 1, str(number))[0]) for number, (fault, who, kind) in enumerate(FEW)]
    sweeps = [
        [Case(fault, who, moment) for moment in moments(kinds, MOMENTS, name)]
        for name, (fault, who, kinds) in FAULTS.items()
    ]
    return list(chain.from_iterable(zip(*sweeps, strict=True)))


@pytest.mark.covers(
    "000:119",
    "000:182",
    "000:9",
    "001:17",
    "002:178",
    "002:329",
    "002:532",
    "003:6",
    "004:32",
    "004:748",
    "004:837",
    "004:880",
)
@pytest.mark.parametrize("case", cases(), ids=str)
def test_an_import_completes_by_itself(scene: Scene, case: Case) -> None:
    for _ in range(TRIES):
        caught = scene.caught_at(case.moment)
        victim = scene.process_of(caught.there if case.who == "assistant" else caught.leader)
        with case.fault(scene, victim):
            seen = not case.moment.lasts or case.who == "nobody" or scene.is_there(case.moment, caught)
            caught.let_go()
            seconds = scene.assert_done(caught.import_ids)
        scene.assert_done(caught.import_ids)
        log.info("%s: %s, completed after %.1f s", case, "seen" if seen else "slipped past", seconds)
        if seen:
            return
    pytest.fail(f"{TRIES} imports were past {case.moment} before the fault was there")


@pytest.mark.covers("002:208", "002:516", "003:42", "004:323", "004:803", "004:880")
def test_two_workers_share_an_import(scene: Scene) -> None:
    [inside] = moments(WHERE_ASSISTANTS_ARE, 1, "shared")
    caught = scene.caught_at(inside)
    assert scene.process_of(caught.there) != scene.process_of(caught.leader)
    scene.assert_done(caught.import_ids)


@pytest.mark.covers("002:201", "003:50")
def test_an_import_whose_wake_up_was_lost_is_found(scene: Scene) -> None:
    for name in ("worker", "worker-2"):
        scene.deployment.kill(name)
    scene.deployment.back_to_baseline()
    import_id = scene.start()
    with redis.Redis.from_url(scene.deployment.redis_url) as client:
        client.flushall()
    for name in ("worker", "worker-2"):
        scene.deployment.start_worker(name)
    scene.assert_done([import_id])
