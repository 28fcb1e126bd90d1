"""From a committed change to a signed request: what is told, to whom, how often, and what the log says of it."""

import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
import standardwebhooks
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.webhooks import backoff
from product_importer.webhooks.backoff import parse_retry_after, retry_seconds
from product_importer.webhooks.claiming import claim
from product_importer.webhooks.courier import Courier
from product_importer.webhooks.dispatching import dispatch
from tests.products.catalogue import create
from tests.products.catalogue import url as product_url
from tests.waiting import wait_until
from tests.webhooks.hooks import Json, deliveries, detail, read, registered, settled, url
from tests.webhooks.receiver import Answer, Received, Receiver, respond

Receivers = Callable[[], Receiver]

pytestmark = pytest.mark.usefixtures("courier")


def hook(client: TestClient, receiver: Receiver, **fields: Any) -> Json:
    return registered(client, url=receiver.url, **fields)


def got(receiver: Receiver, count: int) -> list[Received]:
    wait_until(lambda: len(receiver.got) >= count, f"{count} requests, {len(receiver.got)} so far")
    return receiver.got


def in_turn(*answers: Answer) -> Answer:
    """Each request gets the next of these answers, and the last one for good."""
    left = list(answers)

    def answer(received: Received, connection: socket.socket) -> bool | None:
        return (left.pop(0) if len(left) > 1 else left[0])(received, connection)

    return answer


@pytest.mark.covers("001:17", "002:252", "002:258", "002:267", "002:283", "003:44", "004:113", "004:325", "004:519")
def test_a_change_is_told_as_document_002_has_it(client: TestClient, receiver: Receiver) -> None:
    webhook = hook(client, receiver)
    product = create(client, name="Rug", price="12.5", attributes={"colour": "red"})
    (request,) = got(receiver, 1)
    assert request.headers["content-type"] == "application/json"
    assert request.headers["x-webhook-event"] == "product.created"
    assert request.headers["user-agent"].startswith("ProductImporter-Webhook/")
    assert request.json["event"] == request.json["type"] == "product.created"
    assert request.json["timestamp"].endswith("Z")
    shown = {name: value for name, value in request.data.items() if name != "sequence"}
    assert shown == product | {"created_at": shown["created_at"], "updated_at": shown["updated_at"]}
    assert standardwebhooks.Webhook(webhook["secret"]).verify(request.body, dict(request.headers)) == request.json
    assert request.headers["webhook-id"] == request.json["id"]


@pytest.mark.covers("002:259")
def test_an_update_has_the_product_before_it_and_a_larger_sequence(client: TestClient, receiver: Receiver) -> None:
    hook(client, receiver, events=["product.*"])
    product = create(client, name="Rug", price="1")
    for price in ("2.00", "3.00"):
        client.patch(product_url(product), json={"price": price})
    client.delete(product_url(product))
    told = sorted((one.json for one in got(receiver, 4)), key=lambda one: one["data"]["sequence"])
    assert [one["event"] for one in told] == [
        "product.created", "product.updated", "product.updated", "product.deleted"
    ]  # fmt: skip
    assert [one["data"]["price"] for one in told] == ["1.00", "2.00", "3.00", "3.00"]
    assert [one["data"].get("before", {}).get("price") for one in told] == [None, "1.00", "2.00", None]
    assert told[3]["data"]["deleted_at"] is not None


def test_a_change_that_changes_nothing_is_not_told(client: TestClient, receiver: Receiver) -> None:
    hook(client, receiver)
    product = create(client, name="Rug")
    client.patch(product_url(product), json={"name": "Rug"})
    client.patch(product_url(product), json={"name": "Mat"})
    assert [one.json["event"] for one in got(receiver, 2)] == ["product.created", "product.updated"]


@pytest.mark.covers("002:260", "002:334", "002:83", "003:43")
def test_only_what_a_webhook_asked_for_is_told(client: TestClient, receivers: Receivers) -> None:
    deleted, everything = receivers(), receivers()
    hook(client, deleted, events=["product.deleted"])
    hook(client, everything, events=["*"])
    client.delete(product_url(create(client, sku="deleted")))
    got(everything, 2)
    (one,) = got(deleted, 1)
    assert one.json["event"] == "product.deleted"


