"""Saved views: the filters, order and columns of the list, under a name."""

from unicodedata import normalize
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from product_importer.core.errors import Conflict, FieldError, NotFound
from product_importer.products.view_models import SavedView
from product_importer.products.view_schemas import View, ViewInput, Views

MOST_VIEWS = 200
"""They are shown in one menu, and answered in one list."""


def every(session: Session) -> Views:
    """All views, by name."""
    found = session.scalars(select(SavedView).order_by(SavedView.name_key))
    return Views(items=[view(saved) for saved in found])


def get(session: Session, view_id: UUID) -> SavedView:
    """One view; raises NotFound."""
    saved = session.get(SavedView, view_id)
    if saved is None:
        raise NotFound("view_not_found", f"There is no view {view_id}. See the list of views.")
    return saved


def create(session: Session, given: ViewInput, created_by: str) -> SavedView:
    """Save a new view; raises Conflict when the name is taken or there are as many as can be."""
    if session.scalars(select(func.count()).select_from(SavedView)).one() >= MOST_VIEWS:
        raise Conflict("too_many_views", f"There are {MOST_VIEWS} views already. Delete one, then save this one.")
    saved = SavedView(created_by=created_by)
    session.add(saved)
    _save(session, saved, given)
    return saved


def replace(session: Session, view_id: UUID, given: ViewInput) -> SavedView:
    """Change all of a view; raises NotFound, or Conflict when another one has the name."""
    saved = get(session, view_id)
    saved.updated_at = func.now()
    _save(session, saved, given)
    session.refresh(saved)
    return saved


def delete(session: Session, view_id: UUID) -> None:
    """Remove a view; raises NotFound."""
    session.delete(get(session, view_id))


def view(saved: SavedView) -> View:
    """A view as the API shows it."""
    return View.model_validate(saved)


def _save(session: Session, saved: SavedView, given: ViewInput) -> None:
    saved.name, saved.name_key = given.name, normalize("NFC", given.name.casefold())
    saved.search, saved.columns = dict(given.search), list(given.columns)
    try:
        session.flush()
    except IntegrityError as taken:
        detail = f"There is a view named `{given.name}` already. Choose another name, or change that view."
        raise Conflict(
            "name_taken", detail, errors=[FieldError(field="name", code="name_taken", message=detail)]
        ) from taken
