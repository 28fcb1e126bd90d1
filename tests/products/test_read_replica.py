"""Lists and exports on a read replica: never behind what anybody has written, and never away with it."""

import csv
import time
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from prometheus_client import REGISTRY
from sqlalchemy import text

from product_importer.core import migrate, replica
from product_importer.core.database import get_engine, transaction
from product_importer.products import exporting
from product_importer.products.exporting import ExportQuery
from tests.conftest import Servers, application, forget_settings
from tests.products.catalogue import create
from tests.products.catalogue import url as product_url
from tests.servers.replica import Replicated, replicated
from tests.waiting import wait_until

PRODUCTS = "/api/v1/products"

pytestmark = pytest.mark.own_servers


@pytest.fixture(scope="module")
def replicas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replicated]:
    with replicated(tmp_path_factory.mktemp("replicated")) as running:
        yield running


@pytest.fixture
def client(servers: Servers, replicas: Replicated, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The API in this process with a replica that has caught up."""
    monkeypatch.setenv("DATABASE_URL", replicas.primary.url())
    monkeypatch.setenv("DATABASE_READ_URL", replicas.replica.url())
    monkeypatch.setattr(replica, "AVOID_SECONDS", 0.2)
    get_engine().dispose()
    forget_settings()
    migrate.upgrade(get_engine())
    with transaction() as session:
        session.execute(text("truncate products, events, event_batches, search_state, product_search, product_words"))
    with TestClient(application(), base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as made:
        yield made
    get_engine().dispose()
    used = replica.get_replica()
    assert used is not None
    used.close()
    forget_settings()


@pytest.fixture
def paused(client: TestClient, replicas: Replicated) -> Iterator[Replicated]:
    """The replica stands still behind a catalogue with one product, `A-1`."""
    create(client, sku="A-1", name="Chair")
    wait_until(replicas.caught_up, "the replica follows")
    replicas.on_replica("select pg_wal_replay_pause()")
    yield replicas
    replicas.on_replica("select pg_wal_replay_resume()")


def names(client: TestClient) -> list[str]:
    answer = client.get(PRODUCTS)
    assert answer.status_code == 200, answer.text
    assert answer.json()["total"] == len(answer.json()["items"])
    return sorted(one["name"] for one in answer.json()["items"])


def exported(client: TestClient) -> list[str]:
    answer = client.get(f"{PRODUCTS}/export")
    assert answer.status_code == 200, answer.text
    return sorted(row["name"] for row in csv.DictReader(answer.text.splitlines()))


def reads(server: str) -> float:
    """How many this process has read there so far."""
    return REGISTRY.get_sample_value("product_importer_catalogue_reads_total", {"server": server}) or 0


@pytest.mark.covers("004:804")
def test_lists_and_exports_are_read_there_while_nothing_is_missing(client: TestClient, paused: Replicated) -> None:
    # Past the log, so that only the primary knows.
    with transaction() as session:
        session.execute(text("update products set name = 'Only on the primary'"))

    assert names(client) == exported(client) == ["Chair"]
    assert client.get(f"{PRODUCTS}?q=chair&sort=name").json()["items"][0]["name"] == "Chair"


def test_who_has_written_sees_it_at_once_though_the_replica_is_behind(client: TestClient, paused: Replicated) -> None:
    made = create(client, sku="B-2", name="Table")
    assert names(client) == exported(client) == ["Chair", "Table"]

    client.patch(product_url(made), json={"name": "Desk"})
    assert names(client) == exported(client) == ["Chair", "Desk"]

    client.delete(product_url(made))
    assert names(client) == exported(client) == ["Chair"]


def test_a_replica_that_has_caught_up_is_read_again(client: TestClient, paused: Replicated) -> None:
    create(client, sku="B-2", name="Table")
    before = reads("replica"), reads("primary")
    assert names(client) == ["Chair", "Table"]
    assert (reads("replica"), reads("primary")) == (before[0], before[1] + 1)

    paused.on_replica("select pg_wal_replay_resume()")
    wait_until(paused.caught_up, "the replica follows")

    assert names(client) == ["Chair", "Table"]
    assert (reads("replica"), reads("primary")) == (before[0] + 1, before[1] + 1)


def test_each_of_many_changes_is_seen_while_the_replica_follows(client: TestClient) -> None:
    for number in range(1, 41):
        create(client, sku=f"C-{number}", name=f"Lamp {number}")
        assert client.get(PRODUCTS, params={"limit": 1}).json()["total"] == number


def test_lists_and_exports_are_answered_while_the_replica_is_away_and_readiness_says_so(
    client: TestClient, replicas: Replicated
) -> None:
    create(client, sku="A-1", name="Chair")
    wait_until(replicas.caught_up, "the replica follows")
    with transaction() as session:
        begun = exporting.prepare(session, ExportQuery())
    replicas.replica.stop(immediate=True)
    try:
        began = time.monotonic()
        assert names(client) == exported(client) == ["Chair"]
        assert time.monotonic() - began < replica.CONNECT_SECONDS + 2
        assert b"A-1,Chair" in b"".join(begun.body())
        ready = client.get("/health/ready")
        assert (ready.status_code, ready.json()["status"]) == (200, "ok")
        assert "DATABASE_READ_URL" in ready.json()["warnings"]["replica"]
        assert finding(client)["state"] == "warning"
        assert "Start it or correct DATABASE_READ_URL" in finding(client)["text"]
    finally:
        replicas.replica.start()
    before = reads("replica")

    def is_read_again() -> bool:
        return names(client) == ["Chair"] and reads("replica") > before

    wait_until(is_read_again, "the replica is read again")
    assert client.get("/health/ready").json()["warnings"] == {}
    assert finding(client)["state"] == "ok"


def test_a_replica_that_is_frozen_is_not_waited_for(client: TestClient, replicas: Replicated) -> None:
    create(client, sku="A-1", name="Chair")
    wait_until(replicas.caught_up, "the replica follows")
    before = reads("replica")
    assert names(client) == ["Chair"]
    assert reads("replica") == before + 1

    with replicas.frozen_replica():
        began = time.monotonic()
        assert names(client) == ["Chair"]
        assert time.monotonic() - began < replica.ANSWER_SECONDS + replica.CONNECT_SECONDS + 2
        assert exported(client) == ["Chair"]


def finding(client: TestClient) -> dict[str, str]:
    """What the status says of the replica."""
    checks = client.get("/api/v1/status").json()["checks"]
    found: dict[str, str] = next(one for one in checks if one["subject"] == "Read replica")
    return found


def test_a_database_that_is_no_replica_is_never_read(
    client: TestClient, servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(client, sku="A-1", name="Chair")
    monkeypatch.setenv("DATABASE_READ_URL", servers.database_url)
    get_engine().dispose()
    forget_settings()

    assert names(client) == exported(client) == ["Chair"]
    assert "follows no other server" in finding(client)["text"]
