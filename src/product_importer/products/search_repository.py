"""Reading how far search has followed the log, what it has not read yet, and taking over the next stretch of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Select, and_, select, text
from sqlalchemy.orm import Session

from product_importer.core.database import let_go_if_stopped
from product_importer.events.models import event_batches, events

# How each event changes the number of products that are live and of those in the trash.
_LIVE = """case event
    when 'product.created' then 1 when 'product.restored' then 1 when 'product.deleted' then -1 else 0 end"""
_TRASHED = """case event
    when 'product.deleted' then 1 when 'product.restored' then -1 when 'product.purged' then -1 else 0 end"""

_STANDING = """
    with state as (
        select coalesce(max(position), 0) as position,
               coalesce(max(live), 0) as live, coalesce(max(trashed), 0) as trashed
          from search_state
    )
    select state.*,
           coalesce((select max(position) from event_batches), 0) as head,
           (select min(unread.id) from event_batches as unread where unread.position > state.position) as oldest_batch
      from state
"""


@dataclass(frozen=True)
class Standing:
    """How far search has read: `position` of `head`; there were `live` and `trashed` products at `position`."""

    position: int
    live: int
    trashed: int
    head: int
    oldest_batch: int | None


def standing(session: Session) -> Standing:
    """How far search has read just now."""
    return Standing(**session.execute(text(_STANDING)).mappings().one())


def unread(where: Standing) -> Select[Any]:
    """The ids of products, repeated, that events between `position` and `head` are about."""
    batches = select(event_batches.c.id).where(
        and_(event_batches.c.position > where.position, event_batches.c.position <= where.head)
    )
    # A batch takes its id before its position, so an older one may come later: the ids bound the search in the index.
    stretch = (events.c.batch_id >= where.oldest_batch, events.c.batch_id.in_(batches))
    return select(events.c.product_id).where(*stretch, events.c.product_id.is_not(None))


def change_of_counts(session: Session, where: Standing) -> tuple[int, int]:
    """By how much the numbers of live and of trashed products have changed from `position` to `head`."""
    statement = f"""
        select coalesce(sum({_LIVE}), 0), coalesce(sum({_TRASHED}), 0)
          from events
         where batch_id >= :oldest_batch
           and batch_id in (select id from event_batches where position > :position and position <= :head)
    """
    bounds = {"oldest_batch": where.oldest_batch, "position": where.position, "head": where.head}
    live, trashed = session.execute(text(statement), bounds).one()
    return int(live), int(trashed)


def claim(session: Session, seconds: float) -> bool:
    """Whether nobody else reads just now, or has let go; they are kept off for so long, or until `release`."""
    # Only where it is missing: what conflicts is waited for, and a reader holds it while it reads.
    first = "insert into search_state select 1, 0, 0, 0 where not exists (select from search_state)"
    session.execute(text(f"{first} on conflict do nothing"))
    statement = """
        update search_state set held_until = clock_timestamp() + make_interval(secs => :seconds)
         where id in (
               select id from search_state
                where held_until is null or held_until < clock_timestamp()
                  for update skip locked
         )
        returning id
    """
    return session.execute(text(statement), {"seconds": seconds}).first() is not None


def release(session: Session) -> None:
    """Let others read."""
    session.execute(text("update search_state set held_until = null"))


def lock(session: Session, seconds: float) -> int:
    """The position, which nobody else moves until commit; others are kept off for so long from now."""
    let_go_if_stopped(session)
    statement = """
        update search_state set held_until = clock_timestamp() + make_interval(secs => :seconds) returning position
    """
    return int(session.scalars(text(statement), {"seconds": seconds}).one())


def unread_since(session: Session, position: int) -> datetime | None:
    """When the first batch that follows was written; None where there is none."""
    statement = "select at from event_batches where position > :position order by position limit 1"
    return session.scalars(text(statement), {"position": position}).one_or_none()


def next_batches(session: Session, position: int, most: int, most_events: int) -> Sequence[RowMapping]:
    """`id`, `position` and the number of `events`, up to `most_events`, of the batches that follow, in their order."""
    statement = """
        with following as materialized (
            select id, position from event_batches where position > :position order by position limit :most
        )
        select following.*, counted.events
          from following
         cross join lateral (
               select count(*) as events
                 from (select from events where batch_id = following.id limit :most_events) as first_ones
         ) as counted
         order by position
    """
    parameters = {"position": position, "most": most, "most_events": most_events}
    return session.execute(text(statement), parameters).mappings().all()


def take_over(session: Session, batches: Sequence[int], position: int) -> None:
    """Copy the products that these batches are about as they are now, and move on to `position`."""
    bounds = {"batches": list(batches), "first": min(batches), "last": max(batches), "position": position}
    session.execute(text(_TAKE_OVER), bounds)


# What does not differ is not written: most changes are of prices, and leave the words of a product alone.
_TAKE_OVER = f"""
    with told as materialized (
        select product_id, event
          from events
         where batch_id between :first and :last and batch_id = any(:batches) and product_id is not null
    ),
    touched as materialized (
        select distinct product_id from told
    ),
    fresh as materialized (
        select p.* from products as p where p.id in (select product_id from touched) order by p.id
    ),
    searched as (
        insert into product_search as s
               (id, sku_key, name_key, price, active, attributes, created_at, updated_at, deleted_at)
        select id, sku_key, lower(name), price, active, attributes, created_at, updated_at, deleted_at from fresh
            on conflict (id) do update
           set sku_key = excluded.sku_key, name_key = excluded.name_key, price = excluded.price,
               active = excluded.active, attributes = excluded.attributes, created_at = excluded.created_at,
               updated_at = excluded.updated_at, deleted_at = excluded.deleted_at
         where (s.sku_key, s.name_key, s.price, s.active, s.attributes, s.created_at, s.updated_at, s.deleted_at)
               is distinct from
               (excluded.sku_key, excluded.name_key, excluded.price, excluded.active, excluded.attributes,
                excluded.created_at, excluded.updated_at, excluded.deleted_at)
    ),
    worded as (
        insert into product_words as w (id, sku, sku_key, name, description)
        select id, sku, sku_key, name, description from fresh
            on conflict (id) do update
           set sku = excluded.sku, sku_key = excluded.sku_key, name = excluded.name, description = excluded.description
         where (w.sku, w.name, w.description) is distinct from (excluded.sku, excluded.name, excluded.description)
    ),
    gone as materialized (
        select product_id from touched where not exists (select from products as p where p.id = touched.product_id)
    ),
    unsearched as (
        delete from product_search where id in (select product_id from gone)
    ),
    unworded as (
        delete from product_words where id in (select product_id from gone)
    )
    update search_state
       set position = :position,
           live = live + (select coalesce(sum({_LIVE}), 0) from told),
           trashed = trashed + (select coalesce(sum({_TRASHED}), 0) from told)
"""


def tidy(session: Session) -> None:
    """Merge what the last stretch left in the indexes' waiting lists, which every search would have to go through."""
    for index in ("ix_product_words_words", "ix_product_words_texts", "ix_product_search_attributes"):
        session.execute(text("select gin_clean_pending_list(cast(:index as regclass))"), {"index": index})
