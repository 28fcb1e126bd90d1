"""POST /products/bulk: what becomes of each product, and of which."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.products import bulk_repository
from tests.products.bulk_jobs import BULK, ask, bulk, counts, run, trashed
from tests.products.catalogue import PRODUCTS, create, found, logged, url
from tests.products.undo_jobs import (
    JOBS,
    assert_log_is_true,
    get_job,
    kept,
    preview,
    stopping_after,
    table,
    undo,
    undone,
)

VALUES = {
    "name": "Cap",
    "description": None,
    "price": 7.5,
    "active": False,
    "attributes": {"colour": "blue", "size": ""},
}
NOBODY = 2**63 - 1


def told() -> list[tuple[str, int]]:
    """The events of products, without those that made the catalogue."""
    return [(event.event, event.product_id) for event in logged() if event.event != "product.created"]


@pytest.mark.parametrize(
    ("action", "field", "value", "event"),
    [("activate", "active", True, "product.updated"), ("deactivate", "active", False, "product.updated")],
)
def test_switching_on_and_off_tells_of_those_alone_that_were_otherwise(
    client: TestClient, action: str, field: str, value: bool, event: str
) -> None:
    same, other = create(client, sku="A", active=value), create(client, sku="B", active=not value)
    job = bulk(client, action, ids=[same["id"], other["id"]])
    assert counts(job) == (1, 1, 0)
    assert told() == [(event, other["id"]), ("job.completed", None)]
    assert client.get(url(same)).json() == same
    after = client.get(url(other)).json()
    assert after == other | {field: value, "updated_at": after["updated_at"]}
    assert after["updated_at"] > other["updated_at"]


def test_setting_fields_follows_the_rules_of_a_patch(client: TestClient) -> None:
    products = [
        create(client, sku=sku, description="Warm", price="1", attributes={"size": "L", "brand": "X"}) for sku in "ABC"
    ]
    client.patch(url(products[2]), json=VALUES)
    patched = client.get(url(products[2])).json()
    assert counts(bulk(client, "set", filter={"sku": ""}, confirm="all", values=VALUES)) == (2, 1, 0)
    for product in products[:2]:
        after = client.get(url(product)).json()
        assert after == patched | {name: after[name] for name in ("id", "sku", "created_at", "updated_at")}
    assert after["attributes"] == {"brand": "X", "colour": "blue"}
    assert_log_is_true()


def test_deleting_and_restoring_do_not_move_updated_at(client: TestClient) -> None:
    products = [create(client, sku=sku) for sku in "AB"]
    gone = trashed(client, sku="C")
    ids = [product["id"] for product in [*products, gone]]
    assert counts(bulk(client, "delete", ids=ids)) == (2, 1, 0)
    assert found(client) == []
    assert counts(bulk(client, "restore", ids=ids)) == (3, 0, 0)
    assert [client.get(url(product)).json() for product in [*products, gone]] == [*products, gone]
    assert_log_is_true()


def test_purging_takes_what_is_in_the_trash_and_nothing_else(client: TestClient) -> None:
    live, gone = create(client, sku="A"), trashed(client, sku="B", description="Warm")
    job = bulk(client, "purge", filter={"trashed": "any"}, confirm="all")
    assert counts(job) == (1, 0, 1)
    assert kept(client, job["id"]) == {live["id"]: "not_trashed"}
    assert client.get(url(gone)).status_code == 404
    event = logged()[-2]
    assert event.before is not None
    assert (event.event, event.product_id, event.before["description"]) == ("product.purged", gone["id"], "Warm")
    assert_log_is_true()


def test_what_comes_to_the_trash_after_a_purge_was_asked_for_stays_there(client: TestClient) -> None:
    again, late = trashed(client, sku="A"), create(client, sku="B")
    job = ask(client, "purge", ids=[again["id"], late["id"]])
    client.post(f"{url(again)}/restore")
    for product in (again, late):
        client.delete(url(product))
    run(client, job)
    assert kept(client, job["id"]) == {again["id"]: "not_trashed", late["id"]: "not_trashed"}
    assert len(found(client, trashed="only")) == 2


def test_what_cannot_be_changed_is_kept_and_listed_with_the_reason(client: TestClient) -> None:
    live, gone, purged = create(client, sku="A"), trashed(client, sku="B"), trashed(client, sku="C")
    bulk(client, "purge", ids=[purged["id"]])
    job = bulk(client, "set", ids=[live["id"], gone["id"], purged["id"], NOBODY, NOBODY], values={"name": "Cap"})
    assert (job["result"]["selected"], counts(job)) == (4, (1, 0, 3))
    listed = client.get(f"{JOBS}/{job['id']}/kept").json()["items"]
    assert [(item["product_id"], item["sku"], item["code"]) for item in listed] == [
        (gone["id"], "B", "trashed"),
        (purged["id"], "C", "gone"),
        (NOBODY, None, "gone"),
    ]
    assert "Restore it first" in listed[0]["reason"]


def test_the_products_are_those_that_the_filter_found_when_it_was_asked(client: TestClient) -> None:
    first, second, other = create(client, sku="A1"), create(client, sku="A2"), create(client, sku="B")
    job = ask(client, "deactivate", filter={"sku": "a", "active": True})
    assert job["result"] == {"action": "deactivate", "selected": 2, "changed": 0, "unchanged": 0, "kept": 0}
    client.patch(url(first), json={"sku": "X"})
    client.patch(url(other), json={"sku": "A3"})
    late = create(client, sku="A4")
    assert counts(run(client, job)) == (2, 0, 0)
    active = {product["id"]: client.get(url(product)).json()["active"] for product in (first, second, other, late)}
    assert active == {first["id"]: False, second["id"]: False, other["id"]: True, late["id"]: True}


def test_a_filter_that_finds_nothing_is_a_job_that_does_nothing(client: TestClient) -> None:
    create(client)
    job = bulk(client, "delete", filter={"sku": "nothing"})
    assert (job["result"]["selected"], counts(job)) == (0, (0, 0, 0))
    assert found(client) == ["SKU-1"]


@pytest.mark.parametrize("chunk", [1, 10])
def test_of_several_trashed_products_of_one_sku_the_newest_is_restored(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(get_settings(), "bulk_chunk_rows", chunk)
    old, middle, new = (trashed(client, sku=sku) for sku in ("abc", "x", "ABC"))
    held = trashed(client, sku="held")
    create(client, sku="HELD")
    job = bulk(client, "restore", filter={"trashed": "only"}, confirm="all")
    assert counts(job) == (2, 0, 2)
    assert kept(client, job["id"]) == {old["id"]: "sku_taken", held["id"]: "sku_taken"}
    assert sorted(found(client)) == ["ABC", "HELD", "x"]
    again = bulk(client, "restore", ids=[old["id"], middle["id"], new["id"]])
    assert (counts(again), kept(client, again["id"])) == ((0, 2, 1), {old["id"]: "sku_taken"})
    assert_log_is_true()


@pytest.mark.parametrize(
    "body",
    [
        {"action": "delete", "filter": {}},
        {"action": "delete", "filter": {"q": " ", "sku": "", "trashed": "any"}},
        {"action": "purge", "filter": {"trashed": "only"}},
        {"action": "set", "filter": {}, "values": {"price": "1"}},
    ],
)
def test_everything_is_changed_only_with_the_word(client: TestClient, body: dict[str, Any]) -> None:
    create(client)
    refused = client.post(BULK, json=body)
    assert (refused.status_code, refused.json()["code"]) == (400, "confirmation_required")
    assert client.get(JOBS).json()["total"] == 0
    assert client.post(BULK, json=body | {"confirm": "all"}).status_code == 202


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"action": "delete"}, "", "selection_required"),
        ({"action": "delete", "ids": [1], "filter": {}}, "", "selection_required"),
        ({"action": "delete", "ids": []}, "ids", "ids_invalid"),
        ({"action": "delete", "ids": ["1"]}, "ids.0", "ids_invalid"),
        ({"action": "delete", "ids": list(range(1, 10_002))}, "ids", "ids_invalid"),
        ({"action": "explode", "ids": [1]}, "action", "action_invalid"),
        ({"action": "delete", "filter": {}, "confirm": "yes"}, "confirm", "confirm_invalid"),
        ({"action": "delete", "filter": {"colour": "red"}}, "filter.colour", "unknown_field"),
        ({"action": "delete", "ids": [1], "values": {"name": "Cap"}}, "", "values_unexpected"),
        ({"action": "set", "ids": [1]}, "", "values_required"),
        ({"action": "set", "ids": [1], "values": {}}, "", "values_required"),
        ({"action": "set", "ids": [1], "values": {"sku": "A"}}, "values.sku", "unknown_field"),
        ({"action": "set", "ids": [1], "values": {"name": " "}}, "values.name", "name_required"),
        ({"action": "set", "ids": [1], "values": {"price": 0.00001}}, "values.price", "price_precision"),
        ({"action": "set", "ids": [1], "values": {"active": None}}, "values.active", "active_invalid"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_field(
    client: TestClient, body: dict[str, Any], field: str, code: str
) -> None:
    answer = client.post(BULK, json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [(field, code)]


def test_delete_all_asks_for_the_word_and_takes_no_filter(client: TestClient) -> None:
    create(client, sku="A")
    trashed(client, sku="B")
    refused = client.delete(PRODUCTS)
    assert (refused.status_code, refused.json()["code"]) == (400, "confirmation_required")
    assert client.delete(PRODUCTS, params={"sku": "x", "confirm": "all"}).status_code == 422
    answer = client.delete(PRODUCTS, params={"confirm": "all"})
    assert (answer.status_code, answer.json()["result"]["selected"]) == (202, 1)
    assert counts(run(client, answer.json())) == (1, 0, 0)
    assert (found(client), sorted(found(client, trashed="only"))) == ([], ["A", "B"])


CATALOGUE = 7


def catalogue(client: TestClient) -> list[int]:
    """Seven products, the last two of them in the trash."""
    made = [
        create(client, sku=f"S{number}", active=number % 2 == 0, price=str(number), attributes={"size": str(number)})
        for number in range(CATALOGUE)
    ]
    for product in made[-2:]:
        client.delete(url(product))
    return [product["id"] for product in made]


@pytest.mark.parametrize(
    ("action", "extra"),
    [
        ("activate", {}),
        ("deactivate", {}),
        ("set", {"values": {"name": "Cap", "price": None, "attributes": {"size": None, "colour": "red"}}}),
        ("delete", {}),
        ("restore", {}),
    ],
)
def test_undone_the_catalogue_is_row_for_row_as_before(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, action: str, extra: dict[str, Any]
) -> None:
    monkeypatch.setattr(get_settings(), "bulk_chunk_rows", 2)
    ids = catalogue(client)
    before = table()
    job = bulk(client, action, ids=ids, **extra)
    assert table() != before
    assert preview(client, job["id"])["possible"]
    assert sum(undone(client, job["id"]).values()) == job["result"]["changed"]
    assert table() == before
    assert_log_is_true()


def test_what_was_purged_does_not_come_back(client: TestClient) -> None:
    gone = trashed(client)
    job = bulk(client, "purge", ids=[gone["id"]])
    assert kept(client, undo(client, job["id"])["id"]) == {gone["id"]: "purged"}


def test_cancelled_half_way_it_says_how_many_and_can_be_undone(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "bulk_chunk_rows", 1)
    monkeypatch.setattr(get_settings(), "bulk_writers", 1)
    catalogue(client)
    before = table()
    job = ask(client, "delete", filter={"trashed": "any"}, confirm="all")
    with stopping_after(3, bulk_repository):
        run(client, job)
    assert client.delete(f"{JOBS}/{job['id']}").status_code == 202
    cancelled = run(client, job)
    assert (cancelled["status"], cancelled["result"]["selected"], counts(cancelled)) == ("cancelled", 7, (3, 0, 0))
    assert len(found(client)) == 2
    assert_log_is_true()
    assert undone(client, job["id"]) == {"returned": 3}
    assert table() == before


def test_a_job_that_was_handed_back_goes_on_where_it_was(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "bulk_chunk_rows", 1)
    monkeypatch.setattr(get_settings(), "bulk_writers", 1)
    ids = catalogue(client)
    job = ask(client, "deactivate", ids=ids)
    with stopping_after(2, bulk_repository):
        assert run(client, job)["status"] == "running"
    assert counts(run(client, job)) == (3, 2, 2)
    assert sum(event == "product.updated" for event, _ in told()) == 3


def test_a_chunk_that_does_not_add_up_fails_the_job_and_is_left_as_it_was(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = catalogue(client)
    before, log = table(), logged()
    write = bulk_repository.write

    def miscounting(*arguments: Any, **options: Any) -> dict[str, int]:
        done = write(*arguments, **options)
        return done | {"kept": done["kept"] + 1}

    monkeypatch.setattr(bulk_repository, "write", miscounting)
    job = run(client, ask(client, "deactivate", ids=ids))
    assert (job["status"], job["error"]["code"]) == ("failed", "accounting_mismatch")
    assert (table(), logged()) == (before, log)


def test_only_an_undo_and_a_bulk_job_list_what_they_kept(client: TestClient) -> None:
    job = bulk(client, "delete", filter={"sku": "nothing"})
    assert kept(client, job["id"]) == {}
    with transaction() as session:
        session.execute(text("update jobs set kind = 'import'"))
    answer = client.get(f"{JOBS}/{job['id']}/kept")
    assert (answer.status_code, answer.json()["code"]) == (404, "keeps_no_list")


def test_watchers_see_the_counts_grow(client: TestClient) -> None:
    job = ask(client, "deactivate", ids=catalogue(client))
    run(client, job)
    after = get_job(client, job["id"])
    assert (after["progress"]["total"], after["progress"]["percent"]) == (CATALOGUE, 100)
    assert after["result"] == {"action": "deactivate", "selected": 7, "changed": 3, "unchanged": 2, "kept": 2}


def test_an_attribute_narrows_a_filter(client: TestClient) -> None:
    create(client, sku="A", attributes={"colour": "red"})
    create(client, sku="B")
    assert counts(bulk(client, "deactivate", filter={"attributes": {"colour": "red"}})) == (1, 0, 0)
    assert found(client, active="false") == found(client, **{"attributes.colour": "red"}) == ["A"]
