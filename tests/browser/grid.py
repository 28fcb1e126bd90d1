"""The products' grid as tests speak of it: by SKU and by the words over its columns."""

from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage


class Grid:
    """The grid of a page, with its cells."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.element = page.get_by_role("grid")

    def row(self, sku: str) -> Locator:
        return self.element.get_by_role("row").filter(has=self.page.get_by_role("link", name=sku, exact=True))

    def cell(self, sku: str, column: str) -> Locator:
        """The cell of a product under the header that says `column`."""
        header = self.element.get_by_role("columnheader", name=column, exact=True)
        expect(header).to_have_count(1)
        return self.row(sku).locator(f'> [aria-colindex="{header.get_attribute("aria-colindex")}"]')

    def choose(self, sku: str, column: str) -> Locator:
        """Put the keyboard on a cell."""
        cell = self.cell(sku, column)
        cell.click(position={"x": 4, "y": 4})
        expect(cell).to_have_attribute("aria-selected", "true")
        return cell

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def expect_focus(self, sku: str, column: str) -> None:
        expect(self.cell(sku, column)).to_have_attribute("aria-selected", "true")
        expect(self.cell(sku, column).locator("xpath=descendant-or-self::*[@tabindex='0']")).to_be_focused()


def api_products(page: Page, *products: Mapping[str, object]) -> list[int]:
    """Create products over the API; their ids."""
    answers = [page.request.post("/api/v1/products", data=dict(product)) for product in products]
    assert all(answer.status == 201 for answer in answers), [answer.text() for answer in answers]
    return [answer.json()["id"] for answer in answers]


def grid_of(open_page: OpenPage, prefix: str, count: int, query: str = "", **look: object) -> Grid:
    """A grid of new products `prefix-1` and so on, in the order of their SKUs."""
    page = open_page("/jobs", **look)
    api_products(
        page, *({"sku": f"{prefix}-{n}", "name": f"Lamp {n}", "price": f"{n}.50"} for n in range(1, count + 1))
    )
    page.goto(f"/products?sku={prefix}-&sort=sku{query}")
    grid = Grid(page)
    expect(grid.row(f"{prefix}-1")).to_be_visible()
    return grid
