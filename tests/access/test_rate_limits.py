"""Writes beyond a share of a minute are refused; whatever reads, streams or goes on is not."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi.testclient import TestClient
from structlog.testing import capture_logs

from product_importer.access.roles import Role
from product_importer.core import redis
from product_importer.core.settings import Settings, get_settings
from tests.access.people import API, HERE, browser, create_key, logged_in, with_text
from tests.conftest import application

OFFSET = "application/offset+octet-stream"
HERE_LOCALLY = "http://127.0.0.1:8000"


def limits(monkeypatch: pytest.MonkeyPatch, address: int = 0, user: int = 0) -> None:
    monkeypatch.setattr(get_settings(), "rate_limit_writes_per_minute", address)
    monkeypatch.setattr(get_settings(), "rate_limit_user_writes_per_minute", user)


@contextmanager
def without_redis() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(get_settings(), "redis_url", "redis://127.0.0.1:1/0")
        redis.get_redis.cache_clear()
        yield
    redis.get_redis.cache_clear()
    redis._quiet_until = 0.0


def create(client: TestClient, number: int) -> Any:
    return client.post(f"{API}/products", json={"sku": f"SKU-{number}", "name": "Chair"})


def test_nobody_is_limited_on_ones_own_machine_and_everybody_else_is_unless_it_is_said() -> None:
    unsaid: dict[str, Any] = {"rate_limit_writes_per_minute": None, "rate_limit_user_writes_per_minute": None}
    own, served = Settings(host="127.0.0.1", **unsaid), Settings(host="0.0.0.0", **unsaid)
    assert (own.writes_per_address, own.writes_per_user) == (0, 0)
    assert (served.writes_per_address, served.writes_per_user) == (100, 300)
    said = Settings(host="127.0.0.1", rate_limit_writes_per_minute=7, rate_limit_user_writes_per_minute=9)
    assert (said.writes_per_address, said.writes_per_user) == (7, 9)


@pytest.mark.covers("002:492", "004:777")
def test_of_six_hundred_writes_a_hundred_are_let_through_and_the_rest_learn_when_to_come_back(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits(monkeypatch, address=100)
    answers = [create(client, number) for number in range(600)]
    assert Counter(answer.status_code for answer in answers[:100]) == {201: 100}
    # Those that came after the first minute had passed, on a slow machine, are let through again.
    assert Counter(answer.status_code for answer in answers[100:])[429] > 300
    assert answers[0].headers["RateLimit-Policy"] == '"address";q=100;w=60'
    assert [answer.headers["RateLimit"].split(";")[1] for answer in answers[:3]] == ["r=99", "r=98", "r=97"]
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.json()["code"] == "rate_limited"
    assert refused.headers["Content-Type"] == "application/problem+json"
    seconds = int(refused.headers["Retry-After"])
    assert 0 < seconds <= 60
    assert refused.headers["RateLimit"] == f'"address";r=0;t={seconds}'
    assert refused.headers["RateLimit-Policy"] == '"address";q=100;w=60'
    assert refused.headers["X-Content-Type-Options"] == "nosniff"


def test_reads_downloads_health_and_other_addresses_are_not_counted(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits(monkeypatch, address=1)
    assert [create(client, number).status_code for number in range(2)] == [201, 429]
    for path in (f"{API}/products", f"{API}/products/export?format=csv", f"{API}/jobs", "/health/ready", "/"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert "RateLimit" not in answer.headers
    other = TestClient(application(), base_url=HERE_LOCALLY, client=("127.0.0.2", 5555))
    other.headers.update(client.headers)
    assert create(other, 3).status_code == 201
    assert create(client, 4).status_code == 429


def test_the_pieces_of_a_file_are_one_write(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    limits(monkeypatch, address=1)
    tus = {"Tus-Resumable": "1.0.0"}
    made = client.post(f"{API}/uploads/resumable", headers=tus | {"Upload-Length": "20", "Upload-Metadata": ""})
    assert made.status_code == 201, made.text
    for offset in range(10):
        headers = tus | {"Upload-Offset": str(offset), "Content-Type": OFFSET}
        piece = client.patch(made.headers["Location"], headers=headers, content=b"a")
        assert piece.status_code == 204, piece.text
    assert create(client, 1).status_code == 429


@pytest.mark.usefixtures("required")
def test_a_stranger_is_counted_before_anybody_is_asked_who_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    limits(monkeypatch, address=3)
    assert [create(browser(), number).status_code for number in range(5)] == [401, 401, 401, 429, 429]


@pytest.mark.covers("004:863")
@pytest.mark.usefixtures("required")
def test_a_user_has_one_share_from_every_address_and_with_every_key(monkeypatch: pytest.MonkeyPatch) -> None:
    admin, other = logged_in(Role.ADMIN), logged_in(Role.EDITOR, "other@example.com")
    keys = [create_key(admin, "write")["key"] for _ in range(2)]
    limits(monkeypatch, address=100, user=2)
    programs = [with_text(key) for key in keys]
    assert [create(program, number).status_code for number, program in enumerate(programs)] == [201, 201]
    elsewhere = TestClient(application(), base_url=HERE, client=("203.0.113.9", 5555))
    elsewhere.headers["Authorization"] = f"Bearer {keys[0]}"
    refused = create(elsewhere, 3)
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limited")
    assert refused.headers["RateLimit-Policy"] == '"user";q=2;w=60, "address";q=100;w=60'
    assert create(other, 4).status_code == 201


def test_while_redis_is_away_writes_go_on_and_the_log_says_so_once(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits(monkeypatch, address=1)
    with without_redis(), capture_logs() as lines:
        assert [create(client, number).status_code for number in range(5)] == [201] * 5
    assert [line["event"] for line in lines].count("rate_limit.not_counting") == 1
    with capture_logs() as lines:
        assert [create(client, number).status_code for number in (6, 7)] == [201, 429]
    assert [line["event"] for line in lines].count("rate_limit.counting_again") == 1
