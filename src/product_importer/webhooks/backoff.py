"""When a delivery that failed is tried again: pure rules."""

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

SECOND, MINUTE, HOUR = 1.0, 60.0, 3_600.0
SCHEDULE = (2 * SECOND, 4 * SECOND, 8 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR)
JITTER = 0.2
LONGEST_WAIT = 24 * HOUR


def retry_seconds(tries: int, retry_count: int, retry_after: float | None) -> float | None:
    """How long to wait after try number `tries` has failed; null when that was the last.

    A receiver's `Retry-After` makes it longer, never shorter, and no longer than a day.
    """
    if tries > retry_count:
        return None
    planned = SCHEDULE[min(tries, len(SCHEDULE)) - 1] * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311
    return max(planned, min(retry_after or 0, LONGEST_WAIT))


def parse_retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a `Retry-After` header asks for, from a number or a date; null when it says neither."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
