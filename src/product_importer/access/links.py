"""One-time links: whoever opens one first may choose a password; after that it is a link to nothing."""

from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from product_importer.access import tokens
from product_importer.access.models import OneTimeLink, User
from product_importer.core.database import new_id
from product_importer.core.errors import Gone
from product_importer.core.settings import get_settings


class Kind(StrEnum):
    """What a link is for."""

    SET_UP = "set_up"
    INVITATION = "invitation"
    RESET = "reset"


HOURS = {Kind.SET_UP: 24, Kind.INVITATION: 7 * 24, Kind.RESET: 24}
_PAGES = {Kind.SET_UP: "set-up", Kind.INVITATION: "invitation", Kind.RESET: "reset-password"}


class Made(NamedTuple):
    """A new link as it is shown once."""

    row: OneTimeLink
    url: str


def make(session: Session, kind: Kind, user_id: UUID | None, created_by: str, site: str | None = None) -> Made:
    """A link, in place of any other for the same person; its token stands behind `#`, which browsers send to nobody.

    `site` is where the web UI is; else it is what the settings say.
    """
    session.execute(delete(OneTimeLink).where(_for(user_id), OneTimeLink.used_at.is_(None)))
    token = tokens.new_token()
    row = OneTimeLink(
        id=new_id(),
        kind=kind,
        token_hash=tokens.hashed(token),
        user_id=user_id,
        created_by=created_by,
        expires_at=func.now() + timedelta(hours=HOURS[kind]),
    )
    session.add(row)
    session.flush()
    session.refresh(row)
    return Made(row, f"{site or get_settings().site_url}/{_PAGES[kind]}#{token}")


def set_up_waits(session: Session) -> bool:
    """Whether a set-up link waits to be opened."""
    waiting = select(OneTimeLink.id).where(OneTimeLink.kind == Kind.SET_UP, *_HOLDS)
    return session.scalars(waiting.limit(1)).first() is not None


def read(session: Session, token: str) -> OneTimeLink:
    """The link of a token, left as it is; raises Gone."""
    found = session.scalars(select(OneTimeLink).where(_of(token), *_HOLDS)).one_or_none()
    return _there(session, found)


def use(session: Session, token: str) -> OneTimeLink:
    """The link of a token, used up if this transaction commits; who comes meanwhile waits, and finds it gone."""
    statement = update(OneTimeLink).where(_of(token), *_HOLDS).values(used_at=func.now()).returning(OneTimeLink)
    return _there(session, session.scalars(statement).one_or_none())


def remove_of(session: Session, user_id: UUID) -> None:
    """Take back the links of a person."""
    session.execute(delete(OneTimeLink).where(OneTimeLink.user_id == user_id, OneTimeLink.used_at.is_(None)))


def remove_old(session: Session) -> int:
    """Forget links that open nothing any more; returns how many."""
    old = delete(OneTimeLink).where(OneTimeLink.expires_at < func.now()).returning(OneTimeLink.id)
    return len(session.scalars(old).all())


_HOLDS = (OneTimeLink.used_at.is_(None), OneTimeLink.expires_at > func.now())


def _of(token: str) -> ColumnElement[bool]:
    return OneTimeLink.token_hash == tokens.hashed(token)


def _for(user_id: UUID | None) -> ColumnElement[bool]:
    return OneTimeLink.user_id == user_id if user_id else OneTimeLink.user_id.is_(None)


def _there(session: Session, found: OneTimeLink | None) -> OneTimeLink:
    if found is not None:
        user = session.get(User, found.user_id) if found.user_id else None
        if user is None or not user.disabled:
            return found
    raise Gone("link_invalid", "This link was used, has expired or was replaced. Ask an admin for another.")
