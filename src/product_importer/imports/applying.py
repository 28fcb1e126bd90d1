"""Apply: one chunk of keys in one transaction — lock, classify and write afresh, log, record the outcome."""

from dataclasses import asdict, dataclass

from sqlalchemy import func, text, update
from sqlalchemy.orm import Session

from product_importer.events import service as events
from product_importer.imports.changes import Changes
from product_importer.imports.models import ImportChunk
from product_importer.imports.staging import Staging
from product_importer.jobs.lease import LeaseLost
from product_importer.products.snapshot import SNAPSHOT

# Every writer of many rows locks in key order; what the rows were when overwritten is read by the next statement,
# whose snapshot is taken after the locks are held.
_LOCK = """
    select count(*) from (
        select p.id
          from products as p
         where p.sku_key between :first_key and :last_key
           and p.deleted_at is null
           and exists (
               select from {winners} as w
                where w.sku_key = p.sku_key and w.sku_key between :first_key and :last_key
           )
         order by p.sku_key
           for update of p
    ) as locked
"""

_APPLY = """
    with incoming as materialized (
        select w.*, p.id as product_id, {changed} as is_changed{values},
               case when {changed} then {snapshot} end as before
          from {winners} as w
          left join products as p
            on p.sku_key = w.sku_key and p.sku_key between :first_key and :last_key and p.deleted_at is null
         where w.sku_key between :first_key and :last_key
    ),
    created as (
        insert into products (sku, sku_key, name, description, price, active, attributes)
        select sku, sku_key, name, description, price, coalesce(active, true), attributes
          from incoming
         where product_id is null and name is not null and :creates
         order by sku_key
        returning id
    ),
    updated as (
        update products as p
           set {assignments} updated_at = now()
          from incoming
         where p.id = incoming.product_id and is_changed and :updates
        returning p.id, incoming.before
    ),
    logged as (
        insert into events (batch_id, event, product_id, before)
        select :batch_id, 'product.created', id, null from created
        union all
        select :batch_id, 'product.updated', id, before from updated
    ),
    nameless as (
        insert into import_rejects (import_id, settled, row, line, "column", code, message, original)
        select :import_id, 'applying', row, line, null, 'name_required',
               'The product was removed while this import ran, and a new product needs a name.',
               coalesce(original, '')
          from incoming
         where product_id is null and name is null and :creates
        returning row
    )
    select (select count(*) from incoming) as rows,
           (select count(*) from created) as created,
           (select count(*) from updated) as updated,
           (select count(*) from nameless) as rejected,
           (select count(*) from incoming where product_id is not null and not is_changed and :updates) as unchanged
"""

# The path for keys of which the catalogue holds none: nothing to compare, and nothing to keep in memory.
_CREATE_ONLY = """
    with created as (
        insert into products (sku, sku_key, name, description, price, active, attributes)
        select sku, sku_key, name, description, price, coalesce(active, true), attributes
          from {winners}
         where sku_key between :first_key and :last_key
         order by sku_key
        returning id
    ),
    logged as (
        insert into events (batch_id, event, product_id)
        select :batch_id, 'product.created', id from created
    )
    select count(*) as created from created
"""


class StagingLost(Exception):
    """The staging table no longer holds the rows that were counted: the database crashed, so the file is read again."""


@dataclass(frozen=True)
class Outcome:
    """How many rows of a chunk ended how."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    rejected: int = 0


def apply_chunk(session: Session, staging: Staging, chunk: ImportChunk, changes: Changes) -> Outcome:
    """Write one chunk and its events, and record what came of it; raises StagingLost when rows are missing."""
    session.execute(text("set local work_mem = '128MB'"))
    keys = {"first_key": chunk.first_key, "last_key": chunk.last_key}
    known = session.scalars(text(_LOCK.format(winners=staging.winners)), keys).one()
    batch_id = events.open_batch(session, chunk.import_id)
    if known == 0 and changes.creates and not changes.needs_name:
        outcome = _create(session, staging, chunk, batch_id, keys)
    else:
        outcome = _upsert(session, staging, chunk, changes, batch_id, keys)
    _record(session, chunk, outcome)
    return outcome


def _create(session: Session, staging: Staging, chunk: ImportChunk, batch_id: int, keys: dict[str, str]) -> Outcome:
    statement = text(_CREATE_ONLY.format(winners=staging.winners))
    created = session.scalars(statement, keys | {"batch_id": batch_id}).one()
    _compare(chunk, created)
    return Outcome(created=created)


def _upsert(
    session: Session, staging: Staging, chunk: ImportChunk, changes: Changes, batch_id: int, keys: dict[str, str]
) -> Outcome:
    statement = _APPLY.format(
        winners=staging.winners,
        changed=changes.changed,
        values=changes.values,
        assignments=changes.assignments,
        snapshot=SNAPSHOT.format(product="p"),
    )
    parameters = (
        keys
        | changes.parameters
        | {
            "batch_id": batch_id,
            "import_id": chunk.import_id,
            "creates": changes.creates,
            "updates": changes.updates,
        }
    )
    found = session.execute(text(statement), parameters).one()
    _compare(chunk, found.rows)
    counted = found.created + found.updated + found.unchanged + found.rejected
    return Outcome(
        created=found.created,
        updated=found.updated,
        unchanged=found.unchanged,
        rejected=found.rejected,
        skipped=found.rows - counted,
    )


def _compare(chunk: ImportChunk, rows: int) -> None:
    if rows != chunk.rows:
        raise StagingLost(f"chunk {chunk.number} holds {rows} rows instead of {chunk.rows}")


def _record(session: Session, chunk: ImportChunk, outcome: Outcome) -> None:
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
