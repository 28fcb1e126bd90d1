"""Waiting on a condition, never for a time."""

import time
from collections.abc import Callable

from sqlalchemy import text

from product_importer.core.database import transaction

DEADLINE_SECONDS = 20
_PAUSE_SECONDS = 0.01


def wait_until(
    condition: Callable[[], bool], what: str, seconds: float = DEADLINE_SECONDS, pause: float = _PAUSE_SECONDS
) -> None:
    """Return once `condition` holds, asked every `pause` seconds; fail when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s for {what}")
        time.sleep(pause)


def backends_waiting_for_a_lock() -> int:
    """How many connections to this database wait until another one lets go of a lock."""
    waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
    with transaction() as session:
        return int(session.scalars(text(waiting)).one())
