"""Imports and other jobs as webhooks tell of them: a digest, batches, or each product."""

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.imports.engine import run_import
from product_importer.products import feed
from product_importer.products.bulk_running import run_bulk
from product_importer.products.undo_running import run_undo
from product_importer.webhooks import dispatching, messages
from product_importer.webhooks.dispatching import dispatch
from tests.products.catalogue import create
from tests.webhooks.hooks import Json, deliveries, detail, registered, url

IMPORTS = "/api/v1/imports"
ROWS = "sku,name,price\n" + "".join(f"SKU-{number},Product {number},{number}\n" for number in range(1, 8))


def run(client: TestClient, content: str = ROWS, **form: str) -> Json:
    """An import that is carried out here."""
    posted = client.post(IMPORTS, files={"file": ("products.csv", content.encode())}, data=form)
    assert posted.status_code == 202, posted.text
    run_import(UUID(posted.json()["id"]))
    found: Json = client.get(posted.headers["location"]).json()
    return found


def told(client: TestClient, webhook: Json) -> list[Json]:
    """The bodies owed to a webhook, in the order in which they were made."""
    while dispatch():
        pass
    found = deliveries(client, webhook, limit=500)
    return [parsed(detail(client, one)["body"]) for one in reversed(found)]


def parsed(body: str) -> Json:
    found: Json = json.loads(body)
    return found


def names(bodies: list[Json]) -> list[str]:
    return [body["event"] for body in bodies]


@pytest.mark.covers("002:261", "002:262")
def test_an_import_tells_what_document_002_lists(client: TestClient) -> None:
    webhook = registered(client, events=["import.*"])
    found = run(client, ROWS + ",No SKU,1\n")
    started, completed = told(client, webhook)
    assert names([started, completed]) == ["import.started", "import.completed"]
    for body in (started, completed):
        assert body["data"]["import_id"] == body["data"]["task_id"] == body["data"]["job_id"] == found["id"]
        assert body["data"]["filename"] == "products.csv"
    assert {name: completed["data"][name] for name in ("created", "updated", "errors", "total_rows")} == {
        "created": 7, "updated": 0, "errors": 1, "total_rows": 8
    }  # fmt: skip
    assert completed["data"]["counts"] == {**found["counts"]}


@pytest.mark.covers("002:263")
def test_an_import_that_fails_tells_why(client: TestClient) -> None:
    webhook = registered(client, events=["import.failed"])
    found = run(client, "sku,name\n,x\nA,B\n", options='{"on_error": "abort"}')
    assert found["status"] == "failed"
    (body,) = told(client, webhook)
    assert body["data"]["error"] == found["error"]["detail"]


@pytest.mark.covers("004:108")
def test_a_digest_stands_for_the_products_and_its_cursor_reads_them(client: TestClient) -> None:
    webhook = registered(client, events=["product.*"])
    create(client, sku="by hand")
    found = run(client)
    by_hand, completed = told(client, webhook)
    assert names([by_hand, completed]) == ["product.created", "import.completed"]
    lines = client.get("/api/v1/events", params={"after": completed["data"]["cursor"], "job_id": found["id"]}).text
    read = [parsed(line) for line in lines.splitlines()]
    assert sum(one["event"] == "product.created" for one in read) == 7


def test_each_tells_of_every_product_once(client: TestClient) -> None:
    webhook = registered(client, events=["product.*"], import_mode="each")
    run(client)
    run(client)
    changed = ROWS.replace("Product 1,1", "Product 1,9.99")
    run(client, changed)
    bodies = told(client, webhook)
    assert names(bodies) == ["product.created"] * 7 + ["product.updated"]
    assert {body["data"]["sku"] for body in bodies} == {f"SKU-{number}" for number in range(1, 8)}
    assert (bodies[-1]["data"]["price"], bodies[-1]["data"]["before"]["price"]) == ("9.99", "1.00")


def test_batches_tell_of_many_products_in_one_message(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "BATCH_MOST", 3)
    webhook = registered(client, events=["*"], import_mode="batch")
    run(client)
    bodies = told(client, webhook)
    assert names(bodies) == ["import.started", "product.batch", "product.batch", "product.batch", "import.completed"]
    batches = [body["data"]["events"] for body in bodies if body["event"] == "product.batch"]
    assert [len(batch) for batch in batches] == [3, 3, 1]
    inner = [event for batch in batches for event in batch]
    assert {event["data"]["sku"] for event in inner} == {f"SKU-{number}" for number in range(1, 8)}
    assert len({event["id"] for event in inner}) == 7
    rows = reversed(deliveries(client, webhook))
    assert [(row["id"] == row["message_id"], row["events"]) for row in rows if row["event"] == "product.batch"] == [
        (True, 3), (True, 3), (True, 1)
    ]  # fmt: skip


@pytest.mark.parametrize("mode", ["each", "batch", "digest"])
def test_an_edit_is_told_by_itself_in_every_mode(client: TestClient, mode: str) -> None:
    webhook = registered(client, events=["product.*"], import_mode=mode)
    create(client)
    assert names(told(client, webhook)) == ["product.created"]


