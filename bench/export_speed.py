"""How fast an export is, as a ratio to a bare COPY of the same columns, and that it comes back unchanged.

    uv run python -m bench.export_speed [--rows 1000000] [--rounds 3]

Nothing else is at work: the import is over, and search has copied what it brought.

The base of each round is `COPY (select …) TO STDOUT (FORMAT csv)` of the same columns, in no order and without any
spelling of ours, read by psycopg and thrown away. Beside it stand `GET /products/export`, read from a socket and thrown
away, as CSV and as JSON Lines, plain and compressed; a workbook once, where one can hold the rows. "First byte" is
the time until the answer begins. Memory is that of the API process over idle at its highest during a plain CSV, and
during one whose client takes 2 MB a second for ten seconds. At the end the CSV is imported: every row is unchanged.
"""

import argparse
import http.client
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg

from bench.catalogue import COLUMNS, write_catalogue
from product_importer.products.export_workbook import MOST_ROWS
from tests.acceptance.deployment import Deployment, deployed
from tests.acceptance.memory import MIB, resident, sampled
from tests.waiting import wait_until

OWN = ("id", "sku", "name", "description", "price", "active", "created_at", "updated_at")
ATTRIBUTES = sorted(set(COLUMNS) - set(OWN))
BASE = f"""
    copy (
        select {", ".join(OWN)}, {", ".join(f"attributes ->> '{name}'" for name in ATTRIBUTES)}
        from products where deleted_at is null
    ) to stdout (format csv)
"""
FOLLOWED = "select (select max(position) from search_state) = (select max(position) from event_batches)"
WATCH_SECONDS = 1
BLOCK_BYTES = 1 << 20
SLOW_BYTES_PER_SECOND = 2_000_000
SLOW_SECONDS = 10
KINDS = (("csv", "identity"), ("csv", "gzip"), ("jsonl", "identity"), ("jsonl", "gzip"))


@dataclass(frozen=True)
class Measured:
    """Seconds until the first byte and the last, and how many bytes came."""

    first: float
    whole: float
    size: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, deployed(Path(folder) / "servers", JOB_LEASE_SECONDS="30") as servers:
        servers.finished(servers.post_import(write_catalogue(Path(folder) / "in.csv", arguments.rows))["id"], 1_800)
        servers.query("vacuum (analyze) products")
        wait_until(lambda: servers.value(FOLLOWED), "search has copied what was imported", 600, WATCH_SECONDS)
        products = servers.value("select count(*) from products")
        print(f"{products:,} products", flush=True)
        measure_speed(servers, arguments.rounds)
        if products <= MOST_ROWS:
            report("xlsx", "identity", [measure_export(servers, "xlsx")])
        measure_memory(servers)
        check_import(servers, Path(folder) / "out.csv", products)


def measure_speed(servers: Deployment, rounds: int) -> None:
    """The base and each kind in turn, so many times; prints medians."""
    found: dict[tuple[str, str], list[Measured]] = {kind: [] for kind in KINDS}
    bases = []
    measure_export(servers, "csv")
    for _ in range(rounds):
        bases.append(measure_copy(servers))
        for kind in KINDS:
            found[kind].append(measure_export(servers, *kind))
    print(f"COPY TO STDOUT   {statistics.median(bases):6.2f} s   from {min(bases):.2f} to {max(bases):.2f}", flush=True)
    for kind in KINDS:
        ratios = [base / measured.whole for base, measured in zip(bases, found[kind], strict=True)]
        report(*kind, found[kind], f"   {statistics.median(ratios):.2f} × the speed of COPY")


def report(file_format: str, encoding: str, found: list[Measured], ratio: str = "") -> None:
    first, whole = (statistics.median(getattr(one, name) for one in found) for name in ("first", "whole"))
    size = found[0].size / 1e6
    print(
        f"{file_format:5} {encoding:9} {whole:7.2f} s   first byte {first:5.2f} s   {size:6.1f} MB{ratio}", flush=True
    )


def measure_copy(servers: Deployment) -> float:
    """Seconds of a bare COPY of the same columns."""
    with psycopg.connect(servers.database_url, autocommit=True) as connection:
        started = time.perf_counter()
        with connection.cursor() as cursor, cursor.copy(BASE.encode()) as rows:
            for _ in rows:
                pass
        return time.perf_counter() - started


def measure_export(servers: Deployment, file_format: str, encoding: str = "identity") -> Measured:
    started = time.perf_counter()
    with exported(servers, file_format, encoding) as answer:
        size = len(answer.read(1))
        first = time.perf_counter() - started
        while block := answer.read1(BLOCK_BYTES):
            size += len(block)
    return Measured(first, time.perf_counter() - started, size)


@contextmanager
def exported(servers: Deployment, file_format: str, encoding: str = "identity") -> Iterator[http.client.HTTPResponse]:
    """The answer of the API, of which nothing but the head has been read."""
    connection = http.client.HTTPConnection("127.0.0.1", servers.port)
    try:
        path = f"/api/v1/products/export?format={file_format}"
        connection.request("GET", path, headers={"Accept-Encoding": encoding})
        answer = connection.getresponse()
        assert answer.status == 200, answer.read()
        assert answer.headers.get("Content-Encoding", "identity") == encoding
        yield answer
    finally:
        connection.close()


def measure_memory(servers: Deployment) -> None:
    """Resident memory of the API over idle during one export to a quick client, and one to a slow one."""
    idle = resident(servers)["api"]
    with sampled(servers) as peaks:
        measure_export(servers, "csv")
    quick = peaks["api"] - idle
    with sampled(servers) as peaks, exported(servers, "csv") as answer:
        for _ in range(SLOW_SECONDS * 4):
            answer.read(SLOW_BYTES_PER_SECOND // 4)
            time.sleep(0.25)
    slow = peaks["api"] - idle
    print(f"API over idle: {quick / MIB:.0f} MiB, for a slow client {slow / MIB:.0f} MiB (idle {idle / MIB:.0f})")


def check_import(servers: Deployment, file: Path, products: int) -> None:
    """The exported file imported again: every row must be unchanged."""
    with exported(servers, "csv") as answer, file.open("wb") as target:
        write_all(answer, target)
    found = servers.finished(servers.post_import(file)["id"], 1_800)
    assert found["status"] == "completed", found["error"]
    counts = found["counts"]
    assert counts["read"] == counts["unchanged"] == products, counts
    print(f"imported again: {counts['unchanged']:,} of {products:,} unchanged")


def write_all(answer: http.client.HTTPResponse, target: IO[bytes]) -> None:
    while block := answer.read1(BLOCK_BYTES):
        target.write(block)


if __name__ == "__main__":
    main()
