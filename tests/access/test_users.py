"""People as admins see and change them, keys, and the list of what happened."""

import csv
import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from product_importer.access import audit
from product_importer.access.actor import COMMAND_LINE, Asker
from product_importer.access.audit_names import What
from product_importer.access.roles import Role
from product_importer.access.tasks import clean_access
from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from tests.access.people import API, browser, create_key, events, log_in, logged_in, person, with_key, with_text

pytestmark = pytest.mark.usefixtures("required")


def test_the_last_admin_stays_one() -> None:
    admin = logged_in(Role.ADMIN)
    own = f"{API}/users/{admin.get(f'{API}/session').json()['user']['id']}"
    for answer in (
        admin.patch(own, json={"role": "editor"}),
        admin.patch(own, json={"disabled": True}),
        admin.delete(own),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "last_admin")
    # Somebody who was invited and has not come is no admin to rely on.
    admin.post(f"{API}/users", json={"email": "new@example.com", "role": "admin"})
    assert admin.patch(own, json={"role": "editor"}).status_code == 409
    person(Role.ADMIN, "second@example.com")
    assert admin.patch(own, json={"role": "editor"}).status_code == 200
    assert admin.get(f"{API}/users").status_code == 403


def test_two_admins_who_demote_each_other_at_once_leave_one() -> None:
    somebody, another = logged_in(Role.ADMIN, "owner@example.com"), logged_in(Role.ADMIN, "second@example.com")
    ids = {one["email"]: one["id"] for one in somebody.get(f"{API}/users").json()["items"]}
    pairs = [(somebody, ids["second@example.com"]), (another, ids["owner@example.com"])]
    with ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(who.patch, f"{API}/users/{whom}", json={"role": "viewer"}) for who, whom in pairs]
        statuses = sorted(one.result().status_code for one in asked)
    assert statuses[0] == 200
    assert statuses[1] in {403, 409}


def test_an_address_is_invited_once_in_any_case() -> None:
    admin = logged_in(Role.ADMIN)
    assert admin.post(f"{API}/users", json={"email": "New@example.com", "role": "viewer"}).status_code == 201
    answer = admin.post(f"{API}/users", json={"email": "nEW@example.com", "role": "viewer"})
    assert (answer.status_code, answer.json()["code"]) == (409, "email_taken")


def test_who_is_deleted_is_out_with_their_keys_and_what_they_did_keeps_their_name() -> None:
    somebody, admin = logged_in(Role.EDITOR), logged_in(Role.ADMIN)
    program = with_key(somebody, "read", "write")
    product = program.post(f"{API}/products", json={"sku": "A", "name": "A"}).json()
    user_id = somebody.get(f"{API}/session").json()["user"]["id"]
    assert admin.delete(f"{API}/users/{user_id}").status_code == 204
    assert somebody.get(f"{API}/products").status_code == 401
    assert program.get(f"{API}/products").status_code == 401
    history = admin.get(f"{API}/products/{product['id']}/history").json()["items"]
    assert history[0]["actor"].startswith("key:pi_")
    assert admin.get(f"{API}/users/{user_id}").status_code == 404
    assert admin.delete(f"{API}/users/{uuid4()}").status_code == 404


def test_an_admin_has_somebody_log_in_again() -> None:
    somebody, admin = logged_in(Role.VIEWER), logged_in(Role.ADMIN)
    user_id = somebody.get(f"{API}/session").json()["user"]["id"]
    assert admin.delete(f"{API}/users/{user_id}/sessions").status_code == 204
    assert somebody.get(f"{API}/products").status_code == 401


@pytest.mark.covers("004:781")
def test_a_key_is_shown_once_and_says_when_it_was_used() -> None:
    admin = logged_in(Role.ADMIN)
    made = create_key(admin, "read", name="nightly export")
    listed = admin.get(f"{API}/keys").json()["items"]
    assert "key" not in listed[0]
    assert listed[0]["prefix"] == made["key"][:11]
    assert (listed[0]["owner"], listed[0]["last_used_at"]) == ("admin@example.com", None)
    who = with_text(made["key"]).get(f"{API}/whoami").json()
    assert (who["actor"], who["scopes"]) == (f"key:{made['prefix']}", ["read"])
    assert admin.get(f"{API}/keys").json()["items"][0]["last_used_at"] is not None


