"""People, for admins, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from product_importer.access import users
from product_importer.access.actor import asker_of
from product_importer.access.idempotency import IDEMPOTENT, NO_STORE, IdempotentRoute
from product_importer.access.links import Kind, Made
from product_importer.access.schemas import InvitedUser, NewLink, PageQuery, UserInput, UserPatch, UserView
from product_importer.access.session import SessionDep
from product_importer.core.openapi import API_PREFIX, problems
from product_importer.core.pagination import Page
from product_importer.core.settings import get_settings

router = APIRouter(prefix="/users", tags=["access"], route_class=IdempotentRoute)


@router.get("", operation_id="list_users", responses=problems(422, 503))
def list_users(session: SessionDep, query: Annotated[PageQuery, Query()]) -> Page[UserView]:
    """Everybody who may log in, by their addresses."""
    return users.page(session, query.page, query.limit)


@router.post(
    "", status_code=201, operation_id="invite_user", dependencies=[IDEMPOTENT], responses=problems(409, 422, 503)
)
def invite_user(session: SessionDep, request: Request, response: Response, given: UserInput) -> InvitedUser:
    """Invite somebody; the link is shown this once, to be sent to them."""
    user, made = users.invite(session, asker_of(request), given, _site(request))
    response.headers["Location"] = f"{API_PREFIX}/users/{user.id}"
    return InvitedUser(link=_shown(response, made), **users.view(user).model_dump())


@router.get("/{user_id}", operation_id="get_user", responses=problems(404, 422, 503))
def get_user(session: SessionDep, user_id: UUID) -> UserView:
    """One person."""
    return users.view(users.get(session, user_id))


@router.patch("/{user_id}", operation_id="update_user", responses=problems(404, 409, 422, 503))
def update_user(session: SessionDep, request: Request, user_id: UUID, given: UserPatch) -> UserView:
    """Change role or name, disable or enable; it holds from the person's next request on."""
    return users.view(users.change(session, asker_of(request), user_id, given))


@router.delete("/{user_id}", status_code=204, operation_id="delete_user", responses=problems(404, 409, 422, 503))
def delete_user(session: SessionDep, request: Request, user_id: UUID) -> None:
    """Remove a person with their sessions and keys."""
    users.delete(session, asker_of(request), user_id)


@router.delete(
    "/{user_id}/sessions", status_code=204, operation_id="end_user_sessions", responses=problems(404, 422, 503)
)
def end_user_sessions(session: SessionDep, request: Request, user_id: UUID) -> None:
    """Have a person log in again everywhere."""
    users.end_sessions(session, asker_of(request), user_id)


@router.post(
    "/{user_id}/link",
    status_code=201,
    operation_id="make_user_link",
    dependencies=[IDEMPOTENT],
    responses=problems(404, 409, 422, 503),
)
def make_user_link(session: SessionDep, request: Request, response: Response, user_id: UUID) -> NewLink:
    """A link by which a person chooses a password; shown this once, and any former one is void."""
    return _shown(response, users.make_link(session, asker_of(request), user_id, _site(request)))


def _shown(response: Response, made: Made) -> NewLink:
    response.headers["Cache-Control"] = NO_STORE
    return NewLink(kind=Kind(made.row.kind), url=made.url, expires_at=made.row.expires_at)


def _site(request: Request) -> str:
    """Where the admin who asks has opened the web UI."""
    return get_settings().public_url or str(request.base_url).rstrip("/")
