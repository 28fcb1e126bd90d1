"""PUT and PATCH /products/{id}."""

import pytest
from fastapi.testclient import TestClient

from tests.products.catalogue import PRODUCTS, create, logged, tag, url

FULL = {"description": "Warm", "price": "9.99", "active": False, "attributes": {"colour": "red", "size": "L"}}


@pytest.mark.covers("002:134")
def test_put_replaces_and_clears_what_is_left_out(client: TestClient) -> None:
    made = create(client, **FULL)
    answer = client.put(url(made), json={"sku": "NEW-1", "name": "New"})
    assert answer.status_code == 200
    replaced = answer.json()
    assert [replaced[field] for field in ("sku", "name", "description", "price", "active", "attributes")] == [
        "NEW-1",
        "New",
        None,
        None,
        True,
        {},
    ]
    assert client.get(url(made)).json() == replaced


@pytest.mark.covers("002:65")
def test_put_needs_sku_and_name(client: TestClient) -> None:
    made = create(client)
    answer = client.put(url(made), json={})
    assert {error["code"] for error in answer.json()["errors"]} == {"sku_required", "name_required"}


@pytest.mark.covers("002:68", "004:160", "004:53", "004:57")
def test_patch_changes_what_is_given_and_moves_updated_at(client: TestClient) -> None:
    made = create(client, **FULL)
    changed = client.patch(url(made), json={"price": 10.5, "description": None}).json()
    assert changed == made | {"price": "10.50", "description": None, "updated_at": changed["updated_at"]}
    assert changed["updated_at"] > made["updated_at"]


def test_patch_merges_attributes_and_removes_empty_ones(client: TestClient) -> None:
    made = create(client, **FULL)
    changed = client.patch(url(made), json={"attributes": {"size": None, "weight": "1 kg"}}).json()
    assert changed["attributes"] == {"colour": "red", "weight": "1 kg"}


def test_a_change_logs_the_product_as_it_was(client: TestClient) -> None:
    made = create(client, **FULL)
    client.patch(url(made), json={"name": "Other"})
    _, updated = logged()
    assert (updated.event, updated.product_id) == ("product.updated", made["id"])
    assert updated.before is not None
    assert updated.before["name"] == made["name"]
    assert updated.before["price"] == "9.9900"
    assert updated.before["attributes"] == made["attributes"]


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_a_change_of_nothing_writes_nothing(client: TestClient, method: str) -> None:
    made = create(client, **FULL)
    answer = client.request(method, url(made), json=made | {"price": 9.99})
    assert answer.json() == made
    assert [event.event for event in logged()] == ["product.created"]


def test_an_empty_patch_writes_nothing(client: TestClient) -> None:
    made = create(client)
    assert client.patch(url(made), json={}).json() == made


def test_a_sku_may_be_spelled_anew_and_keeps_its_holder(client: TestClient) -> None:
    made = create(client, sku="abc-1")
    assert client.patch(url(made), json={"sku": "ABC-1"}).json()["sku"] == "ABC-1"
    assert client.post(PRODUCTS, json={"sku": "abc-1", "name": "A"}).status_code == 409


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_a_sku_that_is_taken_is_refused_with_a_link_to_its_holder(client: TestClient, method: str) -> None:
    holder, other = create(client, sku="A"), create(client, sku="B")
    answer = client.request(method, url(other), json={"sku": "a", "name": "Changed"})
    assert answer.status_code == 409
    assert answer.json()["code"] == "sku_taken"
    assert answer.json()["holder"]["href"] == url(holder)
    assert client.get(url(other)).json() == other
    assert len(logged()) == 2


@pytest.mark.parametrize(("method", "body"), [("PUT", {"sku": "A", "name": "A"}), ("PATCH", {"name": "A"})])
def test_a_product_in_the_trash_is_not_edited(client: TestClient, method: str, body: dict[str, str]) -> None:
    made = create(client)
    client.delete(url(made))
    answer = client.request(method, url(made), json=body, headers={"If-Match": '"stale"'})
    assert answer.status_code == 409
    assert answer.json()["code"] == "product_trashed"


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_an_unknown_product_is_404(client: TestClient, method: str) -> None:
    answer = client.request(method, f"{PRODUCTS}/77", json={"sku": "A", "name": "A"} if method != "GET" else None)
    assert answer.status_code == 404
    assert answer.json()["code"] == "product_not_found"


@pytest.mark.parametrize("product_id", ["-1", "x", "1.0", "exports"])
def test_what_is_no_number_is_no_path(client: TestClient, product_id: str) -> None:
    answer = client.get(f"{PRODUCTS}/{product_id}")
    assert (answer.status_code, answer.json()["code"]) == (404, "path_not_found")


@pytest.mark.parametrize("product_id", ["0", "9223372036854775808"])
def test_an_id_that_cannot_be_is_422(client: TestClient, product_id: str) -> None:
    answer = client.get(f"{PRODUCTS}/{product_id}")
    assert answer.status_code == 422
    assert [error["code"] for error in answer.json()["errors"]] == ["product_id_invalid"]


def test_the_tag_is_of_the_content(client: TestClient) -> None:
    made = create(client)
    first = tag(client, made)
    client.patch(url(made), json={"name": "Other"})
    assert tag(client, made) != first
    client.patch(url(made), json={"name": made["name"]})
    assert tag(client, made) == first


@pytest.mark.parametrize("match", ['"{}"', "W/{}", '"other"', "{}x", ""])
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_tag_that_is_not_current_changes_nothing(client: TestClient, method: str, match: str) -> None:
    made = create(client)
    body = {"sku": "SKU-1", "name": "Mine"} if method != "DELETE" else None
    headers = {"If-Match": match.format(tag(client, made))}
    answer = client.request(method, url(made), json=body, headers=headers)
    assert answer.status_code == 412
    problem = answer.json()
    assert problem["code"] == "product_changed"
    assert problem["current"] == made
    assert problem.get("submitted") == body
    assert answer.headers["ETag"] == tag(client, made)
    assert client.get(url(made)).json() == made


@pytest.mark.parametrize("match", ["{}", "*", '"other", {}', ' {} , "x"'])
def test_a_current_tag_lets_the_change_through(client: TestClient, match: str) -> None:
    made = create(client)
    answer = client.patch(url(made), json={"name": "Mine"}, headers={"If-Match": match.format(tag(client, made))})
    assert answer.status_code == 200
    assert answer.headers["ETag"] == tag(client, made)
