"""Whether anything that a plan was made from has changed since, by the event log."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core.database import without_nested_loops
from product_importer.events import service as events
from product_importer.imports.run import Run

_TOUCHED = """
    create temporary table touched on commit drop as
    select e.product_id, p.sku_key
      from event_batches as b
      join events as e on e.batch_id = b.id
      left join products as p on p.id = e.product_id
     where b.position > {position} and b.job_id is distinct from '{import_id}' and e.product_id is not null
"""

# A product that a row of the file is for now, one that a row was for when it was planned, or one that a row which was
# rejected for creating a product would no longer create.
_MEETS = """
    select exists (
        select from touched join {rows} as w using (sku_key)
    ) or exists (
        select from touched join {known} as k using (product_id)
    ) or exists (
        select from touched join import_rejects as r using (sku_key)
         where r.import_id = :import_id and r.settled = 'planning'
    ) {missing}
"""
_MISSING = "or exists (select from touched join {missing} as m using (product_id))"


_CREATED_SINCE = """
    select exists (
        select from import_rejects as r join products as p on p.sku_key = r.sku_key and p.deleted_at is null
         where r.import_id = :import_id and r.settled = 'planning' and r.code = 'name_required'
    )
"""


def rejects_are_stale(session: Session, run: Run) -> bool:
    """Whether a product exists by now that a row without a name was rejected for creating."""
    return bool(session.scalars(text(_CREATED_SINCE), {"import_id": run.id}).one())


def is_stale(session: Session, run: Run) -> bool:
    """Whether the log has touched one of the plan's products since it was made."""
    head = events.head(session)
    position = run.planned_position or 0
    if head is None or head.position <= position:
        return False
    session.execute(text(_TOUCHED.format(position=position, import_id=run.id)))
    staging = run.staging
    missing = _MISSING.format(missing=staging.missing) if staging.exists(session, staging.missing) else ""
    statement = text(_MEETS.format(rows=staging.rows, known=staging.known, missing=missing))
    with without_nested_loops(session):
        return bool(session.scalars(statement, {"import_id": run.id}).one())
