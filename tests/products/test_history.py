"""GET /products/{id}/history."""

import pytest
from fastapi.testclient import TestClient

from tests.products.catalogue import PRODUCTS, changed, create, history, url, who_am_i


@pytest.mark.covers("004:856")
def test_the_newest_change_comes_first_with_each_field_before_and_after(client: TestClient) -> None:
    made = create(client, price="9.99", attributes={"colour": "red", "size": "L"})
    client.patch(url(made), json={"price": "10.5", "attributes": {"colour": "blue", "size": None, "weight": "1 kg"}})
    client.patch(url(made), json={"active": False})
    page = history(client, made)
    assert [entry["event"] for entry in page["items"]] == ["product.updated", "product.updated", "product.created"]
    assert [changed(entry) for entry in page["items"]] == [
        {"active": (True, False)},
        {
            "price": ("9.99", "10.50"),
            "attributes.colour": ("red", "blue"),
            "attributes.size": ("L", None),
            "attributes.weight": (None, "1 kg"),
        },
        {
            "sku": (None, "SKU-1"),
            "name": (None, "Wool blanket"),
            "price": (None, "9.99"),
            "active": (None, True),
            "attributes.colour": (None, "red"),
            "attributes.size": (None, "L"),
        },
    ]
    assert {(entry["actor"], entry["job_id"], entry["job_kind"]) for entry in page["items"]} == {
        (who_am_i(client), None, None)
    }


def test_the_trash_and_back_are_events_without_a_changed_field(client: TestClient) -> None:
    made = create(client)
    client.delete(url(made))
    client.post(f"{url(made)}/restore")
    found = [(entry["event"], entry["changes"]) for entry in history(client, made)["items"][:2]]
    assert found == [("product.restored", []), ("product.deleted", [])]


def test_pages_go_back_in_time(client: TestClient) -> None:
    made = create(client)
    for number in range(6):
        client.patch(url(made), json={"name": f"Name {number}"})
    pages = [history(client, made, limit=3, page=page) for page in (1, 2, 3)]
    assert [(page["total"], page["pages"], len(page["items"])) for page in pages] == [(7, 3, 3), (7, 3, 3), (7, 3, 1)]
    names = [changed(entry)["name"][1] for page in pages for entry in page["items"]]
    assert names == ["Name 5", "Name 4", "Name 3", "Name 2", "Name 1", "Name 0", "Wool blanket"]
    cursors = [tuple(map(int, entry["id"].split("-"))) for page in pages for entry in page["items"]]
    assert cursors == sorted(cursors, reverse=True)


def test_a_product_that_never_was_has_none(client: TestClient) -> None:
    answer = client.get(f"{PRODUCTS}/7/history")
    assert (answer.status_code, answer.json()["code"]) == (404, "product_not_found")