def test_a_webhook_is_told_of_nothing_before_it_was_registered(client: TestClient, receiver: Receiver) -> None:
    create(client, sku="before")
    hook(client, receiver)
    create(client, sku="after")
    assert [one.data["sku"] for one in got(receiver, 1)] == ["after"]


@pytest.mark.covers("002:87", "002:248")
def test_own_headers_go_with_it_and_the_log_does_not_show_those_that_are_secret(
    client: TestClient, receiver: Receiver
) -> None:
    webhook = hook(client, receiver, headers={"X-Shop": "north", "Authorization": "Bearer hunter2"})
    create(client)
    (request,) = got(receiver, 1)
    assert (request.headers["x-shop"], request.headers["authorization"]) == ("north", "Bearer hunter2")
    (attempt,) = detail(client, settled(client, webhook)[0])["attempt_log"]
    assert attempt["request_headers"]["X-Shop"] == "north"
    assert attempt["request_headers"]["Authorization"] is None


@pytest.mark.covers("002:105", "002:250", "002:312", "002:90", "002:92", "004:115", "004:190", "004:332")
def test_the_log_has_request_answer_and_time(client: TestClient, receiver: Receiver) -> None:
    receiver.answer = respond(202, b"thanks", {"X-Got": "it"})
    webhook = hook(client, receiver)
    create(client)
    (delivery,) = settled(client, webhook)
    assert (delivery["status"], delivery["last_status"], delivery["attempts"]) == ("delivered", 202, 1)
    shown = detail(client, delivery)
    assert shown["body"].encode() == receiver.got[0].body
    (attempt,) = shown["attempt_log"]
    assert (attempt["ok"], attempt["status"], attempt["response_excerpt"]) == (True, 202, "thanks")
    assert ["X-Got", "it"] in attempt["response_headers"]
    assert attempt["url"] == receiver.url
    counted = read(client, webhook)
    assert (counted["success_count"], counted["failure_count"], counted["last_error"]) == (1, 0, None)
    assert counted["last_triggered_at"] is not None


@pytest.mark.covers("002:287")
def test_without_a_secret_the_headers_of_signatures_are_left_out(client: TestClient, receiver: Receiver) -> None:
    hook(client, receiver, secret=False)
    create(client)
    (request,) = got(receiver, 1)
    assert not {"webhook-signature", "x-webhook-signature"} & request.headers.keys()


@pytest.mark.covers("002:113", "002:246", "002:311")
def test_any_other_status_is_tried_again_with_the_same_id_and_body(client: TestClient, receiver: Receiver) -> None:
    receiver.answer = in_turn(respond(500), respond(404), respond(301), respond(200))
    webhook = hook(client, receiver)
    create(client)
    (delivery,) = settled(client, webhook)
    assert (delivery["status"], delivery["attempts"]) == ("delivered", 4)
    assert len({(one.body, one.headers["webhook-id"]) for one in receiver.got}) == 1
    log = detail(client, delivery)["attempt_log"]
    assert [one["status"] for one in log] == [200, 301, 404, 500]
    assert "Redirects are not followed" in log[1]["error"]
    assert read(client, webhook)["failing_since"] is None


def test_a_rotation_between_two_tries_is_signed_by_both_secrets(client: TestClient, receiver: Receiver) -> None:
    rotated: list[str] = []

    def rotate(_: Received, connection: socket.socket) -> bool | None:
        rotated.append(client.post(f"{url(webhook)}/rotate-secret").json()["secret"])
        return respond(500)(_, connection)

    receiver.answer = in_turn(rotate, respond(200))
    webhook = hook(client, receiver)
    create(client)
    settled(client, webhook)
    first, second = receiver.got
    standardwebhooks.Webhook(webhook["secret"]).verify(first.body, dict(first.headers))
    for secret in (webhook["secret"], *rotated):
        standardwebhooks.Webhook(secret).verify(second.body, dict(second.headers))


