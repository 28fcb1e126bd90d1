"""How long the list of products and an edit take, at catalogues of several sizes side by side.

    uv run python -m bench.catalogue_speed [--rows 10000 1000000 10000000] [--requests 200]

Milliseconds over HTTP on one connection, p50 and p95, the sizes taken in turns so that all meet the same machine; each
filter finds the same 100 products at every size. Beside them, for comparison, what PostgreSQL takes for the plain
statements on `products`: `ILIKE '%…%'` and `count(*)`.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg

from bench.large_catalogue import MARKED, fill
from tests.acceptance.deployment import Deployment, deployed

PRODUCTS = "/api/v1/products"
WARM_UPS = 20
PLAIN = 5
FOUND: dict[str, dict[str, str]] = {
    "price range": {"price_min": "777.77", "price_max": "777.77"},
    "attribute": {"attributes.lot": "rare"},
    "name contains": {"name": "ylograp"},
    "description contains": {"description": "uixoti"},
    "q, one word": {"q": "xylogr"},
    "q, two words": {"q": "quixotic made"},
}

Operation = Callable[[], None]


class Catalogue:
    """A deployment with so many products, and what is asked of it."""

    def __init__(self, deployment: Deployment, rows: int) -> None:
        self._deployment, self.rows = deployment, rows
        self._chance = random.Random(rows)
        middle = self.get(page=rows // 100)
        self._cursor = middle["next_cursor"]
        self.operations: dict[str, Operation] = {
            "first page": lambda: self._page({}),
            **{name: self._finding(query) for name, query in FOUND.items()},
            "sorted by price": lambda: self._page({"sort": "-price"}),
            "sorted by name": lambda: self._page({"sort": "name"}),
            "deep cursor": lambda: self._page({"cursor": self._cursor}),
            "last page by number": lambda: self._page({"page": str(rows // 50)}),
            "middle page by number": lambda: self._page({"page": str(rows // 100)}),
            "PATCH": self._patch,
        }

    def get(self, **query: Any) -> dict[str, Any]:
        answer = self._deployment.api.get(PRODUCTS, params=query)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def _page(self, query: dict[str, str]) -> None:
        assert len(self.get(**query)["items"]) == 50

    def _finding(self, query: dict[str, str]) -> Operation:
        def find() -> None:
            found = self.get(**query)
            assert (found["total"], found["total_exact"], len(found["items"])) == (MARKED, True, 50)

        return find

    def _patch(self) -> None:
        number = self._chance.randrange(1, self.rows)
        body = {"description": f"Edited {self._chance.random()}"}
        assert self._deployment.api.patch(f"{PRODUCTS}/{number}", json=body).status_code == 200

    def plain(self, statement: str) -> float:
        """Median milliseconds of a statement in PostgreSQL."""
        with psycopg.connect(self._deployment.database_url) as connection:
            taken = []
            for _ in range(PLAIN):
                started = time.perf_counter()
                connection.execute(statement.encode()).fetchall()
                taken.append((time.perf_counter() - started) * 1_000)
        return statistics.median(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 1_000_000, 10_000_000])
    parser.add_argument("--requests", type=int, default=200)
    arguments = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        catalogues = [Catalogue(start(stack, folder, rows), rows) for rows in arguments.rows]
        print(f"{'p50 / p95 in ms':24}" + "".join(f"{rows:>18,}" for rows in arguments.rows) + "   p95 to the first")
        for name in catalogues[0].operations:
            report(name, measure(catalogues, name, arguments.requests))
        for name, statement in (
            ("plain ILIKE", "select id from products where name ilike '%ylograp%' and deleted_at is null"),
            ("plain count(*)", "select count(*) from products where deleted_at is null"),
        ):
            print(f"{name:24}" + "".join(f"{one.plain(statement):18.1f}" for one in catalogues), flush=True)


def start(stack: ExitStack, folder: Path, rows: int) -> Deployment:
    """A deployment of its own, filled."""
    started = time.perf_counter()
    deployment = stack.enter_context(deployed(folder / str(rows)))
    deployment.api.timeout = 120
    fill(deployment, rows)
    print(f"{rows:,} products made in {time.perf_counter() - started:.0f} s", flush=True)
    return deployment


def measure(catalogues: list[Catalogue], name: str, requests: int) -> list[list[float]]:
    """Milliseconds of each request at each size, in turns."""
    taken: list[list[float]] = [[] for _ in catalogues]
    for number in range(WARM_UPS + requests):
        for catalogue, times in zip(catalogues, taken, strict=True):
            started = time.perf_counter()
            catalogue.operations[name]()
            if number >= WARM_UPS:
                times.append((time.perf_counter() - started) * 1_000)
    return taken


def report(name: str, taken: list[list[float]]) -> None:
    points = [(statistics.median(times), statistics.quantiles(times, n=20)[-1]) for times in taken]
    cells = "".join(f"{f'{p50:.1f} / {p95:.1f}':>18}" for p50, p95 in points)
    ratios = "  ".join(f"{p95 / points[0][1]:.2f}" for _, p95 in points[1:])
    print(f"{name:24}{cells}   {ratios}", flush=True)


if __name__ == "__main__":
    main()
