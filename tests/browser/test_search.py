"""One place to go anywhere from."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, Scheme
from tests.browser.files import csv, import_file, rows


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop", "phone"])
def test_products_imports_and_pages_are_found_from_anywhere(
    open_page: OpenPage, size: tuple[int, int], scheme: Scheme
) -> None:
    page = open_page("/upload", size=size, scheme=scheme)
    import_file(page, csv("searched file.csv", *rows("find", 3)))
    page.goto("/jobs")
    page.get_by_role("heading", name="Jobs").wait_for()
    page.keyboard.press("Control+k")
    field = page.get_by_role("dialog").get_by_role("combobox")
    expect(field).to_be_focused()
    field.fill("find-0002")
    expect(page.get_by_role("option", name=re.compile("find-0002"))).to_be_visible()
    assert_accessible(page)
    field.press("Enter")
    page.wait_for_url("**/products?product=*")

    page.goto("/settings")
    page.get_by_role("button", name="Search").click()
    field.fill("searched file")
    page.get_by_role("option", name=re.compile("searched file.csv")).first.click()
    page.wait_for_url("**/imports/*-*")
    page.keyboard.press("Control+k")
    field.fill("zzz nothing")
    expect(page.get_by_text("Nothing is called that.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()


def test_actions_are_done_from_anywhere(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    page.get_by_role("heading", name="Jobs", exact=True).wait_for()
    page.keyboard.press("Control+k")
    field = page.get_by_role("dialog").get_by_role("combobox")
    field.fill("dark")
    expect(page.get_by_role("option", name=re.compile("Dark colours"))).to_be_visible()
    field.press("Enter")
    expect(field).to_be_hidden()
    assert page.evaluate("() => document.documentElement.dataset.mantineColorScheme") == "dark"
    page.keyboard.press("Control+k")
    field.fill("new product")
    field.press("Enter")
    page.wait_for_url("**/products?product=new")
    page.keyboard.press("Control+k")
    field.fill("add webhook")
    field.press("Enter")
    page.wait_for_url("**/webhooks/new")
    page.keyboard.press("Control+k")
    field.fill("deliveries")
    field.press("Enter")
    page.wait_for_url("**/webhooks")
    page.keyboard.press("Control+k")
    field.fill("export")
    with page.expect_download() as download:
        field.press("Enter")
    assert re.fullmatch(r"products-.*\.csv", download.value.suggested_filename)
