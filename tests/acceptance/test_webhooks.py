"""Deliveries by real workers under faults: what a receiver should get it got, and no id ever with two bodies.

CI kills the worker a few times; with WEBHOOK_KILLS=20 it is killed twenty times.
"""

import json
import os
import random
import socket
import statistics
import struct
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import redis

from tests.acceptance.deployment import Deployment, deployed
from tests.waiting import wait_until
from tests.webhooks.receiver import Answer, Received, Receiver, receiving, respond

KILLS = int(os.environ.get("WEBHOOK_KILLS", "3"))
IMPORTED = 400

Json = dict[str, Any]


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    root = tmp_path_factory.mktemp("webhooks")
    with deployed(root, WEBHOOK_ALLOWED_CIDRS="127.0.0.1/32") as started:
        yield started


def hang(receiver: Receiver) -> Answer:
    def answer(_: Received, connection: socket.socket) -> None:
        receiver.ending.wait(3)

    return answer


def drip(receiver: Receiver) -> Answer:
    def answer(_: Received, connection: socket.socket) -> None:
        while not receiver.ending.wait(1):
            connection.sendall(b"H")

    return answer


def reset(_: Received, connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def broken_chunks(_: Received, connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")


def no_http(_: Received, connection: socket.socket) -> None:
    connection.sendall(b"\x15\x03\x03\x00\x02\x02\x28\r\n\r\n")


def moody(receiver: Receiver) -> Answer:
    """Every message is at first answered badly, in a way that its id chooses, and then well."""
    seen: dict[str, int] = defaultdict(int)
    moods: list[Answer] = [
        reset, hang(receiver), drip(receiver), respond(500), respond(429, headers={"Retry-After": "1"}),
        respond(301, headers={"Location": "http://127.0.0.1:1/"}), respond(500, b"x" * 10_000_000),
        broken_chunks, no_http, respond(200, b"x" * 10_000_000),
    ]  # fmt: skip

    def answer(received: Received, connection: socket.socket) -> bool | None:
        message = received.headers["webhook-id"]
        seen[message] += 1
        bad = seen[message] == 1 and hash(message) % 4 == 0
        chosen = moods[random.Random(message).randrange(len(moods))] if bad else respond(200)
        return chosen(received, connection)

    return answer


def register(deployment: Deployment, url: str, **fields: Any) -> Json:
    given = {"url": url, "events": ["*"], "rate_limit_per_hour": None, "timeout_seconds": 2}
    answer = deployment.api.post("/api/v1/webhooks", json=given | fields)
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


def retried(send: Callable[[], Any]) -> Any:
    """What the API answers once the database is back."""
    answers: list[Any] = []

    def answered() -> bool:
        answers.append(send())
        return bool(answers[-1].status_code < 500)

    wait_until(answered, "the API answers", 60)
    return answers[-1]


def truth(deployment: Deployment) -> dict[str, Json]:
    """Every event of the log as the feed tells it."""
    lines: list[str] = []
    after: Json = {}
    while found := deployment.api.get("/api/v1/events", params={"limit": 10_000} | after).text.splitlines():
        lines += found
        after = {"after": json.loads(found[-1])["id"]}
    return {event["id"]: event for event in map(json.loads, lines)}


def all_settled(deployment: Deployment) -> bool:
    owed = deployment.value("select count(*) from webhook_deliveries where due_at is not null")
    behind = """
        select count(*) from webhook_cursors
         where position < (select coalesce(max(position), 0) from event_batches)
    """
    return not owed and not deployment.value(behind)


def kill_worker(deployment: Deployment) -> None:
    deployment.kill("worker")
    deployment.start_worker()


@contextmanager
def receivers(count: int) -> Iterator[list[Receiver]]:
    with ExitStack() as stack:
        yield [stack.enter_context(receiving()) for _ in range(count)]


@pytest.mark.covers("000:183")
@pytest.mark.timeout(900)
def test_every_change_is_told_whatever_dies_and_however_the_receiver_behaves(
    deployment: Deployment, tmp_path: Path
) -> None:
    chance = random.Random(5)
    with receivers(2) as (each, batch):
        each.answer = moody(each)
        hooks = [
            register(deployment, each.url, import_mode="each"),
            register(deployment, batch.url, import_mode="batch"),
        ]
        file = tmp_path / "products.csv"
        file.write_text("sku,name,price\n" + "".join(f"P-{n},Product {n},{n}\n" for n in range(IMPORTED)))
        started = deployment.post_import(file)
        killed = 0
        for number in range(40 + 10 * KILLS):
            made = retried(partial(deployment.api.post, "/api/v1/products", json={"sku": f"E-{number}", "name": "x"}))
            assert made.status_code in {201, 409}, made.text
            if number % 10 == 9 and killed < KILLS:
                wait_until(lambda: len(each.got) > chance.randrange(20), "deliveries are under way", 60)
                kill_worker(deployment)
                killed += 1
            if number == 25:
                with redis.Redis.from_url(deployment.redis_url) as client:
                    client.flushall()
            if number == 35:
                deployment.postgres.stop(immediate=True)
                deployment.postgres.start()
        assert killed == KILLS
        deployment.finished(started["id"])
        again = deployment.post_import(file)
        deployment.finished(again["id"])
        wait_until(lambda: all_settled(deployment), "everything is told", 240, pause=0.2)
        told = truth(deployment)
        compare(deployment, hooks[0], each, told)
        compare(deployment, hooks[1], batch, told)
        for hook in hooks:
            deployment.api.delete(f"/api/v1/webhooks/{hook['id']}")


def compare(deployment: Deployment, hook: Json, receiver: Receiver, told: dict[str, Json]) -> None:
    """What came is what the log holds: nothing is missing, nothing invented, each id with one body."""
    bodies: dict[str, set[bytes]] = defaultdict(set)
    events: dict[str, Json] = {}
    for request in receiver.got:
        bodies[request.headers["webhook-id"]].add(request.body)
        inner = request.json["data"].get("events", [request.json])
        events |= {one["id"]: one for one in inner}
    assert all(len(known) == 1 for known in bodies.values())
    assert events == told
    failed = deployment.value(
        "select count(*) from webhook_deliveries where webhook_id = %s and status <> 'delivered'", hook["id"]
    )
    assert failed == 0


@pytest.mark.timeout(300)
def test_a_worker_that_dies_after_the_receiver_took_it_sends_it_again_with_the_same_id_and_body(
    deployment: Deployment,
) -> None:
    with receivers(1) as (receiver,):
        killed: list[bool] = []

        def kill_first(received: Received, connection: socket.socket) -> bool | None:
            if not killed:
                killed.append(True)
                # The answer is on its way while the worker dies, before it can write it down.
                deployment.processes["worker"].send_signal(19)
                respond(200)(received, connection)
                kill_worker(deployment)
                return False
            return respond(200)(received, connection)

        receiver.answer = kill_first
        hook = register(deployment, receiver.url, events=["product.created"])
        deployment.api.post("/api/v1/products", json={"sku": "after 2xx", "name": "x"})
        wait_until(lambda: len(receiver.got) == 2, "it is sent again", 60)
        first, second = receiver.got
        assert first.body == second.body
        assert first.headers["webhook-id"] == second.headers["webhook-id"]
        wait_until(lambda: all_settled(deployment), "it is settled", 60)
        deployment.api.delete(f"/api/v1/webhooks/{hook['id']}")


def latencies(deployment: Deployment, receiver: Receiver, prefix: str, count: int) -> list[float]:
    """Seconds from before each edit to its arrival, edits one after the other."""
    arrived: dict[str, float] = {}

    def note(received: Received, connection: socket.socket) -> bool | None:
        # An import may still be told of, by one message without a product.
        arrived.setdefault(received.data.get("sku", ""), time.monotonic())
        return respond(200)(received, connection)

    receiver.answer = note
    sent: dict[str, float] = {}
    for number in range(count):
        sku = f"{prefix}-{number}"
        sent[sku] = time.monotonic()
        assert deployment.api.post("/api/v1/products", json={"sku": sku, "name": "x"}).status_code == 201
        wait_until(partial(arrived.__contains__, sku), f"{sku} arrives", 20, pause=0.002)
    return [arrived[sku] - sent[sku] for sku in sent]


@pytest.mark.timeout(300)
def test_a_dead_and_a_hanging_webhook_do_not_delay_a_healthy_one(deployment: Deployment) -> None:
    """How much its p95 grows is measured by `bench/webhook_throughput.py`; here every edit arrives at once."""
    with receivers(2) as (healthy, slow):
        slow.answer = hang(slow)
        with receiving() as gone:
            dead_url = gone.url
        urls = [healthy.url, slow.url, dead_url]
        hooks = [register(deployment, url, events=["product.created"], timeout_seconds=30) for url in urls]
        assert statistics.median(latencies(deployment, healthy, "healthy", 60)) < 1
        for hook in hooks:
            deployment.api.delete(f"/api/v1/webhooks/{hook['id']}")


@pytest.mark.timeout(300)
def test_a_manual_edit_arrives_elsewhere_within_two_seconds_while_an_import_is_told_product_by_product(
    deployment: Deployment, tmp_path: Path
) -> None:
    file = tmp_path / "flood.csv"
    file.write_text("sku,name\n" + "".join(f"F-{number},Product {number}\n" for number in range(20_000)))
    with receivers(2) as (flooded, other):
        flood = register(deployment, flooded.url, events=["product.created"], import_mode="each")
        edits = register(deployment, other.url, events=["product.created"])
        deployment.finished(deployment.post_import(file)["id"])
        wait_until(lambda: len(flooded.got) > 200, "the flood has begun", 60)
        assert max(latencies(deployment, other, "beside", 15)) < 2
        assert deployment.value("select count(*) from webhook_deliveries where webhook_id = %s", flood["id"]) < 20_000
        assert len(flooded.got) < 20_000
        # An edit overtakes the flood on its own webhook too.
        wait_until(lambda: any(one.data["sku"] == "beside-0" for one in flooded.got), "the edit came first", 10)
        for hook in (flood, edits):
            deployment.api.delete(f"/api/v1/webhooks/{hook['id']}")
