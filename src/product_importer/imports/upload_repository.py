"""Statements on the table of uploads, and on imports by the file they came from."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from product_importer.imports.models import Import, ResumableUpload, Upload
from product_importer.jobs.models import Job
from product_importer.jobs.states import JobStatus

# What such an import wrote is not, or not wholly, in the catalogue.
_WITHOUT_EFFECT = (JobStatus.CANCELLED, JobStatus.FAILED, JobStatus.UNDONE)


def last_import_of(session: Session, sha256: str) -> tuple[Import, Upload, Job] | None:
    """The newest import of these very bytes that is under way or has had its effect."""
    statement = (
        select(Import, Upload, Job)
        .join(Upload, Upload.id == Import.upload_id)
        .join(Job, Job.id == Import.id)
        .where(Upload.sha256 == sha256, Job.status.not_in(_WITHOUT_EFFECT))
        .order_by(Job.created_at.desc(), Job.id.desc())
        .limit(1)
    )
    row = session.execute(statement).one_or_none()
    return None if row is None else (row[0], row[1], row[2])


def find_import(session: Session, import_id: UUID) -> Import | None:
    """One import by its id."""
    return session.get(Import, import_id)


def known_keys(session: Session, keys: Sequence[str]) -> set[str]:
    """Which of these storage keys belong to an upload, or to one that is still to arrive."""
    kept = select(Upload.storage_key).where(Upload.storage_key.in_(keys), Upload.removed_at.is_(None))
    coming = select(ResumableUpload.storage_key).where(ResumableUpload.storage_key.in_(keys))
    return set(session.scalars(kept.union(coming)))


def forget(session: Session, before: datetime) -> int:
    """Forget uploads from before then whose file is gone and of which no import is known; returns how many."""
    imported = exists().where(Import.upload_id == Upload.id)
    old = delete(Upload).where(Upload.created_at < before, Upload.removed_at.is_not(None), ~imported)
    return len(session.scalars(old.returning(Upload.id)).all())
