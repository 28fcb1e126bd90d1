"""Each page with data in it: at every width, in both colour schemes."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import DESKTOP, PHONE, TABLET, OpenPage, Scheme
from tests.browser.files import csv, import_file, rows

LONG = "A product name that somebody has written without ever thinking of the width of a column, and then some more"
_WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def addresses() -> dict[str, str]:
    """Where the pages are, once the first test has filled them."""
    return {}


def fill(page: Page, addresses: dict[str, str]) -> None:
    """One import with every usual outcome, and the pages it leads to."""
    import_file(page, csv("long names and bad rows.csv", *rows("page", 60), f"page-long,{LONG},1.00,blue", "x,,1,"))
    addresses["receipt"] = page.url
    page.goto("/products?q=page-long")
    page.get_by_role("link", name="page-long").click()
    page.wait_for_url("**product=*")
    addresses["product"] = page.url
    addresses.update(start="/upload", products="/products", jobs="/jobs", create="/products?product=new")


READY_WHEN = {
    "start": "Earlier imports",
    "receipt": "did not go in",
    "products": "page-0060",
    "product": "Save changes",
    "create": "Create product",
    "jobs": "History",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, TABLET, PHONE], ids=["desktop", "tablet", "phone"])
@pytest.mark.parametrize("name", READY_WHEN)
def test_a_page_fits_its_window_and_axe_finds_nothing(
    open_page: OpenPage, addresses: dict[str, str], name: str, size: tuple[int, int], scheme: Scheme
) -> None:
    if not addresses:
        fill(open_page("/upload"), addresses)
    page = open_page(addresses[name], size=size, scheme=scheme)
    expect(page.get_by_text(READY_WHEN[name], exact=False).first).to_be_visible()
    assert not page.evaluate(_WIDER)
    assert_accessible(page)


def test_the_chosen_colours_stay(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    page.get_by_role("button", name="Colours", exact=False).click()
    page.get_by_role("menuitem", name="Dark").click()
    assert page.evaluate("() => document.documentElement.dataset.mantineColorScheme") == "dark"
    page.reload()
    assert page.evaluate("() => document.documentElement.dataset.mantineColorScheme") == "dark"


def test_nothing_is_asked_of_any_other_host(open_page: OpenPage, server: str) -> None:
    page = open_page("/upload")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/upload", "/products", "/jobs"):
        page.goto(path)
        page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if not url.startswith(server)] == []
