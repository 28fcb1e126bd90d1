"""A deployment with two workers, an import that a fault meets at a chosen moment, and what it must leave behind."""

import logging
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest
import redis

from product_importer.imports.turns import LOCK
from tests.acceptance.deployment import Deployment
from tests.acceptance.moments import Moment
from tests.acceptance.reference import DIFFERENT, MISTOLD
from tests.waiting import wait_until

log = logging.getLogger(__name__)

WORKERS = ("worker", "worker-2")
TRIES = 5
# What the sweep and a lease may take, on top of the time of an import.
RECOVERY_SECONDS = 60

_FIRST_AT_WORK = """
    select activity.application_name
      from job_backends as backend
      join pg_stat_activity as activity
        on activity.pid = backend.pid and activity.backend_start = backend.started_at
     where backend.job_id = %(import_id)s
"""


@dataclass
class Try:
    """One import that was caught at a moment, the process that led it and the one that was there."""

    import_ids: Sequence[str]
    leader: str
    there: str
    held: psycopg.Connection[Any] | None = None
    frozen: int | None = None

    @property
    def parameters(self) -> dict[str, str]:
        return {"import_id": self.import_ids[0], "leader": self.leader}

    def let_go(self) -> None:
        """Let whoever was held at the moment go on."""
        if self.held is not None:
            self.held.close()
        if self.frozen is not None:
            with suppress(ProcessLookupError):
                os.kill(self.frozen, signal.SIGCONT)


class Fault(Protocol):
    """Strikes when it is entered, and is over when it is left."""

    def __call__(self, scene: "Scene", victim: str) -> AbstractContextManager[None]: ...


