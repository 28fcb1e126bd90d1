"""What Prometheus reads: of the process and of the installation, and nothing that grows with what clients send."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text, update

from product_importer.access.roles import Role
from product_importer.core import redis
from product_importer.core.database import get_engine, transaction
from product_importer.core.settings import get_settings
from product_importer.imports.engine import run_import
from product_importer.jobs import service as jobs
from product_importer.webhooks.models import Delivery, Webhook
from tests.access.people import API, browser, logged_in, with_key

Labels = dict[str, str]


def figures(client: TestClient) -> Callable[..., float | None]:
    """What is read now: a figure by its name and labels, None where there is none."""
    answer = client.get("/metrics")
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"].startswith("text/plain; version=1.0.0")
    families = text_string_to_metric_families(answer.text)
    found = {(one.name, frozenset(one.labels.items())): one.value for family in families for one in family.samples}

    def figure(name: str, **labels: Any) -> float | None:
        return found.get((f"product_importer_{name}", frozenset((key, str(value)) for key, value in labels.items())))

    return figure


def imported(client: TestClient, rows: str) -> str:
    answer = client.post(f"{API}/imports", files={"file": ("a.csv", f"sku,name\n{rows}")})
    assert answer.status_code == 202, answer.text
    import_id: str = answer.json()["id"]
    run_import(UUID(import_id))
    return import_id


def test_requests_are_counted_by_route_and_never_by_what_the_client_wrote(client: TestClient) -> None:
    route = {"method": "GET", "route": f"{API}/products/{{product_id}}", "status": 404}
    before = figures(client)("http_request_seconds_count", **route) or 0
    for number in range(3):
        client.get(f"{API}/products/{900_000 + number}")
    client.request("BREW", f"{API}/{uuid4()}")
    assert figures(client)("http_request_seconds_count", **route) == before + 3
    said = client.get("/metrics").text
    # With the slash, because the digits of some duration may be these.
    assert "/900000" not in said
    assert "BREW" not in said


@pytest.mark.covers("004:817")
def test_imports_say_how_long_they_took_and_what_became_of_their_rows(client: TestClient) -> None:
    assert figures(client)("import_seconds", statistic="avg") is None
    imported(client, "A-1,Chair\nA-1,Table\n,None\n")
    figure = figures(client)
    assert figure("jobs", kind="import", status="completed") == 1
    for statistic in ("avg", "p50", "p95", "p99", "max"):
        assert 0 < (figure("import_seconds", statistic=statistic) or 0) < 300
    for outcome, rows in {"read": 3, "created": 1, "duplicate": 1, "rejected": 1}.items():
        assert figure("import_rows", outcome=outcome) == rows
    assert (figure("event_log_bytes") or 0) > 0
    assert (figure("event_log_position") or 0) > 0


@pytest.mark.covers("002:489", "004:818", "004:820")
def test_what_waits_is_told_with_how_long_it_has_waited(client: TestClient) -> None:
    idle = figures(client)
    for name in ("jobs_oldest_waiting_seconds", "webhook_oldest_due_seconds", "webhook_deliveries_due"):
        assert idle(name) == 0
    with transaction() as session:
        waiting = jobs.create(session, "probe", "tester").id
        earlier = "update job_transitions set at = now() - interval '90 seconds' where job_id = :id"
        session.execute(text(earlier), {"id": waiting})
        owe(session, "60 seconds")
    figure = figures(client)
    assert figure("jobs", kind="probe", status="queued") == 1
    assert 90 <= (figure("jobs_oldest_waiting_seconds") or 0) < 200
    assert figure("queue_messages", queue="product_importer") == 1
    assert figure("webhook_deliveries_due") == 1
    assert 60 <= (figure("webhook_oldest_due_seconds") or 0) < 170
    assert figure("webhook_attempts_total", outcome="success") == 5
    assert figure("webhook_attempts_total", outcome="failure") == 2
    assert figure("webhooks", state="well") == 1


def owe(session: Any, since: str) -> None:
    """A webhook with one delivery that has been due for so long."""
    webhook = Webhook(
        url="http://127.0.0.1:1/",
        events=["product.*"],
        retry_count=8,
        timeout_seconds=30,
        import_mode="digest",
        created_by="tester",
        success_count=5,
        failure_count=2,
    )
    session.add(webhook)
    session.flush()
    now = session.scalars(text("select now()")).one()
    owed = {"message_id": "1-1", "event": "product.created", "priority": 0, "body": "{}", "occurred_at": now}
    session.add(Delivery(webhook_id=webhook.id, **owed))
    session.flush()
    session.execute(update(Delivery).values(due_at=text(f"now() - interval '{since}'")))


@pytest.mark.covers("004:819")
def test_the_pool_says_how_much_of_it_is_used(client: TestClient) -> None:
    settings = get_settings()
    with get_engine().connect(), get_engine().connect():
        figure = figures(client)
    assert figure("database_pool", state="in_use") == 2
    assert figure("database_pool", state="most") == settings.database_pool_size + settings.database_max_overflow
    assert (figure("database_connections", state="active") or 0) >= 1


def test_without_broker_and_database_the_process_still_tells_of_itself(client: TestClient) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(get_settings(), "redis_url", "redis://127.0.0.1:1/0")
        redis.get_redis.cache_clear()
        figure = figures(client)
    redis.get_redis.cache_clear()
    redis._quiet_until = 0.0
    assert figure("up", part="broker") == 0
    assert figure("up", part="database") == 1
    assert figure("queue_messages", queue="product_importer") is None
    with transaction() as session:
        session.execute(text("alter table webhooks rename to webhooks_away"))
    try:
        figure = figures(client)
    finally:
        with transaction() as session:
            session.execute(text("alter table webhooks_away rename to webhooks"))
    assert figure("up", part="database") == 0
    assert figure("database_pool", state="most")


@pytest.mark.usefixtures("required_api")
def test_where_people_log_in_a_key_that_reads_is_needed() -> None:
    assert browser().get("/metrics").status_code == 401
    admin = logged_in(Role.ADMIN)
    assert with_key(admin, "import").get("/metrics").status_code == 403
    assert with_key(admin, "read").get("/metrics").status_code == 200


@pytest.fixture
def required_api(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "auth", "required")
