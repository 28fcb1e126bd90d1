"""How fast everything is moved to the trash, as a ratio to a bare UPDATE, and whether others are held up meanwhile.

    uv run python -m bench.bulk_speed [--rows 500000] [--rounds 3]

The base of each round is one `UPDATE products SET deleted_at = …` of the same rows in the same table, after a
CHECKPOINT. Then `DELETE /products?confirm=all`, from the job's creation to its end by the database's clock: the set is
taken, each product locked, written, logged and counted. Then it is undone. In a round of its own another client sends
one PATCH after the other, each to a product chosen by chance, first while nothing runs, then while the price of every
product is set; only those that are answered by 200 count.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

from bench.catalogue import write_catalogue
from tests.acceptance.deployment import EMPTY, Deployment, deployed
from tests.waiting import wait_until

WATCH_SECONDS = 0.25
IDLE_PATCHES = 300
UPDATE = "update products set deleted_at = now() where deleted_at is null"
RESET = (
    EMPTY,
    "insert into products overriding system value select * from baseline order by id",
    "vacuum analyze products",
    "checkpoint",
)
SECONDS = "select extract(epoch from finished_at - {since})::float from jobs where id = %s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=500_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        file = write_catalogue(root / "catalogue.csv", arguments.rows)
        with deployed(root / "servers", JOB_LEASE_SECONDS="30", IMPORT_CHUNK_ROWS="25000") as deployment:
            deployment.finished(deployment.post_import(file)["id"], 1_800)
            deployment.query("create table baseline as select * from products")
            rounds = [measure_round(deployment) for _ in range(arguments.rounds)]
            idle, busy = measure_patches(deployment)
    base, deleting, undoing = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(deleting / base for base, deleting, _ in rounds)
    print(f"\nmedians: bare UPDATE {base:.2f} s   delete-all {deleting:.2f} s ({ratio:.2f} ×)   undo {undoing:.2f} s")
    print(f"PATCH idle   {told(idle)}")
    print(f"PATCH beside {told(busy)}   p95 {p95(busy) / p95(idle):.2f} × that of idle")


def measure_round(deployment: Deployment) -> tuple[float, float, float]:
    """Seconds of the base, of delete-all, and of its undo."""
    reset(deployment)
    started = time.perf_counter()
    deployment.query(UPDATE)
    base = time.perf_counter() - started
    reset(deployment)
    answer = deployment.api.delete("/api/v1/products", params={"confirm": "all"}, timeout=600)
    job_id = answer.json()["id"]
    deleting = ended(deployment, job_id, "created_at")
    undo_id = deployment.api.post(f"/api/v1/jobs/{job_id}/undo").json()["id"]
    undoing = ended(deployment, undo_id, "created_at")
    print(
        f"UPDATE {base:.2f} s   delete-all {deleting:.2f} s ({deleting / base:.2f} ×)   undo {undoing:.2f} s",
        flush=True,
    )
    return base, deleting, undoing


def reset(deployment: Deployment) -> None:
    """The catalogue as it was imported, and nothing to do for anybody."""
    for statement in RESET:
        deployment.query(statement)


def ended(deployment: Deployment, job_id: str, since: str) -> float:
    """Seconds of a job once it is completed."""
    with psycopg.connect(deployment.database_url, autocommit=True) as watcher:
        # On one connection and seldom, because whoever watches takes the processors from what is watched.
        over = "select finished_at is not null from jobs where id = %s"
        wait_until(lambda: bool(one(watcher, over, job_id)), f"job {job_id} ends", 3_600, WATCH_SECONDS)
        assert one(watcher, "select status in ('completed', 'undone') from jobs where id = %s", job_id)
        seconds: float = one(watcher, SECONDS.format(since=since), job_id)
    return seconds


def one(connection: psycopg.Connection[Any], query: str, *parameters: Any) -> Any:
    found = connection.execute(query.encode(), parameters).fetchone()
    assert found is not None
    return found[0]


def measure_patches(deployment: Deployment) -> tuple[list[float], list[float]]:
    """Milliseconds of each PATCH while nothing runs, and while every product is set."""
    reset(deployment)
    ids = [product_id for (product_id,) in deployment.query("select id from products")]
    left = iter(range(IDLE_PATCHES))
    idle = patch_while(deployment, ids, lambda: next(left, None) is not None)
    body = {"action": "set", "filter": {}, "confirm": "all", "values": {"price": "1.00"}}
    job_id = deployment.api.post("/api/v1/products/bulk", json=body, timeout=600).json()["id"]
    with psycopg.connect(deployment.database_url, autocommit=True) as watcher:
        running = "select finished_at is null from jobs where id = %s"
        busy = patch_while(deployment, ids, lambda: bool(one(watcher, running, job_id)))
    return idle, busy


def patch_while(deployment: Deployment, ids: list[int], going_on: Callable[[], bool]) -> list[float]:
    chance, times = random.Random(7), list[float]()
    while going_on():
        product_id, price = chance.choice(ids), f"{chance.randrange(1_000, 1_000_000)}.25"
        started = time.perf_counter()
        answer = deployment.api.patch(f"/api/v1/products/{product_id}", json={"price": price})
        if answer.status_code == 200:
            times.append((time.perf_counter() - started) * 1000)
    return times


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def told(times: list[float]) -> str:
    return f"p50 {statistics.median(times):.1f} ms   p95 {p95(times):.1f} ms   max {max(times):.0f} ms   ({len(times)})"


if __name__ == "__main__":
    main()
