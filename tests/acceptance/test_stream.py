"""Watching an import: one event stream, whatever happens to the connection."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from tests.acceptance.catalogue_files import write_changes
from tests.acceptance.deployment import Deployment, deployed
from tests.waiting import wait_until

DROPS = 20
PHASES = ["queued", "reading", "planning", "applying", "completed"]


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    with deployed(tmp_path_factory.mktemp("stream")) as made:
        write_changes(made.root / "large.csv")
        yield made


class Watcher:
    """An EventSource: keeps the last id, reconnects with it, and never reconnects after a 204."""

    def __init__(self, deployment: Deployment, job_id: str) -> None:
        self._api = deployment.api
        self._path = f"/api/v1/jobs/{job_id}/events"
        self.last_id = ""
        self.seen: list[dict[str, Any]] = []
        self.ids: list[int] = []

    def watch(self, events: int | None = None, seconds: float | None = 30) -> int:
        """Read until the stream ends, or so many events came, or none came for a while; returns the status."""
        headers = {"Last-Event-ID": self.last_id} if self.last_id else {}
        before = len(self.seen)
        try:
            with self._api.stream("GET", self._path, headers=headers, timeout=seconds) as answer:
                for line in answer.iter_lines():
                    self._take(line)
                    if events is not None and len(self.seen) - before >= events:
                        break
                return answer.status_code
        except httpx2.ReadTimeout:
            return 200

    def _take(self, line: str) -> None:
        if line.startswith("data: "):
            self.seen.append(json.loads(line.removeprefix("data: ")))
        elif line.startswith("id: "):
            self.last_id = line.removeprefix("id: ")
            self.ids.append(int(self.last_id))
        elif line.startswith("event: "):
            assert line == "event: job"


def assert_whole(watcher: Watcher) -> None:
    """Ids rise, progress never goes back, every phase was seen in its order, and one event, the last, is terminal."""
    assert all(earlier < later for earlier, later in pairwise(watcher.ids))
    for field in ("percent", "current"):
        values = [job["progress"][field] for job in watcher.seen]
        assert values == sorted(values)
    assert [job["status"] for job in watcher.seen].count("completed") == 1
    assert watcher.seen[-1]["status"] == "completed"
    assert watcher.seen[-1]["progress"]["percent"] == 100
    assert watcher.seen[-1]["result"]["read"] == watcher.seen[-1]["progress"]["current"]
    assert list(dict.fromkeys(job["phase"] for job in watcher.seen)) == PHASES
    assert [entry["phase"] for entry in watcher.seen[-1]["phases"]] == PHASES


@pytest.mark.covers("001:16", "002:176", "002:519", "004:141", "004:29", "004:872")
def test_the_stream_tells_every_phase_and_ends_with_one_terminal_event(deployment: Deployment) -> None:
    started = deployment.post_import(deployment.root / "large.csv")
    watcher = Watcher(deployment, started["id"])
    watcher.last_id = str(1)
    assert watcher.watch() == 200
    watcher.seen.insert(0, started | {"result": None})
    assert_whole(watcher)
    assert watcher.watch() == 204


@pytest.mark.covers("004:749")
def test_a_client_that_is_dropped_twenty_times_misses_no_state(deployment: Deployment) -> None:
    started = deployment.post_import(deployment.root / "large.csv")
    watcher = Watcher(deployment, started["id"])
    assert watcher.watch(events=1) == 200
    for _ in range(DROPS):
        assert watcher.watch(events=1, seconds=0.05) == 200
    assert watcher.watch() in {200, 204}
    assert_whole(watcher)
    assert watcher.watch() == 204


@pytest.mark.covers("000:285", "004:310", "004:36", "004:567")
def test_many_watchers_see_the_same_end(deployment: Deployment) -> None:
    started = deployment.post_import(deployment.root / "large.csv")
    deployment.finished(started["id"])
    late = [Watcher(deployment, started["id"]) for _ in range(5)]
    for watcher in late:
        assert watcher.watch() == 200
        assert [job["status"] for job in watcher.seen] == ["completed"]


@pytest.mark.covers("004:86")
def test_a_stream_outlives_a_crash_of_the_database(deployment: Deployment) -> None:
    started = deployment.post_import(deployment.root / "large.csv")
    watcher = Watcher(deployment, started["id"])
    assert watcher.watch(events=2) == 200
    with deployment.api.stream(
        "GET", f"/api/v1/jobs/{started['id']}/events", headers={"Last-Event-ID": watcher.last_id}, timeout=60
    ) as answer:
        deployment.postgres.stop(immediate=True)
        deployment.postgres.start()
        last = [json.loads(line[6:]) for line in answer.iter_lines() if line.startswith("data: ")][-1]
    assert last["status"] == "completed"
    assert "Traceback" not in deployment.log("api")


def test_the_stream_of_an_unknown_job_is_404(deployment: Deployment) -> None:
    answer = deployment.api.get(f"/api/v1/jobs/{uuid4()}/events")
    assert (answer.status_code, answer.json()["code"]) == (404, "job_not_found")


@pytest.mark.covers("000:96")
def test_a_quiet_stream_holds_no_database_session(deployment: Deployment, tmp_path: Path) -> None:
    deployment.kill("worker")
    waiting = deployment.post_import(deployment.root / "large.csv")
    try:
        with deployment.api.stream("GET", f"/api/v1/jobs/{waiting['id']}/events") as answer:
            assert next(answer.iter_lines()) == "event: job"
            wait_until(
                lambda: deployment.value("select count(*) from pg_stat_activity where state like 'idle in%%'") == 0,
                "no session to be open",
            )
    finally:
        deployment.start_worker()
    assert deployment.finished(waiting["id"])["status"] == "completed"
