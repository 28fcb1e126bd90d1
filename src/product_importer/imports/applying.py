"""Apply: one chunk in one transaction — read what it meets, write it in key order, log, record the outcome.

Products are written optimistically: the statement that reads a product finds the row it overwrites by its place
(`ctid`), so a product that somebody changed in between is not written at all. That is counted, and the chunk is
repeated with its products locked first. Either way `before` is what was overwritten, and every transaction meets its
products in key order.
"""

from dataclasses import asdict, dataclass

from sqlalchemy import func, text, update
from sqlalchemy.orm import Session

from product_importer.core.contention import RowsMoved
from product_importer.core.database import set_local
from product_importer.events import service as events
from product_importer.imports.changes import Changes
from product_importer.imports.models import ImportChunk
from product_importer.imports.staging import Staging
from product_importer.jobs.lease import LeaseLost
from product_importer.products.snapshot import SNAPSHOT

# The path for rows whose SKUs the catalogue did not hold: nothing to compare, and nothing to keep in memory.
_CREATE_ONLY = """
    with created as (
        insert into products (sku, sku_key, name, description, price, active, attributes)
        select sku, sku_key, name, description, price, coalesce(active, true), attributes::jsonb
          from {rows} as w
         where w.row between :first and :last {unknown}
         order by sku_key
        returning id
    ),
    logged as (
        insert into events (batch_id, event, product_id)
        select :batch_id, 'product.created', id from created
    )
    select count(*) as created from created
"""
# `not in`, here and below, because PostgreSQL hashes it: it cannot estimate what it joins, and takes it for few rows.
_UNKNOWN = "and w.row not in (select k.row from {known} as k where k.row between :first and :last)"

# `wanted` are the rows that had something to write when it was planned, `found` what they meet now. Each looks its
# product up: PostgreSQL would rather walk the whole index beside them, and meet the whole catalogue in every chunk.
_WRITE = """
    with wanted as materialized (
        select w.*, k.product_id
          from {rows} as w
          left join {known} as k on k.row = w.row and k.row between :first and :last
         where w.row between :first and :last and ({wanted})
    ),
    found as materialized (
        select p.id, p.place, w.row, w.sku, w.product_id as planned_id, {changed} as is_changed {values},
               {snapshot} as before
          from (select * from wanted order by sku_key) as w
         cross join lateral (
               select ctid as place, *
                 from products
                where sku_key = w.sku_key and deleted_at is null
               {each}
         ) as p
    ),
    updated as (
        update products as p
           set {assignments} updated_at = now()
          from found as incoming
         where {same} and is_changed and :updates
        returning p.id, incoming.before
    ),
    fresh as materialized (
        select * from wanted where row not in (select row from found)
    ),
    created as (
        insert into products (sku, sku_key, name, description, price, active, attributes)
        select sku, sku_key, name, description, price, coalesce(active, true), attributes::jsonb
          from fresh
         where name is not null and :creates
         order by sku_key
        returning id
    ),
    logged as (
        insert into events (batch_id, event, product_id, before)
        select :batch_id, 'product.created', id, null from created
        union all
        select :batch_id, 'product.updated', id, before from updated
        returning event
    ),
    nameless as (
        insert into import_rejects (import_id, settled, row, line, "column", code, message, original, sku_key)
        select :import_id, 'applying', row, line, null, 'name_required',
               'The product was removed while this import ran, and a new product needs a name.',
               coalesce(original, ''), sku_key
          from fresh
         where name is null and :creates
        returning row
    ),
    drifted as (
        insert into import_drift (import_id, row, sku, planned, actual)
        select :import_id, row, sku, case when planned_id is null then 'created' else 'updated' end,
               case when not :updates then 'skipped' when is_changed then 'updated' else 'unchanged' end
          from found
         where planned_id is null or not is_changed
        union all
        select :import_id, row, sku, 'updated',
               case when not :creates then 'skipped' when name is null then 'rejected' else 'created' end
          from fresh
         where product_id is not null
    )
    select (select count(*) from wanted) as wanted,
           (select count(*) from found) as found,
           (select count(*) from found where is_changed) as changed,
           (select count(*) from logged where event = 'product.created') as created,
           (select count(*) from logged where event = 'product.updated') as updated,
           (select count(*) from nameless) as rejected
"""


class StagingLost(Exception):
    """The staging table no longer holds the rows that were counted: the database crashed, so the file is read again."""


