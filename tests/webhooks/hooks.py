"""What tests of webhooks do again and again, through public functions."""

from typing import Any

from fastapi.testclient import TestClient

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
