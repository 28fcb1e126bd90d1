"""Saved views of the list over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from product_importer.access.actor import actor_of
from product_importer.access.idempotency import IDEMPOTENT, IdempotentRoute
from product_importer.access.session import SessionDep
from product_importer.core.openapi import problems
from product_importer.products import views
from product_importer.products.view_schemas import View, ViewInput, Views

router = APIRouter(prefix="/views", tags=["views"], route_class=IdempotentRoute)


@router.get("", operation_id="list_views")
def list_views(session: SessionDep) -> Views:
    """All saved views, by name."""
    return views.every(session)


@router.post("", status_code=201, operation_id="create_view", dependencies=[IDEMPOTENT], responses=problems(409, 422))
def create_view(session: SessionDep, request: Request, response: Response, given: ViewInput) -> View:
    """Save what the list shows under a name; 409 when another view has the name, whatever the case."""
    saved = views.create(session, given, actor_of(request))
    response.headers["Location"] = f"{request.url.path}/{saved.id}"
    return views.view(saved)


@router.get("/{view_id}", operation_id="get_view", responses=problems(404, 422))
def get_view(session: SessionDep, view_id: UUID) -> View:
    """One saved view."""
    return views.view(views.get(session, view_id))


@router.put("/{view_id}", operation_id="replace_view", responses=problems(404, 409, 422))
def replace_view(session: SessionDep, view_id: UUID, given: ViewInput) -> View:
    """Change all of a view."""
    return views.view(views.replace(session, view_id, given))


@router.delete("/{view_id}", status_code=204, operation_id="delete_view", responses=problems(404, 422))
def delete_view(session: SessionDep, view_id: UUID) -> None:
    """Remove a view."""
    views.delete(session, view_id)
