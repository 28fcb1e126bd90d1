"""How the built UI and the API's answers leave the server."""

import re

import pytest
from fastapi.testclient import TestClient


@pytest.mark.covers("004:309", "004:805")
def test_assets_are_compressed_and_kept_and_the_page_is_always_fresh(client: TestClient) -> None:
    page = client.get("/products", headers={"accept": "text/html"})
    assert page.headers["cache-control"] == "no-cache"
    scripts = re.findall(r'src="(/assets/[^"]+\.js)"', page.text)
    assert scripts
    for script in scripts:
        asset = client.get(script, headers={"accept-encoding": "gzip"})
        assert "immutable" in asset.headers["cache-control"]
        assert asset.headers.get("content-encoding") == "gzip" or len(asset.content) < 1_024


def test_a_long_list_is_compressed_for_who_accepts_it(client: TestClient) -> None:
    for number in range(10):
        client.post("/api/v1/products", json={"sku": f"A-{number}", "name": "Mug " * 50})
    assert client.get("/api/v1/products").headers["content-encoding"] == "gzip"
    plain = client.get("/api/v1/products", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers


@pytest.mark.covers("000:243")
def test_the_root_speaks_html_to_browsers_and_json_to_programs(client: TestClient) -> None:
    assert client.get("/", headers={"accept": "text/html"}).headers["content-type"].startswith("text/html")
    assert client.get("/", headers={"accept": "application/json"}).json() == {
        "message": "Product Importer",
        "docs": "/api/docs",
    }


def test_paths_of_programs_never_answer_with_a_page(client: TestClient) -> None:
    for path in ("/metrics/nothing", "/health/nothing", "/api/nothing", "/assets/nothing.js"):
        assert client.get(path, headers={"accept": "text/html"}).status_code == 404
