"""How this installation is doing: versions, checks with what to do, limits in force, workers and queues."""

import platform
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from importlib.metadata import version
from typing import NamedTuple

from product_importer.core.checks import (
    Finding,
    State,
    check_free_disk,
    check_migrations,
    check_read_replica,
    check_storage,
)
from product_importer.core.connections import NotUsable, check_broker, check_database, check_redis
from product_importer.core.migrate import newest_revision
from product_importer.core.settings import Settings
from product_importer.core.status_schemas import (
    CheckView,
    LimitsView,
    QueueView,
    StatusView,
    VersionsView,
    WorkersView,
    WorkerView,
)
from product_importer.core.workers import BrokerAway, LiveWorker, live_workers, queue_depths

_WORST_FIRST: tuple[State, ...] = ("failed", "unknown", "warning", "ok")


class Checked(NamedTuple):
    """What came of one part, and the version it told."""

    findings: list[Finding]
    version: str | None = None


def status(settings: Settings) -> StatusView:
    """Everything at once: the parts are asked side by side, so that one that does not answer delays no other."""
    parts: dict[str, Callable[[Settings], Checked]] = {
        "PostgreSQL": _database,
        "Read replica": _replica,
        "Redis": _redis,
        "Broker": _broker,
        "Storage": _storage,
        "Workers": _workers,
    }
    with ThreadPoolExecutor(len(parts)) as threads:
        asked = {name: threads.submit(_asked, name, check, settings) for name, check in parts.items()}
        checked = {name: answer.result() for name, answer in asked.items()}
    findings = [finding for one in checked.values() for finding in one.findings]
    return StatusView(
        state=next(state for state in _WORST_FIRST if state in {"ok", *(finding.state for finding in findings)}),
        checks=[CheckView(**asdict(finding)) for finding in findings],
        versions=_versions(checked["PostgreSQL"].version, checked["Redis"].version),
        limits=LimitsView.model_validate(settings, from_attributes=True),
    )


def workers() -> WorkersView:
    """Who answers, and what waits for them."""
    try:
        found, queues = live_workers(), queue_depths()
    except BrokerAway:
        return WorkersView(state="unknown", text=_CANNOT_ASK, workers=None, queues=None)
    return WorkersView(
        state="ok" if found else "none",
        text=_workers_in_words(found),
        workers=[WorkerView(**asdict(worker)) for worker in found],
        queues=[QueueView(**asdict(queue)) for queue in queues],
    )


def _asked(name: str, check: Callable[[Settings], Checked], settings: Settings) -> Checked:
    try:
        return check(settings)
    except NotUsable as failed:
        return Checked([Finding(name, "failed", str(failed))])


def _database(settings: Settings) -> Checked:
    facts = check_database(settings.database_url)
    return Checked(
        [Finding("PostgreSQL", "ok", f"version {facts.version}"), check_migrations(settings.database_url)],
        facts.version,
    )


def _replica(settings: Settings) -> Checked:
    return Checked([*check_read_replica(settings)])


def _redis(settings: Settings) -> Checked:
    facts = check_redis(settings.redis_url)
    shown = f"{facts.server} {facts.version}"
    return Checked([Finding("Redis", "ok", shown)], shown)


def _broker(settings: Settings) -> Checked:
    if settings.celery_broker_url is None:
        return Checked([])
    check_broker(settings)
    return Checked([Finding("Broker", "ok", "answers at CELERY_BROKER_URL")])


def _storage(settings: Settings) -> Checked:
    return Checked([check_storage(settings), check_free_disk(settings.data_dir)])


def _workers(_settings: Settings) -> Checked:
    try:
        found = live_workers()
    except BrokerAway:
        return Checked([Finding("Workers", "unknown", _CANNOT_ASK)])
    return Checked([Finding("Workers", "ok" if found else "failed", _workers_in_words(found))])


_CANNOT_ASK = "Workers cannot be asked while the broker does not answer. Jobs that run go on, new ones wait."


def _workers_in_words(found: list[LiveWorker]) -> str:
    if not found:
        return "None answers, so jobs wait. Start one with `product-importer worker`; `up` brings one along."
    slots = sum(worker.slots for worker in found)
    answers = "1 worker answers" if len(found) == 1 else f"{len(found)} workers answer"
    return f"{answers}, {slots} job{'' if slots == 1 else 's'} at a time"


def _versions(postgresql: str | None, redis: str | None) -> VersionsView:
    return VersionsView(
        product_importer=version("product-importer"),
        python=platform.python_version(),
        postgresql=postgresql,
        redis=redis,
        schema_revision=newest_revision(),
    )
