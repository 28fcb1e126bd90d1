"""Statements on the tables of uploads and imports."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, delete, func, select, text, update
from sqlalchemy.orm import Session

from product_importer.imports.models import Import, ImportChunk, Upload, import_rejects
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


def save_reading(session: Session, import_id: UUID, read: int, staged: int) -> None:
    _set(session, import_id, read_rows=read, staged_rows=staged)


def save_plan(session: Session, import_id: UUID, winners: int, plan: dict[str, Any]) -> None:
    """Keep the counted plan, with the rejects and duplicates that are known now."""
    found = session.get_one(Import, import_id)
    late = count_rejects(session, import_id, "planning")
    plan |= {
        "read": found.read_rows,
        "winners": winners,
        "duplicate": (found.staged_rows or 0) - late - winners,
        "rejected": count_rejects(session, import_id),
    }
    _set(session, import_id, plan=plan, planned_at=func.clock_timestamp())


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


def pending_chunks(session: Session, import_id: UUID) -> Sequence[ImportChunk]:
    """Chunks that are still to be applied, in key order."""
    statement = select(ImportChunk).where(ImportChunk.import_id == import_id, ImportChunk.applied_at.is_(None))
    return session.scalars(statement.order_by(ImportChunk.number)).all()


def count_rejects(session: Session, import_id: UUID, settled: str | None = None, code: str | None = None) -> int:
    """Rejected rows of an import, of one phase or one code where asked."""
    statement = select(func.count()).select_from(import_rejects).where(import_rejects.c.import_id == import_id)
    if settled is not None:
        statement = statement.where(import_rejects.c.settled == settled)
    if code is not None:
        statement = statement.where(import_rejects.c.code == code)
    return session.scalars(statement).one()


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
        counts[one.id] = applied.get(one.id, dict.fromkeys(OF_CHUNKS, 0)) | {
            "read": one.read_rows or 0,
            "duplicate": plan.get("duplicate", 0),
            "rejected": count_rejects(session, one.id) if one.read_rows else 0,
        }
    return counts


def _applied(session: Session, import_ids: Sequence[UUID]) -> dict[UUID, dict[str, int]]:
    sums = [func.coalesce(func.sum(getattr(ImportChunk, name)), 0).label(name) for name in OF_CHUNKS]
    statement = select(ImportChunk.import_id, *sums).where(ImportChunk.import_id.in_(import_ids))
    return {
        row["import_id"]: {name: int(row[name]) for name in OF_CHUNKS}
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


def known_keys(session: Session, keys: Sequence[str]) -> set[str]:
    """Which of these storage keys belong to an upload."""
    statement = select(Upload.storage_key).where(Upload.storage_key.in_(keys), Upload.removed_at.is_(None))
    return set(session.scalars(statement))
