"""Many products changed at once: named by their number, watched while it runs, taken back."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import PHONE, OpenPage, Scheme
from tests.browser.grid import Grid, api_products, grid_of


def bar(page: Page) -> Locator:
    return page.get_by_role("region", name="Selected products")


def select_page(page: Page) -> None:
    page.get_by_role("checkbox", name="Select this page").click()


def select_all(page: Page, total: int) -> None:
    select_page(page)
    page.get_by_role("button", name=f"Select all {total} that match").click()


def prices(page: Page, prefix: str) -> set[str]:
    items = page.request.get("/api/v1/products", params={"sku": prefix, "limit": 500}).json()["items"]
    return {item["price"] for item in items}


@pytest.mark.covers("001:21")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_selected_products_are_changed_as_a_job_and_undone_from_its_message(
    open_page: OpenPage, scheme: Scheme
) -> None:
    grid = grid_of(open_page, f"many-{scheme}", 4, scheme=scheme)
    page = grid.page
    grid.choose(f"many-{scheme}-1", "Name")
    grid.press("Shift+Space", "ArrowDown", "Shift+Space", "Escape")
    expect(bar(page)).to_contain_text("2 selected")
    assert_accessible(page)
    bar(page).get_by_role("button", name="Deactivate").press("Enter")
    expect(page.get_by_text("2 products deactivated.")).to_be_visible()
    expect(bar(page)).to_have_count(0)
    expect(grid.cell(f"many-{scheme}-2", "Active")).to_have_text("Inactive")
    expect(grid.cell(f"many-{scheme}-3", "Active")).to_have_text("Active")
    assert_accessible(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    expect(grid.cell(f"many-{scheme}-2", "Active")).to_have_text("Active")


def test_one_value_is_set_for_all_that_match_over_every_page(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    lamp = {"name": "Lamp", "price": "1", "attributes": {"Batch": "all of these"}}
    api_products(page, *({"sku": f"setall-{n}", **lamp} for n in range(60)))
    page.goto("/products?attributes.Batch=all+of+these&sort=sku")
    select_all(page, 60)
    bar(page).get_by_role("button", name="Set…").click()
    dialog = page.get_by_role("dialog", name="Set a field of 60 products")
    dialog.get_by_label("New value").fill("9,99")
    dialog.get_by_role("button", name="Set for 60 products").click()
    expect(dialog.get_by_text("This is not a price.", exact=False)).to_be_visible()
    assert_accessible(page)
    dialog.get_by_label("New value").fill("9.99")
    dialog.get_by_role("button", name="Set for 60 products").click()
    expect(page.get_by_text("60 products changed.")).to_be_visible()
    assert prices(page, "setall-") == {"9.99"}


@pytest.mark.covers("001:9", "003:8", "004:38")
def test_deleting_names_the_number_and_the_trash_gives_back_or_forgets(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "gone", 3)
    page = grid.page
    select_page(page)
    bar(page).get_by_role("button", name="Delete").click()
    question = page.get_by_role("dialog", name="Delete 3 products?")
    expect(question).to_contain_text("They move to the trash")
    assert_accessible(page)
    question.get_by_role("button", name="Delete 3 products").click()
    expect(page.get_by_text("3 products moved to the trash.")).to_be_visible()
    expect(page.get_by_text("No product matches")).to_be_visible()

    page.goto("/products?trashed=only&sku=gone-&sort=sku")
    page.get_by_role("checkbox", name="Select gone-1").click()
    bar(page).get_by_role("button", name="Restore").click()
    expect(page.get_by_text("1 product restored.")).to_be_visible()
    expect(grid.row("gone-1")).to_have_count(0)

    select_page(page)
    bar(page).get_by_role("button", name="Delete for good").click()
    question = page.get_by_role("dialog", name="Delete 2 products for good?")
    expect(question).to_contain_text("This cannot be taken back")
    question.get_by_role("button", name="Delete 2 products for good").click()
    expect(page.get_by_text("2 products deleted for good.")).to_be_visible()
    expect(page.get_by_text("No product matches")).to_be_visible()


def test_what_was_left_alone_is_listed_with_the_reason(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "left", 2)
    page = grid.page
    old = page.request.get("/api/v1/products", params={"sku": "left-1"}).json()["items"][0]["id"]
    page.request.delete(f"/api/v1/products/{old}")
    api_products(page, {"sku": "left-1", "name": "Another lamp"})
    page.goto("/products?trashed=only&sku=left-")
    page.get_by_role("checkbox", name="Select left-1").click()
    bar(page).get_by_role("button", name="Restore").click()
    left = page.get_by_role("region", name="Products left as they are")
    expect(left).to_contain_text("1 product was left as it is.")
    left.get_by_role("button", name="Show which, and why").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="left-1")).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    left.get_by_role("button", name="Done with these").click()
    expect(left).to_have_count(0)


@pytest.mark.covers("001:9")
def test_everything_is_changed_only_after_the_word_was_typed(open_page: OpenPage, empty_server: str) -> None:
    page = open_page("/jobs", on=empty_server)
    api_products(page, *({"sku": f"every-{n}", "name": "Lamp"} for n in range(1, 61)))
    page.goto("/products")
    select_all(page, 60)
    bar(page).get_by_role("button", name="Delete").click()
    question = page.get_by_role("dialog", name="Delete 60 products?")
    button = question.get_by_role("button", name="Delete 60 products")
    expect(button).to_be_disabled()
    assert_accessible(page)
    question.get_by_role("textbox").fill("everything")
    button.click()
    expect(page.get_by_text("60 products moved to the trash.")).to_be_visible()
    expect(page.get_by_text("No products yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(Grid(page).row("every-60")).to_be_visible()


def test_cards_are_selected_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/jobs", size=PHONE)
    api_products(page, *({"sku": f"thumb-{n}", "name": "Lamp"} for n in (1, 2)))
    page.goto("/products?sku=thumb-")
    page.get_by_role("checkbox", name="Select thumb-1").check()
    assert_accessible(page)
    bar(page).get_by_role("button", name="Deactivate").click()
    expect(page.get_by_text("1 product deactivated.")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="thumb-1")).to_contain_text("Inactive")
