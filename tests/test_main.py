"""The application as a whole."""

import pytest
from fastapi.testclient import TestClient

from product_importer.main import create_app


@pytest.mark.covers("000:148")
def test_it_stops_at_once_however_far_it_has_started(database_url: str) -> None:
    app = create_app()
    for _ in range(20):
        with TestClient(app):
            pass


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "products", "GET, POST, DELETE"),
        ("TRACE", "products", "GET, POST, DELETE"),
        ("DELETE", "products/export", "GET"),
        ("POST", "products/5", "GET, PUT, PATCH, DELETE"),
        ("GET", "products/5/restore", "POST"),
        ("PUT", "jobs/01a2107a-5cba-7562-87c9-e42f171ca053/undo", "GET, POST"),
        ("OPTIONS", "imports", "GET, POST"),
    ],
)
def test_a_method_that_a_path_does_not_have_is_answered_with_those_it_has(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    answer = client.request(method, f"/api/v1/{path}")
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
    assert answer.json()["code"] == "method_not_allowed"


@pytest.mark.parametrize("body", [b"\xff", b"[" * 100_000, b'{"name": ' + b"1" * 5_000 + b"}"])
def test_a_body_that_cannot_be_read_as_json_is_said_to_be_none(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/v1/views", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (422, "body_invalid")


def test_an_unknown_path_of_the_api_is_a_problem_and_not_the_page(client: TestClient) -> None:
    answer = client.get("/api/v1/nowhere", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert answer.json()["code"] == "path_not_found"
