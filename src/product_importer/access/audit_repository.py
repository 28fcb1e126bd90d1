"""Statements on the list of access events."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Select, delete, func, select, tuple_
from sqlalchemy.orm import Session

from product_importer.access.models import AccessEvent


class Wanted(NamedTuple):
    """Which events; None does not ask."""

    event: str | None = None
    actor: str | None = None
    subject: str | None = None
    address: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def newest(
    session: Session, wanted: Wanted, limit: int, offset: int = 0, before: AccessEvent | None = None
) -> Sequence[AccessEvent]:
    """Events, the newest first; those that are older than `before`."""
    query = _filtered(select(AccessEvent), wanted).order_by(AccessEvent.at.desc(), AccessEvent.id.desc())
    if before is not None:
        query = query.where(tuple_(AccessEvent.at, AccessEvent.id) < (before.at, before.id))
    return session.scalars(query.limit(limit).offset(offset)).all()


def count(session: Session, wanted: Wanted) -> int:
    number: int = session.scalars(_filtered(select(func.count()).select_from(AccessEvent), wanted)).one()
    return number


def remove_old(session: Session, days: int) -> int:
    """Forget events that are older than so many days; returns how many."""
    old = delete(AccessEvent).where(AccessEvent.at < func.now() - timedelta(days=days)).returning(AccessEvent.id)
    return len(session.scalars(old).all())


def _filtered(query: Select[Any], wanted: Wanted) -> Select[Any]:
    for name in ("event", "actor", "subject", "address"):
        value = getattr(wanted, name)
        if value is not None:
            query = query.where(getattr(AccessEvent, name) == value)
    if wanted.since is not None:
        query = query.where(AccessEvent.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AccessEvent.at < wanted.until)
    return query
