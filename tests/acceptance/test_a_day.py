"""Twenty-four hours under load and with faults, then weeks of rest: nothing is stuck, and nothing only grows.

The clock is moved, an hour at a time. CI's hours are small; `DAY_ROWS=5000 DAY_HOURS=72` makes them long ones.
"""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import redis
from celery import Celery

from product_importer.core.celery import celery_app
from product_importer.schedule import scheduled_app
from tests.acceptance import clock, upkeep
from tests.acceptance.day_load import Load
from tests.acceptance.deployment import Deployment, deployed
from tests.waiting import wait_until
from tests.webhooks.receiver import receiving, respond

HOURS = int(os.environ.get("DAY_HOURS", "24"))
ROWS = int(os.environ.get("DAY_ROWS", "40"))
# Longer than a plan and a resumable upload wait, and what they leave is kept then.
DAYS_OF_REST = 14
ONE_DAY = dict.fromkeys(
    (
        "ACCESS_LOG_DAYS",
        "EVENT_RETENTION_DAYS",
        "JOB_RETENTION_DAYS",
        "SESSION_DAYS",
        "TRASH_RETENTION_DAYS",
        "UPLOAD_RETENTION_DAYS",
        "WEBHOOK_LOG_DAYS",
    ),
    "1",
)
# Its row comes of a race between a plan and an edit, and goes with the import.
DRIFT = "insert into import_drift select id, 1, 'P', 'created', 'updated' from imports limit 1"
QUEUE = str(celery_app.conf.task_default_queue)
# Celery's own lists of who listens, as long as the list of workers.
LASTING_KEYS = {f"_kombu.binding.{QUEUE}", "_kombu.binding.celery.pidbox", "_kombu.binding.celeryev"}


@pytest.fixture
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    root: Path = tmp_path_factory.mktemp("day")
    allowed = {"AUTH": "required", "WEBHOOK_ALLOWED_CIDRS": "127.0.0.1/32"}
    with deployed(root, **allowed, **ONE_DAY, IMPORT_CHUNK_ROWS=str(max(1, ROWS // 4))) as made:
        yield made


@pytest.mark.timeout(3600)
def test_a_day_under_load_leaves_nothing_stuck_and_rest_leaves_nothing_over(deployment: Deployment) -> None:
    with receiving() as healthy, receiving() as slow, receiving() as gone:
        slow.answer = lambda received, connection: slow.ending.wait(0.2) or respond()(received, connection)
        dead_url = gone.url
        gone.close()
        load = Load(deployment, ROWS, healthy, slow, dead_url)
        for number in range(HOURS):
            load.hour(number)
            pass_by(deployment, timedelta(hours=1))
        deployment.query(DRIFT)
        load.count()
        wait_for_none(lambda: upkeep.stuck(deployment), "the day's work is done or due")
        for _ in range(DAYS_OF_REST):
            pass_by(deployment, timedelta(days=1))
    never = {name for name in upkeep.of_time(upkeep.rows(deployment)) if not load.most[name]}
    assert never == set(), "the load fills every table that time fills"
    wait_for_none(lambda: upkeep.stuck(deployment), "what rest has brought is done")
    pass_by(deployment, timedelta(days=3))
    wait_for_none(lambda: upkeep.left_by_time(deployment), "the last purge is done")
    left = upkeep.rows(deployment)
    assert {name: left[name] for name in upkeep.BY_NUMBER} == upkeep.by_number(deployment)
    assert left["products"] == deployment.value("select count(*) from products where deleted_at is null") > ROWS
    assert [path for path in (deployment.root / "storage").rglob("*") if path.is_file()] == []
    assert lasting_keys(deployment) <= LASTING_KEYS


def wait_for_none(ask: Callable[[], dict[str, Any]], what: str) -> None:
    """Wait until `ask` finds nothing, and fail with what it still finds."""
    found = ask()

    def none_left() -> bool:
        nonlocal found
        found = ask()
        return not found

    try:
        wait_until(none_left, what, 30, pause=0.2)
    except AssertionError as late:
        late.add_note(f"{found}")
        raise


def pass_by(deployment: Deployment, time: timedelta) -> None:
    """Let time go by, and have done what the schedule says; returns once workers have nothing more to do."""
    clock.go_on(deployment, time)
    broker = deployment.redis_url.replace("unix://", "redis+socket://")
    scheduler = Celery(broker=broker, task_default_queue=QUEUE)
    for entry in scheduled_app().conf.beat_schedule.values():
        scheduler.send_task(entry["task"])
    wait_until(lambda: at_rest(deployment), "workers have nothing more to do", 60, pause=0.1)


def at_rest(deployment: Deployment) -> bool:
    """Whether no message waits and no job has work left."""
    with redis.Redis.from_url(deployment.redis_url) as client:
        if client.llen(QUEUE):
            return False
    return not deployment.value("select count(*) from jobs where status in ('queued', 'running')")


def lasting_keys(deployment: Deployment) -> set[str]:
    """The keys that Redis does not forget by itself."""
    with redis.Redis.from_url(deployment.redis_url) as client:
        return {key.decode() for key in client.scan_iter() if client.ttl(key) == -1}
