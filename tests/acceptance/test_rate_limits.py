"""Limits over real connections: one address floods two API processes, and nobody else notices."""

import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.acceptance.deployment import Deployment, answers, deployed, free_port
from tests.waiting import wait_until

API = "/api/v1"
A_MINUTE = 100
FLOOD = 600


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    with deployed(tmp_path, RATE_LIMIT_WRITES_PER_MINUTE=str(A_MINUTE)) as made:
        yield made


def client(port: int, address: str = "127.0.0.1") -> httpx2.Client:
    """A client whose connections come from an address of this machine."""
    transport = httpx2.HTTPTransport(local_address=address)
    return httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, transport=transport)


def create(api: httpx2.Client, sku: str) -> httpx2.Response:
    return api.post(f"{API}/products", json={"sku": sku, "name": "Chair"})


@pytest.mark.covers("004:777")
def test_who_floods_two_processes_is_held_back_and_streams_downloads_and_others_are_not(deployment: Deployment) -> None:
    second = free_port()
    deployment.start_api("second", second)
    (deployment.root / "waits.csv").write_text("sku,name\nA-1,Chair\n")
    with client(deployment.port) as one, client(second) as two, client(deployment.port, "127.0.0.2") as other:
        wait_until(lambda: answers(two), "the second API answers", 30)
        job = deployment.post_import(deployment.root / "waits.csv", options='{"confirm": true}')["id"]
        seen: list[str] = []
        watching = threading.Thread(target=lambda: seen.extend(watched(two, job)))
        watching.start()

        found = [create((one, two)[number % 2], f"flood-{number}") for number in range(FLOOD)]
        # The import was one of the writes. What came after a minute, on a slow machine, had room again.
        first = Counter(answer.status_code for answer in found[:300])
        assert first == {201: A_MINUTE - 1, 429: 300 - A_MINUTE + 1}
        refused = next(answer for answer in found if answer.status_code == 429)
        assert 0 < int(refused.headers["Retry-After"]) <= 60
        assert create(other, "from elsewhere").status_code == 201
        assert one.get(f"{API}/products/export", params={"format": "csv"}).text.count("flood-") >= A_MINUTE - 1

        assert other.post(f"{API}/imports/{job}/confirm").status_code == 202
        watching.join(30)
        assert '"status":"completed"' in seen[-1].replace(" ", "")


def watched(api: httpx2.Client, job: str) -> list[str]:
    """What a stream says until it ends by itself."""
    with api.stream("GET", f"{API}/jobs/{job}/events") as answer:
        return [line for line in answer.iter_lines() if line.startswith("data: ")]
