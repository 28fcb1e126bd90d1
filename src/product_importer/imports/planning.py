"""Plan: settle the last rejects, remove the losers among duplicates, meet the catalogue, cut into chunks."""

from typing import Any
from uuid import UUID

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from product_importer.core.database import set_local
from product_importer.imports.changes import Changes
from product_importer.imports.models import ImportChunk
from product_importer.imports.options import OnDuplicate
from product_importer.imports.staging import Staging

# A row that would create a product needs a name; whether it would depends on the catalogue.
_REJECT_NAMELESS = """
    insert into import_rejects (import_id, settled, row, line, "column", code, message, original, sku_key)
    select :import_id, 'planning', w.row, w.line, cast(:name_column as text), 'name_required',
           'This row would create a product, and a new product needs a name. Fill it in, or map a column to name.',
           coalesce(w.original, ''), w.sku_key
      from {rows} as w
     where w.name is null
       and not exists (select from products as p where p.sku_key = w.sku_key and p.deleted_at is null)
"""

_REJECT_DUPLICATES = """
    insert into import_rejects (import_id, settled, row, line, "column", code, message, original, sku_key)
    select :import_id, 'planning', w.row, w.line, cast(:sku_column as text), 'duplicate_sku',
           'This SKU stands in ' || w.times || ' rows of the file, and none of them was to go in. Keep one of them.',
           coalesce(w.original, ''), w.sku_key
      from (select *, count(*) over (partition by sku_key) as times from {rows}) as w
     where w.times > 1
"""

_FORGET_REJECTS = "delete from import_rejects where import_id = :import_id and settled = 'planning'"

_REMOVE_REJECTED = """
    delete from {rows} as w
     using import_rejects as r
     where r.import_id = :import_id and r.settled = 'planning' and r.row = w.row
"""

# A table of its own, because PostgreSQL reads in parallel for it and not for a delete.
_FIND_LOSERS = """
    create unlogged table {losers} as
    select place
      from (select ctid as place, {beaten_by} as winner from {rows}) as valid
     where winner is not null
"""
_BEATEN_BY = {
    OnDuplicate.LAST: "lead(row) over (partition by sku_key order by row)",
    OnDuplicate.FIRST: "lag(row) over (partition by sku_key order by row)",
}
_REMOVE_LOSERS = "delete from {rows} where ctid = any(array(select place from {losers}))"

_MEET_CATALOGUE = """
    create unlogged table {known} as
    select w.row, p.id as product_id, cast({mask} as smallint) as changed
      from {rows} as w
      join products as p on p.sku_key = w.sku_key and p.deleted_at is null
"""

_COUNT_BY_CHUNK = """
    select number, rows, rows - coalesce(known, 0) as unknown, coalesce(changed, 0) as changed
      from (select (row - 1) / :chunk_rows as number, count(*) as rows from {rows} group by 1) as cut
      left join (
           select (row - 1) / :chunk_rows as number, count(*) as known, count(*) filter (where changed <> 0) as changed
             from {known}
            group by 1
      ) as met using (number)
"""

# After a crash of the database the chunks stand, and what their rows meet is counted anew.
_RECOUNT_CHUNKS = """
    update import_chunks as chunk
       set unknown = chunk.rows - met.known, changed = met.changed
      from import_chunks as cut
      cross join lateral (
           select count(*) as known, count(*) filter (where changed <> 0) as changed
             from {known}
            where row between cut.first and cut.last
      ) as met
     where cut.import_id = :import_id and cut.kind = 'rows'
       and chunk.import_id = cut.import_id and chunk.number = cut.number and chunk.applied_at is null
"""

_COUNT_CHUNKS = """
    select coalesce(sum(rows), 0) as rows, coalesce(sum(unknown), 0) as unknown, coalesce(sum(changed), 0) as changed
      from import_chunks
     where import_id = :import_id and kind = 'rows'
"""


def settle_rejects(
    session: Session,
    import_id: UUID,
    staging: Staging,
    changes: Changes,
    policy: OnDuplicate,
    columns: dict[str, str | None],
) -> None:
    """Reject what only the catalogue or the other rows can decide, before any row wins over another."""
    # A crash of the database may have come between an earlier time and its plan.
    session.execute(text(_FORGET_REJECTS), {"import_id": import_id})
    parameters = {
        "import_id": import_id,
        "name_column": columns.get("name"),
        "sku_column": columns.get("sku"),
    }
    if changes.needs_name and changes.creates:
        session.execute(text(_REJECT_NAMELESS.format(rows=staging.rows)), parameters)
    if policy == OnDuplicate.REJECT:
        # A row that is rejected already is nobody's duplicate.
        session.execute(text(_REMOVE_REJECTED.format(rows=staging.rows)), parameters)
        session.execute(text(_REJECT_DUPLICATES.format(rows=staging.rows)), parameters)


