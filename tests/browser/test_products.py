"""The catalogue: found, created, changed, deleted."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.files import csv, import_file, rows
from tests.browser.grid import Grid
from tests.browser.servers import by_whom


def create(page: Page, sku: str, name: str = "Lamp") -> None:
    page.goto("/products?product=new")
    page.get_by_label("SKU", exact=True).fill(sku)
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("button", name="Create product").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.covers("001:68", "003:7")
def test_a_product_is_created_changed_deleted_and_brought_back(open_page: OpenPage) -> None:
    page = open_page("/products")
    page.get_by_role("link", name="New product").click()
    page.get_by_label("SKU", exact=True).fill("life-1")
    page.get_by_label("Name", exact=True).fill("Desk lamp")
    page.get_by_label("Price").fill("1234.5")
    page.get_by_role("button", name="Add an attribute").click()
    page.get_by_label("Name of attribute 1").fill("Colour")
    page.get_by_label("Value of Colour").fill("red")
    assert_accessible(page)
    page.get_by_role("button", name="Create product").click()
    row = Grid(page).row("life-1")
    expect(row).to_contain_text("1,234.50")

    row.get_by_role("link", name="life-1").click()
    expect(page).to_have_url(re.compile(r"product=\d+"))
    page.get_by_label("Name", exact=True).fill("Floor lamp")
    page.get_by_role("dialog").get_by_role("switch", name="Active").press("Space")
    expect(page.get_by_role("dialog").get_by_role("switch", name="Active")).not_to_be_checked()
    assert_accessible(page)
    page.get_by_role("button", name="Save changes").click()
    expect(page.get_by_text("Saved")).to_be_visible()
    page.keyboard.press("Escape")
    expect(row).to_contain_text("Floor lamp")
    expect(row).to_contain_text("Inactive")

    row.get_by_role("link", name="life-1").click()
    page.get_by_role("button", name="Delete").click()
    question = page.get_by_role("dialog", name="Delete life-1?")
    expect(question).to_contain_text("Floor lamp")
    assert_accessible(page)
    question.get_by_role("button", name="Delete product").click()
    expect(page.get_by_text("life-1 was deleted.")).to_be_visible()
    expect(row).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(row).to_be_visible()


def test_what_is_wrong_stands_at_its_field(open_page: OpenPage) -> None:
    page = open_page("/products")
    create(page, "field-1")
    page.goto("/products?product=new")
    page.get_by_role("button", name="Create product").click()
    expect(page.get_by_label("SKU", exact=True)).to_have_attribute("aria-invalid", "true")
    page.get_by_label("SKU", exact=True).fill("FIELD-1")
    page.get_by_label("Name", exact=True).fill("Again")
    page.get_by_label("Price").fill("12,50")
    page.get_by_role("button", name="Create product").click()
    expect(page.get_by_text("This is not a price.", exact=False)).to_be_visible()
    page.get_by_label("Price").fill("12.50")
    page.get_by_role("button", name="Create product").click()
    expect(page.get_by_text("has the SKU field-1", exact=False)).to_be_visible()
    assert_accessible(page)


def test_an_edit_does_not_overrun_what_somebody_else_changed(open_page: OpenPage) -> None:
    page = open_page("/products")
    create(page, "both-1", "Before")
    page.get_by_role("link", name="both-1").click()
    page.get_by_label("Name", exact=True).fill("Mine")
    number = re.search(r"product=(\d+)", page.url)
    assert number
    page.request.patch(f"/api/v1/products/{number[1]}", data={"price": "99.00"})
    page.get_by_role("button", name="Save changes").click()
    expect(page.get_by_text("Price is now", exact=False)).to_contain_text("99.00")
    assert_accessible(page)
    page.get_by_role("button", name="Save my changes over it").click()
    expect(page.get_by_text("Saved")).to_be_visible()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Mine")
    expect(page.get_by_label("Price")).to_have_value("99.00")


def test_the_history_shows_each_change_and_puts_it_back(open_page: OpenPage) -> None:
    page = open_page("/upload")
    import_file(page, csv("past.csv", "past-1,First name,1.00,"))
    page.goto("/upload")
    import_file(page, csv("past-again.csv", "past-1,Second name,2.00,"))
    page.goto("/products?q=past-1")
    page.get_by_role("link", name="past-1").click()
    history = page.get_by_role("region", name="History")
    entries = history.get_by_role("listitem").filter(has=page.get_by_role("paragraph"))
    expect(entries).to_have_count(2)
    expect(entries.first).to_contain_text("Changed by an import")
    expect(entries.first.get_by_role("deletion").first).to_have_text("First name")
    assert_accessible(page)

    page.get_by_label("Price").fill("3")
    expect(entries.first.get_by_role("button", name="Put the former values back")).to_be_disabled()
    page.get_by_role("button", name="Discard").click()
    entries.first.get_by_role("button", name="Put the former values back").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("First name")
    expect(page.get_by_label("Price")).to_have_value("1.00")
    expect(entries).to_have_count(3)
    expect(entries.first).to_contain_text(f"Changed {by_whom()}")
    expect(entries.first.get_by_role("insertion").first).to_have_text("First name")
    expect(entries.nth(1).get_by_role("button")).to_have_count(0)
    entries.nth(1).get_by_role("link", name="by an import").click()
    expect(page).to_have_url(re.compile("/imports/"))


def test_unsaved_changes_are_not_lost_by_a_slip(open_page: OpenPage) -> None:
    page = open_page("/products")
    page.get_by_role("link", name="New product").click()
    page.get_by_label("SKU", exact=True).fill("slip-1")
    page.keyboard.press("Escape")
    question = page.get_by_role("dialog", name="Your changes are not saved")
    expect(question).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    expect(question).to_be_hidden()
    expect(page.get_by_label("SKU", exact=True)).to_have_value("slip-1")
    page.go_back()
    expect(question).to_be_visible()
    question.get_by_role("button", name="Discard changes").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.covers("001:8", "003:7", "004:37")
def test_search_filters_sort_and_page_stand_in_the_address(open_page: OpenPage) -> None:
    page = open_page("/upload")
    import_file(page, csv("shelf.csv", *rows("shelf", 120)))
    page.goto("/products")
    page.get_by_label("Search products").fill("shelf")
    # Right after a large import, which an earlier test may have made, search has to read most of it as it is.
    expect(page.get_by_text("120 products").first).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Price", exact=True).click()
    page.get_by_label("From").fill("100")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_text("21 products").first).to_be_visible()
    assert_accessible(page)
    page.get_by_role("columnheader", name="Price").click()
    expect(page.get_by_role("row").nth(1)).to_contain_text("shelf-0100")
    expect(page).to_have_url(re.compile(r"q=shelf&price_min=100&sort=price"))
    page.reload()
    expect(page.get_by_role("row").nth(1)).to_contain_text("shelf-0100")

    page.get_by_role("button", name="Clear the filter Price").click()
    page.get_by_role("button", name="Page 2").click()
    expect(page.get_by_text("51–100 of 120 products")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("1–50 of 120 products")).to_be_visible()


@pytest.mark.parametrize("address", ["/products?product=999999999", "/imports/01890000-0000-7000-8000-000000000000"])
def test_what_is_not_there_is_said_in_a_sentence(open_page: OpenPage, address: str) -> None:
    page = open_page(address)
    expect(page.get_by_text("There is no", exact=False).first).to_be_visible()
    assert_accessible(page)
