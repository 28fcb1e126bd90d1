"""A server that asks who one is, and people in browsers of their own."""

import re
import signal
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import require_ui
from tests.cli.commands import Running

ADMIN = "owner@example.com"
PASSWORD = "a heron under nine umbrellas"
OTHER_PASSWORD = "eleven quiet typewriters rust"

_LINK = re.compile(r"http://\S+/set-up#\S+")


class Guarded:
    """A running server with AUTH=required."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.server = Running(folder / "data", "up", AUTH="required", **settings)
        self.address = f"http://127.0.0.1:{self.server.port}"

    def set_up_link(self) -> str:
        """The link that was printed at the start, as a path."""
        found = _LINK.search(self.server.seen())
        assert found, self.server.seen()
        return path_of(found[0])


def serve_guarded(folder: Path, **settings: str) -> Iterator[Guarded]:
    """A server with an empty catalogue into which nobody gets without a login."""
    require_ui()
    guarded = Guarded(folder, **settings)
    try:
        guarded.server.wait_for("Ctrl-C")
        yield guarded
    finally:
        guarded.server.process.send_signal(signal.SIGINT)
        guarded.server.process.wait(timeout=60)


def path_of(link: str) -> str:
    """A link without the address of its server."""
    return "/" + link.split("/", 3)[3]


def log_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Fill in the login that stands in place of the page."""
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name=re.compile("^Account: ")).wait_for()


def choose_password(page: Page, button: str, password: str = PASSWORD) -> None:
    """Choose a password on the page of a one-time link."""
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name=button).click()
    page.get_by_role("button", name=re.compile("^Account: ")).wait_for()
