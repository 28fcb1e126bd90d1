"""Who asks: what the guard found out, and the name that events, jobs and log lines carry."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import Request

from product_importer.access.roles import Role, Scope

LOCAL_ACTOR = "local"


@dataclass(frozen=True)
class Caller:
    """Who sent a request. A person has a role; a key has scopes too, already within what its owner may."""

    actor: str
    role: Role | None = None
    scopes: frozenset[Scope] | None = None
    user_id: UUID | None = None
    session_id: UUID | None = None
    key_id: UUID | None = None

    @property
    def known(self) -> bool:
        """Whether anything is known of them."""
        return self.role is not None


LOCAL = Caller(LOCAL_ACTOR, Role.ADMIN)
"""Everybody on this machine, with AUTH=local."""
ANYONE = Caller("anyone", Role.ADMIN)
"""Everybody at all, with AUTH=off."""
STRANGER = Caller("stranger")
"""Somebody without a credential."""
COMMAND_LINE = Caller("command-line", Role.ADMIN)
"""Who can run commands beside the database."""


@dataclass(frozen=True)
class Asker:
    """A caller, and from where they ask."""

    caller: Caller
    address: str | None = None
    user_agent: str | None = None


_AGENT_MAX = 300


def caller_of(request: Request) -> Caller:
    """Who sent `request`, as the authorization found."""
    caller: Caller = getattr(request.state, "caller", LOCAL)
    return caller


def actor_of(request: Request) -> str:
    """The name of whoever sent `request`; without login everybody on this machine is one and the same."""
    return caller_of(request).actor


def asker_of(request: Request) -> Asker:
    """Who sent `request`, and from where."""
    address = request.client.host if request.client else None
    agent = request.headers.get("user-agent", "")
    # PostgreSQL keeps no NUL, and nobody reads control characters.
    shown = "".join(character for character in agent[:_AGENT_MAX] if character.isprintable())
    return Asker(caller_of(request), address, shown)
