"""Registering webhooks: what may be set, what is shown, and what is never shown again."""

import base64
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import jsonschema_rs
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.webhooks import service
from tests.webhooks.hooks import ELSEWHERE, WEBHOOKS, Json, read, registered, url


def stored() -> str:
    """Everything that the database keeps of webhooks and answers, as text."""
    with transaction() as session:
        rows = session.execute(text("select to_jsonb(w)::text from webhooks as w")).scalars().all()
        kept = session.execute(text("select encode(body, 'escape') from idempotency_keys")).scalars().all()
    return "".join([*rows, *kept])


@pytest.mark.covers("002:148", "002:81", "002:84", "002:89", "004:175", "004:179")
def test_a_webhook_has_the_defaults_of_the_documents(client: TestClient) -> None:
    webhook = registered(client)
    shown = read(client, webhook)
    assert {name: shown[name] for name in ("url", "events", "enabled", "headers", "import_mode")} == {
        "url": ELSEWHERE, "events": ["*"], "enabled": True, "headers": {}, "import_mode": "digest"
    }  # fmt: skip
    assert (shown["retry_count"], shown["timeout_seconds"], shown["rate_limit_per_hour"]) == (8, 30, 1_000)
    assert (shown["success_count"], shown["failure_count"], shown["pending_count"]) == (0, 0, 0)
    assert (shown["last_triggered_at"], shown["last_error"], shown["last_test"]) == (None, None, None)


def test_a_secret_is_made_shown_once_and_kept_encrypted(client: TestClient) -> None:
    answer = client.post(WEBHOOKS, json={"url": ELSEWHERE, "events": ["*"]})
    secret = answer.json()["secret"]
    assert answer.headers["cache-control"] == "no-store"
    assert len(base64.b64decode(secret.removeprefix("whsec_"))) == 32
    shown = client.get(answer.headers["location"])
    assert shown.json()["signed"] is True
    assert secret not in shown.text + client.get(WEBHOOKS).text + stored()


def test_the_answer_that_shows_a_secret_is_repeated_and_kept_encrypted_meanwhile(client: TestClient) -> None:
    asked: Json = {"json": {"url": ELSEWHERE, "events": ["*"]}, "headers": {"Idempotency-Key": "once"}}
    first, again = client.post(WEBHOOKS, **asked), client.post(WEBHOOKS, **asked)
    assert first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert first.json()["secret"] not in stored()
    assert client.get(WEBHOOKS).json()["total"] == 1


@pytest.mark.covers("002:85")
def test_a_secret_may_be_given_or_be_none(client: TestClient) -> None:
    given = registered(client, secret="a secret of my own")
    none = registered(client, secret=False)
    assert (given["secret"], given["signed"], none["secret"], none["signed"]) == (None, True, None, False)
    assert "a secret of my own" not in stored()


def test_rotating_shows_the_next_secret_once_and_says_until_when_the_former_signs(client: TestClient) -> None:
    webhook = registered(client)
    answer = client.post(f"{url(webhook)}/rotate-secret")
    assert answer.status_code == 200
    assert answer.json()["secret"] != webhook["secret"]
    assert answer.headers["cache-control"] == "no-store"
    assert read(client, webhook)["former_secret_until"] is not None
    own = client.post(f"{url(webhook)}/rotate-secret", json={"secret": "a secret of my own"}).json()
    assert own["secret"] is None


def test_a_webhook_that_signs_is_not_rotated_to_none(client: TestClient) -> None:
    answer = client.post(f"{url(registered(client))}/rotate-secret", json={"secret": False})
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "secret_invalid")


def test_a_header_that_is_a_secret_is_not_shown_again_and_stays_when_it_is_sent_back(client: TestClient) -> None:
    webhook = registered(client, headers={"X-Shop": "north", "Authorization": "Bearer hunter2"})
    assert webhook["headers"] == {"X-Shop": "north", "Authorization": None}
    assert "hunter2" not in stored()
    answer = client.put(url(webhook), json=read(client, webhook) | {"headers": {"authorization": None, "X-Shop": "s"}})
    assert answer.json()["headers"] == {"authorization": None, "X-Shop": "s"}
    assert client.patch(url(webhook), json={"headers": {"X-Unknown": None}}).json()["headers"] == {}


@pytest.mark.covers("004:178")
def test_one_event_may_be_named_by_event_type(client: TestClient) -> None:
    assert registered(client, event_type="product.created")["events"] == ["product.created"]


@pytest.mark.covers("002:84")
def test_enabled_may_be_called_is_active(client: TestClient) -> None:
    assert registered(client, is_active=False)["enabled"] is False


@pytest.mark.covers("002:150", "004:384")
def test_replacing_changes_all_but_the_secret(client: TestClient) -> None:
    webhook = registered(client, description="North", headers={"X-Shop": "north"}, retry_count=2)
    answer = client.put(url(webhook), json={"url": "https://example.org/", "events": ["product.*"]})
    assert answer.status_code == 200
    after = answer.json()
    assert (after["description"], after["headers"], after["retry_count"]) == (None, {}, 8)
    assert (after["url"], after["events"], after["signed"]) == ("https://example.org/", ["product.*"], True)


@pytest.mark.covers("002:86", "002:94", "004:180")
def test_patching_changes_what_is_given(client: TestClient) -> None:
    webhook = registered(client, description="North", headers={"X-Shop": "north"})
    after = client.patch(url(webhook), json={"import_mode": "each", "rate_limit_per_hour": None}).json()
    assert (after["import_mode"], after["rate_limit_per_hour"]) == ("each", None)
    assert (after["description"], after["headers"], after["url"]) == ("North", {"X-Shop": "north"}, ELSEWHERE)
    assert after["created_at"] == webhook["created_at"] < after["updated_at"]


