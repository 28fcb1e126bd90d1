"""Logging in and out, and passwords: by password or by a one-time link, each making a session of its own."""

from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.access import audit, links, passwords, throttle, tokens, users
from product_importer.access import users_repository as repository
from product_importer.access.actor import Asker, Caller
from product_importer.access.audit_names import What
from product_importer.access.fields import email_key
from product_importer.access.identifying import USER
from product_importer.access.links import Kind
from product_importer.access.models import OneTimeLink, User
from product_importer.access.roles import Role
from product_importer.access.schemas import LinkUse, LinkView, SessionView
from product_importer.core.database import after_commit, new_id
from product_importer.core.errors import Conflict, FieldError, Invalid, NotFound
from product_importer.core.settings import get_settings


class LoggedIn(NamedTuple):
    """Who has logged in, and the token of their new session."""

    user: User
    token: str
    caller: Caller


def log_in(session: Session, asker: Asker, email: str, password: str, former: str | None) -> LoggedIn | None:
    """A new session in place of the browser's `former` one; None, told in the audit, where it was not the password.

    Unknown, disabled and invited people cost the same slow hash.
    """
    user = repository.by_email(session, email_key(email))
    may = user is not None and not user.disabled
    kept = user.password_hash if user is not None and may else None
    if not passwords.verify(kept, password) or user is None:
        # Only an address that is known is written down: people type their password there, too.
        audit.record(session, asker, What.LOGIN_FAILED, user.email_key if user else None)
        return None
    if passwords.outdated(user.password_hash or ""):
        user.password_hash = passwords.hash_password(password)
    after_commit(session, lambda: throttle.forgive(user.email_key))
    return enter(session, asker, user, What.LOGIN, former)


def log_out(session: Session, asker: Asker, token: str | None) -> None:
    """End the session of the browser that asks."""
    if asker.caller.session_id is not None:
        audit.record(session, asker, What.LOGOUT)
    if token is not None:
        repository.end_token(session, tokens.hashed(token))


def change_password(session: Session, asker: Asker, current: str, new: str) -> LoggedIn | None:
    """Another password for the caller, whose other sessions end; None where `current` is not the one."""
    user = users.get(session, require_account(asker), lock=True)
    if not passwords.verify(user.password_hash, current):
        return None
    passwords.check(new, user.email, user.display_name)
    user.password_hash = passwords.hash_password(new)
    repository.end_sessions(session, user.id)
    links.remove_of(session, user.id)
    after_commit(session, lambda: throttle.forgive(user.email_key))
    return enter(session, asker, user, What.PASSWORD_CHANGED, None)


def require_account(asker: Asker) -> UUID:
    """The id of the caller's own account; raises Conflict where nobody has logged in."""
    if asker.caller.user_id is None:
        raise Conflict("no_account", "Nobody is logged in, so there is no password to change. It is for AUTH=required.")
    return asker.caller.user_id


def require_passwords() -> None:
    """Raise Conflict where people log in through the provider alone."""
    settings = get_settings()
    if settings.auth_mode == "required" and settings.openid_only:
        raise Conflict("passwords_off", f"Nobody logs in by a password here. Log in with {settings.openid_label}.")


def own_sessions(session: Session, caller: Caller) -> list[SessionView]:
    """The sessions of the caller that hold."""
    if caller.user_id is None:
        return []
    found = repository.sessions_of(session, caller.user_id, get_settings().session_idle_hours)
    shown = [name for name in SessionView.model_fields if name != "current"]
    return [
        SessionView(current=one.id == caller.session_id, **{name: getattr(one, name) for name in shown})
        for one in found
    ]


def end_own_session(session: Session, asker: Asker, session_id: UUID) -> None:
    """End one session of the caller; raises NotFound."""
    user_id = asker.caller.user_id
    if user_id is None or not repository.end_session(session, user_id, session_id):
        raise NotFound("session_not_found", f"You have no session {session_id}. See the list of your sessions.")
    audit.record(session, asker, What.SESSION_ENDED, sessions=1)


def end_own_sessions(session: Session, asker: Asker) -> None:
    """End every session of the caller, the one that asks too."""
    if asker.caller.user_id is not None:
        ended = repository.end_sessions(session, asker.caller.user_id)
        audit.record(session, asker, What.SESSION_ENDED, sessions=ended)


def look_at(session: Session, token: str) -> LinkView:
    """What a link is for; raises Gone."""
    link = links.read(session, token)
    user = _of_link(session, link)
    return LinkView(
        kind=Kind(link.kind),
        email=user.email if user else None,
        display_name=user.display_name if user else None,
        role=Role(user.role) if user else Role.ADMIN,
        expires_at=link.expires_at,
    )


def open_link(session: Session, asker: Asker, given: LinkUse, former: str | None) -> LoggedIn:
    """Do what a link is for, once: its person has the password from now on, and is logged in.

    Raises Gone, Invalid, or Conflict; the link then stays as it was.
    """
    link = links.use(session, given.token.get_secret_value())
    if link.kind != Kind.SET_UP:
        require_passwords()
    user = _of_link(session, link) or _first_admin(session, asker, given)
    password = given.password.get_secret_value()
    passwords.check(password, user.email, given.display_name or user.display_name)
    user.password_hash = passwords.hash_password(password)
    if given.display_name is not None and link.kind == Kind.INVITATION:
        user.display_name = given.display_name
    # Whoever else has got in so far is out.
    repository.end_sessions(session, user.id)
    after_commit(session, lambda: throttle.forgive(user.email_key))
    told = {Kind.SET_UP: What.SET_UP, Kind.INVITATION: What.USER_JOINED, Kind.RESET: What.PASSWORD_RESET}
    return enter(session, asker, user, told[Kind(link.kind)], former)


def _of_link(session: Session, link: OneTimeLink) -> User | None:
    return users.get(session, link.user_id) if link.user_id else None


def _first_admin(session: Session, asker: Asker, given: LinkUse) -> User:
    repository.lock_admins(session)
    if repository.other_admin_exists(session):
        raise Conflict("already_set_up", "There is an admin already. Ask them for an invitation.")
    if given.email is None:
        message = "Give the e-mail address that you will log in with."
        raise Invalid(
            "email_required", message, errors=[FieldError(field="email", code="email_required", message=message)]
        )
    return users.add(session, asker, given.email, given.display_name, role=Role.ADMIN)


def enter(session: Session, asker: Asker, user: User, told: What, former: str | None, **detail: Any) -> LoggedIn:
    """A session under a token that nobody has seen before, which is what renewing at each login is for."""
    if former is not None:
        repository.end_token(session, tokens.hashed(former))
    token, session_id = tokens.new_token(), new_id()
    row = {
        "id": session_id,
        "user_id": user.id,
        "token_hash": tokens.hashed(token),
        "address": asker.address or "",
        "user_agent": asker.user_agent or "",
    }
    session.flush()
    repository.add_session(session, row, get_settings().session_days)
    repository.logged_in(session, user)
    caller = Caller(USER + user.email_key, Role(user.role), user_id=user.id, session_id=session_id)
    audit.record(session, Asker(caller, asker.address, asker.user_agent), told, user.email_key, **detail)
    return LoggedIn(user, token, caller)
