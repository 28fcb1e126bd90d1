"""Pages of other origins, in a real browser: what they may try on a server that the same browser uses.

A page on another port of the same host is the same *site*: the browser sends the login's cookie along.
"""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.acceptance.deployment import Deployment, deployed
from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.browser.servers import ADMIN, API, PASSWORD

EVIL = "evil.example"
SITES = {"the same site": "127.0.0.1", "another site": EVIL, "this machine by its name": "localhost"}
# What moves by itself or by looking: when somebody was last seen, and the search, which follows the log.
MOVING = {"user_sessions", "search_state", "product_search", "product_words"}
# What a browser does not let a page see is refused, or opaque, which holds nothing.
UNSEEN = {"refused", "opaque", "empty"}


class Quiet(SimpleHTTPRequestHandler):
    """Serves the foreign page, and says nothing of it."""

    def log_message(self, *_: Any) -> None: ...


@pytest.fixture(scope="module")
def foreign_port() -> Iterator[int]:
    """The port of a server with a page that is up to no good."""
    handler = partial(Quiet, directory=str(Path(__file__).parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def misled(browser: Browser) -> Iterator[Browser]:
    """A browser for which any name of `.example` is this machine, as after a DNS rebinding."""
    arguments = [*ARGUMENTS, "--host-resolver-rules=MAP *.example 127.0.0.1"]
    chromium = browser.browser_type.launch(executable_path=chromium_path(), args=arguments)
    yield chromium
    chromium.close()


class Attacked:
    """A server of real processes, a browser that is let in, and what stands in its database."""

    def __init__(self, deployment: Deployment, cookies: list[Any]) -> None:
        self.deployment = deployment
        self.address = f"http://127.0.0.1:{deployment.port}"
        self.cookies = cookies

    def context(self, browser: Browser) -> BrowserContext:
        context = browser.new_context()
        context.add_cookies(self.cookies)
        return context

    def rows(self) -> dict[str, str]:
        """Each table with a digest of all that it holds."""
        names = "select tablename from pg_tables where schemaname = 'public' order by 1"
        digest = "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {} t"
        tables = [name for (name,) in self.deployment.query(names) if name not in MOVING]
        return {name: self.deployment.value(digest.format(name)) for name in tables}

    def picture(self) -> str:
        """The path of a picture of the web UI."""
        found = re.search(r"/assets/icon[^\"]+", httpx2.get(f"{self.address}/products").text)
        assert found
        return found[0]

    def readable(self) -> dict[str, str]:
        """What the foreign page's script has to know."""
        return {"server": self.address, "picture": self.picture()}

    def files(self) -> int:
        return sum(path.is_file() for path in (self.deployment.root / "storage").rglob("*"))


@pytest.fixture(scope="module", params=["local", "required"])
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attacked]:
    """A server with one product; with `required` the browser has logged in there."""
    with deployed(tmp_path_factory.mktemp("attacked"), AUTH=request.param) as deployment:
        cookies = first_admin(deployment) if request.param == "required" else []
        ours = {"sku": "ours", "name": "What is ours"}
        deployment.api.post(f"{API}/products", json=ours).raise_for_status()
        yield Attacked(deployment, cookies)


def first_admin(deployment: Deployment) -> list[Any]:
    """Make the first admin; the cookie of their browser."""
    command = [sys.executable, "-m", "product_importer.cli", "access", "link"]
    link = subprocess.run(command, env=deployment.environment, capture_output=True, text=True, check=True).stdout
    chosen = {"token": link.strip().partition("#")[2], "email": ADMIN, "password": PASSWORD}
    deployment.api.post(f"{API}/links/use", json=chosen).raise_for_status()
    return [
        {"name": name, "value": value, "domain": "127.0.0.1", "path": "/", "sameSite": "Lax", "httpOnly": True}
        for name, value in deployment.api.cookies.items()
    ]


@contextmanager
def on_foreign_page(attacked: Attacked, browser: Browser, address: str) -> Iterator[tuple[Page, list[Request]]]:
    """The foreign page in the browser that uses the server, and what it asked of that server."""
    context = attacked.context(browser)
    asked: list[Request] = []
    context.on("request", lambda request: asked.append(request) if request.url.startswith(attacked.address) else None)
    page = context.new_page()
    page.goto(address)
    yield page, asked
    context.close()


def submit_in_a_window(page: Page, server: str) -> None:
    """A form with a file, whose answer comes in a new window."""
    with page.expect_popup() as popup:
        page.evaluate("server => submitsInAWindow(server)", server)
    popup.value.wait_for_load_state()


@pytest.mark.parametrize("host", SITES.values(), ids=SITES)
def test_a_foreign_page_reads_nothing(attacked: Attacked, misled: Browser, foreign_port: int, host: str) -> None:
    with on_foreign_page(attacked, misled, f"http://{host}:{foreign_port}/foreign_page.html") as (page, asked):
        found = page.evaluate("(what) => reads(what)", attacked.readable())
    assert len(found) == 16
    assert {what: came for what, came in found.items() if came not in UNSEEN} == {}
    paths = {request.url.removeprefix(attacked.address).partition("?")[0] for request in asked}
    assert paths >= {f"{API}/products", f"{API}/products/export", "/products", attacked.picture()}


@pytest.mark.parametrize("host", SITES.values(), ids=SITES)
def test_a_foreign_page_writes_nothing(attacked: Attacked, misled: Browser, foreign_port: int, host: str) -> None:
    before = attacked.rows(), attacked.files()
    with on_foreign_page(attacked, misled, f"http://{host}:{foreign_port}/foreign_page.html") as (page, asked):
        found = page.evaluate("server => writes(server)", attacked.address)
        submit_in_a_window(page, attacked.address)
        page.wait_for_load_state("networkidle")
    assert len(found) == 32
    assert {what: came for what, came in found.items() if came not in UNSEEN | {"sent"}} == {}
    # Those that a browser sends without asking first have reached the server.
    assert len([request for request in asked if request.method == "POST"]) >= 20
    assert (attacked.rows(), attacked.files()) == before
    assert attacked.deployment.api.get(f"{API}/whoami").status_code == 200


def test_the_same_code_on_our_own_page_reads_and_writes(attacked: Attacked, misled: Browser) -> None:
    code = (Path(__file__).parent / "foreign_page.js").read_text()
    context = attacked.context(misled)
    page = context.new_page()
    page.goto(f"{attacked.address}/jobs")
    page.evaluate(code)
    before = attacked.files()
    found = page.evaluate("(what) => reads(what)", attacked.readable())
    assert {found[what] for what in ("fetch, include", "the page, include", "export, include")} == {"read 200"}
    assert {found[what] for what in ("image", "window")} == {"read"}
    upload = "server => fetched(`${server}/api/v1/uploads`, { method: 'POST', body: uploaded() })"
    assert page.evaluate(upload, attacked.address) == "read 201"
    submit_in_a_window(page, attacked.address)
    context.close()
    assert attacked.files() == before + 2


def test_a_name_that_resolves_to_this_machine_gets_in_nowhere(attacked: Attacked, misled: Browser) -> None:
    address = f"http://{EVIL}:{attacked.deployment.port}"
    before = attacked.rows()
    with on_foreign_page(attacked, misled, f"{address}/health/live") as (page, _):
        for path in ("/products", "/jobs", "/products/export?format=csv", "/webhooks"):
            status = page.evaluate("path => fetch(path).then((answer) => answer.status)", f"{API}{path}")
            assert status in {401, 403}, path
        write = "path => fetch(path, { method: 'POST', body: '{}' }).then((answer) => answer.status)"
        assert page.evaluate(write, f"{API}/products") in {401, 403}
        upload = "path => fetch(path, { method: 'POST', body: new FormData() }).then((answer) => answer.status)"
        assert page.evaluate(upload, f"{API}/uploads") in {401, 403}
    assert attacked.rows() == before
    if not attacked.cookies:
        assert httpx2.get(f"{attacked.address}/", headers={"Host": EVIL}).json()["code"] == "host_not_allowed"
