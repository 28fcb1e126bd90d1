"""What the list shows and how: filters, columns, saved lists, the trash, pictures, files to take along."""

import csv
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.grid import Grid, api_products, grid_of
from tests.browser.looks import assert_fine_in_every_look
from tests.waiting import wait_until

PIXEL = bytes.fromhex("47494638396101000100800000ff0000ffffff21f90400000000002c00000000010001000002024401003b")


def add_filter(page: Page, kind: str, **fields: str) -> None:
    page.get_by_role("button", name="Filter", exact=True).click()
    page.get_by_label("Only products whose").select_option(label=kind)
    for label, value in fields.items():
        field = page.get_by_role("dialog").get_by_label(label, exact=True)
        if kind.startswith("Is "):
            field.select_option(label=value)
        else:
            field.fill(value)
    page.get_by_role("button", name="Apply").click()


def show_column(page: Page, name: str) -> None:
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("checkbox", name=name, exact=True).check()
    page.keyboard.press("Escape")


def headers(page: Page) -> list[str]:
    return [text.strip() for text in page.get_by_role("columnheader").all_inner_texts()[1:]]


def test_filters_of_every_kind_stand_in_the_address_and_survive_a_reload(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    api_products(
        page,
        {"sku": "sieve-1", "name": "Lamp", "attributes": {"Finish": "matt, dark", "Bulb": "E27"}},
        {"sku": "sieve-2", "name": "Lamp", "price": "1", "attributes": {"Finish": "matt, dark"}},
        {"sku": "sieve-3", "name": "Lamp", "description": "Warm light", "attributes": {"Finish": "shiny"}},
    )
    page.goto("/products?sku=sieve-&sort=sku")
    grid = Grid(page)
    add_filter(page, "Attribute is", Attribute="Finish", Value="matt, dark")
    expect(grid.row("sieve-3")).to_have_count(0)
    add_filter(page, "Is empty", Field="Price")
    expect(grid.row("sieve-2")).to_have_count(0)
    add_filter(page, "Is filled", Field="Bulb")
    add_filter(page, "Created since", Day="2020-02-29")
    expect(grid.row("sieve-1")).to_be_visible()
    assert_accessible(page)
    page.reload()
    expect(grid.row("sieve-1")).to_be_visible()
    expect(page.get_by_text("1 product", exact=True).first).to_be_visible()
    page.get_by_role("button", name="Clear the filter Price").click()
    expect(grid.row("sieve-2")).to_have_count(0)
    page.get_by_role("button", name="Clear the filter Bulb").click()
    expect(grid.row("sieve-2")).to_be_visible()
    page.go_back()
    expect(grid.row("sieve-2")).to_have_count(0)
    page.get_by_role("button", name="Clear all").click()
    expect(page.get_by_role("button", name="Clear the filter Finish")).to_have_count(0)


def test_columns_are_chosen_and_moved_by_keyboard_and_remembered(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "column", 1)
    page = grid.page
    page.get_by_role("button", name="Columns").press("Enter")
    page.get_by_role("checkbox", name="Attributes", exact=True).press("Space")
    expect(page.get_by_role("checkbox", name="Attributes", exact=True)).to_be_focused()
    page.get_by_role("checkbox", name="Description", exact=True).press("Space")
    left = page.get_by_role("button", name="Move Description to the left")
    left.press("Enter")
    expect(left).to_be_focused()
    left.press("Enter")
    assert_accessible(page)
    page.keyboard.press("Escape")
    assert headers(page) == ["SKU", "Name", "Price", "Description", "Active", "Changed"]
    page.reload()
    expect(grid.row("column-1")).to_be_visible()
    assert headers(page) == ["SKU", "Name", "Price", "Description", "Active", "Changed"]
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("button", name="Reset the columns").click()
    assert headers(page) == ["SKU", "Name", "Price", "Active", "Attributes", "Changed"]


def test_a_column_is_widened_and_the_name_takes_what_room_is_left(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "wide", 1)
    page = grid.page

    def width(name: str) -> float:
        box = page.get_by_role("columnheader", name=name, exact=True).bounding_box()
        assert box is not None
        return box["width"]

    page.get_by_role("columnheader", name="Price", exact=True).click()
    grid.press(*["Control+ArrowRight"] * 4)
    assert width("Price") == 148
    page.reload()
    expect(grid.row("wide-1")).to_be_visible()
    assert width("Price") == 148
    before = width("Name")
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("checkbox", name="Attributes", exact=True).uncheck()
    wait_until(lambda: width("Name") > before + 100, "the name takes the room of the attributes")
    page.get_by_role("button", name="Reset the columns").click()
    wait_until(lambda: width("Price") == 108, "the price is as wide as at first")


def test_the_headers_sort_by_keyboard_and_the_order_stands_in_the_address(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "order", 3)
    header = grid.element.get_by_role("columnheader", name="Price", exact=True)
    header.click()
    expect(grid.page).to_have_url(re.compile("sort=price"))
    expect(header).to_have_attribute("aria-sort", "ascending")
    grid.press("Enter")
    expect(header).to_have_attribute("aria-sort", "descending")
    expect(grid.element.get_by_role("row").nth(1)).to_contain_text("order-3")
    expect(header).to_be_focused()


def test_a_list_is_saved_under_a_name_and_comes_back_with_its_columns(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "saved", 3)
    page = grid.page
    show_column(page, "Description")
    page.get_by_role("button", name="All products").click()
    assert_accessible(page)
    page.get_by_role("menuitem", name="Save this list…").click()
    page.get_by_label("Name", exact=True).fill("Saved lamps")
    assert_accessible(page)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page).to_have_url(re.compile("view="))

    page.get_by_role("columnheader", name="Price").click()
    page.get_by_role("button", name="Saved lamps changed").click()
    page.get_by_role("menuitem", name="Save the changes to Saved lamps").click()
    expect(page.get_by_role("button", name="Saved lamps", exact=True)).to_be_visible()

    other = open_page("/products")
    other.get_by_role("button", name="All products").click()
    other.get_by_role("menuitem", name="Saved lamps").click()
    expect(Grid(other).row("saved-1")).to_be_visible()
    expect(other.get_by_role("columnheader", name="Price")).to_have_attribute("aria-sort", "ascending")
    assert "Description" in headers(other)

    other.get_by_role("button", name="Saved lamps").click()
    other.get_by_role("menuitem", name="Save this list…").click()
    other.get_by_label("Name", exact=True).fill("saved LAMPS")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_label("Name", exact=True)).to_have_attribute("aria-invalid", "true")
    other.get_by_role("button", name="Cancel").click()
    other.get_by_role("button", name="Saved lamps").click()
    other.get_by_role("menuitem", name="Delete Saved lamps…").click()
    other.get_by_role("button", name="Delete the list").click()
    expect(other.get_by_role("button", name="All products")).to_be_visible()
    expect(Grid(other).row("saved-1")).to_be_visible()


