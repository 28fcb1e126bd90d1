"""From the credential of a request to who sent it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from product_importer.access import identity_repository as repository
from product_importer.access import tokens
from product_importer.access.actor import Caller
from product_importer.access.roles import Role, Scope, within
from product_importer.core.database import get_engine
from product_importer.core.errors import Unauthorized
from product_importer.core.settings import get_settings

CHALLENGE = {"WWW-Authenticate": "Bearer"}
USER, KEY = "user:", "key:"


def by_key(given: str) -> Caller:
    """The caller with this API key; raises Unauthorized, the same for every key that does not hold."""
    if given.startswith(tokens.KEY_MARK) and len(given) <= tokens.LONGEST:
        with _connected() as connection:
            found = repository.key(connection, tokens.hashed(given))
            if found is not None:
                if found["stale"]:
                    repository.key_used(connection, found["id"])
                role = Role(found["role"]) if found["role"] else None
                scopes = within((Scope(scope) for scope in found["scopes"]), role)
                return Caller(KEY + found["prefix"], role or Role.ADMIN, scopes, found["user_id"], key_id=found["id"])
    raise Unauthorized(
        "key_invalid",
        "This key does not hold: it is unknown, revoked or expired. Make another under Settings, API keys.",
        headers=CHALLENGE,
    )


def by_session(token: str, address: str | None) -> Caller | None:
    """The caller with this cookie, or None where the session is over."""
    if len(token) > tokens.LONGEST:
        return None
    with _connected() as connection:
        found = repository.session(connection, tokens.hashed(token), get_settings().session_idle_hours)
        if found is None:
            return None
        if found["stale"]:
            repository.session_seen(connection, found["id"], address)
        return Caller(USER + found["email_key"], Role(found["role"]), user_id=found["user_id"], session_id=found["id"])


@contextmanager
def _connected() -> Iterator[Connection]:
    """A connection whose statements each stand alone; this is before the request's own transaction."""
    with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield connection
