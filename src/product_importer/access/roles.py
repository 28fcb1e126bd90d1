"""What people are to this installation, and what programs may do in it: names without I/O."""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """Each may do what the one before it may, and more."""

    VIEWER = "viewer"
    EDITOR = "editor"
    ADMIN = "admin"

    def reaches(self, least: "Role") -> bool:
        """Whether this role may do what `least` may."""
        order = list(Role)
        return order.index(self) >= order.index(least)


class Scope(StrEnum):
    """What a key may be used for; none includes another."""

    READ = "read"
    WRITE = "write"
    IMPORT = "import"
    WEBHOOKS = "webhooks"
    ADMIN = "admin"


SCOPES_OF = {
    Role.VIEWER: frozenset({Scope.READ}),
    Role.EDITOR: frozenset({Scope.READ, Scope.WRITE, Scope.IMPORT, Scope.WEBHOOKS}),
    Role.ADMIN: frozenset(Scope),
}
"""What a key of somebody with this role can be used for at most, whatever it was made for."""


def within(scopes: Iterable[Scope], role: Role | None) -> frozenset[Scope]:
    """Those scopes that the role of the key's owner still covers; a key without an owner keeps all."""
    return frozenset(scopes) & (SCOPES_OF[role] if role else frozenset(Scope))
