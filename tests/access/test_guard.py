"""What a request meets first with AUTH=local."""

import pytest
from fastapi.testclient import TestClient

from product_importer.core.settings import get_settings

PRODUCTS = "/api/v1/products"
NEW = {"sku": "A", "name": "A"}


@pytest.mark.parametrize("path", ["/", "/health/live", "/api/docs", PRODUCTS, "/api/openapi.json"])
def test_a_foreign_host_is_refused_everywhere(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Host": "shop.example:8000"})
    assert answer.status_code == 403
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "host_not_allowed"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_foreign_page_writes_nothing(client: TestClient, method: str) -> None:
    path = PRODUCTS if method == "POST" else f"{PRODUCTS}/{client.post(PRODUCTS, json=NEW).json()['id']}"
    before = client.get(PRODUCTS).json()
    for headers in ({"Origin": "https://shop.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = client.request(method, path, json={"sku": "B", "name": "B"}, headers=headers)
        assert answer.status_code == 403
        assert answer.json()["code"] == "cross_origin"
    assert client.get(PRODUCTS).json() == before


def test_our_own_page_writes(client: TestClient) -> None:
    headers = {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}
    assert client.post(PRODUCTS, json=NEW, headers=headers).status_code == 201


def test_an_origin_of_the_settings_writes(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "cors_origins", ["https://shop.example"])
    assert client.post(PRODUCTS, json=NEW, headers={"Origin": "https://shop.example"}).status_code == 201


def test_reading_is_open_to_links_from_elsewhere(client: TestClient) -> None:
    answer = client.get(PRODUCTS, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("path", [PRODUCTS, f"{PRODUCTS}/1", "/api/nowhere", "/api/docs"])
def test_every_answer_tells_the_browser_what_it_may_do(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    elsewhere = [rule for rule in policy.split("; ") if "http" in rule]
    assert elsewhere == ["img-src 'self' data: https: http:"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
