"""The application as a whole."""

from fastapi.testclient import TestClient

from product_importer.main import create_app


def test_it_stops_at_once_however_far_it_has_started(database_url: str) -> None:
    app = create_app()
    for _ in range(20):
        with TestClient(app):
            pass


def test_an_unknown_path_of_the_api_is_a_problem_and_not_the_page(client: TestClient) -> None:
    answer = client.get("/api/v1/nowhere", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert answer.json()["code"] == "path_not_found"
