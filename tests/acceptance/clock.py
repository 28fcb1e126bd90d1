"""Another time for a deployment: all that it has written down becomes older, which is as if its clock had gone on."""

import os
from datetime import timedelta
from typing import Any

import psycopg
import redis
from psycopg import sql

from tests.acceptance.deployment import Deployment

# Of each table the columns that hold a time, and whether one of them is part of its key. The start of a backend is left
# out: PostgreSQL's own list of backends is asked by it.
TIMES = """
    select c.relname, array_agg(a.attname::text), coalesce(bool_or(a.attnum = any(cast(i.indkey as int2[]))), false)
      from pg_class as c
      join pg_attribute as a on a.attrelid = c.oid
      left join pg_index as i on i.indrelid = c.oid and i.indisprimary
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and a.atttypid = 'timestamptz'::regtype and not a.attisdropped and c.relname <> 'job_backends'
     group by c.relname
"""
# A key of times goes there first, or the first row to be moved would meet one that is not moved yet.
FAR = timedelta(days=365_000)


def go_on(deployment: Deployment, by: timedelta) -> None:
    """Let `by` pass: in every table, for every file in storage, and for what Redis forgets by itself.

    Who works at that moment may be in the way of it, or it in theirs; then it is tried again.
    """
    while True:
        try:
            with psycopg.connect(deployment.database_url) as connection:
                for table, names, in_key in connection.execute(TIMES).fetchall():
                    for step in (by + FAR, -FAR) if in_key else (by,):
                        _make_older(connection, table, names, step)
            break
        except psycopg.errors.DeadlockDetected:
            continue
    for path in (deployment.root / "storage").rglob("*"):
        if path.is_file():
            seconds = path.stat().st_mtime - by.total_seconds()
            os.utime(path, (seconds, seconds))
    with redis.Redis.from_url(deployment.redis_url) as client:
        for key in client.scan_iter():
            left = client.pttl(key)
            if left > 0:
                client.pexpire(key, max(1, left - int(by.total_seconds() * 1000)))


def _make_older(connection: psycopg.Connection[Any], table: str, names: list[str], step: timedelta) -> None:
    older = sql.SQL(", ").join(sql.SQL("{0} = {0} - %(step)s").format(sql.Identifier(name)) for name in names)
    connection.execute(sql.SQL("update {} set {}").format(sql.Identifier(table), older), {"step": step})
