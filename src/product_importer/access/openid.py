"""Logging in through a provider: who the provider says somebody is becomes one of our users, or nobody.

What has to come back with the browser is sealed in a cookie, so that any process can end what another began.
"""

import base64
import json
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

import structlog
from sqlalchemy.orm import Session

from product_importer.access import audit, links, logins, users
from product_importer.access import users_repository as repository
from product_importer.access.actor import Asker
from product_importer.access.audit_names import What
from product_importer.access.fields import EMAIL_MAX, NAME_MAX, email_key, is_email
from product_importer.access.logins import LoggedIn
from product_importer.access.models import User
from product_importer.access.openid_provider import Claims, ProviderFailed, Trip, way_there, who
from product_importer.access.roles import Role
from product_importer.access.schemas import UserPatch
from product_importer.core.errors import Conflict, ProblemError
from product_importer.core.sealing import seal, unseal
from product_importer.core.settings import Settings, get_settings

log = structlog.get_logger(__name__)

CALLBACK = "/api/v1/openid/callback"
MINUTES = 10
"""For so long somebody may be away at the provider."""

_CONTEXT = "openid trip"
# A browser drops a cookie of more than 4,096 bytes, and this one holds the path.
_PATH_BYTES = 1_000


class Refused(Exception):
    """Why somebody is not let in: a stable code, which the web UI has words for, and whose address it is if known."""

    def __init__(self, code: str, subject: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.subject = subject


class Begun(NamedTuple):
    """Where to send the browser, and what it has to bring back."""

    url: str
    kept: str


@dataclass(frozen=True)
class _Kept:
    trip: dict[str, Any]
    path: str
    until: float


class Returned(NamedTuple):
    """Who came back, as the provider says, and the page that they had asked for."""

    claims: Claims
    path: str


def begin(path: str) -> Begun:
    """The way to the provider for somebody who wants to see `path`; raises Refused."""
    settings = get_settings()
    trip = Trip(
        state=secrets.token_urlsafe(),
        nonce=secrets.token_urlsafe(),
        verifier=secrets.token_urlsafe(48),
        # Never by the Host header, which is whatever a client says.
        redirect_uri=settings.site_url + CALLBACK,
    )
    kept = _Kept(asdict(trip), own_path(path), time.time() + MINUTES * 60)
    sealed = seal(json.dumps(asdict(kept), ensure_ascii=False).encode(), _CONTEXT)
    with _asking():
        return Begun(way_there(settings, trip), base64.urlsafe_b64encode(sealed).decode())


def come_back(kept: str | None, state: str | None, code: str | None, issuer: str | None, error: str | None) -> Returned:
    """Whoever comes back with the code of a trip that this browser began; raises Refused."""
    settings = get_settings()
    known = _opened(kept)
    trip = Trip(**known.trip)
    if state is None or not secrets.compare_digest(state.encode(), trip.state.encode()):
        raise Refused("openid_other_browser")
    # RFC 9207: said by providers that share an address with others.
    if error or code is None or (issuer is not None and issuer != settings.openid_issuer):
        log.warning("openid.refused", error=(error or "")[:100], issuer=issuer)
        raise Refused("openid_refused")
    with _asking():
        return Returned(who(settings, trip, code), known.path)


def enter(session: Session, asker: Asker, claims: Claims, former: str | None) -> LoggedIn:
    """A session for whoever the claims are of; raises Refused."""
    settings = get_settings()
    issuer, subject = claims["iss"], claims["sub"]
    email = _email(claims, settings)
    granted = _granted(claims, settings)
    role = granted or (Role(settings.openid_default_role) if settings.openid_default_role else None)
    user = repository.by_identity(session, issuer, subject)
    if user is None:
        # Who comes by another browser at the same moment waits, and is found.
        repository.lock_identities(session)
        user = repository.by_identity(session, issuer, subject) or _linked(session, asker, claims, email, role)
    if user.disabled:
        raise Refused("openid_disabled", user.email_key)
    if settings.openid_role_claim and role is None:
        raise Refused("openid_no_role", user.email_key)
    if granted is not None and granted != user.role:
        _have_role(session, asker, user, granted)
    return logins.enter(session, asker, user, What.LOGIN, former, issuer=issuer)


def own_path(path: str) -> str:
    """A page of ours; whatever else was asked for is the first page."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if ours and len(path.encode()) <= _PATH_BYTES else "/"


@contextmanager
def _asking() -> Iterator[None]:
    try:
        yield
    except ProviderFailed as failed:
        log.warning("openid.provider_failed", code=failed.code, details=str(failed))
        raise Refused(failed.code) from failed


def _opened(kept: str | None) -> _Kept:
    """What this browser was given, if it still holds."""
    try:
        found = _Kept(**json.loads(unseal(base64.urlsafe_b64decode(kept or ""), _CONTEXT)))
    except (ValueError, TypeError, ProblemError) as wrong:
        raise Refused("openid_other_browser") from wrong
    if found.until < time.time():
        raise Refused("openid_too_late")
    return found


def _linked(session: Session, asker: Asker, claims: Claims, email: str | None, role: Role | None) -> User:
    """Whoever comes for the first time, known by their subject from now on."""
    user = _met_first(session, asker, claims, email, role)
    # An address that was given to somebody else at the provider does not make them its former owner.
    if repository.is_linked(session, user.id, claims["iss"]):
        raise Refused("openid_other_account", user.email_key)
    repository.add_identity(session, claims["iss"], claims["sub"], user.id)
    # Their invitation is used up: nobody else chooses a password by it.
    links.remove_of(session, user.id)
    audit.record(session, asker, What.IDENTITY_LINKED, user.email_key, issuer=claims["iss"])
    return user


def _met_first(session: Session, asker: Asker, claims: Claims, email: str | None, role: Role | None) -> User:
    """The user with the address that the provider has verified, or a new one where everybody with a role may come."""
    if email is None:
        raise Refused("openid_email_unverified")
    user = repository.by_email(session, email_key(email))
    if user is not None:
        return user
    if role is None:
        raise Refused("openid_not_invited")
    name = str(claims.get("name") or "").strip()[:NAME_MAX]
    user = users.add(session, asker, email, name if name.isprintable() else None, role=role)
    audit.record(session, asker, What.USER_JOINED, user.email_key, role=role)
    return user


def _email(claims: Claims, settings: Settings) -> str | None:
    """The address, if the provider has verified it; raises Refused where it is of another domain than may come."""
    email = claims.get("email")
    verified = claims.get("email_verified") is True or settings.openid_trust_email
    if (
        not isinstance(email, str)
        or not verified
        or len(email) > EMAIL_MAX
        or not email.isprintable()
        or not is_email(email)
    ):
        email = None
    if settings.openid_email_domains and (email or "").rpartition("@")[2].lower() not in settings.openid_email_domains:
        raise Refused("openid_email_unverified" if email is None else "openid_domain_refused")
    return email


def _granted(claims: Claims, settings: Settings) -> Role | None:
    """The highest role that the provider's claim gives; a dot in its name leads into an object."""
    if settings.openid_role_claim is None:
        return None
    found: Any = claims
    for name in settings.openid_role_claim.split("."):
        found = found.get(name) if isinstance(found, dict) else None
    values: Iterable[Any] = found if isinstance(found, list) else [found]
    known = settings.openid_roles
    roles = [Role(known[value]) for value in values if isinstance(value, str) and value in known]
    return max(roles, key=list(Role).index, default=None)


def _have_role(session: Session, asker: Asker, user: User, role: Role) -> None:
    """Give somebody the role that the provider says, unless that would leave nobody to look after the rest."""
    try:
        users.change(session, asker, user.id, UserPatch(role=role))
    except Conflict as last:
        log.warning("openid.role_kept", user=user.email_key, said=role, reason=last.code)
