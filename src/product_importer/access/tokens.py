"""Random texts that open something, and what is kept of them: a hash, from which nobody finds the text again.

They are as random as a key, so a plain SHA-256 is enough; only what people choose needs a slow hash (`passwords.py`).
"""

import hashlib
import secrets
import string
from typing import NamedTuple

_LETTERS = string.ascii_letters + string.digits
KEY_MARK = "pi_"
_PREFIX_LENGTH = 8
_SECRET_LENGTH = 40
_TOKEN_BYTES = 32
# Longer ones are none of ours, and are not even hashed.
LONGEST = 200


class NewKey(NamedTuple):
    """A key as it is shown once, and the beginning of it by which it is known from then on."""

    key: str
    prefix: str


def new_token() -> str:
    """A token for a cookie or a link."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def new_key() -> NewKey:
    """An API key, which scanners for leaked secrets know by its mark."""
    prefix = KEY_MARK + _random(_PREFIX_LENGTH)
    return NewKey(prefix + _random(_SECRET_LENGTH), prefix)


def hashed(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


def _random(length: int) -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(length))
