"""Products that the file does not have: found when it is planned, deactivated or moved to the trash when applied."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core.database import set_local
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.imports.applying import Outcome, StagingLost, record
from product_importer.imports.models import ImportChunk
from product_importer.imports.run import Run
from product_importer.imports.staging import Staging
from product_importer.products.snapshot import SNAPSHOT

KIND = "missing"
ALWAYS_CONFIRMED_PERCENT = 20

# A row that was rejected or skipped names its product all the same.
_FIND = """
    create unlogged table {missing} as
    select p.id as product_id, p.sku_key
      from products as p
     where p.deleted_at is null {still}
       and not exists (select from {rows} as w where w.sku_key = p.sku_key)
       and not exists (select from import_rejects as r where r.import_id = '{import_id}' and r.sku_key = p.sku_key)
       and not exists (
           select from events as e join event_batches as b on b.id = e.batch_id
            where e.product_id = p.id and e.event in ('product.created', 'product.restored')
              and b.position > {position}
       )
"""

_CUT = """
    insert into import_chunks (import_id, number, kind, first, last, rows)
    select :import_id, :number + place / :chunk_rows, :kind, min(product_id), max(product_id), count(*)
      from (select product_id, row_number() over (order by product_id) - 1 as place from {missing}) as cut
     group by place / :chunk_rows
"""

_APPLY = """
    with locked as materialized (
        select p.*
          from {missing} as m
          join products as p on p.id = m.product_id and p.sku_key = m.sku_key
         where m.product_id between :first and :last and p.deleted_at is null {still}
         order by p.sku_key
           for update of p
    ),
    removed as (
        update products as p set {change} from locked where p.id = locked.id returning p.id
    ),
    logged as (
        insert into events (batch_id, event, product_id, before)
        select :batch_id, :event, l.id, {snapshot} from locked as l
    )
    select count(*) from removed
"""

_COUNT = "select count(*) from {missing} where product_id between :first and :last"
_RECOUNT = """
    update import_chunks as chunk
       set rows = (select count(*) from {missing} where product_id between chunk.first and chunk.last)
     where import_id = :import_id and kind = :kind and applied_at is null
"""

_CHANGE = {"deactivate": "active = false, updated_at = clock_timestamp()", "delete": "deleted_at = clock_timestamp()"}
_STILL = {"deactivate": "and p.active", "delete": ""}
_EVENT = {"deactivate": EventName.PRODUCT_UPDATED, "delete": EventName.PRODUCT_DELETED}


def is_blocked(session: Session, import_id: UUID) -> bool:
    """Whether a row was rejected whose SKU cannot be read: it may be any product's."""
    unread = "select exists (select from import_rejects where import_id = :import_id and sku_key is null)"
    return bool(session.scalars(text(unread), {"import_id": import_id}).one())


def blocked_warning() -> dict[str, Any]:
    """The warning that nothing is taken for missing."""
    message = (
        "Rows were rejected whose SKU cannot be read, so which products the file does not have cannot be told: none "
        "is deactivated or deleted. Mend these rows first."
    )
    return {"code": "missing_blocked", "message": message, "count": 1, "samples": []}


def share_warning(choice: str, count: int, percent: float) -> dict[str, Any]:
    """The warning that much of the catalogue is missing from the file."""
    what = {"deactivate": "deactivated", "delete": "moved to the trash"}[choice]
    message = (
        f"The file does not have {percent:.0f} % of the catalogue: {count:,} products would be {what}. Check that the "
        "file is whole."
    )
    return {"code": "missing_share", "message": message, "count": count, "samples": []}


def find(session: Session, run: Run, position: int) -> int:
    """Write down the products that the file does not have and that existed at `position` of the log; how many."""
    staging = run.staging
    session.execute(text(f"drop table if exists {staging.missing}"))
    still = _STILL[run.options.missing]
    statement = _FIND.format(
        missing=staging.missing, rows=staging.rows, still=still, import_id=run.id, position=position
    )
    session.execute(text(statement))
    return staging.count(session, staging.missing)


def count_live(session: Session) -> int:
    """How many products are live."""
    return int(session.scalars(text("select count(*) from products where deleted_at is null")).one())


def cut_chunks(session: Session, import_id: UUID, staging: Staging, chunk_rows: int) -> None:
    """Cut the missing products into ranges of ids, behind the chunks of rows."""
    last = "select coalesce(max(number), -1) + 1 from import_chunks where import_id = :import_id"
    number = session.scalars(text(last), {"import_id": import_id}).one()
    session.execute(
        text(_CUT.format(missing=staging.missing)),
        {"import_id": import_id, "number": number, "chunk_rows": chunk_rows, "kind": KIND},
    )


def recount_chunks(session: Session, import_id: UUID, staging: Staging) -> None:
    """Count anew the products of the chunks that are still to be applied, found again after a crash."""
    session.execute(text(_RECOUNT.format(missing=staging.missing)), {"import_id": import_id, "kind": KIND})


def _compare(session: Session, staging: Staging, chunk: ImportChunk) -> None:
    # A file of which no row is valid has an empty table of rows before a crash and after it; this one tells.
    count = text(_COUNT.format(missing=staging.missing))
    found = session.scalars(count, {"first": chunk.first, "last": chunk.last}).one()
    if found != chunk.rows:
        raise StagingLost(f"chunk {chunk.number} holds {found} missing products instead of {chunk.rows}")


def apply_chunk(session: Session, run: Run, chunk: ImportChunk) -> Outcome:
    """Deactivate or trash the products of one chunk that are still as they were found; raises StagingLost."""
    set_local(session, work_mem="128MB", enable_seqscan="off")
    statement = _APPLY.format(
        missing=run.staging.missing,
        still=_STILL[run.options.missing],
        change=_CHANGE[run.options.missing],
        snapshot=SNAPSHOT.format(product="l"),
    )
    parameters = {
        "first": chunk.first,
        "last": chunk.last,
        "batch_id": events.open_batch(session, chunk.import_id),
        "event": _EVENT[run.options.missing],
    }
    _compare(session, run.staging, chunk)
    outcome = Outcome(removed=session.scalars(text(statement), parameters).one())
    record(session, chunk, outcome)
    return outcome
