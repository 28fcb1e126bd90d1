"""How far back the event log reaches, and cutting off what is older than it has to be."""

from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from product_importer.events.models import event_floor

BATCHES_AT_ONCE = 50


class Floor(NamedTuple):
    """The last event that was cut off, as a cursor: who has read up to it has missed nothing."""

    position: int = 0
    event_id: int = 0


def floor(session: Session) -> Floor:
    """Where the log begins; nothing lies before it while the log is whole."""
    found = session.execute(select(event_floor.c.position, event_floor.c.event_id)).one_or_none()
    return Floor(*found) if found else Floor()


# A batch takes its id before its position, so an older one may come later: each is found by its own id.
_CUT = """
    with old as materialized (
        select id, position from event_batches
         where position in (select position from event_batches order by position limit :most)
           and position <= :read_to and at < now() - cast(:age as interval)
    ),
    newest as (
        select id, position from old order by position desc limit 1
    ),
    unlogged as (
        delete from events
         where batch_id between (select min(id) from old) and (select max(id) from old)
           and batch_id in (select id from old)
    ),
    cut as (
        delete from event_batches where id in (select id from old)
    )
    insert into event_floor as f (id, position, event_id)
    select 1, position, coalesce((select max(e.id) from events as e where e.batch_id = newest.id), 0) from newest
        on conflict (id) do update set position = excluded.position, event_id = excluded.event_id
    returning (select count(*) from old)
"""


def cut(session: Session, age: timedelta, read_to: int) -> int:
    """Remove the oldest batches of the log, up to `read_to`, that are older than `age`; returns how many, at last 0."""
    found = session.scalars(text(_CUT), {"age": age, "read_to": read_to, "most": BATCHES_AT_ONCE}).one_or_none()
    return int(found or 0)
