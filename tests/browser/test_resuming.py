"""Bytes on their way up: paused, given up, and gone on with after the browser was closed."""

import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import ARGUMENTS, OpenPage, chromium_path
from tests.browser.servers import let_in

PIECES = "**/uploads/resumable/*"


def offset_of(route: Route) -> int:
    """Where a piece begins; -1 for requests that carry none."""
    request = route.request
    return int(request.headers["upload-offset"]) if request.method == "PATCH" else -1


def hold_from(page: Page, offset: int) -> None:
    """Let nothing up that begins at `offset` or beyond."""
    page.route(PIECES, lambda route: None if offset_of(route) >= offset else route.continue_())


def kept_browser(browser: Browser, folder: Path, server: str) -> BrowserContext:
    """A browser that remembers, as a person's does."""
    context = browser.browser_type.launch_persistent_context(
        folder, executable_path=chromium_path(), args=ARGUMENTS, base_url=server
    )
    let_in(context, server)
    return context


def test_a_closed_browser_goes_on_from_where_it_was(
    browser: Browser, server: str, large_file: Path, tmp_path: Path
) -> None:
    size = large_file.stat().st_size
    first = kept_browser(browser, tmp_path / "profile", server)
    page = first.new_page()
    hold_from(page, round(size * 0.6))
    page.goto("/upload")
    page.get_by_label("Choose a product file").set_input_files(large_file)
    card = page.get_by_role("region", name="Upload")
    expect(card).to_contain_text(re.compile(r"6\d %"), timeout=60_000)
    expect(card.get_by_role("group", name="First rows of the file")).to_be_visible()
    first.close()

    second = kept_browser(browser, tmp_path / "profile", server)
    page = second.new_page()
    offsets: list[int] = []

    def note(route: Route) -> None:
        offsets.append(offset_of(route))
        route.continue_()

    page.route(PIECES, note)
    page.goto("/upload")
    expect(page.get_by_role("heading", name="An upload broke off")).to_be_visible()
    assert_accessible(page)
    button = page.get_by_role("button", name=re.compile(r"^Go on from 6\d %$"))
    with page.expect_file_chooser() as chooser:
        button.click()
    chooser.value.set_files({"name": "other.csv", "mimeType": "text/csv", "buffer": b"SKU\nx\n"})
    expect(page.get_by_role("alert")).to_contain_text("other.csv is another file")
    with page.expect_file_chooser() as chooser:
        button.click()
    chooser.value.set_files(large_file)
    page.wait_for_url("**/upload/*-*", timeout=120_000)
    expect(page.get_by_role("button", name="Import about")).to_be_visible()
    assert min(offset for offset in offsets if offset >= 0) >= size * 0.55
    page.goto("/upload")
    expect(page.get_by_text("Earlier imports").or_(page.get_by_text("Give it a file")).first).to_be_visible()
    expect(page.get_by_role("heading", name="An upload broke off")).to_be_hidden()
    second.close()


def test_an_upload_is_paused_gone_on_with_and_given_up(open_page: OpenPage, large_file: Path) -> None:
    page = open_page("/upload")
    hold_from(page, 1)
    page.get_by_label("Choose a product file").set_input_files(large_file)
    card = page.get_by_role("region", name="Upload")
    card.get_by_role("button", name="Pause").click()
    expect(card).to_contain_text("Nothing is sent until you go on")
    expect(page).to_have_title(re.compile("^Paused at"))
    assert_accessible(page)
    card.get_by_role("button", name="Go on").click()
    expect(card).to_contain_text("Uploading")
    page.unroute(PIECES)
    card.get_by_role("button", name="Cancel upload").click()
    expect(page.get_by_label("Choose a product file")).to_be_attached()
    page.reload()
    expect(page.get_by_label("Choose a product file")).to_be_attached()
    expect(page.get_by_role("heading", name="An upload broke off")).to_be_hidden()
