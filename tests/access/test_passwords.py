"""Which passwords are taken, and what is kept of them."""

import pytest

from product_importer.access import passwords
from product_importer.core.errors import Invalid

GOOD = "a heron under nine umbrellas"


@pytest.mark.parametrize(
    "password", [GOOD, "x7#kQ2!mZp9@", "Grünspan fährt Straßenbahn", "z9Q" * 4 + "".join(map(chr, range(200, 440)))]
)
def test_what_nobody_would_guess_soon_is_taken(password: str) -> None:
    passwords.check(password, "owner@example.com", "Shop Owner")


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "password1234",
        "123456789012",
        "qwertyuiop123",
        "aaaaaaaaaaaaaaaa",
        "welcome12345",
        "1qaz2wsx3edc",
        "owner@example.com",
        "Shop Owner12",
    ],
)
def test_what_is_tried_first_is_refused(password: str) -> None:
    with pytest.raises(Invalid) as refused:
        passwords.check(password, "owner@example.com", "Shop Owner")
    assert refused.value.code == "password_common"
    assert password not in refused.value.detail


@pytest.mark.parametrize("password", ["", "short", "11 letters.", "x" * 257])
def test_the_length_is_said_when_it_is_wrong(password: str) -> None:
    with pytest.raises(Invalid) as refused:
        passwords.check(password)
    assert refused.value.code == "password_length"
    assert "12 to 256" in refused.value.detail


def test_the_hash_is_argon2id_as_owasp_asks_and_verifies() -> None:
    kept = passwords.hash_password(GOOD)
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.verify(kept, GOOD)
    assert not passwords.verify(kept, GOOD + "!")
    assert not passwords.outdated(kept)


def test_without_a_hash_nothing_verifies_not_even_what_is_compared_with() -> None:
    assert not passwords.verify(None, "the password of nobody")
    assert not passwords.verify("", GOOD)


def test_one_letter_spelled_in_two_ways_is_one_password() -> None:
    assert passwords.verify(passwords.hash_password("Grünspan im Kühlschrank"), "Gru\u0308nspan im Ku\u0308hlschrank")
