"""Plan: settle the last rejects, choose the winning row of each SKU, count what would change, cut into chunks."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.imports.changes import Changes
from product_importer.imports.options import OnDuplicate
from product_importer.imports.staging import COLUMNS, Staging

# A row that would create a product needs a name; whether it would depends on the catalogue.
_REJECT_NAMELESS = """
    insert into import_rejects (import_id, settled, row, line, "column", code, message, original)
    select :import_id, 'planning', w.row, w.line, cast(:name_column as text), 'name_required',
           'This row would create a product, and a new product needs a name. Fill it in, or map a column to name.',
           coalesce(w.original, '')
      from {rows} as w
     where w.name is null
       and not exists (select from products as p where p.sku_key = w.sku_key and p.deleted_at is null)
"""

_REJECT_DUPLICATES = """
    insert into import_rejects (import_id, settled, row, line, "column", code, message, original)
    select :import_id, 'planning', w.row, w.line, cast(:sku_column as text), 'duplicate_sku',
           'This SKU stands in ' || w.times || ' rows of the file, and none of them was to go in. Keep one of them.',
           coalesce(w.original, '')
      from (select *, count(*) over (partition by sku_key) as times from {rows} as valid where {valid}) as w
     where w.times > 1
"""

_VALID = """
    not exists (
        select from import_rejects as r
         where r.import_id = :import_id and r.settled = 'planning' and r.row = valid.row
    )
"""

_CHOOSE_WINNERS = """
    insert into {winners}
    select distinct on (sku_key) valid.*
      from {rows} as valid
     where {valid}
     order by sku_key, row {direction}
"""

_CUT_CHUNKS = """
    insert into import_chunks (import_id, number, first_key, last_key, rows)
    select :import_id, (place - 1) / :chunk_rows, min(sku_key), max(sku_key), count(*)
      from (select sku_key, row_number() over (order by sku_key) as place from {winners}) as winners
     group by (place - 1) / :chunk_rows
"""

_COUNT_CHANGES = """
    select count(*) filter (where p.id is null) as unknown,
           count(*) filter (where p.id is not null) as known,
           count(*) filter (where p.id is not null and {changed}) as changed
           {fields}
      from {winners} as w
      left join products as p on p.sku_key = w.sku_key and p.deleted_at is null
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
    parameters = {
        "import_id": import_id,
        "name_column": columns.get("name"),
        "sku_column": columns.get("sku"),
    }
    if changes.needs_name and changes.creates:
        session.execute(text(_REJECT_NAMELESS.format(rows=staging.rows)), parameters)
    if policy == OnDuplicate.REJECT:
        session.execute(text(_REJECT_DUPLICATES.format(rows=staging.rows, valid=_VALID)), parameters)


def choose_winners(session: Session, import_id: UUID, staging: Staging, policy: OnDuplicate) -> int:
    """Write the winning row of each SKU in key order; returns how many there are.

    The result depends on the file, the options and the settled rejects alone, so that after a crash the same rows
    win again.
    """
    session.execute(text("set local work_mem = '256MB'"))
    session.execute(text(f"create unlogged table {staging.winners} ({COLUMNS}) with (autovacuum_enabled = false)"))
    direction = "asc" if policy == OnDuplicate.FIRST else "desc"
    statement = _CHOOSE_WINNERS.format(winners=staging.winners, rows=staging.rows, valid=_VALID, direction=direction)
    session.execute(text(statement), {"import_id": import_id})
    # The rows lie in key order, so a block range index finds a chunk and costs next to nothing.
    session.execute(text(f"create index on {staging.winners} using brin (sku_key) with (pages_per_range = 8)"))
    session.execute(text(f"analyze {staging.winners} (sku_key)"))
    return staging.count(session, staging.winners)


def cut_chunks(session: Session, import_id: UUID, staging: Staging, chunk_rows: int) -> None:
    """Cut the winners into ranges of keys, in the logged table that outlives a crash."""
    session.execute(
        text(_CUT_CHUNKS.format(winners=staging.winners)), {"import_id": import_id, "chunk_rows": chunk_rows}
    )


def count_changes(session: Session, staging: Staging, changes: Changes) -> dict[str, Any]:
    """What applying would do to the catalogue as it is now: outcomes, and per field how many products change."""
    counted = "".join(
        f", count(*) filter (where p.id is not null and ({value}) is distinct from p.{field}) as field_{field}"
        for field, value in changes.fields.items()
    )
    statement = _COUNT_CHANGES.format(changed=changes.changed, fields=counted, winners=staging.winners)
    found = session.execute(text(statement), changes.parameters).mappings().one()
    created, updated = found["unknown"], found["changed"]
    return {
        "created": created if changes.creates else 0,
        "updated": updated if changes.updates else 0,
        "unchanged": found["known"] - updated if changes.updates else 0,
        "skipped": (0 if changes.creates else created) + (0 if changes.updates else found["known"]),
        "fields": {field: found[f"field_{field}"] for field in changes.fields} if changes.updates else {},
    }
