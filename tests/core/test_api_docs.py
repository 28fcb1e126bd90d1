"""The pages about the API, and what its document says of errors."""

import re

import pytest
from fastapi.testclient import TestClient


@pytest.mark.covers("002:500", "004:134")
@pytest.mark.parametrize("path", ["/api/docs", "/api/redoc"])
def test_the_pages_need_nothing_from_elsewhere(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert "://" not in page.text
    needed = re.findall(r'(?:src|href|spec-url)="([^"]+)"', page.text)
    assert len(needed) >= 2
    for address in needed:
        assert client.get(address).status_code == 200, address


def test_problems_are_documented_with_their_media_type(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    answers = paths["/api/v1/products/{product_id}"]["patch"]["responses"]
    assert set(answers) == {"200", "401", "403", "404", "409", "412", "413", "422", "429"}
    for status, answer in answers.items():
        assert list(answer["content"]) == ["application/json" if status == "200" else "application/problem+json"]


def test_the_document_is_the_same_when_asked_for_twice(client: TestClient) -> None:
    assert client.get("/api/openapi.json").json() == client.get("/api/openapi.json").json()
