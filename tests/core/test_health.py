"""Health: alive as long as requests are served, ready only when what is needed answers."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
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


@pytest.mark.parametrize(("revision", "status"), [("0001", 503), ("9999", 200)])
def test_a_schema_that_is_behind_is_a_reason_and_one_of_a_newer_program_is_not(
    client: TestClient, revision: str, status: int
) -> None:
    with transaction() as session:
        kept = session.scalars(text("select version_num from alembic_version")).one()
        session.execute(text("update alembic_version set version_num = :revision"), {"revision": revision})
    try:
        answer = client.get("/health/ready")
    finally:
        with transaction() as session:
            session.execute(text("update alembic_version set version_num = :kept"), {"kept": kept})
    assert answer.status_code == status
    if status == 503:
        reason = answer.json()["reasons"]["database"]
        assert reason == f"The schema is at 0001, not {kept}. Run `product-importer migrate`."


def test_a_broker_of_its_own_is_a_part_too(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "celery_broker_url", "redis://127.0.0.1:1/0")
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert "CELERY_BROKER_URL" in answer.json()["reasons"]["broker"]
