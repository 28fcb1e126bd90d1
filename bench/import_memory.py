"""How much memory an import takes, and that it does not grow with the file.

    uv run python -m bench.import_memory [--rows 500000 5000000]

Peak resident memory of the API process and the worker during imports, each over what the same process holds when idle,
sampled every 20 ms. PostgreSQL and Valkey are not counted. Each size is imported as often as makes the same number of
rows in all, into an empty catalogue each time, so that a high moment has the same chances at every size.
"""

import argparse
import tempfile
from pathlib import Path

from bench.catalogue import write_catalogue
from tests.acceptance.deployment import Deployment, deployed
from tests.acceptance.memory import MIB, PARTS, resident, sampled


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, nargs="+", default=[500_000, 5_000_000])
    arguments = parser.parse_args()
    print(
        f"{'rows':>10} {'times':>5} {'file':>8}   "
        + "   ".join(f"{part:>6} idle   peak   over" for part in PARTS)
        + "    sum over"
    )
    for rows in arguments.rows:
        measure(rows, max(arguments.rows) // rows)


def measure(rows: int, times: int) -> None:
    """Import one file so often in a fresh deployment and print its line."""
    with tempfile.TemporaryDirectory() as folder:
        file = write_catalogue(Path(folder) / "catalogue.csv", rows)
        size = file.stat().st_size
        with deployed(Path(folder) / "servers", JOB_LEASE_SECONDS="30") as deployment:
            warm_up(deployment, Path(folder) / "small.csv")
            idle = resident(deployment)
            with sampled(deployment) as peaks:
                for _ in range(times):
                    deployment.empty()
                    found = deployment.finished(deployment.post_import(file)["id"], 1_800)
                    assert found["status"] == "completed", found["error"]
    cells = [
        f"{idle[part] / MIB:11.0f} {peaks[part] / MIB:6.0f} {(peaks[part] - idle[part]) / MIB:6.0f}" for part in PARTS
    ]
    over = sum(peaks[part] - idle[part] for part in PARTS) / MIB
    print(f"{rows:>10,} {times:>5} {size / 1e6:>5.0f} MB   " + "   ".join(cells) + f"   {over:6.0f} MiB", flush=True)


def warm_up(deployment: Deployment, file: Path) -> None:
    """A small import, larger than the sample that detection reads of any file.

    So what a process loads once, and what its allocator keeps of the sample, is not taken for what grows with a file.
    """
    deployment.finished(deployment.post_import(write_catalogue(file, 20_000))["id"])


if __name__ == "__main__":
    main()
