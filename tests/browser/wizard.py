"""The steps of an import, as a person takes them."""

import re

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.files import DONE, choose

READY = re.compile(r"/upload/[0-9a-f-]{36}$")
RECEIPT = re.compile(r"/imports/[0-9a-f-]{36}$")
PLAN = re.compile(r"/imports/[0-9a-f-]{36}/plan")
_SECONDS = 120_000


def to_ready(page: Page, file: FilePayload) -> None:
    """Upload a file and arrive at its "Ready?" page."""
    if not page.url.endswith("/upload"):
        page.goto("/upload")
    choose(page, file)
    page.wait_for_url(READY)
    expect(page.get_by_role("heading", name=file["name"])).to_be_visible()


def check(page: Page) -> None:
    """Ask what would change, and wait for the answer."""
    page.get_by_role("button", name="Check what would change").click()
    page.wait_for_url(PLAN)
    expect(page).to_have_title(re.compile("^Waits for you"), timeout=_SECONDS)
    expect(page.get_by_role("heading", name="Row by row")).to_be_visible()


def apply(page: Page) -> None:
    """Confirm the plan that is shown, and wait for the receipt."""
    page.get_by_role("button", name=re.compile("^(Apply to|Finish)")).click()
    page.wait_for_url(RECEIPT)
    expect(page).to_have_title(DONE, timeout=_SECONDS)
    expect(page).to_have_url(RECEIPT)


def undo(page: Page) -> None:
    """From the receipt to what the undo has done."""
    page.get_by_role("link", name="Undo", exact=True).click()
    page.get_by_role("button", name=re.compile("^Undo ")).click()
    expect(page.get_by_text("created by the import: gone again")).to_be_visible(timeout=_SECONDS)
