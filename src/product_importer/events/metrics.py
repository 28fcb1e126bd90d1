"""Figures of the event log."""

from collections.abc import Iterator

from prometheus_client import Counter
from prometheus_client.core import Metric
from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core.metrics import PREFIX, gauge

READS = Counter(
    f"{PREFIX}_catalogue_reads_total",
    "Lists and parts of exports by the server that they were read on, where there is a replica.",
    ("server",),
)

_SIZE = "select pg_total_relation_size('events') + pg_total_relation_size('event_batches')"
_POSITION = "select coalesce(max(position), 0) from event_batches"


def measure(session: Session) -> Iterator[Metric]:
    """How large it is, and how far it has come."""
    yield gauge("event_log_bytes", "Size of the log of changes on disk.", [], session.execute(text(_SIZE)))
    position = session.execute(text(_POSITION))
    yield gauge("event_log_position", "Position of the newest change; it grows by one a transaction.", [], position)
