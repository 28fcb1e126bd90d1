"""What the pages teach while there is nothing."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.looks import assert_fine_in_every_look

TEACHES = {
    "/upload": "Every row is accounted for",
    "/products": "Products come from a file",
    "/products?q=nothing": "No product matches",
    "/webhooks": "No webhooks yet",
    "/webhooks/00000000-0000-7000-8000-000000000000": "Nothing is registered under this address",
    "/jobs": "Each import runs as a job",
    "/settings": "No profiles yet",
    "/nowhere": "This address leads nowhere",
}


@pytest.mark.parametrize("path", TEACHES)
def test_an_empty_page_says_what_to_do(open_page: OpenPage, empty_server: str, path: str) -> None:
    page = open_page(path, on=empty_server)
    assert_fine_in_every_look(page, page.get_by_text(TEACHES[path], exact=False).first)


@pytest.mark.covers("001:129")
def test_the_start_page_is_the_import(open_page: OpenPage, empty_server: str) -> None:
    page = open_page("/", on=empty_server)
    page.wait_for_url("**/upload")
    expect(page.get_by_role("heading", name="Import products")).to_be_visible()
