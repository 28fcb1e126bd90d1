"""API keys over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from product_importer.access import keys
from product_importer.access.actor import asker_of, caller_of
from product_importer.access.idempotency import IDEMPOTENT, NO_STORE, IdempotentRoute
from product_importer.access.schemas import KeyInput, KeyView, NewKeyView, PageQuery
from product_importer.access.session import SessionDep
from product_importer.core.openapi import problems
from product_importer.core.pagination import Page

router = APIRouter(prefix="/keys", tags=["access"], route_class=IdempotentRoute)


@router.get("", operation_id="list_keys", responses=problems(422, 503))
def list_keys(session: SessionDep, request: Request, query: Annotated[PageQuery, Query()]) -> Page[KeyView]:
    """One's own keys, the newest first; everybody's, for an admin."""
    return keys.page(session, caller_of(request), query.page, query.limit)


@router.post("", status_code=201, operation_id="create_key", dependencies=[IDEMPOTENT], responses=problems(422, 503))
def create_key(session: SessionDep, request: Request, response: Response, given: KeyInput) -> NewKeyView:
    """Make a key for a program; it is shown this once, and may do at most what one may oneself."""
    made = keys.create(session, asker_of(request), given)
    response.headers["Cache-Control"] = NO_STORE
    return NewKeyView(key=made.text, **keys.views(session, [made.row])[0].model_dump())


@router.delete("/{key_id}", status_code=204, operation_id="revoke_key", responses=problems(404, 422, 503))
def revoke_key(session: SessionDep, request: Request, key_id: UUID) -> None:
    """Revoke a key; it holds no longer from its next request on."""
    keys.revoke(session, asker_of(request), key_id)
