"""API keys: made for a program, shown once, and gone for good when they are revoked."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import Session

from product_importer.access import audit, tokens
from product_importer.access.actor import Asker, Caller
from product_importer.access.audit_names import What
from product_importer.access.models import ApiKey, User
from product_importer.access.roles import SCOPES_OF, Role, Scope
from product_importer.access.schemas import KeyInput, KeyView
from product_importer.core.database import new_id
from product_importer.core.errors import Forbidden, Invalid, NotFound
from product_importer.core.pagination import Page, page_count


class Made(NamedTuple):
    """A key and its text."""

    row: ApiKey
    text: str


def create(session: Session, asker: Asker, given: KeyInput) -> Made:
    """A key of the caller, which may do at most what they may; raises Forbidden or Invalid."""
    caller, scopes = asker.caller, sorted(set(given.scopes))
    if beyond := set(scopes) - grantable(caller):
        raise Forbidden(
            "scope_not_yours", f"You cannot give a key what you may not do yourself: {', '.join(sorted(beyond))}."
        )
    new = tokens.new_key()
    row = ApiKey(
        id=new_id(),
        name=given.name,
        prefix=new.prefix,
        token_hash=tokens.hashed(new.key),
        scopes=scopes,
        user_id=caller.user_id,
        created_by=caller.actor,
        expires_at=given.expires_at,
    )
    if given.expires_at is not None and given.expires_at <= session.scalars(select(func.now())).one():
        raise Invalid("expires_at_past", "The key would be over already. Give a time to come, or none.")
    session.add(row)
    session.flush()
    session.refresh(row)
    audit.record(session, asker, What.KEY_CREATED, row.prefix, scopes=scopes, expires_at=_shown(given))
    return Made(row, new.key)


def grantable(caller: Caller) -> frozenset[Scope]:
    """What a caller can have a key do at most."""
    return caller.scopes if caller.scopes is not None else SCOPES_OF[caller.role or Role.VIEWER]


def page(session: Session, caller: Caller, number: int, limit: int) -> Page[KeyView]:
    """One page of the caller's keys, of all keys for an admin; the newest first."""
    total = session.scalars(select(func.count()).select_from(ApiKey).where(_seen_by(caller))).one()
    query = select(ApiKey).where(_seen_by(caller)).order_by(ApiKey.id.desc())
    found = session.scalars(query.limit(limit).offset((number - 1) * limit)).all()
    return Page(items=views(session, found), total=total, page=number, pages=page_count(total, limit), limit=limit)


def revoke(session: Session, asker: Asker, key_id: UUID) -> None:
    """Have a key open nothing from now on; raises NotFound."""
    query = select(ApiKey).where(ApiKey.id == key_id, _seen_by(asker.caller)).with_for_update()
    key = session.scalars(query).one_or_none()
    if key is None:
        raise NotFound("key_not_found", f"There is no key {key_id}. See the list of keys.")
    if key.revoked_at is None:
        key.revoked_at = session.scalars(select(func.now())).one()
        audit.record(session, asker, What.KEY_REVOKED, key.prefix)


def views(session: Session, keys: Sequence[ApiKey]) -> list[KeyView]:
    """Keys as they may be seen."""
    owners = {key.user_id for key in keys} - {None}
    emails = {user.id: user.email for user in session.scalars(select(User).where(User.id.in_(owners)))}
    return [KeyView(owner=emails.get(key.user_id) if key.user_id else None, **_columns(key)) for key in keys]


def _columns(key: ApiKey) -> dict[str, Any]:
    return {name: getattr(key, name) for name in KeyView.model_fields if name != "owner"}


def _seen_by(caller: Caller) -> ColumnElement[bool]:
    admin = caller.role == Role.ADMIN
    return true() if admin else ApiKey.user_id == caller.user_id


def _shown(given: KeyInput) -> str | None:
    return given.expires_at.isoformat() if given.expires_at else None
