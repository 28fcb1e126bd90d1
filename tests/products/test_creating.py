"""POST /products."""

import pytest
from fastapi.testclient import TestClient

from tests.products.catalogue import PRODUCTS, create, logged, url


@pytest.mark.covers("002:132", "002:67", "004:154", "004:159", "004:55", "004:56")
def test_a_created_product_is_answered_whole_with_its_place_and_tag(client: TestClient) -> None:
    answer = client.post(
        PRODUCTS, json={"sku": "AB-1", "name": "Wool", "price": "12.5", "attributes": {"colour": "red"}}
    )
    assert answer.status_code == 201
    made = answer.json()
    times = [made.pop(name) for name in ("created_at", "updated_at")]
    assert made == {
        "id": 1,
        "sku": "AB-1",
        "name": "Wool",
        "description": None,
        "price": "12.50",
        "active": True,
        "attributes": {"colour": "red"},
        "deleted_at": None,
    }
    assert all(time.endswith("Z") for time in times)
    assert answer.headers["Location"] == f"{PRODUCTS}/1"
    assert client.get(answer.headers["Location"]).headers["ETag"] == answer.headers["ETag"]


def test_creating_logs_one_event_by_the_local_actor(client: TestClient) -> None:
    made = create(client)
    assert logged() == [("product.created", made["id"], None)]


@pytest.mark.covers("002:64")
def test_a_sku_is_trimmed_and_taken_whatever_its_case(client: TestClient) -> None:
    holder = create(client, sku="  Straße-1 ")
    assert holder["sku"] == "Straße-1"
    answer = client.post(PRODUCTS, json={"sku": "STRAßE-1", "name": "Other"})
    assert answer.status_code == 409
    problem = answer.json()
    assert problem["code"] == "sku_taken"
    assert problem["holder"]["id"] == holder["id"]
    assert client.get(problem["holder"]["href"]).json() == holder
    assert [error["field"] for error in problem["errors"]] == ["sku"]


@pytest.mark.covers("004:137")
def test_a_refused_product_leaves_no_event(client: TestClient) -> None:
    create(client)
    client.post(PRODUCTS, json={"sku": "sku-1", "name": "Other"})
    assert [event.event for event in logged()] == ["product.created"]


def test_a_sku_in_the_trash_is_free(client: TestClient) -> None:
    first = create(client)
    client.delete(url(first))
    assert create(client)["id"] != first["id"]


@pytest.mark.covers("002:133")
def test_is_active_is_another_name_of_active(client: TestClient) -> None:
    assert create(client, is_active=False)["active"] is False


def test_what_the_server_sets_is_ignored_when_sent_back(client: TestClient) -> None:
    made = create(client)
    client.delete(url(made))
    again = client.post(PRODUCTS, json=made)
    assert again.status_code == 201
    assert again.json()["id"] != made["id"]


def test_a_body_that_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.post(PRODUCTS, json={"sku": "A", "name": "A", "description": "x" * 9_000_000})
    assert answer.status_code == 413
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_body_that_is_not_json_is_refused(client: TestClient) -> None:
    answer = client.post(PRODUCTS, content=b"{sku: 1}", headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["code"] == "invalid_request"
