"""Keyset paging beside a writer: what was there throughout and did not move comes exactly once."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from functools import partial
from random import Random
from threading import Event

import pytest
from fastapi.testclient import TestClient

from product_importer.products.search_following import follow
from product_importer.products.sku_key import sku_key
from tests.products.catalogue import PRODUCTS, create, fill
from tests.products.listing_reference import SORTS, START, Query, Row, ordered
from tests.waiting import wait_until

ROWS, LIMIT = 60, 4
# Above the ids that products made meanwhile get.
FIRST_ID = 100_001
# Of three products one stays in place, one comes and goes, one is also given other values to be sorted by.
STAYS, FLICKERS, MOVES = range(3)

VALUES: dict[str, Callable[[Random], object]] = {
    "sku": lambda chance: f"S{chance.randrange(10**12)}",
    "name": lambda chance: f"Rug {chance.randrange(3)}",
    "price": lambda chance: chance.choice([None, "1.00", "2.00"]),
    "active": lambda chance: chance.random() < 0.5,
}


def shop(chance: Random) -> list[Row]:
    """Products of which many have equal values to be sorted by; half of those that stay are in the trash."""
    prices = [None, Decimal("1"), Decimal("2")]
    times = [START + timedelta(hours=hours) for hours in range(3)]
    return [
        {
            "id": FIRST_ID + number,
            "sku": f"SKU-{number}",
            "sku_key": sku_key(f"SKU-{number}"),
            "name": f"Rug {chance.randrange(3)}",
            "price": chance.choice(prices),
            "active": chance.random() < 0.5,
            "created_at": chance.choice(times),
            "updated_at": chance.choice(times),
            "deleted_at": chance.choice(times) if number % 6 == STAYS else None,
        }
        for number in range(ROWS)
    ]


def kind(product_id: int) -> int | None:
    """What becomes of a product of the shop; None for one that was made meanwhile."""
    return (product_id - FIRST_ID) % 3 if product_id >= FIRST_ID else None


class Writer:
    """Changes the shop until it is told to stop, leaving alone by what the staying products are sorted."""

    def __init__(self, client: TestClient, column: str, chance: Random) -> None:
        self.written = 0
        self.stopped = Event()
        self._client, self._column, self._chance = client, column, chance
        self._ways = {STAYS: self._edit_in_place, FLICKERS: self._trash_and_restore, MOVES: self._move}

    def run(self) -> None:
        try:
            while not self.stopped.is_set():
                self._write(self._chance.randrange(ROWS))
                self.written += 1
                if self.written % 7 == 0:
                    follow()
        finally:
            self.stopped.set()

    def _write(self, number: int) -> None:
        self._ways[number % 3](f"{PRODUCTS}/{FIRST_ID + number}")
        if self.written % 5 == 0:
            create(self._client, sku=f"NEW-{self.written}", name=f"Rug {self.written % 3}")

    def _edit_in_place(self, path: str) -> None:
        # Any edit moves a product in the order of `updated_at`.
        if self._column != "updated_at":
            for column in {"description", *VALUES} - {self._column}:
                self._edit(path, column)

    def _trash_and_restore(self, path: str) -> None:
        assert self._client.delete(path).status_code == 204
        assert self._client.post(f"{path}/restore").status_code == 200

    def _move(self, path: str) -> None:
        self._edit(path, self._column if self._column in VALUES else "description")
        self._trash_and_restore(path)

    def _edit(self, path: str, column: str) -> None:
        value = VALUES[column](self._chance) if column in VALUES else f"Text {self._chance.random()}"
        # One that is in the trash is refused.
        assert self._client.patch(path, json={column: value}).status_code in {200, 409}


@contextmanager
def writing(writer: Writer) -> Iterator[Writer]:
    with ThreadPoolExecutor(1) as threads:
        done = threads.submit(writer.run)
        try:
            yield writer
        finally:
            writer.stopped.set()
            done.result()


def read_beside(client: TestClient, writer: Writer, query: Query) -> list[int]:
    """The ids of the whole list by cursor; between two pages something is written each time."""
    ids: list[int] = []
    cursor: Query = {}
    while True:
        goal = writer.written + 1
        page = client.get(PRODUCTS, params=query | cursor).json()
        ids += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            return ids
        cursor = {"cursor": page["next_cursor"]}
        wait_until(partial(_wrote, writer, goal), "a change between two pages")


def _wrote(writer: Writer, goal: int) -> bool:
    return writer.written >= goal or writer.stopped.is_set()


@pytest.mark.parametrize("sort", SORTS)
def test_rows_that_stay_where_they_are_come_exactly_once(client: TestClient, sort: str) -> None:
    chance, column = Random(sort), sort.removeprefix("-")
    query: Query = {"sort": sort, "limit": LIMIT} | ({"trashed": "any"} if column == "deleted_at" else {})
    rows = shop(chance)
    fill(rows)
    with writing(Writer(client, column, chance)) as writer:
        passes = [read_beside(client, writer, query) for _ in range(2)]
    listed = [row for row in rows if "trashed" in query or row["deleted_at"] is None]
    staying = ordered([row for row in listed if kind(row["id"]) == STAYS], sort)
    moving = {MOVES, FLICKERS} if column == "deleted_at" else {MOVES}
    for seen in passes:
        assert [one for one in seen if kind(one) == STAYS] == staying
        assert [one for one, times in Counter(seen).items() if times > 1 and kind(one) not in moving] == []