@pytest.mark.covers("002:88", "002:91", "002:93", "004:824")
def test_after_the_last_retry_a_delivery_has_failed_and_says_why(client: TestClient, receiver: Receiver) -> None:
    receiver.answer = respond(500, b"no")
    webhook = hook(client, receiver, retry_count=2)
    create(client)
    (delivery,) = settled(client, webhook)
    assert (delivery["status"], delivery["attempts"], delivery["next_attempt_at"]) == ("failed", 3, None)
    assert delivery["last_error"] == "The receiver answered 500."
    shown = read(client, webhook)
    assert (shown["failure_count"], shown["last_error"]) == (3, "The receiver answered 500.")
    assert shown["failing_since"] is not None


@pytest.mark.covers("002:113", "002:311")
def test_a_receiver_that_is_not_there_is_told_in_words_and_tried_again(client: TestClient, receiver: Receiver) -> None:
    receiver.close()
    webhook = hook(client, receiver, retry_count=1)
    create(client)
    (delivery,) = settled(client, webhook)
    assert (delivery["status"], delivery["attempts"], delivery["last_status"]) == ("failed", 2, None)
    assert delivery["last_error"].startswith("No connection came about")
    assert {one["error_code"] for one in detail(client, delivery)["attempt_log"]} == {"connection_failed"}
    assert read(client, webhook)["enabled"] is True


def test_410_disables_the_webhook_and_says_why(client: TestClient, receiver: Receiver) -> None:
    receiver.answer = respond(410)
    webhook = hook(client, receiver)
    create(client)
    settled(client, webhook)
    shown = read(client, webhook)
    assert shown["enabled"] is False
    assert "410" in shown["disabled_reason"]
    assert len(receiver.got) == 1


def test_five_failing_days_disable_the_webhook_and_settle_what_is_owed(client: TestClient, receiver: Receiver) -> None:
    receiver.answer = respond(500)
    webhook = hook(client, receiver, retry_count=20)
    with transaction() as session:
        session.execute(text("update webhooks set failing_since = now() - interval '121 hours'"))
    create(client)
    wait_until(lambda: not read(client, webhook)["enabled"], "the webhook is disabled")
    assert "5 days" in read(client, webhook)["disabled_reason"]
    (delivery,) = settled(client, webhook)
    assert delivery["status"] == "failed"


def test_enabled_again_it_starts_from_now_without_a_reason(client: TestClient, receiver: Receiver) -> None:
    webhook = hook(client, receiver)
    client.patch(url(webhook), json={"enabled": False})
    create(client, sku="meanwhile")
    client.patch(url(webhook), json={"enabled": True})
    create(client, sku="afterwards")
    assert [one.data["sku"] for one in got(receiver, 1)] == ["afterwards"]
    assert read(client, webhook)["disabled_reason"] is None


def test_retry_after_is_waited_for_by_the_whole_webhook(client: TestClient, receiver: Receiver) -> None:
    receiver.answer = in_turn(respond(429, headers={"Retry-After": "3600"}), respond(200))
    webhook = hook(client, receiver)
    create(client, sku="first")
    got(receiver, 1)
    wait_until(lambda: deliveries(client, webhook)[0]["attempts"] == 1, "the attempt is recorded")
    create(client, sku="second")
    wait_until(lambda: len(deliveries(client, webhook)) == 2, "the second delivery is owed")
    due = datetime.fromisoformat(deliveries(client, webhook)[1]["next_attempt_at"])
    assert due - datetime.now(UTC) > timedelta(minutes=59)
    assert len(receiver.got) == 1


@pytest.mark.covers("004:776")
def test_the_requests_of_an_hour_are_limited(client: TestClient, receiver: Receiver) -> None:
    webhook = hook(client, receiver, rate_limit_per_hour=2)
    other = hook(client, receiver, rate_limit_per_hour=None, events=["product.deleted"])
    for number in range(4):
        create(client, sku=f"SKU-{number}")
    client.delete(product_url(create(client, sku="deleted")))
    settled(client, other)
    wait_until(lambda: len(deliveries(client, webhook, status="delivered")) == 2, "two are delivered")
    assert len(deliveries(client, webhook, status="pending")) == 4
    with transaction() as session:
        session.execute(text("update webhook_minutes set minute = minute - interval '62 minutes'"))
    wait_until(lambda: len(deliveries(client, webhook, status="delivered")) == 4, "two more an hour later")


