"""Another time for a deployment: all that it has written down becomes older, which is as if its clock had gone on."""

import os
from datetime import timedelta

import psycopg
import redis
from psycopg import sql
from sqlalchemy import DateTime, Table

from product_importer.core.database import Base
from product_importer.worker import TASKS
from tests.acceptance.deployment import Deployment

assert TASKS, "importing the worker loads every model"

# The start of a backend, by which PostgreSQL's own list of backends is asked.
TRUE_TIMES = {"job_backends.started_at"}
# A key of times goes there first, or the first row to be moved would meet one that is not moved yet.
FAR = timedelta(days=365_000)


def go_on(deployment: Deployment, by: timedelta) -> None:
    """Let `by` pass: in every table, for every file in storage, and for what Redis forgets by itself.

    Who works at that moment may be in the way of it, or it in theirs; then it is tried again.
    """
    while True:
        try:
            with psycopg.connect(deployment.database_url) as connection:
                for table in Base.metadata.sorted_tables:
                    _make_older(connection, table, by)
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


def _make_older(connection: psycopg.Connection[tuple[object, ...]], table: Table, by: timedelta) -> None:
    times = [
        column
        for column in table.columns
        if isinstance(column.type, DateTime) and f"{table.name}.{column.name}" not in TRUE_TIMES
    ]
    if not times:
        return
    steps = (by + FAR, -FAR) if any(column.primary_key for column in times) else (by,)
    for step in steps:
        older = sql.SQL(", ").join(sql.SQL("{0} = {0} - %(step)s").format(sql.Identifier(one.name)) for one in times)
        statement = sql.SQL("update {} set {}").format(sql.Identifier(table.name), older)
        connection.execute(statement, {"step": step})
