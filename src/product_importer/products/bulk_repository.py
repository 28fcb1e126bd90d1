"""Carrying out the statements of bulk jobs."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Integer,
    Select,
    cast,
    exists,
    func,
    insert,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.orm import Session

from product_importer.core.contention import RowsMoved
from product_importer.core.database import set_local
from product_importer.jobs.models import Job
from product_importer.products import bulk_sql
from product_importer.products.bulk_models import OUTCOMES, Bulk, BulkChunk
from product_importer.products.bulk_schemas import BulkAction
from product_importer.products.holders import plan_for_holders
from product_importer.products.models import Product

# Any constant of our own: who starts a purge of what has expired is alone while doing so.
_PURGE_LOCK = 7_305_811_305


def select_found(
    session: Session, job_id: UUID, action: BulkAction, size: int, where: Sequence[ColumnElement[bool]]
) -> int:
    """Write down the products that `where` finds now, in chunks of about `size`; returns how many they are."""
    return _cut(session, job_id, select(Product.id, _chunk_number(action, Product.id, size)).where(*where))


def select_ids(session: Session, job_id: UUID, action: BulkAction, size: int, ids: Sequence[int]) -> int:
    """Write down the products with these ids, those that do not exist too; returns how many they are."""
    wanted = func.unnest(cast(sorted(set(ids)), ARRAY(BigInteger))).column_valued("wanted")
    number = _chunk_number(action, wanted, size)
    return _cut(session, job_id, select(wanted.label("id"), number).outerjoin(Product, Product.id == wanted))


def _chunk_number(action: BulkAction, product_id: Any, size: int) -> ColumnElement[int]:
    # Neighbours by id are neighbours in the table. Of several of one SKU only one can be restored: they go together.
    place = (
        func.rank().over(order_by=Product.sku_key)
        if action == BulkAction.RESTORE
        else func.row_number().over(order_by=product_id)
    )
    return cast((place - 1) // size, Integer).label("number")


def _cut(session: Session, job_id: UUID, numbered: Select[int, int]) -> int:
    # Sorting half a million ids in the default 4 MB would sort them on disk.
    set_local(session, work_mem="128MB")
    found = numbered.subquery("found")
    chunks = select(literal(job_id), found.c.number, func.array_agg(found.c.id), func.count()).group_by(found.c.number)
    columns = [BulkChunk.job_id, BulkChunk.number, BulkChunk.product_ids, BulkChunk.products]
    session.execute(insert(BulkChunk).from_select(columns, chunks))
    counted = select(func.coalesce(func.sum(BulkChunk.products), 0)).where(BulkChunk.job_id == job_id)
    return int(session.scalars(counted).one())


def chunks(session: Session, job_id: UUID) -> Sequence[BulkChunk]:
    """All chunks of a bulk job, in their order."""
    return session.scalars(select(BulkChunk).where(BulkChunk.job_id == job_id).order_by(BulkChunk.number)).all()


def write(
    session: Session, chunk: BulkChunk, statement: bulk_sql.Statement, batch_id: int, asked_at: datetime, *, lock: bool
) -> dict[str, int]:
    """Do what was asked to one chunk; returns how many products ended how, and how many were `logged`.

    Raises RowsMoved when somebody changed some of them meanwhile, which `lock` keeps others from.
    """
    # Products are found through their indexes: the chunk is a small part of a table that may be any size.
    set_local(session, work_mem="128MB", enable_seqscan="off")
    parameters = {"job_id": chunk.job_id, "number": chunk.number}
    if lock:
        session.execute(text(bulk_sql.LOCK), parameters)
    parameters |= {"batch_id": batch_id, "asked_at": asked_at, "products": chunk.products, **statement.parameters}
    if statement.asks_for_holders:
        plan_for_holders(session)
    found = session.execute(text(statement.write), parameters).one()
    if found.written != found.changed:
        raise RowsMoved(f"{found.changed - found.written} products of chunk {chunk.number}")
    return {name: int(getattr(found, name)) for name in (*OUTCOMES, "logged")}


def record(session: Session, chunk: BulkChunk, outcomes: dict[str, int]) -> bool:
    """Write down what came of a chunk; false when somebody else has."""
    statement = (
        update(BulkChunk)
        .where(BulkChunk.job_id == chunk.job_id, BulkChunk.number == chunk.number, BulkChunk.done_at.is_(None))
        .values(done_at=func.clock_timestamp(), **outcomes)
        .returning(BulkChunk.number)
    )
    return session.execute(statement).first() is not None


def totals(session: Session, job_id: UUID) -> dict[str, int]:
    """What came of the chunks so far."""
    sums = [func.coalesce(func.sum(getattr(BulkChunk, outcome)), 0).label(outcome) for outcome in OUTCOMES]
    found = session.execute(select(*sums).where(BulkChunk.job_id == job_id)).mappings().one()
    return {outcome: int(found[outcome]) for outcome in OUTCOMES}


def expired(keep: timedelta) -> list[ColumnElement[bool]]:
    """The products that have been in the trash for longer than `keep`."""
    return [Product.deleted_at < func.now() - keep]


def lock_purges(session: Session) -> None:
    """Wait until nobody else is starting a purge of what has expired, and keep others from it until commit."""
    session.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _PURGE_LOCK})


def any_product(session: Session, where: Sequence[ColumnElement[bool]]) -> bool:
    return bool(session.scalars(select(exists().where(*where))).one())


def is_running(session: Session, action: BulkAction, created_by: str) -> bool:
    """Whether a bulk job of this action and author has not ended."""
    unfinished = (
        select(Bulk.id)
        .join(Job, Job.id == Bulk.id)
        .where(Bulk.action == action, Job.created_by == created_by, Job.finished_at.is_(None))
    )
    return session.scalars(unfinished.limit(1)).first() is not None
