"""One-time links: set-up, invitation and reset work once, also when they are opened at the same time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, update

from product_importer.access import set_up
from product_importer.access.models import OneTimeLink
from product_importer.access.roles import Role
from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from tests.access.people import (
    API,
    OTHER_PASSWORD,
    PASSWORD,
    Json,
    browser,
    events,
    log_in,
    logged_in,
    person,
    token_in,
)

pytestmark = pytest.mark.usefixtures("required")

AT_ONCE = 12


def invited(role: str = "editor", email: str = "new@example.com") -> tuple[Json, str]:
    """Somebody invited by an admin, and the token of their link."""
    answer = logged_in(Role.ADMIN).post(f"{API}/users", json={"email": email, "role": role})
    assert answer.status_code == 201, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.json(), token_in(answer.json()["link"]["url"])


def use(token: str, **fields: str) -> tuple[int, Json]:
    answer = browser().post(f"{API}/links/use", json={"token": token, "password": OTHER_PASSWORD} | fields)
    return answer.status_code, answer.json()


def test_an_invitation_is_looked_at_and_then_used_once() -> None:
    user, token = invited()
    look = browser().post(f"{API}/links/look", json={"token": token})
    assert {name: look.json()[name] for name in ("kind", "email", "role")} == {
        "kind": "invitation",
        "email": "new@example.com",
        "role": "editor",
    }
    assert not user["joined"]
    client = browser()
    given = {"token": token, "password": PASSWORD, "display_name": "Owner"}
    entered = client.post(f"{API}/links/use", json=given).json()
    assert (entered["role"], entered["user"]["display_name"], entered["user"]["joined"]) == ("editor", "Owner", True)
    assert client.get(f"{API}/products").status_code == 200
    assert use(token)[1]["code"] == "link_invalid"
    assert browser().post(f"{API}/links/look", json={"token": token}).status_code == 410
    assert log_in(browser(), "new@example.com").status_code == 200


def test_the_token_stands_where_browsers_send_it_to_nobody() -> None:
    user, token = invited()
    before, _, after = user["link"]["url"].partition("#")
    assert before == "http://shop.example/invitation"
    assert after == token


def test_a_link_that_is_opened_many_times_at_once_lets_one_in() -> None:
    _, token = invited()
    with ThreadPoolExecutor(AT_ONCE) as threads:
        statuses = [status for status, _ in threads.map(lambda _: use(token), range(AT_ONCE))]
    assert sorted(statuses) == [200] + [410] * (AT_ONCE - 1)


def test_a_set_up_link_that_is_opened_many_times_at_once_makes_one_admin() -> None:
    token = token_in(set_up.make_link())

    def open_it(number: int) -> int:
        return use(token, email=f"admin{number}@example.com")[0]

    with ThreadPoolExecutor(AT_ONCE) as threads:
        statuses = list(threads.map(open_it, range(AT_ONCE)))
    assert sorted(statuses) == [200] + [410] * (AT_ONCE - 1)
    assert not set_up.needed()


def test_two_set_up_links_make_one_admin() -> None:
    # One process after the other was told to make one; the second takes the place of the first.
    first, second = token_in(set_up.make_link()), token_in(set_up.make_link())
    assert use(first, email="a@example.com")[0] == 410
    assert use(second, email="b@example.com")[0] == 200
    third = token_in(set_up.make_link())
    assert use(third, email="c@example.com")[1]["code"] == "already_set_up"


def test_a_password_that_is_refused_does_not_use_up_the_link() -> None:
    _, token = invited()
    assert use(token, password="short")[1]["code"] == "password_length"
    assert use(token, password="new@example.com")[1]["code"] == "password_common"
    assert use(token)[0] == 200


def test_a_set_up_needs_an_address_and_says_so() -> None:
    token = token_in(set_up.make_link())
    assert use(token)[1]["code"] == "email_required"
    assert use(token, email="no address")[1]["errors"][0]["code"] == "email_invalid"
    assert browser().get(f"{API}/session").json()["set_up_needed"]
    assert use(token, email="a@example.com")[0] == 200
    assert not browser().get(f"{API}/session").json()["set_up_needed"]


def test_a_link_ends_by_time_by_another_one_and_with_its_account() -> None:
    user, first = invited()
    admin = browser()
    log_in(admin, "admin@example.com")
    second = token_in(admin.post(f"{API}/users/{user['id']}/link").json()["url"])
    assert use(first)[0] == 410
    with transaction() as session:
        session.execute(update(OneTimeLink).values(expires_at=func.now() - timedelta(seconds=1)))
    assert use(second)[0] == 410
    third = token_in(admin.post(f"{API}/users/{user['id']}/link").json()["url"])
    admin.patch(f"{API}/users/{user['id']}", json={"disabled": True})
    assert use(third)[0] == 410
    assert admin.post(f"{API}/users/{user['id']}/link").json()["code"] == "user_disabled"


def test_a_reset_ends_every_session_and_the_former_password() -> None:
    somebody, admin = logged_in(Role.VIEWER), logged_in(Role.ADMIN)
    user_id = somebody.get(f"{API}/session").json()["user"]["id"]
    made = admin.post(f"{API}/users/{user_id}/link").json()
    assert made["kind"] == "reset"
    assert use(token_in(made["url"]))[0] == 200
    assert somebody.get(f"{API}/products").status_code == 401
    assert log_in(browser(), "viewer@example.com").status_code == 401
    assert log_in(browser(), "viewer@example.com", OTHER_PASSWORD).status_code == 200
    assert [one["event"] for one in events(admin, subject="viewer@example.com")][:4] == [
        "login",
        "login.failed",
        "password.reset",
        "link.made",
    ]


def test_no_made_up_token_opens_anything() -> None:
    invited()
    for token in ("x", "x" * 43, "ä" * 40, " "):
        assert use(token)[0] == 410
    assert use("x" * 500)[0] == 422


def test_links_stand_on_the_public_address_where_one_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "public_url", "https://products.example.com")
    assert set_up.make_link().startswith("https://products.example.com/set-up#")


def test_the_first_process_to_start_prints_the_set_up_link(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        set_up.announce(get_settings())
    printed = capsys.readouterr().err
    assert printed.count("/set-up#") == 1
    token = printed.partition("#")[2].split()[0]
    assert use(token, email="a@example.com")[0] == 200


def test_who_has_an_admin_already_is_shown_no_set_up_link(capsys: pytest.CaptureFixture[str]) -> None:
    person(Role.ADMIN)
    set_up.announce(get_settings())
    assert "#" not in capsys.readouterr().err
