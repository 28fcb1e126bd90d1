from typing import Any

import pytest

from product_importer.core.connections import NotUsable
from product_importer.core.database import transaction
from product_importer.core.errors import Unavailable
from product_importer.core.known_key import replace_all, require_known_key, state
from product_importer.core.sealing import seal, unseal
from product_importer.core.settings import Settings, get_settings

FIRST, SECOND, THIRD = ("the first key of this database, and long enough", "the second of the keys" * 2, "a third" * 5)


def keys(newest: str, former: str | None = None) -> Settings:
    given: dict[str, Any] = {"secret_key": newest, "secret_key_former": former}
    return Settings(**given)


def how_known(settings: Settings) -> str:
    with transaction() as session:
        return state(session, settings)


@pytest.mark.usefixtures("database_url")
def test_the_first_key_stays_and_another_is_refused() -> None:
    require_known_key(keys(FIRST))
    require_known_key(keys(FIRST))

    with pytest.raises(NotUsable, match="SECRET_KEY_FORMER"):
        require_known_key(keys(SECOND))

    assert (how_known(keys(FIRST)), how_known(keys(SECOND))) == ("known", "unknown")


@pytest.mark.usefixtures("database_url")
def test_a_new_key_comes_beside_the_former_and_then_alone() -> None:
    require_known_key(keys(FIRST))

    require_known_key(keys(SECOND, former=FIRST))

    # Processes that have not been started anew yet.
    require_known_key(keys(FIRST))
    assert how_known(keys(SECOND, former=FIRST)) == "replacing"
    with transaction() as session:
        replace_all(session, keys(SECOND, former=FIRST))
    require_known_key(keys(SECOND))
    assert how_known(keys(SECOND)) == "known"
    with pytest.raises(NotUsable):
        require_known_key(keys(FIRST))


@pytest.mark.usefixtures("database_url")
def test_a_former_key_that_the_database_does_not_know_opens_no_door() -> None:
    require_known_key(keys(FIRST))

    with pytest.raises(NotUsable):
        require_known_key(keys(SECOND, former=THIRD))


def test_what_the_former_key_sealed_opens_and_what_is_sealed_now_needs_the_newest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours = get_settings()
    monkeypatch.setattr(ours, "secret_key", keys(FIRST).secret_key)
    before = seal(b"told once", "a webhook")

    monkeypatch.setattr(ours, "secret_key", keys(SECOND).secret_key)
    with pytest.raises(Unavailable, match="another SECRET_KEY"):
        unseal(before, "a webhook")
    monkeypatch.setattr(ours, "secret_key_former", keys(FIRST).secret_key)
    assert unseal(before, "a webhook") == b"told once"
    anew = seal(unseal(before, "a webhook"), "a webhook")

    monkeypatch.setattr(ours, "secret_key_former", None)
    assert unseal(anew, "a webhook") == b"told once"
    with pytest.raises(Unavailable):
        unseal(anew, "another webhook")
