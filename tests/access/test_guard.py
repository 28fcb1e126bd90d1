"""What a request meets first with AUTH=local."""

from ipaddress import ip_network

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from product_importer.access.models import AccessEvent
from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.main import create_app
from tests.conftest import application

PRODUCTS = "/api/v1/products"
NEW = {"sku": "A", "name": "A"}


@pytest.mark.parametrize("path", ["/", "/health/live", "/api/docs", PRODUCTS, "/api/openapi.json"])
def test_a_foreign_host_is_refused_everywhere(local: TestClient, path: str) -> None:
    answer = local.get(path, headers={"Host": "shop.example:8000"})
    assert answer.status_code == 403
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "host_not_allowed"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_foreign_page_writes_nothing(local: TestClient, method: str) -> None:
    path = PRODUCTS if method == "POST" else f"{PRODUCTS}/{local.post(PRODUCTS, json=NEW).json()['id']}"
    before = local.get(PRODUCTS).json()
    for headers in ({"Origin": "https://shop.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = local.request(method, path, json={"sku": "B", "name": "B"}, headers=headers)
        assert answer.status_code == 403
        assert answer.json()["code"] == "cross_origin"
    assert local.get(PRODUCTS).json() == before


def test_our_own_page_writes(local: TestClient) -> None:
    headers = {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}
    assert local.post(PRODUCTS, json=NEW, headers=headers).status_code == 201


@pytest.mark.covers("000:150", "002:486", "004:311", "004:763")
def test_an_origin_of_the_settings_writes(local: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "cors_origins", ["https://shop.example"])
    assert local.post(PRODUCTS, json=NEW, headers={"Origin": "https://shop.example"}).status_code == 201


def test_reading_is_open_to_links_from_elsewhere(local: TestClient) -> None:
    answer = local.get(PRODUCTS, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.covers("004:760")
@pytest.mark.parametrize("path", [PRODUCTS, f"{PRODUCTS}/1", "/api/nowhere", "/api/docs"])
def test_every_answer_tells_the_browser_what_it_may_do(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    elsewhere = [rule for rule in policy.split("; ") if "http" in rule]
    assert elsewhere == ["img-src 'self' data: https: http:"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_a_proxy_on_this_machine_does_not_let_in_the_world(local: TestClient, header: str) -> None:
    answer = local.get(PRODUCTS, headers={header: "203.0.113.5"})
    assert (answer.status_code, answer.json()["code"]) == (403, "host_not_allowed")


@pytest.mark.parametrize(
    ("address", "status"),
    [("127.0.0.1", 200), ("::1", 200), ("::ffff:127.0.0.1", 200), ("203.0.113.5", 403), ("::ffff:10.0.0.1", 403)],
)
def test_the_other_end_of_the_connection_is_this_machine(database_url: str, address: str, status: int) -> None:
    there = TestClient(application(), base_url="http://127.0.0.1:8000", client=(address, 5555))
    assert there.get(PRODUCTS).status_code == status


@pytest.mark.covers("002:487")
def test_without_tls_nothing_is_said_of_it_and_with_it_for_a_year(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Strict-Transport-Security" not in client.get("/health/live").headers
    monkeypatch.setattr(get_settings(), "auth", "required")
    over_tls = TestClient(application(), base_url="https://shop.example")
    assert over_tls.get(PRODUCTS).headers["Strict-Transport-Security"] == "max-age=31536000"
    assert over_tls.get(PRODUCTS).headers["Cache-Control"] == "private, no-cache"


def test_only_a_trusted_proxy_is_believed(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "auth", "required")
    monkeypatch.setattr(get_settings(), "trusted_proxies", [ip_network("10.0.0.0/8")])
    app = create_app()
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.5"}
    for proxy, believed in (("10.1.2.3", True), ("192.0.2.1", False)):
        asked = TestClient(app, base_url="http://shop.example", client=(proxy, 5555))
        answer = asked.get(PRODUCTS, headers=forwarded)
        assert ("Strict-Transport-Security" in answer.headers) == believed
        asked.post("/api/v1/session", json={"email": "a@example.com", "password": "wrong"}, headers=forwarded)
    with transaction() as session:
        addresses = set(session.scalars(select(AccessEvent.address)))
    assert addresses == {"203.0.113.5", "192.0.2.1"}


def test_off_lets_in_whoever_comes_and_still_no_foreign_page_writes(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "auth", "off")
    there = TestClient(application(), base_url="http://shop.example", client=("203.0.113.5", 5555))
    made = there.post(PRODUCTS, json=NEW)
    assert made.status_code == 201
    history = there.get(f"{PRODUCTS}/{made.json()['id']}/history").json()["items"]
    assert history[0]["actor"] == "anyone"
    assert there.post(PRODUCTS, json=NEW, headers={"Origin": "https://evil.example"}).status_code == 403


def test_a_key_holds_on_this_machine_too_with_what_it_was_made_for(client: TestClient) -> None:
    made = client.post("/api/v1/keys", json={"name": "a program", "scopes": ["read"]}).json()
    program = TestClient(application(), base_url="http://127.0.0.1:8000")
    program.headers["Authorization"] = f"Bearer {made['key']}"
    assert program.get(PRODUCTS).status_code == 200
    assert program.post(PRODUCTS, json=NEW).json()["code"] == "scope_missing"
    assert client.delete(f"/api/v1/keys/{made['id']}").status_code == 204
    assert program.get(PRODUCTS).status_code == 401


@pytest.mark.covers("004:763")
def test_a_page_of_an_origin_in_the_settings_asks_with_a_key_and_no_other_does(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "auth", "required")
    monkeypatch.setattr(get_settings(), "cors_origins", ["https://a.example"])
    client = TestClient(create_app(), base_url="http://shop.example")
    asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    allowed = client.options(PRODUCTS, headers=asks | {"Origin": "https://a.example"})
    assert allowed.headers["Access-Control-Allow-Origin"] == "https://a.example"
    assert "Access-Control-Allow-Credentials" not in allowed.headers
    refused = client.options(PRODUCTS, headers=asks | {"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in refused.headers
    assert client.get(PRODUCTS, headers={"Origin": "https://a.example"}).status_code == 401
