"""Tokens, keys and roles: names and random texts without I/O."""

import re

from product_importer.access.roles import SCOPES_OF, Role, Scope, within
from product_importer.access.tokens import hashed, new_key, new_token


def test_a_key_is_known_by_its_mark_and_shown_by_its_prefix() -> None:
    made = new_key()
    assert re.fullmatch(r"pi_[0-9A-Za-z]{48}", made.key)
    assert made.key.startswith(made.prefix)
    assert len(made.prefix) == 11


def test_no_two_are_the_same_and_the_hash_does_not_hold_the_text() -> None:
    tokens = {new_token() for _ in range(100)} | {new_key().key for _ in range(100)}
    assert len(tokens) == 200
    assert len({hashed(token) for token in tokens}) == 200
    assert all(token.encode() not in hashed(token) for token in tokens)


def test_each_role_may_do_what_the_one_before_it_may() -> None:
    for least, role in ((Role.VIEWER, Role.EDITOR), (Role.EDITOR, Role.ADMIN)):
        assert role.reaches(least)
        assert not least.reaches(role)
        assert SCOPES_OF[least] < SCOPES_OF[role]


def test_a_key_never_does_more_than_its_owner_may_now() -> None:
    wanted = frozenset({Scope.READ, Scope.ADMIN})
    assert within(wanted, Role.VIEWER) == {Scope.READ}
    assert within(wanted, Role.ADMIN) == wanted
    assert within(wanted, None) == wanted