@dataclass
class Scene:
    """A catalogue in the table `baseline`, a file of changes, and `counts` of what importing it must give.

    `expected` (see `reference.py`) is the catalogue afterwards, `seconds` the time of an undisturbed import.
    """

    deployment: Deployment
    changes: Path
    counts: dict[str, int]
    seconds: float = 0
    slipped: int = field(default=0)

    def reset(self) -> None:
        """The catalogue as it was before, nothing else, and every worker ready."""
        self.deployment.back_to_baseline()
        for (name,) in self.deployment.query("select tablename from pg_tables where schemaname = 'staging'"):
            self.deployment.query(f'drop table staging."{name}"')
        self.deployment.query("checkpoint")
        for stored in (self.deployment.root / "storage").rglob("*"):
            if stored.is_file():
                stored.unlink()
        self.supervise()
        wait_until(self._workers_wait, "both workers wait for work", 60)

    def supervise(self) -> None:
        """Start anew the workers that ended by themselves, as a supervisor does.

        A Celery worker may end when the broker goes away while it takes a message from it.
        """
        for name in WORKERS:
            process = self.deployment.processes.get(name)
            if process is not None and process.poll() is not None:
                log.warning("%s ended by itself with %s", name, process.returncode)
                self.deployment.start_worker(name)

    def _has_ended(self, import_id: str) -> bool:
        self.supervise()
        return bool(self.deployment.value("select finished_at is not null from jobs where id = %s", import_id))

    def ended(self, import_id: str, seconds: float) -> dict[str, Any]:
        """The receipt of an import once it has ended."""
        wait_until(partial(self._has_ended, import_id), f"import {import_id} ends", seconds)
        return self.deployment.get_import(import_id)

    def _workers_wait(self) -> bool:
        with redis.Redis.from_url(self.deployment.redis_url) as client:
            waiting = sum(one["cmd"] == "brpop" for one in client.client_list())
        return bool(waiting >= len(WORKERS))

    def start(self) -> str:
        import_id: str = self.deployment.post_import(self.changes)["id"]
        return import_id

    def caught_at(self, moment: Moment) -> Try:
        """An import in the middle of what `moment` names; one that slips past it is let through, and checked."""
        for _ in range(TRIES):
            self.reset()
            import_ids = [self.start()]
            with psycopg.connect(self.deployment.database_url, autocommit=True) as watcher:
                leader = self._leader(watcher, import_ids[0])
                import_ids += [self.start()] if moment.beside else []
                found = self._wait_for(moment, Try(import_ids, leader, ""), watcher)
            if found.there:
                return found
            found.let_go()
            self.assert_done(import_ids)
            self.slipped += 1
        pytest.fail(f"{TRIES} imports slipped past {moment}")

    def _leader(self, watcher: psycopg.Connection[Any], import_id: str) -> str:
        names: list[str] = []

        def found() -> bool:
            names.extend(name for (name,) in watcher.execute(_FIRST_AT_WORK.encode(), {"import_id": import_id}))
            return bool(names)

        wait_until(found, "somebody works for the import", 60)
        return names[0]

    def _wait_for(self, moment: Moment, attempt: Try, watcher: psycopg.Connection[Any]) -> Try:
        def over() -> bool:
            if moment.holds and attempt.held is None and self._applies(watcher, attempt):
                attempt.held = psycopg.connect(self.deployment.database_url, autocommit=True)
                attempt.held.execute("select pg_advisory_lock(%s)", [LOCK])
            found = _first(watcher, moment.reached, attempt)
            if found is None:
                return self._finished(watcher, attempt)
            attempt.there, backend = found
            if moment.freezes:
                os.kill(backend, signal.SIGSTOP)
                attempt.frozen = backend
            return True

        wait_until(over, str(moment), 120)
        return attempt

    def _applies(self, watcher: psycopg.Connection[Any], attempt: Try) -> bool:
        return _truth(watcher, "select phase = 'applying' from jobs where id = %s", attempt.import_ids[0])

    def _finished(self, watcher: psycopg.Connection[Any], attempt: Try) -> bool:
        return _truth(watcher, "select finished_at is not null from jobs where id = %s", attempt.import_ids[0])

    def is_there(self, moment: Moment, attempt: Try) -> bool:
        """Whether the import is still at the moment, now that a process there is dead or stopped."""
        with psycopg.connect(self.deployment.database_url, autocommit=True) as watcher:
            return _first(watcher, moment.still or moment.reached, attempt) is not None

    def process_of(self, application_name: str) -> str:
        """The name of the worker that a connection belongs to."""
        pid = int(application_name.rpartition(":")[2])
        return next(name for name, process in self.deployment.processes.items() if process.pid == pid)

    def assert_done(self, import_ids: Sequence[str]) -> float:
        """The catalogue, counts and events of an import without any fault; returns the seconds until its end.

        Of several imports of the same file the later ones find nothing to change.
        """
        began = time.monotonic()
        patience = RECOVERY_SECONDS + len(import_ids) * max(10 * self.seconds, 60)
        receipts = [self.ended(import_id, patience) for import_id in import_ids]
        seconds = time.monotonic() - began
        assert [found["status"] for found in receipts] == ["completed"] * len(receipts), self._explain(receipts)
        counted = sorted((found["counts"] for found in receipts), key=lambda counts: -counts["updated"])
        again = {**self.counts, "created": 0, "updated": 0, "unchanged": self._winners()}
        zero = {"deactivated": 0, "deleted": 0}
        assert counted == [self.counts | zero, *[again | zero] * (len(receipts) - 1)]
        self._assert_catalogue(len(import_ids))
        return seconds

    def _winners(self) -> int:
        return sum(self.counts[name] for name in ("created", "updated", "unchanged"))

    def _assert_catalogue(self, imports: int) -> None:
        value = self.deployment.value
        assert value(DIFFERENT) == 0
        assert value(MISTOLD) == 0
        assert self.deployment.query(
            "select event, count(*) from events where product_id is null group by event order by event"
        ) == [("import.completed", imports), ("import.started", imports)]
        assert value("select count(*) from import_rejects") == imports * self.counts["rejected"]
        assert value("select count(*) from pg_tables where schemaname = 'staging'") == 0
        wait_until(lambda: value("select count(*) from job_backends") == 0, "no backend is registered any more", 30)
        for name in WORKERS:
            assert "job.crashed" not in self.deployment.log(name), self.deployment.log(name)[-3000:]

    def _explain(self, receipts: Sequence[dict[str, Any]]) -> str:
        logs = "\n".join(self.deployment.log(name)[-2000:] for name in WORKERS)
        return f"{[(found['status'], found['error']) for found in receipts]}\n{logs}"


def _first(watcher: psycopg.Connection[Any], query: str, attempt: Try) -> tuple[Any, ...] | None:
    return watcher.execute(query.encode(), attempt.parameters).fetchone()


def _truth(watcher: psycopg.Connection[Any], query: str, import_id: str) -> bool:
    row = watcher.execute(query.encode(), [import_id]).fetchone()
    return bool(row and row[0])


@contextmanager
def restarted(scene: Scene, victim: str) -> Iterator[None]:
    """Start the worker `victim` anew at the end of the block."""
    try:
        yield
    finally:
        scene.deployment.start_worker(victim)


def grown(log: Path, size: int) -> bool:
    return log.stat().st_size > size


def wait_for_news(scene: Scene, victim: str, size: int) -> None:
    """Until the worker `victim` has logged something beyond `size` bytes."""
    log = scene.deployment.root / f"{victim}.log"
    wait_until(partial(grown, log, size), f"{victim} says why it leaves", 60)