def choose_winners(session: Session, import_id: UUID, staging: Staging, policy: OnDuplicate) -> int:
    """Leave the winning row of each SKU in `rows`; returns how many there are.

    The result depends on the file, the options and the settled rejects alone, so that after a crash the same rows
    win again.
    """
    in_parallel(session)
    session.execute(text(_REMOVE_REJECTED.format(rows=staging.rows)), {"import_id": import_id})
    if policy != OnDuplicate.REJECT:
        found = _FIND_LOSERS.format(losers=staging.losers, rows=staging.rows, beaten_by=_BEATEN_BY[policy])
        session.execute(text(found))
        session.execute(text(_REMOVE_LOSERS.format(losers=staging.losers, rows=staging.rows)))
        session.execute(text(f"drop table {staging.losers}"))
    staging.index(session, staging.rows)
    return staging.count(session, staging.rows)


def meet_catalogue(session: Session, staging: Staging, mask: str) -> None:
    """Write down which rows the catalogue knows, and in `changed` the `mask` of what each would change there."""
    in_parallel(session)
    session.execute(text(f"drop table if exists {staging.known}"))
    statement = _MEET_CATALOGUE.format(known=staging.known, rows=staging.rows, mask=mask)
    session.execute(text(statement))
    staging.index(session, staging.known)


def cut_chunks(session: Session, import_id: UUID, staging: Staging, chunk_rows: int) -> None:
    """Cut the rows into ranges of their numbers, in the logged table that outlives a crash."""
    parameters = {"import_id": import_id, "chunk_rows": chunk_rows}
    session.execute(text("delete from import_chunks where import_id = :import_id"), parameters)
    # Read, then inserted: PostgreSQL reads in parallel for the one and not for the other.
    counted = session.execute(text(_COUNT_BY_CHUNK.format(rows=staging.rows, known=staging.known)), parameters)
    chunks = [
        {
            "import_id": import_id,
            "number": chunk.number,
            "kind": "rows",
            "first": chunk.number * chunk_rows + 1,
            "last": (chunk.number + 1) * chunk_rows,
            "rows": chunk.rows,
            "unknown": chunk.unknown,
            "changed": chunk.changed,
        }
        for chunk in counted
    ]
    if chunks:
        session.execute(insert(ImportChunk), chunks)


def recount_chunks(session: Session, import_id: UUID, staging: Staging) -> None:
    """Count anew what the rows of the chunks that are still to be applied meet."""
    session.execute(text(_RECOUNT_CHUNKS.format(known=staging.known)), {"import_id": import_id})


def count_changes(session: Session, import_id: UUID, staging: Staging, changes: Changes) -> dict[str, Any]:
    """What applying would do to the catalogue as it is now: outcomes, and per field how many products change."""
    found = session.execute(text(_COUNT_CHUNKS), {"import_id": import_id}).mappings().one()
    rows, unknown, changed = int(found["rows"]), int(found["unknown"]), int(found["changed"])
    return {
        "created": unknown if changes.creates else 0,
        "updated": changed if changes.updates else 0,
        "unchanged": rows - unknown - changed if changes.updates else 0,
        "skipped": (0 if changes.creates else unknown) + (0 if changes.updates else rows - unknown),
        "fields": _count_fields(session, staging, changes) if changes.updates else {},
    }


def _count_fields(session: Session, staging: Staging, changes: Changes) -> dict[str, int]:
    if not changes.fields:
        return {}
    counted = ", ".join(
        f"count(*) filter (where changed & {changes.bit(field)} <> 0) as {field}" for field in changes.fields
    )
    found = session.execute(text(f"select {counted} from {staging.known} where changed <> 0")).mappings().one()
    return {field: int(found[field]) for field in changes.fields}


def in_parallel(session: Session) -> None:
    """Let this transaction's reading statements use a second processor; the worker waits for them meanwhile."""
    set_local(
        session,
        work_mem="256MB",
        max_parallel_workers_per_gather="2",
        parallel_setup_cost="10",
        parallel_tuple_cost="0",
        min_parallel_table_scan_size="1MB",
    )
