"""How much sooner two workers write one import than one worker does.

    uv run python -m bench.import_workers [--rows 500000] [--rounds 3]

Each worker is a process that does one thing at a time. Each round imports the same file into an empty catalogue, and
then one in which every product changes, with one worker and with two; the ratio is that of the time spent applying.
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from celery import Celery

from bench.catalogue import write_catalogue
from bench.import_speed import measure_import
from tests.acceptance.deployment import Deployment, deployed
from tests.waiting import wait_until

KINDS = ("first import", "all changed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=500_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = (
            write_catalogue(root / "one.csv", arguments.rows),
            write_catalogue(root / "two.csv", arguments.rows, edition=2),
        )
        with deployed(root / "servers", JOB_LEASE_SECONDS="30", IMPORT_CHUNK_ROWS="25000") as deployment:
            deployment.terminate("worker")
            rounds = [measure_round(deployment, files) for _ in range(arguments.rounds)]
    for kind in KINDS:
        one, two = (statistics.median(found[workers][kind] for found in rounds) for workers in (1, 2))
        ratio = statistics.median(found[2][kind] / found[1][kind] for found in rounds)
        print(f"{kind:13} applying: one worker {one:.2f} s, two {two:.2f} s   {ratio:.2f} ×")


def measure_round(deployment: Deployment, files: tuple[Path, Path]) -> dict[int, dict[str, float]]:
    """Seconds of the apply phase of both kinds of import, with one worker and with two."""
    found: dict[int, dict[str, float]] = {}
    for workers in (1, 2):
        names = [f"worker-{number}" for number in range(workers)]
        for name in names:
            deployment.start_worker(name, concurrency=1)
        await_workers(deployment, workers)
        deployment.empty()
        found[workers] = {
            kind: measure_import(deployment, file).phases["applying"] for kind, file in zip(KINDS, files, strict=True)
        }
        for name in names:
            deployment.terminate(name)
    print("   ".join(f"{kind} {found[2][kind] / found[1][kind]:.2f}" for kind in KINDS), flush=True)
    return found


def await_workers(deployment: Deployment, workers: int) -> None:
    """Until so many workers answer."""
    url = deployment.redis_url.replace("unix://", "redis+socket://", 1)
    control = Celery(broker=url).control
    wait_until(lambda: len(control.ping(timeout=1) or []) == workers, f"{workers} workers answer", 60)


if __name__ == "__main__":
    main()
