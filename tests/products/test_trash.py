"""DELETE /products/{id} and its way back."""

import pytest
from fastapi.testclient import TestClient

from tests.products.catalogue import PRODUCTS, create, found, logged, tag, url


@pytest.mark.covers("002:135")
def test_deleting_moves_to_the_trash_where_it_can_still_be_read(client: TestClient) -> None:
    made = create(client)
    answer = client.delete(url(made))
    assert (answer.status_code, answer.content) == (204, b"")
    trashed = client.get(url(made))
    assert trashed.status_code == 200
    assert trashed.json() == made | {"deleted_at": trashed.json()["deleted_at"]}
    assert trashed.json()["deleted_at"] is not None
    assert found(client) == []
    assert found(client, trashed="only") == ["SKU-1"]


def test_deleting_twice_is_one_event(client: TestClient) -> None:
    made = create(client)
    assert [client.delete(url(made)).status_code for _ in range(2)] == [204, 204]
    assert [event.event for event in logged()] == ["product.created", "product.deleted"]


def test_deleting_with_a_current_tag_is_done(client: TestClient) -> None:
    made = create(client)
    assert client.delete(url(made), headers={"If-Match": tag(client, made)}).status_code == 204


def test_restoring_brings_the_product_back_as_it_was(client: TestClient) -> None:
    made = create(client, description="Warm", price="1.5", attributes={"colour": "red"})
    first = tag(client, made)
    client.delete(url(made))
    answer = client.post(f"{url(made)}/restore")
    assert answer.status_code == 200
    assert answer.json() == made
    assert answer.headers["ETag"] == first
    assert [event.event for event in logged()] == ["product.created", "product.deleted", "product.restored"]


def test_restoring_a_live_product_changes_nothing(client: TestClient) -> None:
    made = create(client)
    assert client.post(f"{url(made)}/restore").json() == made
    assert len(logged()) == 1


def test_restoring_over_a_live_product_is_refused_with_its_place(client: TestClient) -> None:
    first = create(client, sku="abc")
    client.delete(url(first))
    second = create(client, sku="ABC")
    answer = client.post(f"{url(first)}/restore")
    assert answer.status_code == 409
    assert answer.json()["code"] == "sku_taken"
    assert answer.json()["holder"]["href"] == url(second)
    assert found(client, trashed="only") == ["abc"]


def test_restoring_an_unknown_product_is_404(client: TestClient) -> None:
    assert client.post(f"{PRODUCTS}/5/restore").status_code == 404