def test_whoever_changes_a_version_that_is_gone_is_told(client: TestClient) -> None:
    webhook = registered(client)
    tag = client.get(url(webhook)).headers["etag"]
    assert client.patch(url(webhook), json={"description": "A"}, headers={"If-Match": tag}).status_code == 200
    for send in (client.patch, client.put):
        answer = send(url(webhook), json={"url": ELSEWHERE, "events": ["*"]}, headers={"If-Match": tag})
        assert (answer.status_code, answer.json()["code"]) == (412, "webhook_changed")
    assert answer.json()["current"]["description"] == "A"
    assert client.delete(url(webhook), headers={"If-Match": tag}).status_code == 412
    assert client.delete(url(webhook), headers={"If-Match": answer.headers["etag"]}).status_code == 204


@pytest.mark.covers("002:147", "002:151", "004:192", "004:381", "004:385")
def test_webhooks_are_listed_the_newest_first_and_gone_once_deleted(client: TestClient) -> None:
    first, second = registered(client), registered(client)
    page = client.get(WEBHOOKS).json()
    assert [one["id"] for one in page["items"]] == [second["id"], first["id"]]
    assert client.delete(url(first)).status_code == 204
    for send in (client.get, client.delete):
        assert send(url(first)).json()["code"] == "webhook_not_found"
    assert client.get(f"{WEBHOOKS}/{uuid4()}").status_code == 404


def test_there_are_only_so_many(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST_WEBHOOKS", 1)
    registered(client)
    answer = client.post(WEBHOOKS, json={"url": ELSEWHERE, "events": ["*"]})
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_webhooks")


@pytest.mark.covers("002:82", "004:177")
@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"url": "http://127.0.0.1/"}, "url", "url_not_allowed"),
        ({"url": "http://[::ffff:10.0.0.1]/"}, "url", "url_not_allowed"),
        ({"url": "https://me:pw@example.com/"}, "url", "url_credentials"),
        ({"url": "gopher://example.com/"}, "url", "url_invalid"),
        ({"url": f"https://example.com/{'x' * 2_048}"}, "url", "url_invalid"),
        ({"events": []}, "events", "events_invalid"),
        ({"events": ["product.exploded"]}, "events", "event_unknown"),
        ({"events": ["webhook.test"]}, "events", "event_unknown"),
        ({"headers": {"Host": "evil"}}, "headers", "header_invalid"),
        ({"headers": {"Content-Length": "5"}}, "headers", "header_invalid"),
        ({"headers": {"Transfer-Encoding": "chunked"}}, "headers", "header_invalid"),
        ({"headers": {"Webhook-Signature": "v1,x"}}, "headers", "header_invalid"),
        ({"headers": {"X-A": "a\r\nX-B: b"}}, "headers", "header_invalid"),
        ({"headers": {"X A": "a"}}, "headers", "header_invalid"),
        ({"headers": {"X-A": "a", "x-a": "b"}}, "headers", "header_invalid"),
        ({"secret": "short"}, "secret", "secret_invalid"),
        ({"secret": True}, "secret", "secret_invalid"),
        ({"retry_count": 21}, "retry_count", "retry_count_invalid"),
        ({"timeout_seconds": 0}, "timeout_seconds", "timeout_seconds_invalid"),
        ({"import_mode": "all"}, "import_mode", "import_mode_invalid"),
        ({"colour": "red"}, "colour", "unknown_field"),
    ],
)
def test_what_cannot_be_set_is_named(client: TestClient, change: Json, field: str, code: str) -> None:
    answer = client.post(WEBHOOKS, json={"url": ELSEWHERE, "events": ["*"]} | change)
    assert answer.status_code == 422, answer.text
    assert (field, code) in [(error["field"], error["code"]) for error in answer.json()["errors"]]
    assert client.get(WEBHOOKS).json()["total"] == 0


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Settings that a test changes, and that hold once they are read anew."""
    yield monkeypatch
    monkeypatch.undo()
    get_settings.cache_clear()


def test_without_a_secret_key_no_secret_is_taken_and_the_answer_says_what_to_do(
    client: TestClient, settings: pytest.MonkeyPatch
) -> None:
    webhook = registered(client)
    settings.delenv("SECRET_KEY")
    get_settings.cache_clear()
    answer = client.post(WEBHOOKS, json={"url": ELSEWHERE, "events": ["*"]})
    assert (answer.status_code, answer.json()["code"]) == (503, "secret_key_missing")
    settings.setenv("SECRET_KEY", "another one than that of the database")
    get_settings.cache_clear()
    assert client.get(url(webhook)).json()["code"] == "secret_key_changed"


@pytest.mark.covers("002:256")
def test_the_catalogue_has_an_example_of_each_event_that_its_schema_describes(client: TestClient) -> None:
    items: list[dict[str, Any]] = client.get("/api/v1/event-types").json()["items"]
    assert {"product.created", "import.completed", "webhook.test"} <= {one["name"] for one in items}
    for one in items:
        assert one["description"].endswith(".")
        assert one["example"]["event"] == one["example"]["type"] == one["name"]
        jsonschema_rs.validate(one["data_schema"], one["example"]["data"])
    assert client.get(f"{WEBHOOKS}/event-types").json()["items"] == items
