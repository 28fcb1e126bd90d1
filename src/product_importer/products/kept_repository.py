"""Reading the products that a job left as they are."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from product_importer.products.kept_models import KeptProduct


def count(session: Session, job_id: UUID) -> int:
    return session.scalars(select(func.count()).select_from(KeptProduct).where(KeptProduct.job_id == job_id)).one()


def page(session: Session, job_id: UUID, limit: int, offset: int) -> Sequence[KeptProduct]:
    """Products that a job left as they are, by id."""
    statement = select(KeptProduct).where(KeptProduct.job_id == job_id).order_by(KeptProduct.product_id)
    return session.scalars(statement.limit(limit).offset(offset)).all()
