"""Keeping the log of deliveries to its age and size; each transaction removes a few."""

from datetime import timedelta

from sqlalchemy import text

from product_importer.core.database import transaction

ROWS_AT_ONCE = 2_000

_OLD = """
    delete from webhook_deliveries
     where id in (
           select id from webhook_deliveries
            where due_at is null and finished_at < now() - cast(:age as interval)
            limit :most
     )
    returning id
"""

# What a delivery takes is its body, compressed, and about a kilobyte for each attempt. The newest are kept.
_TOO_MANY = """
    delete from webhook_deliveries
     where due_at is null and id in (
           select id
             from (select id, sum(pg_column_size(body) + 500 + 1000 * attempts) over (order by id desc) as bytes
                     from webhook_deliveries) as summed
            where bytes > :bytes
            order by id
            limit :most
     )
    returning id
"""

_MINUTES = "delete from webhook_minutes where minute < now() - interval '2 hours' returning minute"


def clean(age: timedelta, max_bytes: int) -> int:
    """Remove settled deliveries older than `age`, then the oldest beyond `max_bytes`; returns how many."""
    removed = 0
    for statement, parameters in ((_OLD, {"age": age}), (_TOO_MANY, {"bytes": max_bytes})):
        while True:
            with transaction() as session:
                found = session.execute(text(statement), {**parameters, "most": ROWS_AT_ONCE}).all()
            removed += len(found)
            if not found:
                break
    with transaction() as session:
        session.execute(text(_MINUTES))
    return removed
