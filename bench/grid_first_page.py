"""What a large catalogue costs the first page of the grid, from the address to an open editor.

    uv run python -m bench.grid_first_page [--rows 1000000] [--rounds 9]

A browser that has never been there opens `/products` of a catalogue of 50 products and of a large one, in turn, and
edits a cell as soon as it can. What is left when the answer of the API has been taken off is the page's own time.
"""

import argparse
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.large_catalogue import fill
from tests.acceptance.deployment import Deployment, deployed
from tests.browser.conftest import ARGUMENTS, chromium_path

SMALL = 50
FIRST_NAME = '[role=grid] [aria-rowindex="2"] > [aria-colindex="3"]'
API_MS = """
    () => performance.getEntriesByType('resource')
        .find(({ name }) => new URL(name).pathname === '/api/v1/products').duration
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        sizes = (SMALL, arguments.rows)
        catalogues = {rows: stack.enter_context(deployed(Path(folder) / str(rows))) for rows in sizes}
        for rows, deployment in catalogues.items():
            fill(deployment, rows)
        chromium = stack.enter_context(sync_playwright()).chromium
        browser = chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        report(measured(browser, catalogues, arguments.rounds))
        browser.close()


def measured(browser: Browser, catalogues: dict[int, Deployment], rounds: int) -> dict[int, list[tuple[float, float]]]:
    """Milliseconds to an open editor and of the API's answer, for each catalogue; the first round warms up."""
    found: dict[int, list[tuple[float, float]]] = {rows: [] for rows in catalogues}
    for number in range(rounds + 1):
        for rows, deployment in catalogues.items():
            times = open_and_edit(browser, f"http://127.0.0.1:{deployment.port}")
            if number > 0:
                found[rows].append(times)
    return found


def open_and_edit(browser: Browser, address: str) -> tuple[float, float]:
    """Open the page with an empty cache and begin to edit its first name."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    begun = time.perf_counter()
    page.goto("/products", wait_until="commit")
    page.locator(FIRST_NAME).dblclick()
    page.locator("textarea").wait_for()
    total = (time.perf_counter() - begun) * 1000
    api: float = page.evaluate(API_MS)
    context.close()
    return total, api


def report(found: dict[int, list[tuple[float, float]]]) -> None:
    print(f"{'products':>12} {'editable':>10} {'API':>8} {'page':>9}")
    rest: dict[int, float] = {}
    for rows, times in found.items():
        rest[rows] = statistics.median(total - api for total, api in times)
        total, api = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"{rows:>12,} {total:>7.0f} ms {api:>5.0f} ms {rest[rows]:>6.0f} ms")
    small, large = rest.values()
    print(f"the page's own time at the large one is {large / small:.2f} times that at {SMALL}")


if __name__ == "__main__":
    main()
