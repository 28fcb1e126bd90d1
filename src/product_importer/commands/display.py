"""What the commands show: a progress bar on a terminal, plain lines in a pipe, a receipt at the end."""

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.table import Table

COUNTS = ("created", "updated", "unchanged", "duplicate", "rejected", "skipped")
BESIDE = ("deactivated", "deleted")
SECONDS_BETWEEN_LINES = 2.0
MEGABYTE = 1_000_000

Import = dict[str, Any]


class ProgressView(Protocol):
    """Shows how far something is."""

    def show(self, title: str, percent: float, detail: str = "") -> None:
        """Show a step and how much of it is done, 0 to 100."""


class Bar:
    """A bar that stays in its place."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def show(self, title: str, percent: float, detail: str = "") -> None:
        if title not in self._tasks:
            self._finish_others()
            self._tasks[title] = self._progress.add_task(title, total=100, detail=detail)
        self._progress.update(self._tasks[title], completed=percent, detail=detail)

    def _finish_others(self) -> None:
        for task in self._tasks.values():
            self._progress.update(task, completed=100)


class Lines:
    """A line at each new step, and one every two seconds."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._title = ""
        self._next_at = 0.0

    def show(self, title: str, percent: float, detail: str = "") -> None:
        now = time.monotonic()
        if title != self._title or now >= self._next_at:
            self._title, self._next_at = title, now + SECONDS_BETWEEN_LINES
            self._console.print(f"{title} {percent:.0f} % {detail}".rstrip(), markup=False, highlight=False)


@contextmanager
def progress_view(console: Console) -> Iterator[ProgressView]:
    """The view that fits where the output goes."""
    if not console.is_terminal:
        yield Lines(console)
        return
    columns = (
        TextColumn("{task.description:<28}", markup=False),
        BarColumn(bar_width=28),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("[dim]{task.fields[detail]}"),
    )
    with Progress(*columns, console=console) as progress:
        yield Bar(progress)


class ReadingFile(io.BufferedReader):
    """A file that shows how much of it has been read."""

    def __init__(self, path: Path, title: str, view: ProgressView) -> None:
        super().__init__(io.FileIO(path))
        self._size = path.stat().st_size
        self._title = title
        self._view = view

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as any file does."""
        data = super().read(size)
        done = 100 * self.tell() / self._size if self._size else 100.0
        self._view.show(self._title, done, f"{self.tell() / MEGABYTE:.1f} of {self._size / MEGABYTE:.1f} MB")
        return data


def show_running(console: Console, url: str, folder: Path) -> None:
    """Show where everything is and how to stop it."""
    lines = (
        "",
        "Product Importer is running.",
        "",
        f"  Web UI       {url}",
        f"  API          {url}/api/docs",
        f"  Data folder  {folder}",
        "  Stop         Ctrl-C",
        "",
    )
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def show_import(view: ProgressView, found: Import) -> None:
    """Show the phase, rows, speed and time left of an import."""
    progress = found["progress"]
    parts = []
    if progress["total"]:
        parts.append(f"{progress['current']:,} of {progress['total']:,} rows")
    if progress["rows_per_second"]:
        parts.append(f"{progress['rows_per_second']:,.0f} rows/s")
    if progress["eta_seconds"]:
        parts.append(f"{progress['eta_seconds']:.0f} s left")
    view.show("Importing", progress["percent"], " · ".join([found["phase"], *parts]))


def show_receipt(console: Console, found: Import, seconds: float, server: str) -> None:
    """Show what became of each row, or would, and why an import did not end well."""
    waits = found["status"] == "awaiting_confirmation"
    counts = found["plan"] if waits else found["counts"]
    names = [*COUNTS, *(name for name in BESIDE if counts.get(name))]
    if console.is_terminal:
        title = "Plan" if waits else "Receipt"
        console.print(f"\n{title} for {found['filename']}", markup=False, highlight=False, soft_wrap=True)
        console.print(_counts_table(counts, names))
    else:
        for name in ("read", *names):
            console.print(f"{name} {counts[name]}", highlight=False)
    for warning in (found["plan"] or {}).get("warnings", []):
        console.print(
            f"  {warning['count']:,} × {warning['code']}: {warning['message']}", markup=False, highlight=False
        )
    if waits:
        _show_plan(console, found["plan"], f"{server}/imports/{found['id']}")
    console.print(_outcome(found, seconds), markup=False, highlight=False)
    for code, rows in found["rejects_by_code"].items():
        console.print(f"  {rows:,} × {code}", markup=False, highlight=False)
    if found["counts"]["rejected"]:
        address = f"{server}/api/v1/imports/{found['id']}/rejects?format=csv"
        console.print(f"Rejected rows as a file: {address}", markup=False, highlight=False, soft_wrap=True)


def _show_plan(console: Console, plan: dict[str, Any], address: str) -> None:
    """Which fields would change, and where to go on."""
    for field, products in plan["fields"].items():
        if products:
            console.print(f"  {field} changes in {products:,}", markup=False, highlight=False)
    console.print(f"Nothing is written. Confirm or cancel: {address}", markup=False, highlight=False, soft_wrap=True)


def _counts_table(counts: dict[str, Any], names: list[str]) -> Table:
    table = Table()
    table.add_column("Rows")
    table.add_column("", justify="right")
    for name in names:
        table.add_row(name.capitalize(), f"{counts[name]:,}")
    table.add_section()
    table.add_row("Read", f"{counts['read']:,}")
    return table


def _outcome(found: Import, seconds: float) -> str:
    if found["error"]:
        return f"{found['status'].capitalize()}: {found['error']['detail']}"
    return f"{found['status'].replace('_', ' ').capitalize()} in {seconds:.1f} s."
