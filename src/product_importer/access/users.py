"""People: invited, changed, let go; there is always an admin left."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.access import audit, links
from product_importer.access import users_repository as repository
from product_importer.access.actor import Asker
from product_importer.access.audit_names import What
from product_importer.access.fields import email_key
from product_importer.access.links import Kind, Made
from product_importer.access.models import User
from product_importer.access.roles import Role
from product_importer.access.schemas import UserInput, UserPatch, UserView
from product_importer.core.database import new_id
from product_importer.core.errors import Conflict, NotFound
from product_importer.core.pagination import Page, page_count


def get(session: Session, user_id: UUID, *, lock: bool = False) -> User:
    """One person; raises NotFound."""
    user = repository.get(session, user_id, lock=lock)
    if user is None:
        raise NotFound("user_not_found", f"There is no user {user_id}. See the list of users.")
    return user


def page(session: Session, number: int, limit: int) -> Page[UserView]:
    """One page of all people, by their addresses."""
    total = repository.count(session)
    items = [view(user) for user in repository.page(session, limit, (number - 1) * limit)]
    return Page(items=items, total=total, page=number, pages=page_count(total, limit), limit=limit)


def invite(session: Session, asker: Asker, given: UserInput, site: str) -> tuple[User, Made]:
    """A person who may come in by the link; raises Conflict where the address is known."""
    user = add(session, asker, given.email, given.display_name, role=given.role)
    audit.record(session, asker, What.USER_INVITED, user.email_key, role=given.role)
    return user, links.make(session, Kind.INVITATION, user.id, asker.caller.actor, site)


def add(session: Session, asker: Asker, email: str, name: str | None, **values: Any) -> User:
    """A person; raises Conflict where the address is known."""
    key = email_key(email)
    whole = {
        "id": new_id(),
        "email": email,
        "email_key": key,
        "display_name": name or email,
        "created_by": asker.caller.actor,
    } | values
    added = repository.add(session, whole)
    if added is None:
        raise Conflict("email_taken", f"{email} has an account already. Change its role, or make a new link for it.")
    return get(session, added)


def make_link(session: Session, asker: Asker, user_id: UUID, site: str | None = None) -> Made:
    """A link by which a person chooses a password: another invitation, or a reset for who has been here."""
    user = get(session, user_id, lock=True)
    if user.disabled:
        raise Conflict("user_disabled", f"{user.email} is disabled. Enable the account, then make a link.")
    kind = Kind.RESET if user.password_hash else Kind.INVITATION
    audit.record(session, asker, What.LINK_MADE, user.email_key, kind=kind)
    return links.make(session, kind, user.id, asker.caller.actor, site)


def change(session: Session, asker: Asker, user_id: UUID, given: UserPatch) -> User:
    """Change what is given; raises NotFound, or Conflict where no admin would be left."""
    repository.lock_admins(session)
    user = get(session, user_id, lock=True)
    wanted = given.model_dump(exclude_unset=True)
    changed = {name: value for name, value in wanted.items() if getattr(user, name) != value}
    if changed.get("disabled") or changed.get("role", Role.ADMIN) != Role.ADMIN:
        _require_another_admin(session, user)
    for name, value in changed.items():
        setattr(user, name, value)
    if changed:
        session.flush()
        audit.record(session, asker, What.USER_CHANGED, user.email_key, **changed)
    if changed.get("disabled"):
        repository.end_sessions(session, user.id)
        links.remove_of(session, user.id)
    return user


def end_sessions(session: Session, asker: Asker, user_id: UUID) -> None:
    """Have a person log in again everywhere."""
    user = get(session, user_id)
    ended = repository.end_sessions(session, user.id)
    audit.record(session, asker, What.SESSION_ENDED, user.email_key, sessions=ended)


def delete(session: Session, asker: Asker, user_id: UUID) -> None:
    """Remove a person with their sessions, links and keys; what they did keeps their name."""
    repository.lock_admins(session)
    user = get(session, user_id, lock=True)
    _require_another_admin(session, user)
    audit.record(session, asker, What.USER_DELETED, user.email_key)
    repository.remove(session, user)


def view(user: User) -> UserView:
    """A person as they may be seen."""
    columns = {name: getattr(user, name) for name in UserView.model_fields if name != "joined"}
    return UserView(joined=_joined(user), **columns)


def _joined(user: User) -> bool:
    """Whether they have chosen a password, or come through a provider."""
    return user.password_hash is not None or user.last_login_at is not None


def _require_another_admin(session: Session, user: User) -> None:
    able = user.role == Role.ADMIN and not user.disabled and _joined(user)
    if able and not repository.other_admin_exists(session, user.id):
        raise Conflict("last_admin", f"{user.email} is the only admin left. Make somebody else an admin first.")