@dataclass(frozen=True)
class Outcome:
    """How many rows of a chunk ended how; `removed` are products that the file does not have."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    rejected: int = 0
    removed: int = 0


def apply_chunk(
    session: Session, staging: Staging, chunk: ImportChunk, changes: Changes, *, contended: bool = False
) -> Outcome:
    """Write one chunk of rows and its events, and record what came of it.

    `contended` says that a try met other writers. Raises RowsMoved, StagingLost, and what the database raises.
    """
    # Products are found through their indexes: the chunk is a small part of a table that may be any size.
    set_local(session, work_mem="128MB", enable_seqscan="off")
    batch_id = events.open_batch(session, chunk.import_id)
    only_creates = changes.creates and not (changes.updates and chunk.changed)
    if only_creates and not contended:
        outcome = _create(session, staging, chunk, changes, batch_id)
    else:
        outcome = _write(session, staging, chunk, changes, batch_id, contended=contended)
    record(session, chunk, outcome)
    return outcome


def without_writing(chunk: ImportChunk, changes: Changes) -> Outcome:
    """What comes of the rows that have nothing to write."""
    known = chunk.rows - chunk.unknown
    return Outcome(
        unchanged=known - chunk.changed if changes.updates else 0,
        skipped=(0 if changes.creates else chunk.unknown) + (0 if changes.updates else known),
    )


def _create(session: Session, staging: Staging, chunk: ImportChunk, changes: Changes, batch_id: int) -> Outcome:
    unknown = _UNKNOWN.format(known=staging.known) if chunk.unknown < chunk.rows else ""
    statement = text(_CREATE_ONLY.format(rows=staging.rows, unknown=unknown))
    parameters = {"first": chunk.first, "last": chunk.last, "batch_id": batch_id}
    created = session.scalars(statement, parameters).one()
    _compare(chunk, created, chunk.unknown)
    rest = without_writing(chunk, changes)
    return Outcome(created=created, unchanged=rest.unchanged, skipped=rest.skipped)


def _write(
    session: Session, staging: Staging, chunk: ImportChunk, changes: Changes, batch_id: int, *, contended: bool
) -> Outcome:
    parameters = {
        "first": chunk.first,
        "last": chunk.last,
        "batch_id": batch_id,
        "import_id": chunk.import_id,
        "creates": changes.creates,
        "updates": changes.updates,
    }
    found = session.execute(text(_statement(staging, changes, lock=contended)), parameters).one()
    writes = (chunk.unknown if changes.creates else 0) + (chunk.changed if changes.updates else 0)
    _compare(chunk, found.wanted, writes)
    if changes.updates and found.updated != found.changed:
        raise RowsMoved(f"{found.changed - found.updated} products of chunk {chunk.number}")
    rest = without_writing(chunk, changes)
    same = found.found - found.changed
    lost = found.wanted - found.found - found.created - found.rejected
    return Outcome(
        created=found.created,
        updated=found.updated,
        unchanged=rest.unchanged + (same if changes.updates else 0),
        skipped=rest.skipped + (0 if changes.updates else found.found) + lost,
        rejected=found.rejected,
    )


def _statement(staging: Staging, changes: Changes, *, lock: bool) -> str:
    wanted = [
        *(["k.product_id is null"] if changes.creates else []),
        *(["k.changed <> 0"] if changes.updates else []),
    ]
    return _WRITE.format(
        rows=staging.rows,
        known=staging.known,
        wanted=" or ".join(wanted),
        # One product at a time and in key order, locked or not; `offset 0` keeps it from becoming a plain join.
        each="for update" if lock else "offset 0",
        # A product that was waited for is newer than the statement, which finds it by its id alone.
        same="p.id = incoming.id" if lock else "p.ctid = incoming.place",
        changed=changes.changed if changes.updates else "false",
        values=changes.values if changes.updates else "",
        assignments=changes.assignments if changes.updates else "",
        snapshot=SNAPSHOT.format(product="p"),
    )


def _compare(chunk: ImportChunk, rows: int, planned: int) -> None:
    if rows != planned:
        raise StagingLost(f"chunk {chunk.number} holds {rows} rows instead of {planned}")


def record(session: Session, chunk: ImportChunk, outcome: Outcome) -> None:
    """Write down what came of a chunk; raises LeaseLost when somebody else has done it."""
    recorded = (
        update(ImportChunk)
        .where(
            ImportChunk.import_id == chunk.import_id,
            ImportChunk.number == chunk.number,
            ImportChunk.applied_at.is_(None),
        )
        .values(applied_at=func.clock_timestamp(), **asdict(outcome))
        .returning(ImportChunk.number)
    )
    if session.execute(recorded).first() is None:
        raise LeaseLost
