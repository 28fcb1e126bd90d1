"""Health: alive as long as requests are served, ready only when what is needed answers."""

import pytest
from fastapi.testclient import TestClient

from product_importer.core.redis import get_redis
from product_importer.core.settings import get_settings


@pytest.mark.covers("000:244", "001:81", "001:82", "002:493")
def test_it_lives_and_is_ready_once_everything_answers(client: TestClient) -> None:
    for path in ("/health/live", "/health/ready", "/api/health"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["status"]) == (200, "ok")


@pytest.mark.covers("001:82")
def test_without_redis_it_lives_and_says_why_it_is_not_ready(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "redis_url", "redis://127.0.0.1:1/0")
    get_redis.cache_clear()
    try:
        for path in ("/health/ready", "/api/health"):
            answer = client.get(path)
            assert (answer.status_code, answer.json()["status"]) == (503, "unavailable")
            assert "REDIS_URL" in answer.json()["reasons"]["redis"]
        assert client.get("/health/live").status_code == 200
    finally:
        get_redis.cache_clear()
