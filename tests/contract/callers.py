"""Those who try the API as its document says: people of each role, and keys of each scope, taken in turns."""

import re
from collections.abc import Mapping
from itertools import count, cycle
from typing import NamedTuple

from pydantic import SecretStr

from product_importer.access import logins, users
from product_importer.access.actor import COMMAND_LINE, Asker
from product_importer.access.roles import Role, Scope
from product_importer.access.rules import Rule
from product_importer.access.schemas import LinkUse, UserInput
from product_importer.commands.access import make_key
from product_importer.core.database import transaction

PASSWORD = "a heron under nine umbrellas"
# What ends the session of who asks, and what may end anybody's session or key.
ENDS_OWN = re.compile(r"DELETE /api/v1/sessions?|DELETE /api/v1/sessions/.*|PUT /api/v1/password")
ENDS_ANY = re.compile(r"(DELETE|PATCH) /api/v1/(keys|users)/.*")

_numbers = count(1)


class Caller(NamedTuple):
    """A person of some role with their session's token, or a program with a key of some scope."""

    what: Role | Scope
    secret: str

    def may(self, rule: Rule) -> bool:
        """Whether the table of rules lets them in."""
        if isinstance(self.what, Role):
            return rule.open or self.what.reaches(rule.least)
        return rule.open or self.what in rule.scopes


class Callers:
    """Whose turn it is: every other time an admin, so that the API is tried behind its door too."""

    def __init__(self) -> None:
        others: list[Role | Scope] = [Role.EDITOR, Role.VIEWER, *Scope]
        # A role and a scope may have one name, so they are told apart by their place.
        self._turns = cycle(
            [turn for place, other in enumerate(others, 1) for turn in ((0, Role.ADMIN), (place, other))]
        )
        self._there: dict[int, Caller] = {}

    def next(self) -> Caller:
        """Whose turn it is; somebody new where the last one was thrown out."""
        place, what = next(self._turns)
        if place not in self._there:
            self._there[place] = person(what) if isinstance(what, Role) else program(what)
        return self._there[place]

    def who_sent(self, headers: Mapping[str, str]) -> Caller | None:
        """The caller behind the headers of a request, as long as their credential holds."""
        sent = f"{headers.get('Authorization', '')} {headers.get('Cookie', '')}"
        return next((caller for caller in self._there.values() if caller.secret in sent), None)

    def after(self, method: str, path: str, headers: Mapping[str, str]) -> None:
        """Let go of those whom a request that succeeded may have thrown out."""
        if ENDS_ANY.fullmatch(f"{method} {path}"):
            self._there.clear()
        elif ENDS_OWN.fullmatch(f"{method} {path}"):
            gone = self.who_sent(headers)
            self._there = {place: caller for place, caller in self._there.items() if caller is not gone}


def person(role: Role) -> Caller:
    """Somebody who was invited and has logged in."""
    invited = UserInput(email=f"{role}-{next(_numbers)}@example.com", role=role)
    with transaction() as session:
        _, link = users.invite(session, Asker(COMMAND_LINE), invited, "http://127.0.0.1")
        used = LinkUse(token=SecretStr(link.url.partition("#")[2]), password=SecretStr(PASSWORD))
        token = logins.open_link(session, Asker(COMMAND_LINE), used, None).token
    return Caller(role, token)


def program(scope: Scope) -> Caller:
    """A program with a key that belongs to nobody."""
    return Caller(scope, make_key(f"a program that may {scope}", [scope], days=None))
