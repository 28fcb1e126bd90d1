"""Undo of an import: the undo of its job, once it is certain that the id is an import's."""

from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.core.errors import NotFound
from product_importer.imports.models import Import
from product_importer.jobs.models import Job
from product_importer.products import undo
from product_importer.products.undo_schemas import UndoPreview


def preview(session: Session, import_id: UUID) -> UndoPreview:
    """What undoing this import would do now; raises NotFound."""
    _require(session, import_id)
    return undo.preview(session, import_id)


def start(session: Session, import_id: UUID, created_by: str) -> Job:
    """Queue the undo of an import; raises NotFound, or Conflict with the reason why it cannot be done."""
    _require(session, import_id)
    return undo.start(session, import_id, created_by)


def _require(session: Session, import_id: UUID) -> None:
    if session.get(Import, import_id) is None:
        raise NotFound("import_not_found", f"There is no import {import_id}. See the list of imports.")
