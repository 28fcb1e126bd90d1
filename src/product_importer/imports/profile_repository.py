"""Statements on the table of profiles."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from product_importer.imports.models import Profile


def largest_within(session: Session, keys: Sequence[str]) -> Profile | None:
    """The profile with the most columns of which none is missing among `keys`, the newest of several."""
    columns = func.jsonb_array_length(Profile.columns)
    statement = select(Profile).where(Profile.columns.contained_by(list(keys)))
    return session.scalars(statement.order_by(columns.desc(), Profile.updated_at.desc(), Profile.id).limit(1)).first()


def by_name(session: Session, limit: int, offset: int) -> Sequence[Profile]:
    """Profiles in the order of their names."""
    return session.scalars(
        select(Profile).order_by(func.lower(Profile.name), Profile.id).limit(limit).offset(offset)
    ).all()


def count(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(Profile)).one()
