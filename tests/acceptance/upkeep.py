"""What has to be true of every table of an installation that is left alone: nothing is stuck, nothing only grows."""

from tests.acceptance.deployment import Deployment

# What people have made and may take away again.
OF_PEOPLE = {"api_keys", "products", "profiles", "sealing_keys", "user_identities", "users", "views", "webhooks"}
# As many rows as there are products or webhooks, or one.
BY_NUMBER = {
    "event_floor": "select 1",
    "search_state": "select 1",
    "product_search": "select count(*) from products",
    "product_words": "select count(*) from products",
    "webhook_cursors": "select 2 * count(*) from webhooks",
}
TABLES = "select tablename from pg_tables where schemaname = 'public' and tablename <> 'alembic_version'"

# Rows that are neither done nor due, by what is wrong with them; each statement finds none in an installation that is
# at rest. A plan waits for a week, and of a delivery the longest step is ten hours and a fifth.
STUCK = {
    "a job neither ended nor waiting for a person": """
        select id from jobs where finished_at is null
           and (status <> 'awaiting_confirmation' or lease_until is not null)
    """,
    "a job that ended in a state that is no end, or the reverse": """
        select id from jobs
         where (finished_at is not null) <> (status in ('completed', 'failed', 'cancelled', 'undone'))
    """,
    "a lease of a job that has ended": "select id from jobs where finished_at is not null and lease_until is not null",
    "a backend of a job that has ended": "select b.* from job_backends as b join jobs as j on j.id = b.job_id "
    "where j.finished_at is not null",
    "a plan that waits and has no time": """
        select i.id from imports as i join jobs as j on j.id = i.id
         where j.status = 'awaiting_confirmation'
           and (i.planned_at is null or i.planned_at < now() - interval '7 days 1 hour')
    """,
    "a place or a turn of an import that has ended": """
        select i.id from imports as i join jobs as j on j.id = i.id
         where j.finished_at is not null and (i.place is not null or i.waits_for is not null)
    """,
    "a chunk of a completed import that is not applied": """
        select c.* from import_chunks as c join jobs as j on j.id = c.import_id
         where j.status in ('completed', 'undone') and c.applied_at is null
    """,
    "a chunk of a completed bulk job that is not done": """
        select c.job_id from bulk_chunks as c join jobs as j on j.id = c.job_id
         where j.status in ('completed', 'undone') and c.done_at is null
    """,
    "a chunk of a completed undo that is not taken back": """
        select c.* from undo_chunks as c join jobs as j on j.id = c.undo_id
         where j.status = 'completed' and c.undone_at is null
    """,
    "a staging table of an import that has ended": """
        select t.tablename from pg_tables as t
         where t.schemaname = 'staging' and not exists (
               select from jobs as j
                where j.finished_at is null and t.tablename like 'import\\_' || replace(j.id::text, '-', '') || '%%'
         )
    """,
    "a delivery neither settled nor due": """
        select id from webhook_deliveries
         where (status = 'pending') <> (due_at is not null) or (due_at is null) <> (finished_at is not null)
            or due_at > now() + interval '12 hours' or due_at < now() - interval '2 hours'
    """,
    "a cursor that has not come to the end, or a replay that has not ended": """
        select c.id from webhook_cursors as c join webhooks as w on w.id = c.webhook_id
         where w.enabled and (c.until is not null or c.position < (select max(position) from event_batches))
    """,
    "search behind the log, or held": """
        select id from search_state
         where position < (select max(position) from event_batches) or held_until > now() + interval '2 minutes'
    """,
    "an idempotency key without an answer": "select key from idempotency_keys where status is null",
    "a transaction that nobody ends": """
        select pid from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%%'
           and state_change < now() - interval '10 seconds'
    """,
}


def stuck(deployment: Deployment) -> dict[str, list[tuple[object, ...]]]:
    """What is neither done nor due, under the name of what is wrong with it."""
    found = {name: deployment.query(statement) for name, statement in STUCK.items()}
    return {name: rows for name, rows in found.items() if rows}


def rows(deployment: Deployment) -> dict[str, int]:
    """How many rows each table has."""
    names = [str(name) for (name,) in deployment.query(TABLES)]
    [counts] = deployment.query("select " + ", ".join(f"(select count(*) from {name})" for name in names))
    return {name: int(count) for name, count in zip(names, counts, strict=True)}


def of_time(counts: dict[str, int]) -> dict[str, int]:
    """The tables that grow with time alone and have to end: all those that are not said to be others."""
    return {name: count for name, count in counts.items() if name not in OF_PEOPLE | set(BY_NUMBER)}


def left_by_time(deployment: Deployment) -> dict[str, int]:
    """How many rows there are in tables that time fills."""
    return {name: count for name, count in of_time(rows(deployment)).items() if count}


def by_number(deployment: Deployment) -> dict[str, int]:
    """How many rows the tables of `BY_NUMBER` are to have."""
    return {name: int(deployment.value(statement)) for name, statement in BY_NUMBER.items()}
