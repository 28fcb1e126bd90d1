"""A real server and a real Chromium; every page fails its test when the browser complains about it.

With TEST_AUTH=required the server asks who one is, and the browser has logged in.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, expect, sync_playwright

from tests.browser.servers import let_in, serve
from tests.cli.commands import run
from tests.waiting import DEADLINE_SECONDS

Scheme = Literal["light", "dark"]
OpenPage = Callable[..., Page]

DESKTOP, TABLET, PHONE = (1440, 900), (768, 1024), (390, 844)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The browser reports every refused request as an error of its own, also those a test provokes.
_EXPECTED = (
    "Failed to load resource: the server responded with a status of 4",
    "Failed to load resource: net::ERR_INTERNET_DISCONNECTED",
)

# How long something takes to be seen says more about the machine than about the page.
expect.set_options(timeout=DEADLINE_SECONDS * 1_000)


def chromium_path() -> str:
    """Chromium as the system brings it, best without the windows that nobody sees; CHROMIUM names another one."""
    found = (shutil.which(name) for name in ("chromium-headless-shell", "chromium", "google-chrome"))
    program = os.environ.get("CHROMIUM") or next(filter(None, found), None)
    assert program, "Install Chromium (apt-get install chromium), or name one in CHROMIUM."
    return program


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests here; while it is there its event loop has the thread, and no other can run in it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the shared server keeps its data."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="session")
def server(server_folder: Path) -> Iterator[str]:
    """The server all tests share; each test brings SKUs of its own."""
    yield from serve(server_folder)


@pytest.fixture(scope="module")
def empty_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server into which nothing is ever imported."""
    yield from serve(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[OpenPage]:
    """Opens a path at a size and in a colour scheme, in a browser that has never been there."""
    complaints: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(_EXPECTED):
            complaints.append(message.text)

    def open_at(path: str, *, size: tuple[int, int] = DESKTOP, scheme: Scheme = "light", on: str | None = None) -> Page:
        viewport = ViewportSize(width=size[0], height=size[1])
        context = browser.new_context(viewport=viewport, color_scheme=scheme, base_url=on or server)
        let_in(context, on or server)
        page = context.new_page()
        page.on("console", on_console)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    known = len(browser.contexts)
    yield open_at
    for context in browser.contexts[known:]:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of so many bytes that it can be stopped at each tenth of its way up."""
    return sample(tmp_path_factory, 400_000)


@pytest.fixture(scope="session")
def slow_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue that takes long enough to be watched while it goes in."""
    return sample(tmp_path_factory, 200_000)


def sample(folders: pytest.TempPathFactory, rows: int) -> Path:
    path = folders.mktemp("files") / "large.csv"
    assert run("sample", "--rows", rows, path).returncode == 0
    return path
