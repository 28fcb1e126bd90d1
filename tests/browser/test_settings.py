"""The settings page: profiles, health with what to do, workers and queues, limits, versions."""

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from playwright.sync_api import Locator, Page, expect

from product_importer.embedded.valkey import EmbeddedValkey
from tests.browser.accessible import assert_accessible
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.fitting import assert_fits
from tests.browser.servers import serve

# A check that gets no answer is given up after some seconds, and the page asks anew every five.
NOTICED_MS = 60_000


@pytest.fixture(scope="module")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a server whose parts a test may stop."""
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def own_server(own_folder: Path) -> Iterator[str]:
    yield from serve(own_folder)


def card(page: Page, title: str) -> Locator:
    """The card with this heading."""
    return page.locator("section").filter(has=page.get_by_role("heading", name=title, exact=True))


def test_everything_that_is_needed_is_well(open_page: OpenPage) -> None:
    page = open_page("/settings")
    health = card(page, "Health")
    expect(health.get_by_text("Everything is well").first).to_be_visible(timeout=NOTICED_MS)
    for subject in ("PostgreSQL", "Migrations", "Redis", "Storage", "Disk", "Workers"):
        expect(health.get_by_role("listitem").filter(has_text=subject).get_by_text("Well")).to_be_visible()
    expect(page).to_have_title("Settings · Product Importer")
    workers = card(page, "Workers and queues")
    expect(workers.get_by_text(re.compile("^celery@"))).to_be_visible()
    expect(workers.get_by_text(re.compile("at a time · up for"))).to_be_visible()
    expect(workers.get_by_text("Queue product_importer")).to_be_visible()
    limits = card(page, "Limits")
    expect(limits.get_by_text("MAX_UPLOAD_BYTES")).to_be_visible()
    expect(limits.get_by_text("2.1 GB")).to_be_visible()
    expect(limits.get_by_text("90 days")).to_be_visible()
    versions = card(page, "Versions")
    expect(versions.get_by_text(re.compile("Valkey"))).to_be_visible()


def test_a_redis_that_is_stopped_is_red_and_says_what_to_do_until_it_goes_on(
    open_page: OpenPage, own_server: str, own_folder: Path
) -> None:
    page = open_page("/settings", on=own_server)
    row = card(page, "Health").get_by_role("listitem").filter(has_text="Redis")
    expect(row.get_by_text("Well")).to_be_visible(timeout=NOTICED_MS)
    with redis.Redis.from_url(EmbeddedValkey(own_folder / "data" / "valkey").url()) as client:
        pid = client.info("server")["process_id"]
    os.kill(pid, signal.SIGSTOP)
    try:
        expect(row.get_by_text("Failed")).to_be_visible(timeout=NOTICED_MS)
        expect(row.get_by_text(re.compile("Start it or correct REDIS_URL"))).to_be_visible()
        workers = card(page, "Workers and queues")
        expect(workers.get_by_text(re.compile("cannot be asked while the broker"))).to_be_visible(timeout=NOTICED_MS)
        expect(page).to_have_title(re.compile("Redis and Workers need attention"))
        assert_fits(page)
        assert_accessible(page)
        page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        page.emulate_media(color_scheme="dark")
        assert_fits(page)
        assert_accessible(page)
    finally:
        os.kill(pid, signal.SIGCONT)
    expect(row.get_by_text("Well")).to_be_visible(timeout=NOTICED_MS)


def test_the_place_of_each_card_is_there_before_its_content(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    page.route("**/api/v1/status", lambda _route: None)
    page.get_by_role("link", name="Settings").click()
    expect(card(page, "Limits").get_by_text("Loading")).to_be_attached()
    expect(card(page, "Health").get_by_text("Loading")).to_be_attached()
    page.unroute("**/api/v1/status")