def test_a_failed_delivery_is_sent_again_by_hand_with_its_id_and_body(client: TestClient, receiver: Receiver) -> None:
    receiver.answer = respond(500)
    webhook = hook(client, receiver, retry_count=0)
    create(client)
    (delivery,) = settled(client, webhook)
    receiver.answer = respond(200)
    answer = client.post(f"/api/v1/deliveries/{delivery['id']}/redeliver")
    assert (answer.status_code, answer.json()["status"]) == (202, "pending")
    (after,) = settled(client, webhook)
    assert (after["status"], after["attempts"]) == ("delivered", 2)
    assert receiver.got[0].body == receiver.got[1].body
    assert receiver.got[0].headers["webhook-id"] == receiver.got[1].headers["webhook-id"]


def test_everything_that_failed_is_replayed(client: TestClient, receiver: Receiver) -> None:
    receiver.answer = respond(500)
    webhook = hook(client, receiver, retry_count=0)
    for number in range(3):
        create(client, sku=f"SKU-{number}")
    settled(client, webhook, 3)
    receiver.answer = respond(200)
    answer = client.post(f"{url(webhook)}/replay")
    assert (answer.status_code, answer.json()["deliveries"]) == (202, 3)
    assert {one["status"] for one in settled(client, webhook, 3)} == {"delivered"}


def test_events_since_a_time_are_replayed_with_the_ids_and_bodies_that_they_had(
    client: TestClient, receiver: Receiver
) -> None:
    webhook = hook(client, receiver)
    product = create(client)
    client.patch(product_url(product), json={"price": "2"})
    before = {one.headers["webhook-id"]: one.body for one in got(receiver, 2)}
    client.patch(product_url(product), json={"price": "3"})
    before |= {one.headers["webhook-id"]: one.body for one in got(receiver, 3)}
    receiver.got.clear()
    since = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    assert client.post(f"{url(webhook)}/replay", json={"since": since}).status_code == 202
    assert {one.headers["webhook-id"]: one.body for one in got(receiver, 3)} == before


def test_what_cannot_be_replayed_says_why(client: TestClient, receiver: Receiver) -> None:
    webhook = hook(client, receiver)
    later = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    answer = client.post(f"{url(webhook)}/replay", json={"since": later})
    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_replay")
    client.patch(url(webhook), json={"enabled": False})
    assert client.post(f"{url(webhook)}/replay").json()["code"] == "webhook_disabled"


@pytest.mark.covers("001:24", "002:152", "002:251", "003:45", "004:386")
def test_a_test_says_status_and_milliseconds(client: TestClient, receiver: Receiver) -> None:
    receiver.answer = respond(201, b"hello")
    webhook = hook(client, receiver)
    answer = client.post(f"{url(webhook)}/test")
    assert answer.status_code == 200, answer.text
    result = answer.json()
    assert (result["status"], result["ok"], result["error"], result["response_excerpt"]) == (201, True, None, "hello")
    assert result["time_ms"] >= 0
    (request,) = receiver.got
    assert request.json["event"] == "webhook.test"
    standardwebhooks.Webhook(webhook["secret"]).verify(request.body, dict(request.headers))
    shown = read(client, webhook)
    assert (shown["last_test"]["status"], shown["last_test"]["error"]) == (201, None)
    assert shown["success_count"] == 0
    assert deliveries(client, webhook)[0]["status"] == "delivered"


@pytest.mark.covers("002:414", "004:386")
def test_a_test_may_have_an_event_and_a_payload(client: TestClient, receiver: Receiver) -> None:
    webhook = hook(client, receiver)
    client.post(f"{url(webhook)}/test", json={"event": "product.created", "payload": {"a": 1}})
    assert (receiver.got[0].json["event"], receiver.got[0].data) == ("product.created", {"a": 1})


def test_a_test_that_fails_says_why_and_is_not_tried_again(client: TestClient, receiver: Receiver) -> None:
    webhook = hook(client, receiver)
    receiver.close()
    result = client.post(f"{url(webhook)}/test").json()
    assert (result["ok"], result["status"]) == (False, None)
    assert result["error"].startswith("No connection came about")
    assert read(client, webhook)["last_test"]["error"] == result["error"]
    assert [one["status"] for one in deliveries(client, webhook)] == ["failed"]


