"""Statements on the tables of uploads and imports."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, delete, func, select, text, update
from sqlalchemy.orm import Session

from product_importer.imports.changes import Changes
from product_importer.imports.models import Import, ImportChunk, Upload, import_drift, import_rejects
from product_importer.jobs.models import Job
from product_importer.jobs.states import TERMINAL

# What a chunk decides; duplicates and rejects are settled before or listed on their own.
OF_CHUNKS = ("created", "updated", "unchanged", "skipped")
OUTCOMES = (*OF_CHUNKS, "duplicate", "rejected")


def start_reading(session: Session, import_id: UUID, attempt: int, settled: str) -> None:
    """Begin a reading attempt: what an earlier one rejected is forgotten, what it found too."""
    rejects = import_rejects.c
    session.execute(delete(import_rejects).where(rejects.import_id == import_id, rejects.settled == settled))
    _set(session, import_id, attempt=attempt, staged_rows=None, winning_rows=None)


def save_reading(session: Session, import_id: UUID, read: int, staged: int, oddities: list[dict[str, Any]]) -> None:
    """What a whole reading found; `oddities` are warnings that hang on the file alone."""
    _set(session, import_id, read_rows=read, staged_rows=staged, oddities=oddities)


def save_plan(session: Session, import_id: UUID, plan: dict[str, Any], position: int) -> None:
    """Keep the counted plan, with the rejects and duplicates that are known now, as the next version."""
    found = session.get_one(Import, import_id)
    late = count_rejects(session, import_id, "planning")
    plan |= {
        "version": found.plan_version + 1,
        "read": found.read_rows,
        "winners": found.winning_rows,
        "duplicate": (found.staged_rows or 0) - late - (found.winning_rows or 0),
        "rejected": count_rejects(session, import_id),
    }
    _set(
        session,
        import_id,
        plan=plan,
        plan_version=plan["version"],
        planned_position=position,
        planned_at=func.clock_timestamp(),
    )


def save_previews(session: Session, import_id: UUID, plan: dict[str, Any]) -> None:
    """Keep the plan with its samples and warnings."""
    _set(session, import_id, plan=plan)


def forget_plan(session: Session, import_id: UUID, *, read_again: bool) -> None:
    """Have the import planned anew; `read_again` where rejects hang on the catalogue, so that its rows do too."""
    _set(session, import_id, plan=None, confirmed_version=None)
    if read_again:
        rejects = import_rejects.c
        session.execute(delete(import_rejects).where(rejects.import_id == import_id, rejects.settled == "planning"))
        forget_staging(session, import_id)


def confirm_plan(session: Session, import_id: UUID, version: int) -> None:
    _set(session, import_id, confirmed_version=version)


def save_winners(session: Session, import_id: UUID, winners: int) -> None:
    _set(session, import_id, winning_rows=winners)


def forget_staging(session: Session, import_id: UUID) -> None:
    """Have the file read again."""
    _set(session, import_id, staged_rows=None, winning_rows=None)


def save_counts(session: Session, import_id: UUID) -> dict[str, int]:
    """Write down what came of every row so far; returns it."""
    counts = live_counts(session, [session.get_one(Import, import_id)])[import_id]
    _set(session, import_id, counts=counts)
    return counts


def _set(session: Session, import_id: UUID, **values: Any) -> None:
    session.execute(update(Import).where(Import.id == import_id).values(**values))
    session.expire_all()


def settle_idle_chunks(session: Session, import_id: UUID, changes: Changes) -> None:
    """Record the outcome of the chunks of which no row has anything to write."""
    parameters = {"import_id": import_id, "creates": changes.creates, "updates": changes.updates}
    session.execute(text(_SETTLE_IDLE_CHUNKS), parameters)


_SETTLE_IDLE_CHUNKS = """
    update import_chunks
       set applied_at = clock_timestamp(), created = 0, updated = 0, rejected = 0, removed = 0,
           unchanged = case when :updates then rows - unknown - changed else 0 end,
           skipped = case when :creates then 0 else unknown end + case when :updates then 0 else rows - unknown end
     where import_id = :import_id and kind = 'rows' and applied_at is null
       and (not :creates or unknown = 0) and (not :updates or changed = 0)
