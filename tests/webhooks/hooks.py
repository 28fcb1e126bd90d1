"""What tests of webhooks do again and again, through public functions."""

from typing import Any

from fastapi.testclient import TestClient

from tests.waiting import wait_until

WEBHOOKS = "/api/v1/webhooks"

Json = dict[str, Any]

ELSEWHERE = "https://example.com/hooks"


def registered(client: TestClient, **fields: Any) -> Json:
    """A webhook made through the API; `url` and `events` have defaults."""
    wanted = {} if "event_type" in fields else {"events": ["*"]}
    answer = client.post(WEBHOOKS, json={"url": ELSEWHERE} | wanted | fields)
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


def url(webhook: Json) -> str:
    """Where the webhook is."""
    return f"{WEBHOOKS}/{webhook['id']}"


def read(client: TestClient, webhook: Json) -> Json:
    """The webhook as it is now."""
    answer = client.get(url(webhook))
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def deliveries(client: TestClient, webhook: Json, **query: Any) -> list[Json]:
    """The log of deliveries, the newest first."""
    answer = client.get(f"{url(webhook)}/deliveries", params=query)
    assert answer.status_code == 200, answer.text
    found: list[Json] = answer.json()["items"]
    return found


def detail(client: TestClient, delivery: Json) -> Json:
    """A delivery with its attempts."""
    answer = client.get(f"/api/v1/deliveries/{delivery['id']}")
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def settled(client: TestClient, webhook: Json, count: int = 1) -> list[Json]:
    """The log once so many deliveries are neither owed nor under way."""

    def all_settled() -> bool:
        found = deliveries(client, webhook, limit=500)
        return len(found) >= count and all(one["status"] != "pending" for one in found)

    wait_until(all_settled, f"{count} deliveries are settled")
    return deliveries(client, webhook, limit=500)