def test_the_trash_is_a_view_whose_products_are_read_and_restored(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    (identity,) = api_products(page, {"sku": "thrown-1", "name": "Lamp"})
    page.request.delete(f"/api/v1/products/{identity}")
    page.goto("/products")
    page.get_by_role("button", name="All products").click()
    page.get_by_role("menuitem", name="Trash").click()
    grid = Grid(page)
    expect(grid.cell("thrown-1", "Deleted")).to_have_text("just now")
    grid.choose("thrown-1", "Name")
    grid.type("x")
    expect(page.get_by_role("textbox")).to_have_count(0)
    grid.press("Enter")
    drawer = page.get_by_role("dialog", name="thrown-1")
    expect(drawer).to_contain_text("It was moved to the trash just now")
    expect(drawer.get_by_role("region", name="History")).to_contain_text("Moved to the trash")
    assert_accessible(page)
    drawer.get_by_role("button", name="Restore").click()
    expect(page.get_by_text("thrown-1 is back in the catalogue.")).to_be_visible()
    expect(grid.row("thrown-1")).to_have_count(0)
    page.goto("/products?sku=thrown-")
    expect(grid.row("thrown-1")).to_be_visible()


def test_what_was_done_to_a_product_is_said_before_the_list_has_come_anew(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    (identity,) = api_products(page, {"sku": "slow-1", "name": "Lamp"})
    page.goto(f"/products?sku=slow-&product={identity}")
    drawer = page.get_by_role("dialog", name="slow-1")
    drawer.get_by_role("button", name="Delete").click()
    page.route("**/api/v1/products?*", lambda _route: None)
    page.get_by_role("button", name="Delete product").click()
    expect(page.get_by_text("slow-1 was deleted.")).to_be_visible()
    expect(drawer).to_have_count(0)
    page.unroute("**/api/v1/products?*")
    page.goto(f"/products?trashed=only&product={identity}")
    expect(drawer).to_contain_text("It was moved to the trash")
    expect(Grid(page).row("slow-1")).to_be_visible()
    page.route("**/api/v1/products?*", lambda _route: None)
    drawer.get_by_role("button", name="Restore").click()
    expect(page.get_by_text("slow-1 is back in the catalogue.")).to_be_visible()
    expect(drawer).to_have_count(0)


def test_what_the_list_finds_is_taken_along_as_a_file(open_page: OpenPage, tmp_path: Path) -> None:
    page = grid_of(open_page, "export", 60).page
    page.goto("/products?sku=export-&sort=sku&price_min=10")
    expect(page.get_by_text("51 products").first).to_be_visible()
    page.get_by_role("button", name="Export", exact=True).click()
    expect(page.get_by_text("All 51 products in this list, with every field")).to_be_visible()
    assert_accessible(page)
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="CSV").click()
    download.value.save_as(tmp_path / "products.csv")
    with (tmp_path / "products.csv").open(newline="") as file:
        skus = [row["sku"] for row in csv.DictReader(file)]
    assert len(skus) == 51
    assert skus == sorted(skus)


class Pictures(BaseHTTPRequestHandler):
    """Another host with pictures, which remembers who sent the browser."""

    asked: ClassVar[list[str | None]] = []

    def do_GET(self) -> None:
        Pictures.asked.append(self.headers.get("Referer"))
        self.send_response(200)
        self.send_header("Content-Type", "image/gif")
        self.end_headers()
        self.wfile.write(PIXEL)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def picture_host() -> Iterator[str]:
    Pictures.asked.clear()
    server = HTTPServer(("127.0.0.1", 0), Pictures)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_pictures_are_asked_for_only_after_a_person_allows_it(open_page: OpenPage, picture_host: str) -> None:
    page = open_page("/jobs")
    api_products(page, {"sku": "pic-1", "name": "Lamp", "attributes": {"Photo": f"{picture_host}/a.jpg"}})
    page.goto("/products?sku=pic-1")
    show_column(page, "Photo")
    grid = Grid(page)
    expect(grid.cell("pic-1", "Photo")).to_have_text(f"{picture_host}/a.jpg")
    page.wait_for_load_state("networkidle")
    assert Pictures.asked == []

    page.get_by_role("button", name="Columns").click()
    switch = page.get_by_role("switch", name="Show pictures")
    expect(page.get_by_text(f"requested from {picture_host.removeprefix('http://')}", exact=False)).to_be_visible()
    switch.press("Space")
    picture = page.get_by_role("img", name="Photo of pic-1")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("naturalWidth", 1)
    assert Pictures.asked == [None]
    assert_accessible(page)
    page.reload()
    expect(picture).to_be_visible()
    page.get_by_role("button", name="Columns", exact=True).click()
    switch.press("Space")
    expect(picture).to_have_count(0)


@pytest.mark.covers("004:760")
def test_long_and_odd_values_fit_every_window(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    sku = f"odd-{'of-a-supplier-who-writes-sentences-' * 4}end"
    attributes = {"An attribute with a long name": "and a value that goes on and on " * 6, "Size": "L"}
    name = "A product name that somebody has written without ever thinking of the width of a column"
    api_products(page, {"sku": sku, "name": name, "description": "Two\nlines", "attributes": attributes})
    page.goto("/products?sku=odd-")
    assert_fine_in_every_look(page, page.get_by_role("link", name=sku))


def test_on_a_phone_each_product_is_a_card_that_opens_and_the_order_is_chosen(open_page: OpenPage) -> None:
    page = open_page("/jobs", size=PHONE)
    api_products(page, *({"sku": f"card-{n}", "name": f"Lamp {n}", "price": f"{n}"} for n in (1, 2)))
    page.goto("/products?sku=card-")
    cards = page.get_by_role("list", name="Products").get_by_role("listitem")
    expect(cards.first).to_contain_text("card-2")
    page.get_by_label("Order").select_option(label="Cheapest first")
    expect(cards.first).to_contain_text("card-1")
    cards.first.click()
    expect(page.get_by_role("dialog", name="card-1")).to_be_visible()
    assert_accessible(page)
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_selection_lasts_over_pages_and_reaches_all_that_match(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    api_products(page, *({"sku": f"pick-{n:03}", "name": "Lamp"} for n in range(1, 61)))
    page.goto("/products?sku=pick-&sort=sku")
    grid = Grid(page)
    bar = page.get_by_role("region", name="Selected products")
    page.get_by_role("checkbox", name="Select pick-002").click()
    page.get_by_role("checkbox", name="Select pick-005").click(modifiers=["Shift"])
    expect(bar).to_contain_text("4 selected")
    page.get_by_role("button", name="Page 2").click()
    grid.choose("pick-051", "Name")
    grid.press("Shift+Space")
    expect(bar).to_contain_text("5 selected")
    assert_accessible(page)
    page.get_by_role("button", name="Page 1", exact=True).click()
    expect(page.get_by_role("checkbox", name="Select pick-003")).to_be_checked()

    grid.choose("pick-001", "Name")
    grid.press("Escape")
    expect(bar.get_by_role("button", name="Select all 60 that match")).to_be_focused()
    grid.press("Enter")
    expect(bar).to_contain_text("All 60 selected")
    expect(page.get_by_role("checkbox", name="Select pick-001")).to_be_checked()
    page.get_by_role("button", name="Clear the filter SKU").click()
    expect(bar).to_have_count(0)
