"""Passwords: which are taken, and the slow hash that is kept of them."""

import threading
import unicodedata
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from product_importer.core.errors import FieldError, Invalid, Unavailable

SHORTEST = 12
LONGEST = 256
"""Characters. NIST SP 800-63B-4 asks for 15 where a password stands alone and for 8 beside a second factor. 12 is
between them: what is guessed soon is refused too, and the throttle lets through a thousand tries a day."""

# OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

# Each takes 19 MiB; a flood of logins waits here, and is refused before it fills the memory.
_AT_ONCE = 8
_PATIENCE_SECONDS = 2
_turns = threading.BoundedSemaphore(_AT_ONCE)

# What is guessed within so many tries is refused; the throttle allows some thousand in a day.
_LEAST_GUESSES = 10**6
# zxcvbn's time grows with the length, and what is safe by its beginning stays so.
_LOOKED_AT = 72
_OWN_WORDS = ("product importer", "productimporter", "product-importer")


def check(password: str, *about_the_person: str) -> None:
    """Raise Invalid, with what to do, unless the password may be used; there is no rule about kinds of characters."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise _refused(
            "password_length",
            f"A password has {SHORTEST} to {LONGEST} characters. A few words that do not belong together are good.",
        )
    if _guesses(password, about_the_person) < _LEAST_GUESSES:
        raise _refused(
            "password_common",
            "This password is among the first that are tried. Take a few words that do not belong together, or have "
            "a password manager make one.",
        )


def hash_password(password: str) -> str:
    """What is kept of a password."""
    with _Turn():
        return _HASHER.hash(_normal(password))


def verify(kept: str | None, password: str) -> bool:
    """Whether it is the password; without one that was kept it takes as long, and it is not."""
    with _Turn():
        try:
            return _HASHER.verify(kept or _nobodys(), _normal(password)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def outdated(kept: str) -> bool:
    """Whether it was hashed with other parameters than those of now."""
    return _HASHER.check_needs_rehash(kept)


class _Turn:
    def __enter__(self) -> None:
        if not _turns.acquire(timeout=_PATIENCE_SECONDS):
            raise Unavailable(
                "too_many_logins", "Too many people log in at once. Try again in a few seconds.",
                headers={"Retry-After": "5"},
            )  # fmt: skip

    def __exit__(self, *_: object) -> None:
        _turns.release()


def _guesses(password: str, about_the_person: tuple[str, ...]) -> int:
    # Imported here because its lists of words take a moment to load and some memory.
    from zxcvbn import zxcvbn

    words = [part for text in about_the_person for part in (text, *text.replace("@", " ").replace(".", " ").split())]
    return int(zxcvbn(password[:_LOOKED_AT], user_inputs=[*words, *_OWN_WORDS])["guesses"])


def _normal(password: str) -> str:
    """One spelling of what keyboards spell in several."""
    return unicodedata.normalize("NFC", password)


@lru_cache
def _nobodys() -> str:
    return _HASHER.hash("the password of nobody")


def _refused(code: str, message: str) -> Invalid:
    return Invalid(code, message, errors=[FieldError(field="password", code=code, message=message)])
