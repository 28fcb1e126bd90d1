"""Carrying out the statements of undo."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from product_importer.core.database import set_local
from product_importer.products import undo_sql
from product_importer.products.holders import plan_for_holders
from product_importer.products.sku_key import sku_key
from product_importer.products.undo_models import OUTCOMES, UndoChunk

# Comparing half a million products in the default 4 MB would sort them on disk.
_MEMORY = "128MB"


def preview(session: Session, undone_id: UUID, samples: int) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """How many products would have which outcome, and the first that would be kept, as `product_id, sku, name, code`.

    A product whose SKU the job changed is not checked for whether somebody else has its former one; undoing it is.
    """
    set_local(session, work_mem=_MEMORY)
    plan_for_holders(session)
    parameters = {"undone_id": undone_id, "samples": samples, "renamed": "{}"}
    found = session.execute(text(undo_sql.PREVIEW), parameters).one()
    return found.counts or {}, found.samples or []


def cut_chunks(session: Session, undo_id: UUID, undone_id: UUID, size: int) -> None:
    """Divide the products that a job touched into chunks of at most `size`, unless that was done before."""
    if session.scalars(select(UndoChunk.number).where(UndoChunk.undo_id == undo_id).limit(1)).first() is None:
        set_local(session, work_mem=_MEMORY)
        session.execute(text(undo_sql.CUT_CHUNKS), {"undo_id": undo_id, "undone_id": undone_id, "size": size})


def chunks(session: Session, undo_id: UUID) -> Sequence[UndoChunk]:
    """All chunks of an undo, in the order in which they are taken back."""
    return session.scalars(select(UndoChunk).where(UndoChunk.undo_id == undo_id).order_by(UndoChunk.number)).all()


def take_back(session: Session, chunk: UndoChunk, undone_id: UUID, batch_id: int) -> dict[str, int]:
    """Undo one chunk under lock; returns how many products had which outcome."""
    set_local(session, work_mem=_MEMORY)
    plan_for_holders(session)
    span = {"undone_id": undone_id, "first_id": chunk.first_id, "last_id": chunk.last_id}
    session.execute(text(undo_sql.LOCK), span)
    renamed = session.execute(text(undo_sql.RENAMED), span).all()
    parameters = span | {
        "undo_id": chunk.undo_id,
        "batch_id": batch_id,
        "renamed": json.dumps({product.id: sku_key(product.sku) for product in renamed}),
    }
    found = session.execute(text(undo_sql.TAKE_BACK), parameters).one()
    return {outcome: int(getattr(found, outcome)) for outcome in OUTCOMES}


def record(session: Session, chunk: UndoChunk, outcomes: Mapping[str, int]) -> bool:
    """Write down what came of a chunk; false when somebody else has."""
    statement = (
        update(UndoChunk)
        .where(UndoChunk.undo_id == chunk.undo_id, UndoChunk.number == chunk.number, UndoChunk.undone_at.is_(None))
        .values(undone_at=func.clock_timestamp(), **outcomes)
        .returning(UndoChunk.number)
    )
    return session.execute(statement).first() is not None


def totals(session: Session, undo_id: UUID) -> dict[str, int]:
    """What came of the chunks so far."""
    sums = [func.coalesce(func.sum(getattr(UndoChunk, outcome)), 0).label(outcome) for outcome in OUTCOMES]
    found = session.execute(select(*sums).where(UndoChunk.undo_id == undo_id)).mappings().one()
    return {outcome: int(found[outcome]) for outcome in OUTCOMES}
