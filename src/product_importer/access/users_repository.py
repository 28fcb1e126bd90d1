"""Statements on people and their sessions."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from product_importer.access.models import Identity, User, UserSession
from product_importer.access.roles import Role

# Any constant of our own: whoever holds it decides who is an admin, the others wait.
_ADMINS_LOCK = 7_305_811_303
_IDENTITIES_LOCK = 7_305_811_304


def lock_admins(session: Session) -> None:
    """Wait for whoever changes who is an admin, and keep others from it until commit."""
    session.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _ADMINS_LOCK})


def lock_identities(session: Session) -> None:
    """Wait for whoever else comes from a provider for the first time, and keep others waiting until commit."""
    session.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _IDENTITIES_LOCK})


def other_admin_exists(session: Session, than: UUID | None = None) -> bool:
    """Whether somebody else can log in as an admin."""
    came = User.password_hash.is_not(None) | User.last_login_at.is_not(None)
    able = select(User.id).where(User.role == Role.ADMIN, ~User.disabled, came)
    return session.scalars(able.where(User.id != than).limit(1) if than else able.limit(1)).first() is not None


def get(session: Session, user_id: UUID, *, lock: bool = False) -> User | None:
    """One person, the row locked until commit when asked."""
    return session.get(User, user_id, with_for_update=lock or None, populate_existing=lock)


def by_email(session: Session, email_key: str) -> User | None:
    return session.scalars(select(User).where(User.email_key == email_key)).one_or_none()


def by_identity(session: Session, issuer: str, subject: str) -> User | None:
    """Whoever this is at a provider."""
    found = select(User).join(Identity, Identity.user_id == User.id)
    return session.scalars(found.where(Identity.issuer == issuer, Identity.subject == subject)).one_or_none()


def is_linked(session: Session, user_id: UUID, issuer: str) -> bool:
    """Whether a person is known by a subject of this provider."""
    found = select(Identity.subject).where(Identity.user_id == user_id, Identity.issuer == issuer)
    return session.scalars(found.limit(1)).first() is not None


def add_identity(session: Session, issuer: str, subject: str, user_id: UUID) -> None:
    """Note who somebody is at a provider."""
    session.execute(insert(Identity).values({"issuer": issuer, "subject": subject, "user_id": user_id}))


def add(session: Session, values: dict[str, Any]) -> UUID | None:
    """Add a person; None when the address is known already."""
    statement = insert(User).values(values).on_conflict_do_nothing(index_elements=[User.email_key]).returning(User.id)
    return session.scalars(statement).one_or_none()


def page(session: Session, limit: int, offset: int) -> Sequence[User]:
    """People in the order of their addresses."""
    return session.scalars(select(User).order_by(User.email_key).limit(limit).offset(offset)).all()


def count(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(User)).one()


def remove(session: Session, user: User) -> None:
    session.execute(delete(User).where(User.id == user.id))


def logged_in(session: Session, user: User) -> None:
    """Note the time of a login."""
    session.execute(update(User).where(User.id == user.id).values(last_login_at=func.now()))


def sessions_of(session: Session, user_id: UUID, idle_hours: int) -> Sequence[UserSession]:
    """The sessions of a person that still hold, the last used first."""
    query = (
        select(UserSession)
        .where(UserSession.user_id == user_id, UserSession.expires_at > func.now())
        .where(UserSession.last_seen_at > func.now() - timedelta(hours=idle_hours))
    )
    return session.scalars(query.order_by(UserSession.last_seen_at.desc(), UserSession.id)).all()


def add_session(session: Session, values: dict[str, Any], days: int) -> None:
    session.execute(insert(UserSession).values(values | {"expires_at": func.now() + timedelta(days=days)}))


def end_session(session: Session, user_id: UUID, session_id: UUID) -> bool:
    """End one session of a person; whether it was there."""
    ended = delete(UserSession).where(UserSession.user_id == user_id, UserSession.id == session_id)
    return session.scalars(ended.returning(UserSession.id)).first() is not None


def end_sessions(session: Session, user_id: UUID) -> int:
    """End every session of a person; returns how many there were."""
    ended = delete(UserSession).where(UserSession.user_id == user_id).returning(UserSession.id)
    return len(session.scalars(ended).all())


def end_token(session: Session, token_hash: bytes) -> None:
    """End the session of a token, whoever's it is."""
    session.execute(delete(UserSession).where(UserSession.token_hash == token_hash))


def remove_old_sessions(session: Session, idle_hours: int) -> int:
    """Forget sessions that hold no longer; returns how many."""
    idle = UserSession.last_seen_at < func.now() - timedelta(hours=idle_hours)
    old = delete(UserSession).where((UserSession.expires_at < func.now()) | idle).returning(UserSession.id)
    return len(session.scalars(old).all())
