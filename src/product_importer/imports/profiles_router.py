"""Saved profiles over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from product_importer.access.actor import actor_of
from product_importer.access.idempotency import IDEMPOTENT, IdempotentRoute
from product_importer.access.session import SessionDep
from product_importer.core.openapi import problems
from product_importer.core.pagination import Page
from product_importer.imports import profiles
from product_importer.imports.profile_schemas import ProfileInput, ProfileView
from product_importer.jobs.router import PageQuery

router = APIRouter(prefix="/profiles", tags=["profiles"], route_class=IdempotentRoute)


@router.get("", operation_id="list_profiles", responses=problems(422))
def list_profiles(session: SessionDep, query: Annotated[PageQuery, Query()]) -> Page[ProfileView]:
    """All saved profiles, by name."""
    return profiles.page(session, query.page, query.limit)


@router.post(
    "", status_code=201, operation_id="create_profile", dependencies=[IDEMPOTENT], responses=problems(409, 422)
)
def create_profile(session: SessionDep, request: Request, response: Response, given: ProfileInput) -> ProfileView:
    """Save a mapping and options, to be suggested for the next file with these columns."""
    profile = profiles.create(session, given, actor_of(request))
    response.headers["Location"] = f"{request.url.path}/{profile.id}"
    return profiles.view(profile)


@router.get("/{profile_id}", operation_id="get_profile", responses=problems(404, 422))
def get_profile(session: SessionDep, profile_id: UUID) -> ProfileView:
    """One saved profile."""
    return profiles.view(profiles.get(session, profile_id))


@router.put("/{profile_id}", operation_id="replace_profile", responses=problems(404, 409, 422))
def replace_profile(session: SessionDep, profile_id: UUID, given: ProfileInput) -> ProfileView:
    """Change all of a profile; files that were uploaded before keep their suggestion."""
    return profiles.view(profiles.replace(session, profile_id, given))


@router.delete("/{profile_id}", status_code=204, operation_id="delete_profile", responses=problems(404, 422))
def delete_profile(session: SessionDep, profile_id: UUID) -> None:
    """Remove a profile."""
    profiles.delete(session, profile_id)
