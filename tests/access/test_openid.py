"""Logging in through an OpenID Connect provider that is a process of its own."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from product_importer.access import openid, openid_provider, set_up, throttle
from product_importer.access.models import Identity, User
from product_importer.access.roles import Role
from product_importer.core.database import transaction
from product_importer.core.settings import Settings, get_settings
from tests.access.people import (
    API,
    OTHER_PASSWORD,
    PASSWORD,
    browser,
    events,
    logged_in,
    person,
    token_in,
)
from tests.access.provider import CLIENT_ID, CLIENT_SECRET, OWNER, Provider, provider

pytestmark = pytest.mark.usefixtures("required", "configured")


@pytest.fixture(scope="module")
def their() -> Iterator[Provider]:
    with provider() as started:
        yield started


@pytest.fixture
def configured(their: Provider, monkeypatch: pytest.MonkeyPatch) -> Provider:
    """The provider of this API, where everybody whom it knows may read."""
    use(monkeypatch, **{name.lower(): value for name, value in their.settings.items()}, openid_default_role="viewer")
    openid_provider._known.clear()
    openid_provider._known_keys.clear()
    their.says()
    return their


def use(monkeypatch: pytest.MonkeyPatch, **values: Any) -> None:
    """The settings that an operator would have made."""
    made = Settings(**values)
    for name in values:
        monkeypatch.setattr(get_settings(), name, getattr(made, name))


def sent_back(client: TestClient, path: str = "/products") -> str:
    """Where the provider sends a browser that asked to log in."""
    answer = client.get(f"{API}/openid/login", params={"path": path}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    there = httpx2.get(answer.headers["Location"])
    assert there.status_code == 302, there.text
    return there.headers["Location"]


def come_back(client: TestClient, url: str) -> str:
    """Where a browser lands that comes back."""
    parts = urlsplit(url)
    answer = client.get(f"{parts.path}?{parts.query}", follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"]


def log_in(client: TestClient | None = None, path: str = "/products") -> str:
    client = client or browser()
    return come_back(client, sent_back(client, path))


def refused(reason: str) -> str:
    return f"/login-refused?reason={reason}"


def test_who_comes_from_the_provider_is_logged_in_and_sees_the_page_they_asked_for() -> None:
    client = browser()
    assert client.get(f"{API}/session").json()["openid"] == "your company account"
    assert log_in(client, "/products?q=rug") == "/products?q=rug"
    who = client.get(f"{API}/session").json()
    assert (who["user"]["email"], who["user"]["display_name"], who["role"]) == (OWNER["email"], OWNER["name"], "viewer")
    assert who["user"]["joined"] is True
    told = [(one["event"], one["subject"]) for one in events(logged_in(Role.ADMIN)) if one["subject"] == OWNER["email"]]
    assert told == [("login", OWNER["email"]), ("identity.linked", OWNER["email"]), ("user.joined", OWNER["email"])]


def test_the_way_there_names_our_own_address_whatever_the_host_header_says(configured: Provider) -> None:
    client = browser()
    answer = client.get(f"{API}/openid/login", headers={"Host": "evil.example"}, follow_redirects=False)
    url = urlsplit(answer.headers["Location"])
    asked = {name: values[0] for name, values in parse_qs(url.query).items()}
    assert f"{url.scheme}://{url.netloc}" == configured.url
    assert asked["redirect_uri"] == f"{get_settings().site_url}{API}/openid/callback"
    assert (asked["scope"], asked["client_id"]) == ("openid email profile", CLIENT_ID)
    assert CLIENT_SECRET not in answer.headers["Location"]
    cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=lax", "Max-Age=600"} <= set(cookie.split("; "))
    assert asked["nonce"] not in cookie


@pytest.mark.parametrize(
    "path", [f"/{'é' * 900}", "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_it_leads_to_no_page_but_ours(path: str) -> None:
    assert log_in(path=path) == "/"


def test_a_browser_that_did_not_begin_it_is_not_logged_in() -> None:
    victim = browser()
    assert come_back(victim, sent_back(browser())) == refused("openid_other_browser")
    assert victim.get(f"{API}/products").status_code == 401


@pytest.mark.parametrize("state", ["another", "é"])
def test_another_state_is_refused(state: str) -> None:
    client = browser()
    begun = urlsplit(sent_back(client))
    code = parse_qs(begun.query)["code"][0]
    other = f"{API}/openid/callback?state={state}&code={code}"
    assert come_back(client, other) == refused("openid_other_browser")


def test_a_code_holds_once() -> None:
    client = browser()
    url, kept = sent_back(client), dict(client.cookies)
    assert come_back(client, url) == "/products"
    again = browser()
    again.cookies.update(kept)
    assert come_back(again, url) == refused("openid_code_refused")
    assert again.get(f"{API}/products").status_code == 401


def test_who_is_away_for_too_long_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    client = browser()
    url = sent_back(client)
    later = browser()
    later.cookies.update(dict(client.cookies))
    now = time.time() + openid.MINUTES * 60
    monkeypatch.setattr(time, "time", lambda: now)
    assert come_back(later, url) == refused("openid_too_late")


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ({"token": {"nonce": "another"}}, "openid_token_invalid"),
        ({"left_out": ["nonce"]}, "openid_token_invalid"),
        ({"token": {"aud": "another program"}}, "openid_token_invalid"),
        ({"token": {"aud": [CLIENT_ID, "another program"], "azp": "another program"}}, "openid_token_invalid"),
        ({"token": {"iss": "https://another.example"}}, "openid_token_invalid"),
        ({"token": {"exp": 1_700_000_000}}, "openid_token_expired"),
        ({"left_out": ["exp"]}, "openid_token_invalid"),
        ({"left_out": ["sub"]}, "openid_token_invalid"),
        ({"token": {"sub": 4711}}, "openid_token_invalid"),
        ({"token": {"sub": "4711\x00"}}, "openid_token_invalid"),
        ({"signed": "by nobody"}, "openid_token_invalid"),
        ({"signed": "by the public key"}, "openid_token_invalid"),
        ({"signed": "by a stranger"}, "openid_token_invalid"),
        ({"back": {"error": "access_denied"}}, "openid_refused"),
        ({"back": {"code": "made up"}}, "openid_code_refused"),
        ({"back": {"code": "x", "iss": "https://another.example"}}, "openid_refused"),
        ({"down": "/token"}, "openid_unreachable"),
        ({"down": "/keys"}, "openid_unreachable"),
        ({"down": "/token", "status": 401}, "openid_misconfigured"),
    ],
    ids=str,
)
def test_what_is_wrong_lets_nobody_in_and_leads_to_a_page_that_says_so(
    configured: Provider, fault: dict[str, Any], reason: str
) -> None:
    configured.says(**fault)
    client = browser()
    assert log_in(client) == refused(reason)
    assert client.get(f"{API}/products").status_code == 401
    told = events(logged_in(Role.ADMIN), event="login.failed")
    assert [one["detail"] for one in told] == [{"reason": reason}]
    with transaction() as session:
        assert session.scalars(select(Identity)).all() == []


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ({"down": "/.well-known/openid-configuration"}, "openid_unreachable"),
        ({"configuration": {"issuer": "https://another.example"}}, "openid_misconfigured"),
        ({"configuration": {"token_endpoint": None}}, "openid_misconfigured"),
        ({"configuration": {"jwks_uri": "https://["}}, "openid_misconfigured"),
        ({"configuration": {"token_endpoint": "ftp://files.example/token"}}, "openid_misconfigured"),
    ],
    ids=str,
)
def test_a_provider_that_cannot_be_asked_is_told_of_before_anybody_is_sent_there(
    configured: Provider, fault: dict[str, Any], reason: str
) -> None:
    configured.says(**fault)
    answer = browser().get(f"{API}/openid/login", follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, refused(reason))


def test_a_provider_that_hangs_is_given_up(configured: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openid_provider, "SECONDS", 0.3)
    configured.says(seconds=2)
    assert log_in() == refused("openid_unreachable")


def test_the_keys_are_asked_for_again_only_when_a_token_was_signed_by_one_that_is_not_known(
    configured: Provider,
) -> None:
    before = configured.key_requests
    assert (log_in(), log_in()) == ("/products", "/products")
    assert configured.key_requests == before + 1
    configured.says(signed="by the next key")
    assert log_in() == "/products"
    assert configured.key_requests == before + 2


def test_a_wrong_secret_is_told_apart_from_a_provider_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, openid_client_secret="another secret")
    assert log_in() == refused("openid_misconfigured")


def test_strangers_do_not_fill_the_list_of_events() -> None:
    admin, stranger = logged_in(Role.ADMIN), browser()
    for _ in range(throttle.TRIES_FROM_AN_ADDRESS + 5):
        assert come_back(stranger, f"{API}/openid/callback?code=x&state=x") == refused("openid_other_browser")
    assert admin.get(f"{API}/access-events", params={"event": "login.failed"}).json()["total"] < 51
    assert admin.get(f"{API}/access-events", params={"event": "login.throttled"}).json()["total"] == 1


def test_where_a_provider_points_inside_our_network_nothing_is_sent(configured: Provider) -> None:
    configured.says(configuration={"token_endpoint": "http://127.0.0.1:1/token"})
    assert log_in() == refused("openid_unreachable")


def test_an_invited_person_is_who_has_their_verified_address_and_keeps_their_role() -> None:
    person(Role.EDITOR, "Owner@Example.com")
    client = browser()
    assert log_in(client) == "/products"
    assert client.get(f"{API}/session").json()["role"] == "editor"
    with transaction() as session:
        assert len(session.scalars(select(User)).all()) == 1


def test_an_address_that_is_not_verified_is_nobodys(configured: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    person(Role.ADMIN, OWNER["email"])
    for claim in (False, "true", None):
        configured.says({"email_verified": claim})
        assert log_in() == refused("openid_email_unverified")
    use(monkeypatch, openid_trust_email=True)
    assert log_in() == "/products"


def test_who_has_come_before_is_known_by_the_subject_whatever_the_address_is_now(configured: Provider) -> None:
    assert log_in() == "/products"
    configured.says({"email": "second@example.com"})
    client = browser()
    assert log_in(client) == "/products"
    assert client.get(f"{API}/session").json()["user"]["email"] == OWNER["email"]
    # And whoever has the address now is somebody else.
    configured.says({"sub": "4712", "email": "third@example.com"})
    assert log_in(client) == "/products"
    assert client.get(f"{API}/session").json()["user"]["email"] == "third@example.com"


def test_an_address_that_was_given_to_somebody_else_does_not_make_them_its_former_owner(configured: Provider) -> None:
    assert log_in() == "/products"
    configured.says({"sub": "4712"})
    assert log_in() == refused("openid_other_account")
    with transaction() as session:
        assert [one.subject for one in session.scalars(select(Identity))] == ["4711"]


def test_two_browsers_of_one_new_person_are_both_let_in_as_one() -> None:
    browsers = [browser() for _ in range(4)]
    ways = [sent_back(client) for client in browsers]
    with ThreadPoolExecutor(len(browsers)) as threads:
        assert set(threads.map(come_back, browsers, ways)) == {"/products"}
    with transaction() as session:
        assert len(session.scalars(select(User)).all()) == len(session.scalars(select(Identity)).all()) == 1


def test_who_came_by_the_provider_has_used_up_their_invitation() -> None:
    admin = logged_in(Role.ADMIN)
    made = admin.post(f"{API}/users", json={"email": OWNER["email"], "role": "editor"}).json()
    assert log_in() == "/products"
    look = browser().post(f"{API}/links/look", json={"token": token_in(made["link"]["url"])})
    assert look.status_code == 410


def test_without_passwords_only_the_provider_and_the_set_up_link_let_anybody_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    admin = logged_in(Role.ADMIN)
    made = admin.post(f"{API}/users", json={"email": OWNER["email"], "role": "editor"}).json()
    use(monkeypatch, openid_issuer=get_settings().openid_issuer, openid_client_id=CLIENT_ID, openid_only=True)
    assert browser().get(f"{API}/session").json()["passwords"] is False
    token = token_in(made["link"]["url"])
    for method, path, body in (
        ("POST", "session", {"email": "admin@example.com", "password": PASSWORD}),
        ("POST", "links/use", {"token": token, "password": OTHER_PASSWORD}),
    ):
        answer = browser().request(method, f"{API}/{path}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (409, "passwords_off")
    changed = {"current_password": PASSWORD, "new_password": OTHER_PASSWORD}
    assert admin.put(f"{API}/password", json=changed).json()["code"] == "passwords_off"
    assert log_in() == "/products"


def test_without_passwords_the_set_up_link_still_makes_the_first_admin(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, openid_issuer=get_settings().openid_issuer, openid_client_id=CLIENT_ID, openid_only=True)
    given = {"token": token_in(set_up.make_link()), "password": PASSWORD, "email": "first@example.com"}
    client = browser()
    assert client.post(f"{API}/links/use", json=given).status_code == 200
    assert client.get(f"{API}/session").json()["role"] == "admin"


def test_the_address_may_come_from_userinfo_of_the_same_subject_alone(configured: Provider) -> None:
    configured.says(left_out=["email", "email_verified"])
    assert log_in() == "/products"
    configured.says(left_out=["email", "email_verified"], userinfo={"sub": "another"})
    assert log_in() == refused("openid_token_invalid")


def test_without_a_role_for_everybody_only_the_invited_come_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "openid_default_role", None)
    assert log_in() == refused("openid_not_invited")
    person(Role.VIEWER, OWNER["email"])
    assert log_in() == "/products"


def test_other_domains_are_refused(configured: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, openid_email_domains="example.com, shop.example")
    assert log_in() == "/products"
    configured.says({"sub": "4712", "email": "owner@example.com.evil.example"})
    assert log_in() == refused("openid_domain_refused")


def test_the_disabled_stay_out() -> None:
    assert log_in() == "/products"
    admin = logged_in(Role.ADMIN)
    found = next(one for one in admin.get(f"{API}/users").json()["items"] if one["email"] == OWNER["email"])
    assert admin.patch(f"{API}/users/{found['id']}", json={"disabled": True}).status_code == 200
    assert log_in() == refused("openid_disabled")
    assert events(admin, event="login.failed")[0]["subject"] == OWNER["email"]


def test_the_provider_says_who_has_which_role(configured: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, openid_role_claim="realm.groups", openid_roles="shop=editor, it = admin", openid_default_role=None)
    logged_in(Role.ADMIN)
    client = browser()
    for groups, role in ((["shop", "x"], "editor"), (["shop", "it"], "admin"), ("shop", "editor")):
        configured.says({"realm": {"groups": groups}})
        assert log_in(client) == "/products"
        assert client.get(f"{API}/session").json()["role"] == role
    configured.says({"realm": {"groups": ["x"]}})
    assert log_in(client) == refused("openid_no_role")


def test_the_only_admin_stays_one_whatever_the_provider_says(
    configured: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, openid_role_claim="groups", openid_roles="shop=editor,it=admin")
    client = browser()
    configured.says({"groups": ["it"]})
    assert log_in(client) == "/products"
    assert client.get(f"{API}/session").json()["set_up_needed"] is False
    configured.says({"groups": ["shop"]})
    assert log_in(client) == "/products"
    assert client.get(f"{API}/session").json()["role"] == "admin"


def test_without_a_provider_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "openid_issuer", None)
    for path in ("login", "callback"):
        answer = browser().get(f"{API}/openid/{path}", follow_redirects=False)
        assert (answer.status_code, answer.json()["code"]) == (409, "openid_not_set")
    assert browser().get(f"{API}/session").json()["openid"] is None


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"openid_issuer": "http://id.example.com", "openid_client_id": "x"}, "https://id.example.com"),
        ({"openid_issuer": "https://id.example.com"}, "the provider of OPENID_ISSUER"),
        ({"openid_only": True}, "set OPENID_ISSUER"),
        ({"openid_roles": "shop=owner"}, "'viewer', 'editor' or 'admin'"),
    ],
)
def test_settings_that_cannot_work_are_refused_at_the_start(values: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Settings(openid_client_secret=None, **values)