def test_a_revoked_or_expired_key_holds_no_longer_and_all_are_refused_alike() -> None:
    admin = logged_in(Role.ADMIN)
    made = create_key(admin, "read")
    program = with_text(made["key"])
    assert program.get(f"{API}/products").status_code == 200
    assert admin.delete(f"{API}/keys/{made['id']}").status_code == 204
    assert admin.delete(f"{API}/keys/{made['id']}").status_code == 204
    refused = [program.get(f"{API}/products")]
    refused += [with_text(text).get(f"{API}/products") for text in ("pi_" + "x" * 48, "x", "pi_", made["key"] + "x")]
    assert {(one.status_code, one.json()["code"], one.json()["detail"]) for one in refused} == {
        (401, "key_invalid", refused[0].json()["detail"])
    }
    past = (datetime.now(UTC) - timedelta(minutes=1)).isoformat()
    answer = admin.post(f"{API}/keys", json={"name": "late", "scopes": ["read"], "expires_at": past})
    assert answer.json()["code"] == "expires_at_past"


def test_nobody_gives_a_key_more_than_they_may_and_it_shrinks_with_them() -> None:
    editor, admin = logged_in(Role.EDITOR), logged_in(Role.ADMIN)
    answer = editor.post(f"{API}/keys", json={"name": "more", "scopes": ["read", "admin"]})
    assert (answer.status_code, answer.json()["code"]) == (403, "scope_not_yours")
    program = with_key(editor, "read", "write")
    new = {"sku": "A", "name": "A"}
    assert program.post(f"{API}/products", json=new).status_code == 201
    user_id = editor.get(f"{API}/session").json()["user"]["id"]
    admin.patch(f"{API}/users/{user_id}", json={"role": "viewer"})
    assert program.post(f"{API}/products", json=new).json()["code"] == "scope_missing"
    assert program.get(f"{API}/products").status_code == 200
    admin.patch(f"{API}/users/{user_id}", json={"disabled": True})
    assert program.get(f"{API}/products").status_code == 401


def test_a_key_makes_no_key_that_does_more() -> None:
    program = with_key(logged_in(Role.ADMIN), "admin", "read")
    assert program.post(f"{API}/keys", json={"name": "w", "scopes": ["write"]}).json()["code"] == "scope_not_yours"
    assert create_key(program, "read")["scopes"] == ["read"]


def test_people_see_and_revoke_their_own_keys_and_admins_all() -> None:
    editor, viewer, admin = (logged_in(role) for role in (Role.EDITOR, Role.VIEWER, Role.ADMIN))
    made = create_key(editor, "read")
    assert viewer.get(f"{API}/keys").json()["total"] == 0
    assert viewer.delete(f"{API}/keys/{made['id']}").status_code == 404
    assert admin.get(f"{API}/keys").json()["total"] == 1
    assert admin.delete(f"{API}/keys/{made['id']}").status_code == 204


def test_a_program_with_a_key_is_not_a_page_of_another_site() -> None:
    program = with_key(logged_in(Role.ADMIN), "write")
    answer = program.post(f"{API}/products", json={"sku": "A", "name": "A"}, headers={"Origin": "https://a.example"})
    assert answer.status_code == 201


@pytest.mark.covers("004:856")
def test_events_are_filtered_and_exported() -> None:
    admin = logged_in(Role.ADMIN)
    create_key(admin, "read")
    log_in(browser(), "admin@example.com", "wrong")
    assert [one["event"] for one in events(admin)] == ["login.failed", "key.created", "login"]
    assert [one["event"] for one in events(admin, event="key.created")] == ["key.created"]
    assert [one["event"] for one in events(admin, actor="stranger")] == ["login.failed"]
    assert events(admin, since=datetime.now(UTC).isoformat()) == []
    answer = admin.get(f"{API}/access-events", params={"format": "csv"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["event"] for row in rows] == ["login.failed", "key.created", "login"]
    assert rows[1]["actor"] == "user:admin@example.com"
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_the_export_holds_every_event_and_nothing_that_a_spreadsheet_runs() -> None:
    admin = logged_in(Role.ADMIN)
    with transaction() as session:
        for number in range(2_300):
            audit.record(session, Asker(COMMAND_LINE, user_agent="=cmd()"), What.LOGOUT, f"@{number}")
    rows = list(csv.DictReader(io.StringIO(admin.get(f"{API}/access-events?format=csv&event=logout").text)))
    assert {row["subject"] for row in rows} == {f"'@{number}" for number in range(2_300)}
    assert {row["user_agent"] for row in rows} == {"'=cmd()"}


def test_events_are_forgotten_after_their_days(monkeypatch: pytest.MonkeyPatch) -> None:
    admin = logged_in(Role.ADMIN)
    clean_access()
    assert len(events(admin)) == 1
    monkeypatch.setattr(get_settings(), "access_log_days", 0)
    clean_access()
    assert events(admin) == []
