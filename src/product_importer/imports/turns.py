"""Imports that share SKUs take turns, so that the catalogue ends as if one had run after the other.

An import takes its place once it knows its rows, and waits for those before it that write one of its SKUs. It gives
the place up while it waits to be confirmed, and when it ends. A wait goes one way only, so there is no deadlock.
"""

from uuid import UUID

from psycopg.errors import UndefinedTable
from sqlalchemy import select, text, update
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from product_importer.core.database import without_nested_loops
from product_importer.imports.models import PLACES, Import
from product_importer.imports.options import ImportOptions
from product_importer.imports.staging import Staging
from product_importer.jobs import service as jobs
from product_importer.jobs.models import Job

# Any constant of our own: who takes or gives up a place is alone while doing so.
LOCK = 7_305_811_304

_SHARES_SKUS = "select exists (select from {mine} join {theirs} using (sku_key))"


def take(session: Session, import_id: UUID) -> UUID | None:
    """Take a place if there is none yet; the import to wait for, or None when it is this one's turn."""
    _alone(session)
    mine = session.get_one(Import, import_id, populate_existing=True)
    if mine.place is None:
        mine.place = session.scalars(select(PLACES.next_value())).one()
        session.flush()
    before = next((other.id for other in _before(session, mine.place) if _collide(session, mine, other)), None)
    mine.waits_for = before
    return before


def leave(session: Session, import_id: UUID) -> None:
    """Give the place up, and wake whoever waits for it."""
    _alone(session)
    session.execute(update(Import).where(Import.id == import_id).values(place=None, waits_for=None))
    waiting = update(Import).where(Import.waits_for == import_id).values(waits_for=None).returning(Import.id)
    for freed in session.scalars(waiting).all():
        jobs.wake(session, session.get_one(Job, freed))


def _alone(session: Session) -> None:
    session.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


def _before(session: Session, place: int) -> list[Import]:
    unfinished = select(Import).join(Job, Job.id == Import.id).where(Import.place < place, Job.finished_at.is_(None))
    return [*session.scalars(unfinished.order_by(Import.place.desc()))]


def _collide(session: Session, mine: Import, other: Import) -> bool:
    """Whether both may write one product; an import whose rows are not there just now might write any."""
    if any(ImportOptions.model_validate(one.options).missing != "ignore" for one in (mine, other)):
        return True
    if other.winning_rows is None:
        return True
    try:
        with session.begin_nested():
            return _share_skus(session, mine, other, other.winning_rows)
    except ProgrammingError as error:
        # The other begins to read its file again just now, and drops what an earlier attempt has left.
        if not isinstance(error.orig, UndefinedTable):
            raise
        return True


def _share_skus(session: Session, mine: Import, other: Import, rows: int) -> bool:
    ours, theirs = Staging(mine.id, mine.attempt), Staging(other.id, other.attempt)
    if not theirs.holds(session, rows):
        return True
    with without_nested_loops(session):
        return bool(session.scalars(text(_SHARES_SKUS.format(mine=ours.rows, theirs=theirs.rows))).one())