"""


def claim_chunk(session: Session, import_id: UUID) -> ImportChunk | None:
    """The next chunk that nobody works on, its row locked until commit; None when there is none now."""
    statement = select(ImportChunk).where(ImportChunk.import_id == import_id, ImportChunk.applied_at.is_(None))
    return session.scalars(statement.order_by(ImportChunk.number).limit(1).with_for_update(skip_locked=True)).first()


def count_chunks(session: Session, import_id: UUID) -> tuple[int, int, int]:
    """How many chunks there are, how many of them are applied, and how many rows those have."""
    applied = ImportChunk.applied_at.is_not(None)
    statement = select(
        func.count(),
        func.count().filter(applied),
        func.coalesce(func.sum(ImportChunk.rows).filter(applied, ImportChunk.kind == "rows"), 0),
    ).where(ImportChunk.import_id == import_id)
    chunks, done, rows = session.execute(statement).one()
    return chunks, done, int(rows)


def count_rejects(session: Session, import_id: UUID, settled: str | None = None, code: str | None = None) -> int:
    """Rejected rows of an import, of one phase or one code where asked."""
    statement = select(func.count()).select_from(import_rejects).where(import_rejects.c.import_id == import_id)
    if settled is not None:
        statement = statement.where(import_rejects.c.settled == settled)
    if code is not None:
        statement = statement.where(import_rejects.c.code == code)
    return session.scalars(statement).one()


def count_drift(session: Session, import_id: UUID) -> int:
    """How many rows met something else than planned."""
    statement = select(func.count()).select_from(import_drift).where(import_drift.c.import_id == import_id)
    return session.scalars(statement).one()


def drift(session: Session, import_id: UUID, limit: int, offset: int) -> Sequence[RowMapping]:
    """Rows that met something else than planned, in the order of the file."""
    statement = select(import_drift).where(import_drift.c.import_id == import_id).order_by(import_drift.c.row)
    return session.execute(statement.limit(limit).offset(offset)).mappings().all()


def rejects_by_code(session: Session, import_id: UUID) -> dict[str, int]:
    """How many rows were rejected for each reason, the most frequent first."""
    rejects = import_rejects.c
    statement = select(rejects.code, func.count()).where(rejects.import_id == import_id).group_by(rejects.code)
    found = [(str(code), int(count)) for code, count in session.execute(statement)]
    return dict(sorted(found, key=lambda item: (-item[1], item[0])))


def rejects(session: Session, import_id: UUID, code: str | None, limit: int, offset: int) -> Sequence[RowMapping]:
    """Rejected rows in the order of the file."""
    rejected = import_rejects.c
    statement = select(import_rejects).where(rejected.import_id == import_id)
    if code is not None:
        statement = statement.where(rejected.code == code)
    return session.execute(statement.order_by(rejected.row, rejected.id).limit(limit).offset(offset)).mappings().all()


def rejects_after(session: Session, import_id: UUID, row: int, reject_id: int, limit: int) -> Sequence[RowMapping]:
    """The next rejected rows behind one, for walking over all of them in bounded memory."""
    statement = text(
        'select * from import_rejects where import_id = :id and ("row", id) > (:row, :reject_id) '
        'order by "row", id limit :limit'
    )
    parameters = {"id": import_id, "row": row, "reject_id": reject_id, "limit": limit}
    return session.execute(statement, parameters).mappings().all()


def live_counts(session: Session, imports: Sequence[Import]) -> dict[UUID, dict[str, int]]:
    """What came of the rows of each import so far: its written counts, else the sum over its applied chunks."""
    running = [one for one in imports if one.counts is None]
    applied = _applied(session, [one.id for one in running])
    counts = {one.id: dict(one.counts) for one in imports if one.counts is not None}
    for one in running:
        plan = one.plan or {}
        found = applied.get(one.id, dict.fromkeys((*OF_CHUNKS, "removed"), 0))
        removed, missing = found.pop("removed"), one.options.get("missing")
        counts[one.id] = found | {
            "deactivated": removed if missing == "deactivate" else 0,
            "deleted": removed if missing == "delete" else 0,
            "read": one.read_rows or 0,
            "duplicate": plan.get("duplicate", 0),
            "rejected": count_rejects(session, one.id) if one.read_rows else 0,
        }
    return counts


def _applied(session: Session, import_ids: Sequence[UUID]) -> dict[UUID, dict[str, int]]:
    names = (*OF_CHUNKS, "removed")
    sums = [func.coalesce(func.sum(getattr(ImportChunk, name)), 0).label(name) for name in names]
    statement = select(ImportChunk.import_id, *sums).where(ImportChunk.import_id.in_(import_ids))
    return {
        row["import_id"]: {name: int(row[name]) for name in names}
        for row in session.execute(statement.group_by(ImportChunk.import_id)).mappings()
    }


def get(session: Session, import_id: UUID) -> tuple[Import, Upload, Job] | None:
    """One import with its file and its job."""
    row = session.execute(_joined().where(Import.id == import_id)).one_or_none()
    return None if row is None else (row[0], row[1], row[2])


def newest(session: Session, limit: int, offset: int) -> Sequence[tuple[Import, Upload, Job]]:
    """Imports with file and job, the newest first."""
    statement = _joined().order_by(Job.created_at.desc(), Job.id.desc()).limit(limit).offset(offset)
    return [(row[0], row[1], row[2]) for row in session.execute(statement)]


def _joined() -> Any:
    return select(Import, Upload, Job).join(Upload, Upload.id == Import.upload_id).join(Job, Job.id == Import.id)


def count(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(Import)).one()


def expired_uploads(session: Session, before: datetime) -> Sequence[Upload]:
    """Uploads older than `before` whose file is still kept and that no unfinished import needs."""
    needed = select(Import.id).join(Job, Job.id == Import.id)
    needed = needed.where(Import.upload_id == Upload.id, Job.status.not_in(TERMINAL))
    recent = select(Import.id).join(Job, Job.id == Import.id)
    recent = recent.where(Import.upload_id == Upload.id, Job.finished_at >= before)
    statement = select(Upload).where(
        Upload.removed_at.is_(None), Upload.created_at < before, ~needed.exists(), ~recent.exists()
    )
    return session.scalars(statement.with_for_update(skip_locked=True)).all()