def test_an_undo_is_told_by_one_digest(client: TestClient) -> None:
    found = run(client)
    webhook = registered(client, events=["product.*"])
    undo = client.post(f"{IMPORTS}/{found['id']}/undo").json()
    run_undo(UUID(undo["id"]))
    (body,) = told(client, webhook)
    assert (body["event"], body["data"]["import_id"]) == ("import.undone", found["id"])
    assert (body["data"]["job_id"], body["data"]["undo_of"]) == (undo["id"], found["id"])
    assert body["data"]["result"]["removed"] == 7


def test_an_undo_is_told_product_by_product_where_each_is_asked_for(client: TestClient) -> None:
    found = run(client)
    webhook = registered(client, events=["product.deleted"], import_mode="each")
    run_undo(UUID(client.post(f"{IMPORTS}/{found['id']}/undo").json()["id"]))
    assert names(told(client, webhook)) == ["product.deleted"] * 7


def test_a_bulk_job_is_told_by_one_digest(client: TestClient) -> None:
    ids = [create(client, sku=f"SKU-{number}")["id"] for number in range(3)]
    webhook = registered(client, events=["product.updated"])
    job = client.post("/api/v1/products/bulk", json={"action": "deactivate", "ids": ids}).json()
    run_bulk(UUID(job["id"]))
    (body,) = told(client, webhook)
    assert (body["event"], body["data"]["job_id"]) == ("job.completed", job["id"])
    assert (body["data"]["status"], body["data"]["result"]["changed"]) == ("completed", 3)


def test_one_import_is_replayed(client: TestClient) -> None:
    webhook = registered(client, events=["product.*"], import_mode="each")
    found = run(client)
    create(client, sku="by hand")
    first = told(client, webhook)
    answer = client.post(f"{url(webhook)}/replay", json={"import_id": found["id"]})
    assert answer.status_code == 202, answer.text
    again = told(client, webhook)[len(first) :]
    assert again == [body for body in first if body["data"]["sku"] != "by hand"]
    with transaction() as session:
        assert session.scalars(text("select count(*) from webhook_cursors where until is not null")).one() == 0


def test_a_large_import_is_dispatched_in_windows_and_waits_for_what_is_not_sent_yet(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatching, "EVENTS_AT_ONCE", 2)
    monkeypatch.setattr(dispatching, "BACKLOG_MOST", 4)
    webhook = registered(client, events=["product.*"], import_mode="each")
    run(client)
    assert 4 <= len(told(client, webhook)) < 7
    create(client, sku="by hand")
    assert [body["data"]["sku"] for body in told(client, webhook)].count("by hand") == 1
    settle = text("update webhook_deliveries set due_at = null, status = 'delivered', finished_at = now()")
    for _ in range(3):
        with transaction() as session:
            session.execute(settle)
        bodies = told(client, webhook)
    assert len({body["id"] for body in bodies}) == len(bodies) == 8


def test_what_the_log_has_lost_is_skipped_and_the_rest_told(client: TestClient) -> None:
    webhook = registered(client, events=["product.*"])
    create(client, sku="lost")
    create(client, sku="kept")
    with transaction() as session:
        first = session.execute(text("select id, position from event_batches order by position limit 1")).one()
        session.execute(text("delete from events where batch_id = :id"), {"id": first.id})
        session.execute(text("delete from event_batches where id = :id"), {"id": first.id})
        session.execute(text("insert into event_floor values (1, :position, 1)"), {"position": first.position})
    assert [body["data"]["sku"] for body in told(client, webhook)] == ["kept"]


@pytest.fixture
def scopes(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What each reading of the log has looked at."""
    found: list[Any] = []
    read: Callable[..., Any] = feed.read

    def reading(session: Any, after: Any, head: int, scope: Any, most: int) -> Any:
        found.append(scope)
        return read(session, after, head, scope, most)

    monkeypatch.setattr(feed, "read", reading)
    return found


def test_a_digest_reads_no_event_of_a_product(client: TestClient, scopes: list[Any]) -> None:
    webhook = registered(client, events=["*"])
    run(client)
    assert names(told(client, webhook)) == ["import.started", "import.completed"]
    assert {scope.products for scope in scopes if scope.of_jobs} == {False}


def test_webhooks_that_are_equally_far_are_told_by_one_reading(client: TestClient, scopes: list[Any]) -> None:
    many = [registered(client, events=["product.created"]) for _ in range(dispatching.CURSORS_AT_ONCE)]
    other = registered(client, events=["product.deleted"])
    create(client, sku="one")
    assert dispatch() == 0
    # Those beyond the first ten once more, and nobody for the lane of jobs.
    assert [scope.of_jobs for scope in scopes] == [False, False]
    assert [[body["data"]["sku"] for body in told(client, webhook)] for webhook in many] == [["one"]] * len(many)
    assert told(client, other) == []
    client.delete(f"/api/v1/products/{client.get('/api/v1/products').json()['items'][0]['id']}")
    assert names(told(client, other)) == ["product.deleted"]
