"""Removing jobs that are old, with all that belongs to them, a few at a time."""

from datetime import timedelta

from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings

# A job may have as many rejects as its file has rows, and they go with it.
JOBS_AT_ONCE = 20

# What the log still knows is not forgotten before it: history and feed name the job, and an undo needs it. An undo goes
# before what it has undone.
_FORGET = """
    delete from jobs
     where id in (
           select id
             from jobs as old
            where created_at < now() - cast(:age as interval) and finished_at < now() - cast(:age as interval)
              and not exists (select from event_batches as batch where batch.job_id = old.id)
              and not exists (select from jobs as undo where undo.undo_of = old.id)
            order by created_at
            limit :most
              for update skip locked
     )
    returning id
"""


def forget() -> int:
    """Remove what ended more than JOB_RETENTION_DAYS ago and is in the log no more; returns how many jobs."""
    age, removed = timedelta(days=get_settings().job_retention_days), 0
    while True:
        with transaction() as session:
            found = session.execute(text(_FORGET), {"age": age, "most": JOBS_AT_ONCE}).all()
        if not found:
            return removed
        removed += len(found)
