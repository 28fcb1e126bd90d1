"""The grid is edited like a spreadsheet, and nothing that was written is lost in silence."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import OpenPage, Scheme
from tests.browser.grid import Grid, api_products, grid_of
from tests.waiting import wait_until


def stored(grid: Grid, sku: str) -> dict[str, object]:
    found = grid.page.request.get("/api/v1/products", params={"sku": sku}).json()["items"]
    return next(item for item in found if item["sku"] == sku)


def assert_stored(grid: Grid, sku: str, field: str, value: object) -> None:
    """A cell shows what was written before it is saved, so this waits for a moment."""
    wait_until(lambda: stored(grid, sku)[field] == value, f"{field} of {sku} is {value!r}", 5)


@pytest.mark.covers("001:8")
def test_enter_edits_and_goes_down_tab_goes_right_escape_abandons(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "keys", 3)
    grid.choose("keys-1", "Name")
    grid.press("Enter")
    expect(grid.page.get_by_role("textbox", name="Name of keys-1")).to_have_value("Lamp 1")
    grid.press("End")
    grid.type(" large")
    grid.press("Enter")
    grid.expect_focus("keys-2", "Name")
    grid.type("Chair")
    grid.press("Tab")
    grid.expect_focus("keys-2", "Price")
    grid.type("7")
    grid.press("Shift+Tab")
    grid.expect_focus("keys-2", "Name")
    grid.press("ArrowDown", "Enter")
    grid.type("never")
    grid.press("Escape")
    grid.expect_focus("keys-3", "Name")
    expect(grid.cell("keys-3", "Name")).to_have_text("Lamp 3")
    expect(grid.cell("keys-2", "Price")).to_have_text("7.00")
    assert_stored(grid, "keys-1", "name", "Lamp 1 large")
    assert_stored(grid, "keys-2", "name", "Chair")
    assert_stored(grid, "keys-3", "name", "Lamp 3")


def test_an_arrow_ends_an_edit_that_typing_began_but_moves_in_one_that_enter_began(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "arrow", 2)
    grid.choose("arrow-1", "Name")
    grid.type("Chair")
    grid.press("ArrowDown")
    grid.expect_focus("arrow-2", "Name")
    expect(grid.cell("arrow-1", "Name")).to_have_text("Chair")
    grid.press("Enter", "End", "ArrowLeft")
    grid.type("x")
    grid.press("Enter")
    expect(grid.cell("arrow-2", "Name")).to_have_text("Lamp x2")


def test_a_line_break_in_a_name_survives_an_edit_of_the_rest(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    api_products(page, {"sku": "broken-line", "name": "Lamp\nsecond line"})
    page.goto("/products?sku=broken-line")
    grid = Grid(page)
    grid.choose("broken-line", "Name")
    grid.press("Enter", "End", "Control+End", "Alt+Enter")
    grid.type("third")
    grid.press("Enter")
    expect(grid.cell("broken-line", "Name")).to_contain_text("third")
    assert_stored(grid, "broken-line", "name", "Lamp\nsecond line\nthird")


def test_the_state_turns_with_space_delete_clears_and_control_z_takes_back(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "turn", 1)
    grid.choose("turn-1", "Active")
    grid.press("Space")
    expect(grid.cell("turn-1", "Active")).to_have_text("Inactive")
    grid.press("ArrowLeft", "Delete")
    expect(grid.cell("turn-1", "Price")).to_have_text("")
    expect(grid.cell("turn-1", "Price")).to_have_class(re.compile("saved"))
    assert_stored(grid, "turn-1", "price", None)
    grid.press("Control+z")
    expect(grid.cell("turn-1", "Price")).to_have_text("1.50")
    grid.press("Control+z")
    expect(grid.cell("turn-1", "Active")).to_have_text("Active")


def test_a_cell_is_copied_and_pasted(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "copy", 2)
    grid.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    grid.choose("copy-1", "Name")
    grid.press("Control+c", "ArrowDown", "Control+v")
    expect(grid.cell("copy-2", "Name")).to_have_text("Lamp 1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_the_server_refuses_comes_back_with_a_sentence_until_it_is_solved(
    open_page: OpenPage, scheme: Scheme
) -> None:
    grid = grid_of(open_page, f"refused-{scheme}", 2, scheme=scheme)
    sku = f"refused-{scheme}-1"
    grid.choose(sku, "Price")
    grid.type("12,50")
    grid.press("Enter")
    notice = grid.page.get_by_role("alert")
    expect(notice).to_contain_text("12,50 was not saved. This is not a price.")
    expect(grid.cell(sku, "Price")).to_contain_text("1.50")
    expect(grid.page.get_by_text("1 cell not saved")).to_be_visible()
    assert_accessible(grid.page)
    grid.press("ArrowUp", "Enter")
    expect(grid.page.get_by_role("textbox")).to_have_value("12,50")
    grid.type("12.50")
    grid.press("Enter")
    expect(notice).to_have_count(0)
    expect(grid.cell(sku, "Price")).to_have_text("12.50")


def test_a_taken_sku_names_its_holder_and_escape_lets_go(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "taken", 2)
    grid.choose("taken-1", "SKU")
    grid.type("TAKEN-2")
    grid.press("Enter")
    expect(grid.page.get_by_role("alert")).to_contain_text("has the SKU taken-2")
    expect(grid.page.get_by_role("link", name="Open taken-2")).to_be_visible()
    grid.press("ArrowUp", "Escape")
    expect(grid.page.get_by_role("alert")).to_have_count(0)


def test_a_cell_that_somebody_changed_shows_both_and_is_not_overrun(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "both-cells", 1)
    identity = stored(grid, "both-cells-1")["id"]
    grid.page.request.patch(f"/api/v1/products/{identity}", data={"name": "Theirs"})
    grid.choose("both-cells-1", "Name")
    grid.type("Mine")
    grid.press("Enter")
    notice = grid.page.get_by_role("alert")
    expect(notice).to_contain_text("It is now Theirs; you wrote Mine.")
    expect(grid.cell("both-cells-1", "Name")).to_contain_text("Theirs")
    assert_accessible(grid.page)
    grid.page.get_by_role("button", name="Write mine over it").click()
    expect(grid.cell("both-cells-1", "Name")).to_have_text("Mine")
    assert_stored(grid, "both-cells-1", "name", "Mine")


def test_what_others_changed_in_other_cells_stays_and_is_shown(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "beside", 1)
    identity = stored(grid, "beside-1")["id"]
    grid.page.request.patch(f"/api/v1/products/{identity}", data={"price": "99"})
    grid.choose("beside-1", "Name")
    grid.type("Mine")
    grid.press("Enter")
    expect(grid.cell("beside-1", "Price")).to_have_text("99.00")
    assert_stored(grid, "beside-1", "name", "Mine")


def test_a_server_that_is_away_costs_nothing_that_was_written(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "away", 1)
    grid.page.context.set_offline(True)
    grid.choose("away-1", "Name")
    grid.type("Written offline")
    grid.press("Enter")
    expect(grid.page.get_by_role("alert")).to_contain_text("The server does not answer")
    expect(grid.cell("away-1", "Name")).to_contain_text("Lamp 1")
    grid.page.context.set_offline(False)
    grid.page.get_by_role("button", name="Try again").click()
    expect(grid.cell("away-1", "Name")).to_have_text("Written offline")


def test_space_opens_the_product_and_escape_leads_back_to_its_cell_then_out_of_the_grid(open_page: OpenPage) -> None:
    grid = grid_of(open_page, "space", 60)
    grid.choose("space-1", "Price")
    grid.press("Space")
    expect(grid.page.get_by_role("dialog", name="space-1")).to_be_visible()
    expect(grid.page).to_have_url(re.compile(r"product=\d+"))
    grid.press("Escape")
    grid.expect_focus("space-1", "Price")
    grid.press("Escape")
    expect(grid.page.get_by_role("button", name="Page 1", exact=True)).to_be_focused()


def test_the_arrows_go_over_the_edge_of_a_page(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    api_products(page, *({"sku": f"edge-{number:03}", "name": "Lamp"} for number in range(1, 61)))
    page.goto("/products?sku=edge-&sort=sku")
    grid = Grid(page)
    grid.choose("edge-001", "Name")
    grid.press(*["ArrowDown"] * 49)
    grid.expect_focus("edge-050", "Name")
    grid.type("Last of its page")
    grid.press("Enter")
    grid.expect_focus("edge-051", "Name")
    expect(page).to_have_url(re.compile("page=2"))
    grid.press("ArrowUp")
    grid.expect_focus("edge-050", "Name")
    expect(grid.cell("edge-050", "Name")).to_have_text("Last of its page")


def test_attributes_are_columns_and_are_edited_like_every_other(open_page: OpenPage) -> None:
    page = open_page("/jobs")
    api_products(
        page,
        {"sku": "attr-1", "name": "Lamp", "attributes": {"Glaze": "red"}},
        {"sku": "attr-2", "name": "Lamp"},
    )
    page.goto("/products?sku=attr-&sort=sku")
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("checkbox", name="Glaze").check()
    page.keyboard.press("Escape")
    grid = Grid(page)
    grid.choose("attr-2", "Glaze")
    grid.type("blue")
    grid.press("Enter")
    expect(grid.cell("attr-2", "Glaze")).to_have_text("blue")
    grid.choose("attr-1", "Glaze")
    grid.press("Delete")
    expect(grid.cell("attr-1", "Glaze")).to_have_text("")
    assert_stored(grid, "attr-1", "attributes", {})
    assert_stored(grid, "attr-2", "attributes", {"Glaze": "blue"})
