"""Figures of jobs."""

from collections.abc import Iterator

from prometheus_client.core import Metric
from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core.metrics import gauge

# Both ways lead through an index, however many jobs there ever were.
_JOBS = """
    select kind, status, count(*)
      from jobs
     where finished_at is null or created_at > now() - interval '24 hours'
     group by kind, status
"""

# A job that waited for a person is queued again, long after it was made.
_OLDEST_WAITING = """
    select coalesce(extract(epoch from now() - min(queued.at)), 0)
      from jobs as j
     cross join lateral (select max(t.at) as at from job_transitions as t where t.job_id = j.id) as queued
     where j.finished_at is null and j.status = 'queued'
"""


def measure(session: Session) -> Iterator[Metric]:
    """How many there are in which state, and how long the first in the queue has waited."""
    jobs = session.execute(text(_JOBS))
    yield gauge("jobs", "Jobs that have not ended, and all of the last 24 hours.", ["kind", "status"], jobs)
    oldest = session.execute(text(_OLDEST_WAITING))
    yield gauge("jobs_oldest_waiting_seconds", "For how long the first job in the queue has waited.", [], oldest)
