"""Logging in and out, sessions and passwords."""

from datetime import timedelta

import pytest
import structlog
from fastapi.testclient import TestClient
from sqlalchemy import func, select, update

from product_importer.access.models import User, UserSession
from product_importer.access.roles import Role
from product_importer.access.tasks import clean_access
from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from tests.access.people import API, OTHER_PASSWORD, PASSWORD, browser, events, log_in, logged_in, person

pytestmark = pytest.mark.usefixtures("required")


def test_a_stranger_gets_nowhere_and_is_told_to_log_in() -> None:
    answer = browser().get(f"{API}/products")
    assert (answer.status_code, answer.json()["code"]) == (401, "login_required")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert browser().get(f"{API}/nowhere").status_code == 401


def test_who_logs_in_is_known_by_a_cookie_that_scripts_and_other_sites_do_not_get() -> None:
    client = browser()
    answer = log_in(client, person(Role.EDITOR))
    cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json()["user"]["email"] == "editor@example.com"
    assert client.get(f"{API}/session").json()["role"] == "editor"
    assert client.get(f"{API}/products").status_code == 200


@pytest.mark.covers("002:487")
def test_over_tls_the_cookie_is_secure_and_bound_to_the_host() -> None:
    client = browser()
    client.base_url = "https://shop.example"
    answer = log_in(client, person(Role.VIEWER))
    assert answer.headers["Set-Cookie"].startswith("__Host-product_importer=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert client.get(f"{API}/products").status_code == 200


def test_the_address_is_one_in_any_case() -> None:
    person(Role.VIEWER, "Owner@Example.com")
    assert log_in(browser(), " owner@EXAMPLE.com").status_code == 200


def test_each_login_has_a_session_of_its_own_and_the_browsers_former_one_ends() -> None:
    client = logged_in(Role.VIEWER)
    former = dict(client.cookies)
    log_in(client, "viewer@example.com")
    assert dict(client.cookies) != former
    stolen = browser()
    stolen.cookies.update(former)
    assert stolen.get(f"{API}/products").json()["code"] == "session_ended"


def test_a_session_that_is_logged_out_holds_nowhere() -> None:
    client = logged_in(Role.VIEWER)
    kept = dict(client.cookies)
    assert client.delete(f"{API}/session").status_code == 204
    client.cookies.update(kept)
    assert client.get(f"{API}/products").status_code == 401


def test_people_see_their_sessions_and_end_one_or_all() -> None:
    here, there = logged_in(Role.VIEWER), browser()
    log_in(there, "viewer@example.com")
    sessions = here.get(f"{API}/sessions").json()["items"]
    assert sorted(one["current"] for one in sessions) == [False, True]
    other = next(one["id"] for one in sessions if not one["current"])
    assert here.delete(f"{API}/sessions/{other}").status_code == 204
    assert there.get(f"{API}/sessions").status_code == 401
    assert here.delete(f"{API}/sessions/{other}").status_code == 404
    kept = dict(here.cookies)
    assert here.delete(f"{API}/sessions").status_code == 204
    here.cookies.update(kept)
    assert here.get(f"{API}/sessions").status_code == 401


def test_nobody_ends_a_session_of_somebody_else() -> None:
    somebody, another = logged_in(Role.VIEWER), logged_in(Role.ADMIN)
    of_somebody = somebody.get(f"{API}/sessions").json()["items"][0]["id"]
    assert another.delete(f"{API}/sessions/{of_somebody}").status_code == 404
    assert somebody.get(f"{API}/sessions").status_code == 200


def test_another_password_ends_every_other_session_and_renews_this_one() -> None:
    here, there = logged_in(Role.VIEWER), browser()
    log_in(there, "viewer@example.com")
    former = dict(here.cookies)
    given = {"current_password": PASSWORD, "new_password": OTHER_PASSWORD}
    assert here.put(f"{API}/password", json=given).status_code == 200
    assert here.get(f"{API}/session").json()["signed_in"]
    assert dict(here.cookies) != former
    assert there.get(f"{API}/products").status_code == 401
    assert log_in(browser(), "viewer@example.com").status_code == 401
    assert log_in(browser(), "viewer@example.com", OTHER_PASSWORD).status_code == 200


@pytest.mark.parametrize(
    ("current", "new", "status", "code"),
    [
        ("not the password", OTHER_PASSWORD, 403, "password_wrong"),
        (PASSWORD, "too short", 422, "password_length"),
        (PASSWORD, "viewer@example.com", 422, "password_common"),
    ],
)
def test_a_password_that_cannot_be_changed_stays(current: str, new: str, status: int, code: str) -> None:
    client = logged_in(Role.VIEWER)
    answer = client.put(f"{API}/password", json={"current_password": current, "new_password": new})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert log_in(browser(), "viewer@example.com").status_code == 200


def test_a_session_ends_when_it_was_not_used_and_when_its_days_are_over() -> None:
    client = logged_in(Role.VIEWER)
    idle = func.now() - timedelta(hours=get_settings().session_idle_hours)
    with transaction() as session:
        session.execute(update(UserSession).values(last_seen_at=idle))
    assert client.get(f"{API}/products").status_code == 401
    with transaction() as session:
        session.execute(update(UserSession).values(last_seen_at=func.now(), expires_at=func.now()))
    assert client.get(f"{API}/products").status_code == 401
    clean_access()
    with transaction() as session:
        assert session.scalars(select(func.count()).select_from(UserSession)).one() == 0


def test_a_changed_role_and_a_disabled_account_hold_from_the_next_request_on() -> None:
    client, admin = logged_in(Role.EDITOR), logged_in(Role.ADMIN)
    user = f"{API}/users/{client.get(f'{API}/session').json()['user']['id']}"
    new = {"sku": "A", "name": "A"}
    assert client.post(f"{API}/products", json=new).status_code == 201
    admin.patch(user, json={"role": "viewer"})
    assert client.post(f"{API}/products", json=new).json()["code"] == "role_too_low"
    admin.patch(user, json={"disabled": True})
    assert client.get(f"{API}/products").status_code == 401
    assert log_in(browser(), "editor@example.com").json()["code"] == "login_failed"


def test_a_page_of_another_site_logs_nobody_in_and_writes_nothing() -> None:
    client = logged_in(Role.EDITOR)
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        answer = client.post(f"{API}/products", json={"sku": "A", "name": "A"}, headers=headers)
        assert answer.json()["code"] == "cross_origin"
        given = {"email": "editor@example.com", "password": PASSWORD}
        assert client.post(f"{API}/session", json=given, headers=headers).json()["code"] == "cross_origin"
    assert client.get(f"{API}/products").json()["total"] == 0


def test_what_a_person_does_carries_their_name() -> None:
    client = logged_in(Role.EDITOR)
    product = client.post(f"{API}/products", json={"sku": "A", "name": "A"}).json()
    history = client.get(f"{API}/products/{product['id']}/history").json()["items"]
    assert [one["actor"] for one in history] == ["user:editor@example.com"]
    job = client.post(f"{API}/products/bulk", json={"action": "deactivate", "ids": [product["id"]]}).json()
    assert job["created_by"] == "user:editor@example.com"


def test_each_log_line_of_a_request_names_who_sent_it(monkeypatch: pytest.MonkeyPatch) -> None:
    client = logged_in(Role.EDITOR)
    seen: list[object] = []

    def look(*_: object) -> None:
        seen.append(structlog.contextvars.get_contextvars().get("actor"))

    monkeypatch.setattr("product_importer.products.service.get", look)
    client.get(f"{API}/products/1")
    assert seen == ["user:editor@example.com"]
    assert "actor" not in structlog.contextvars.get_contextvars()


def test_logins_and_failures_are_told_without_what_was_typed_for_an_unknown_account() -> None:
    admin = logged_in(Role.ADMIN)
    log_in(browser(), "admin@example.com", "wrong")
    log_in(browser(), PASSWORD, "wrong")
    found = [(one["event"], one["actor"], one["subject"]) for one in events(admin)]
    assert found == [
        ("login.failed", "stranger", None),
        ("login.failed", "stranger", "admin@example.com"),
        ("login", "user:admin@example.com", "admin@example.com"),
    ]


def test_a_hash_of_former_parameters_is_renewed_by_the_next_login() -> None:
    from argon2 import PasswordHasher

    address = person(Role.VIEWER)
    weak = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD)
    with transaction() as session:
        session.execute(update(User).values(password_hash=weak))
    assert log_in(browser(), address).status_code == 200
    with transaction() as session:
        assert "m=19456,t=2" in (session.scalars(select(User.password_hash)).one() or "")


@pytest.mark.covers("004:780")
def test_without_login_there_is_no_login(local: TestClient) -> None:
    assert log_in(local, "a@example.com").json()["code"] == "login_not_needed"
    shown = local.get(f"{API}/session").json()
    assert (shown["auth"], shown["actor"], shown["role"]) == ("local", "local", "admin")
    given = {"current_password": PASSWORD, "new_password": OTHER_PASSWORD}
    assert local.put(f"{API}/password", json=given).json()["code"] == "no_account"
