"""Saved profiles: a mapping and options, found again by the columns of a file."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from product_importer.core.errors import Conflict, FieldError, NotFound
from product_importer.core.pagination import Page, page_count
from product_importer.imports import profile_repository as repository
from product_importer.imports.mapping import check_blank_rules, checked
from product_importer.imports.models import Profile
from product_importer.imports.profile_schemas import ProfileInput, ProfileView

# An export that has grown by some columns is still the same export; one that shares a few with it is another.
KNOWN_SHARE = 0.75


def find(session: Session, keys: Sequence[str]) -> Profile | None:
    """The profile for a file with these columns.

    All columns of the profile have to be there, in any order, and at least three quarters of the file's have to be
    the profile's. Of several the one with the most columns, then the one saved last.
    """
    found = repository.largest_within(session, keys)
    return found if found is not None and len(found.columns) >= KNOWN_SHARE * len(keys) else None


def page(session: Session, number: int, limit: int) -> Page[ProfileView]:
    """One page of all profiles, by name."""
    total = repository.count(session)
    items = [view(profile) for profile in repository.by_name(session, limit, (number - 1) * limit)]
    return Page(items=items, total=total, page=number, pages=page_count(total, limit), limit=limit)


def get(session: Session, profile_id: UUID) -> Profile:
    """One profile; raises NotFound."""
    profile = session.get(Profile, profile_id)
    if profile is None:
        raise NotFound("profile_not_found", f"There is no profile {profile_id}. See the list of profiles.")
    return profile


def create(session: Session, given: ProfileInput, created_by: str) -> Profile:
    """Save a new profile; raises Invalid for a mapping or options that its columns do not allow, or Conflict."""
    profile = Profile(created_by=created_by)
    session.add(profile)
    _save(session, profile, given)
    return profile


def replace(session: Session, profile_id: UUID, given: ProfileInput) -> Profile:
    """Change all of a profile; raises what `create` and `get` raise."""
    profile = get(session, profile_id)
    profile.updated_at = func.now()
    _save(session, profile, given)
    session.refresh(profile)
    return profile


def delete(session: Session, profile_id: UUID) -> None:
    """Remove a profile; uploads that it was found for keep their suggestion. Raises NotFound."""
    session.delete(get(session, profile_id))


def view(profile: Profile) -> ProfileView:
    """A profile as the API shows it."""
    return ProfileView.model_validate(profile, from_attributes=True)


def _save(session: Session, profile: Profile, given: ProfileInput) -> None:
    profile.mapping = dict(checked(given.columns, given.mapping))
    check_blank_rules(given.options, given.columns)
    profile.name, profile.columns = given.name, list(given.columns)
    profile.options = given.options.model_dump(mode="json")
    try:
        session.flush()
    except IntegrityError as taken:
        detail = f"There is a profile named `{given.name}` already. Choose another name, or change that profile."
        raise Conflict(
            "profile_name_taken",
            detail,
            errors=[FieldError(field="name", code="profile_name_taken", message=detail)],
        ) from taken
