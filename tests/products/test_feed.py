"""The feed: every event once, in one order, from any cursor on."""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import pairwise
from random import Random
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.products import feeding, log_retention, service
from product_importer.products.schemas import ProductCreate, ProductPatch
from product_importer.products.search_following import follow
from tests.products.catalogue import Json, create, url
from tests.waiting import wait_until

FEED = "/api/v1/events"


def read(client: TestClient, **query: Any) -> list[Json]:
    answer = client.get(FEED, params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/x-ndjson"
    return [json.loads(line) for line in answer.text.splitlines()]


def place(event: Json) -> tuple[int, ...]:
    return tuple(int(part) for part in event["id"].split("-"))


def test_each_line_is_an_event_with_its_product_as_it_left_it(client: TestClient) -> None:
    product = create(client, price="1")
    client.patch(url(product), json={"price": "2"})
    client.delete(url(product))
    client.post(f"{url(product)}/restore")
    told = read(client)
    assert [one["event"] for one in told] == [
        "product.created", "product.updated", "product.deleted", "product.restored"
    ]  # fmt: skip
    assert [one["data"]["price"] for one in told] == ["1.00", "2.00", "2.00", "2.00"]
    assert [bool(one["data"]["deleted_at"]) for one in told] == [False, False, True, False]
    assert told[1]["data"]["before"]["price"] == "1.00"
    shown = {name: value for name, value in told[3]["data"].items() if name != "sequence"}
    assert shown == client.get(url(product)).json()


def test_the_id_of_an_event_is_the_cursor_after_it(client: TestClient) -> None:
    for number in range(5):
        create(client, sku=f"SKU-{number}")
    whole = read(client)
    for index, event in enumerate(whole):
        assert read(client, after=event["id"]) == whole[index + 1 :]
    pages: list[Json] = []
    while page := read(client, limit=2, **({"after": pages[-1]["id"]} if pages else {})):
        pages += page
    assert pages == whole


def test_where_there_is_nothing_a_header_says_where_to_go_on(client: TestClient) -> None:
    create(client, sku="before")
    answer = client.get(FEED, params={"after": "latest"})
    assert answer.text == ""
    create(client, sku="after")
    assert [one["data"]["sku"] for one in read(client, after=answer.headers["next-cursor"])] == ["after"]


def test_the_answer_is_compressed_where_that_is_accepted(client: TestClient) -> None:
    for number in range(30):
        create(client, sku=f"SKU-{number}")
    answer = client.get(FEED, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.text.splitlines()) == 30


def test_many_stretches_make_one_answer(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeding, "EVENTS_AT_ONCE", 3)
    for number in range(10):
        create(client, sku=f"SKU-{number}")
    assert len(read(client)) == 10
    assert len(read(client, limit=7)) == 7


def test_a_reader_that_waits_is_answered_once_something_happens(client: TestClient) -> None:
    create(client, sku="before")
    (last,) = read(client)
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(read, client, after=last["id"], wait=20)
        wait_until(lambda: waiting.running(), "the reader waits")
        create(client, sku="after")
        assert [one["data"]["sku"] for one in waiting.result(10)] == ["after"]


def test_times_are_spelled_as_the_product_itself_has_them(client: TestClient) -> None:
    product = create(client)
    for fraction in ("120000", "000000", "000001"):
        with transaction() as session:
            session.execute(text(f"update products set created_at = '2026-11-25 08:29:00.{fraction}+00'"))
        assert read(client)[0]["data"]["created_at"] == client.get(url(product)).json()["created_at"]


def test_a_reader_that_waits_in_vain_gets_nothing(client: TestClient) -> None:
    assert read(client, wait=0.2) == []


@pytest.mark.parametrize("cursor", ["", "1", "1-", "a-b", "01-2", "-1-2", "1-2-3", f"{2**63}-1", "١-٢"])
def test_what_is_no_cursor_is_refused(client: TestClient, cursor: str) -> None:
    answer = client.get(FEED, params={"after": cursor})
    assert (answer.status_code, answer.json()["code"]) == (422, "cursor_invalid")


def test_a_job_that_is_not_there_is_named(client: TestClient) -> None:
    assert client.get(FEED, params={"job_id": str(uuid4())}).json()["code"] == "job_not_found"


def test_a_cursor_that_has_expired_is_answered_by_the_earliest_one(client: TestClient) -> None:
    for number in range(4):
        create(client, sku=f"SKU-{number}")
    whole = read(client)
    with transaction() as session:
        older = "select position from event_batches order by position limit 2"
        session.execute(text(f"update event_batches set at = at - interval '92 days' where position in ({older})"))
    assert log_retention.cut() == 0, "search has not read it"
    follow()
    assert [log_retention.cut(), log_retention.cut()] == [2, 0]
    assert read(client) == whole[2:]
    assert read(client, after=whole[1]["id"]) == whole[2:]
    answer = client.get(FEED, params={"after": whole[0]["id"]})
    assert (answer.status_code, answer.json()["code"]) == (410, "cursor_expired")
    assert read(client, after=answer.json()["earliest"]) == whole[2:]


@contextmanager
def left_open() -> Iterator[None]:
    """A transaction that has logged something and stays open elsewhere."""
    opened, done = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction(actor="slow") as session:
            service.create(session, ProductCreate(sku="left open", name="x"))
            opened.set()
            done.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    opened.wait()
    try:
        yield
    finally:
        done.set()
        thread.join()


WRITERS, READERS, CHANGES = 4, 3, 40


def write(seed: int, product_ids: list[int]) -> None:
    """Transactions of several changes, whose events take their ids long before they commit."""
    random = Random(seed)
    for _ in range(CHANGES):
        with transaction(actor=f"writer {seed}") as session:
            for product_id in sorted(random.sample(product_ids, 2)):
                service.patch(session, product_id, ProductPatch(price=random.randint(0, 10**6)))


@pytest.mark.covers("004:843")
def test_three_readers_beside_four_writers_get_every_event_once_in_one_order(client: TestClient) -> None:
    """The state after each event of a product is what its next one calls `before`: no change is missed or doubled."""
    product_ids = [create(client, sku=f"SKU-{number}")["id"] for number in range(8)]
    finished = threading.Event()

    def follow() -> list[Json]:
        seen: list[Json] = []
        while True:
            over = finished.is_set()
            after = {"after": seen[-1]["id"]} if seen else {}
            found = read(client, limit=50, wait=0 if over else 0.5, **after)
            seen += found
            if over and not found:
                return seen

    with ThreadPoolExecutor(WRITERS + READERS) as threads:
        with left_open():
            readers = [threads.submit(follow) for _ in range(READERS)]
            for writer in [threads.submit(write, seed, product_ids) for seed in range(WRITERS)]:
                writer.result()
        finished.set()
        seen = [reader.result() for reader in readers]
    assert seen[0] == seen[1] == seen[2]
    assert [place(one) for one in seen[0]] == sorted(place(one) for one in seen[0])
    with transaction() as session:
        logged = session.scalars(text("select count(*) from events")).one()
    assert len({one["id"] for one in seen[0]}) == len(seen[0]) == logged
    for product_id in product_ids:
        states = [one["data"] for one in seen[0] if one["data"]["id"] == product_id]
        assert [one["sequence"] for one in states] == sorted(one["sequence"] for one in states)
        for earlier, later in pairwise(states):
            assert later["before"]["price"] == earlier["price"]
