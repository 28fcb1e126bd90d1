"""Real processes on the servers that the run was given: in CI RabbitMQ, PgBouncer in transaction mode, and a bucket.

The sweep is a minute away, so that what is done within seconds was woken by a message.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import standardwebhooks

from tests.acceptance.catalogue_files import HEADER, row
from tests.acceptance.deployment import Deployment
from tests.conftest import Servers, empty_database
from tests.waiting import wait_until
from tests.webhooks.receiver import Receiver, receiving

pytestmark = pytest.mark.skipif(
    "TEST_SETTINGS" not in os.environ, reason="no servers are given; on embedded ones tests/acceptance says the same"
)

ROWS = 4_000
SECONDS = 30


@dataclass
class Given:
    """A server that runs already and goes on."""

    url: str

    def start(self) -> str:
        return self.url

    def stop(self) -> None:
        """It is not ours."""


class OnGivenServers(Deployment):
    """The processes alone."""

    def __init__(self, root: Path, servers: Servers, **settings: str) -> None:
        super().__init__(root, **settings)
        self.postgres, self.valkey = Given(servers.database_url), Given(servers.redis_url)  # type: ignore[assignment]


@pytest.fixture(scope="module")
def deployment(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    empty_database()
    settings = {"WEBHOOK_ALLOWED_CIDRS": "127.0.0.1/32", "SWEEP_INTERVAL_SECONDS": "60", "JOB_LEASE_SECONDS": "60"}
    started = OnGivenServers(tmp_path_factory.mktemp("given"), servers, IMPORT_CHUNK_ROWS="500", **settings)
    try:
        started.start()
        yield started
    finally:
        if hasattr(started, "api"):
            started.api.close()
        started.stop()


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


@pytest.fixture
def catalogue(deployment: Deployment, tmp_path: Path) -> Path:
    """A file of products that are not there yet."""
    deployment.empty()
    file = tmp_path / "catalogue.csv"
    file.write_text(HEADER + "".join(row(number, 1) for number in range(ROWS)))
    return file


def ended(deployment: Deployment, job_id: str) -> str:
    """The status in which a job ended."""
    wait_until(lambda: deployment.ended(job_id), f"job {job_id} ends", SECONDS)
    return str(deployment.api.get(f"/api/v1/jobs/{job_id}").json()["status"])


def products(deployment: Deployment) -> int:
    return int(deployment.api.get("/api/v1/products").json()["total"])


def undo(deployment: Deployment, import_id: str) -> str:
    answer = deployment.api.post(f"/api/v1/imports/{import_id}/undo")
    assert answer.status_code == 202, answer.text
    return ended(deployment, answer.json()["id"])


@pytest.mark.covers("001:13")
def test_an_import_is_done_told_and_undone(deployment: Deployment, receiver: Receiver, catalogue: Path) -> None:
    given = {"url": receiver.url, "events": ["import.completed", "import.undone"]}
    webhook = deployment.api.post("/api/v1/webhooks", json=given).json()

    import_id = deployment.post_import(catalogue)["id"]

    assert ended(deployment, import_id) == "completed"
    assert deployment.get_import(import_id)["counts"]["created"] == products(deployment) == ROWS
    assert undo(deployment, import_id) == "completed"
    assert products(deployment) == 0
    wait_until(lambda: len(receiver.got) >= 2, "both are told", SECONDS)
    verify = standardwebhooks.Webhook(webhook["secret"]).verify
    told = [verify(one.body, dict(one.headers)) for one in receiver.got]
    assert [(one["event"], one["data"]["import_id"]) for one in told] == [
        ("import.completed", import_id),
        ("import.undone", import_id),
    ]


def test_an_import_that_is_cancelled_half_way_is_undone_too(deployment: Deployment, catalogue: Path) -> None:
    # Whoever holds a product that comes last holds up the last chunk.
    last = deployment.api.post("/api/v1/products", json={"sku": f"Sku-{ROWS - 1:07}", "name": "There before"})
    assert last.status_code == 201, last.text
    with psycopg.connect(deployment.database_url) as holder:
        holder.execute("select from products for update")
        import_id = deployment.post_import(catalogue)["id"]
        written = "select count(*) > 500 from products"
        wait_until(lambda: bool(deployment.value(written)), "some of it is written", SECONDS)
        assert deployment.api.post(f"/api/v1/imports/{import_id}/cancel").status_code == 202
        status = ended(deployment, import_id)
    assert status == "cancelled"
    assert ROWS > products(deployment) > 500

    assert undo(deployment, import_id) == "completed"

    assert products(deployment) == 1
