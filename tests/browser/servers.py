"""Servers that a browser visits. With TEST_AUTH=required each asks who one is, and knows the first admin."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
from playwright.sync_api import BrowserContext

import product_importer
from tests.cli.commands import Running
from tests.conftest import UNLIMITED, asks_for_a_key

API = "/api/v1"
ADMIN = "owner@example.com"
PASSWORD = "a heron under nine umbrellas"
UI = Path(product_importer.__file__).parent / "ui" / "index.html"

_LINK = re.compile(r"http://\S+/set-up#\S+")
# By address, the cookie of the admin of a server that asks who one is.
_cookies: dict[str, dict[str, str]] = {}


class Guarded:
    """A running server with AUTH=required."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.server = Running(folder / "data", "up", AUTH="required", **UNLIMITED, **settings)
        self.address = f"http://127.0.0.1:{self.server.port}"

    def set_up_link(self) -> str:
        """The link that was printed at the start, as a path."""
        found = _LINK.search(self.server.seen())
        assert found, self.server.seen()
        return path_of(found[0])

    @contextmanager
    def set_up(self) -> Iterator[httpx2.Client]:
        """Make the first admin; a client that is logged in as them."""
        chosen = {"token": self.set_up_link().partition("#")[2], "email": ADMIN, "password": PASSWORD}
        with httpx2.Client(base_url=f"{self.address}{API}", headers={"Origin": self.address}) as api:
            api.post("/links/use", json=chosen | {"display_name": "Shop Owner"}).raise_for_status()
            yield api


def require_ui() -> None:
    """Fail at once where there is no page to be opened."""
    assert UI.is_file(), "The web UI is not built. Run `uv sync --reinstall-package product-importer`."


def serve(folder: Path) -> Iterator[str]:
    """The address of a server with an empty catalogue, for as long as the fixture lives."""
    if asks_for_a_key():
        for guarded in serve_guarded(folder):
            with guarded.set_up() as api:
                _cookies[guarded.address] = dict(api.cookies)
            yield guarded.address
        return
    yield from serve_this_machine(folder)


def serve_this_machine(folder: Path) -> Iterator[str]:
    """The same without logins, whatever the other tests are asked for."""
    require_ui()
    server = Running(folder / "data", "up")
    try:
        server.wait_for("Ctrl-C")
        yield f"http://127.0.0.1:{server.port}"
    finally:
        stop(server)


def serve_guarded(folder: Path, **settings: str) -> Iterator[Guarded]:
    """A server with an empty catalogue into which nobody gets without a login."""
    require_ui()
    guarded = Guarded(folder, **settings)
    try:
        guarded.server.wait_for("Ctrl-C")
        yield guarded
    finally:
        stop(guarded.server)


def stop(server: Running) -> None:
    server.process.send_signal(signal.SIGINT)
    server.process.wait(timeout=60)


def let_in(context: BrowserContext, address: str) -> None:
    """Log a browser in as the admin, where the server at `address` asks who one is."""
    for name, value in _cookies.get(address, {}).items():
        context.add_cookies([{"name": name, "value": value, "url": address}])


def api_of(address: str) -> httpx2.Client:
    """The API of a server, as the browser's own page asks it."""
    return httpx2.Client(base_url=f"{address}{API}", cookies=_cookies.get(address))


def by_whom() -> str:
    """What the history says of a change that was made in the browser."""
    return f"by {ADMIN}" if asks_for_a_key() else "by hand"


def path_of(link: str) -> str:
    """A link without the address of its server."""
    return "/" + link.split("/", 3)[3]