@pytest.mark.covers("002:114", "002:117", "002:153", "004:201", "004:387")
def test_the_log_is_filtered_and_paged_by_cursor(client: TestClient, receiver: Receiver) -> None:
    webhook = hook(client, receiver)
    product = create(client)
    for price in range(5):
        client.patch(product_url(product), json={"price": str(price)})
    settled(client, webhook, 6)
    assert len(deliveries(client, webhook, event="product.updated", status="delivered")) == 5
    assert deliveries(client, webhook, status="failed") == []
    assert deliveries(client, webhook, since="2100-01-01T00:00:00Z") == []
    seen, cursor = [], None
    while True:
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = client.get(f"{url(webhook)}/deliveries", params=query).json()
        assert (page["total"], page["total_exact"]) == (6, True)
        seen += [one["id"] for one in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == [one["id"] for one in deliveries(client, webhook)]
    assert client.get(f"{url(webhook)}/logs").json() == client.get(f"{url(webhook)}/deliveries").json()


@pytest.mark.covers("002:439", "004:818")
def test_stats_count_attempts_over_time(client: TestClient, receiver: Receiver) -> None:
    receiver.answer = in_turn(respond(500), respond(200))
    webhook = hook(client, receiver)
    create(client)
    settled(client, webhook)
    stats = client.get(f"{url(webhook)}/stats", params={"hours": 1, "buckets": 12}).json()
    assert (stats["bucket_seconds"], len(stats["buckets"])) == (300, 12)
    last = stats["buckets"][-1]
    assert (last["succeeded"], last["failed"], last["success_rate"]) == (1, 1, 0.5)
    assert last["p95_ms"] >= last["p50_ms"] >= 0
    assert stats["buckets"][0]["success_rate"] is None


@pytest.mark.covers("002:249", "002:523", "002:524")
def test_a_webhook_that_hangs_delays_no_other(client: TestClient, receivers: Receivers) -> None:
    slow, healthy = receivers(), receivers()

    def hang(_: Received, connection: socket.socket) -> None:
        slow.ending.wait(30)

    slow.answer = hang
    hook(client, slow, timeout_seconds=30)
    hook(client, healthy)
    for number in range(60):
        create(client, sku=f"SKU-{number}")
    got(healthy, 60)


def test_what_a_former_worker_took_is_sent_once_its_lease_is_over(
    client: TestClient, receiver: Receiver, courier: Courier
) -> None:
    courier.stop()
    webhook = hook(client, receiver)
    create(client)
    dispatch()
    with transaction() as session:
        assert len(claim(session, 10, 10, {}, timedelta(milliseconds=200))) == 1
        assert claim(session, 10, 10, {}, timedelta(seconds=30)) == []
    again = Courier()
    again.start()
    try:
        settled(client, webhook)
    finally:
        again.stop()
    assert len(receiver.got) == 1


@pytest.mark.covers("002:310")
def test_the_schedule_is_that_of_the_documents_with_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    planned = [2, 4, 8, 300, 1_800, 7_200, 18_000, 36_000]
    assert list(backoff.SCHEDULE) == planned
    for tries, seconds in enumerate([*planned, 36_000], start=1):
        waits = {retry_seconds(tries, 20, None) for _ in range(50)}
        assert len(waits) > 1
        assert all(wait is not None and 0.8 * seconds <= wait <= 1.2 * seconds for wait in waits)
    assert retry_seconds(3, 2, None) is None
    assert retry_seconds(1, 8, 100.0) == 100
    assert retry_seconds(1, 8, 10_000_000.0) == 86_400


def test_retry_after_is_a_number_or_a_date() -> None:
    now = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    assert parse_retry_after("120", now) == 120
    assert parse_retry_after(format_datetime(now + timedelta(minutes=5), usegmt=True), now) == 300
    assert parse_retry_after(format_datetime(now - timedelta(minutes=5), usegmt=True), now) == 0
    assert [parse_retry_after(value, now) for value in (None, "", "soon", "-5", "٣")] == [None] * 5
