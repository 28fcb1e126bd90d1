"""Removing what is old from the event log, a few batches at a time."""

from datetime import timedelta

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.events import retention
from product_importer.products import search_repository

GRACE = timedelta(days=1)
"""What has come of age is not removed at once: an undo of it may be under way, and somebody may be reading it."""


def cut() -> int:
    """Remove what is older than EVENT_RETENTION_DAYS, and search has read; returns the batches removed."""
    age, removed = timedelta(days=get_settings().event_retention_days) + GRACE, 0
    while True:
        with transaction() as session:
            batches = retention.cut(session, age, search_repository.standing(session).position)
        if not batches:
            return removed
        removed += batches
