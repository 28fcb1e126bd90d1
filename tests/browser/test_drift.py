"""The receipt lists the rows that came out otherwise than planned."""

import json
import re
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from product_importer.embedded import DataDir, EmbeddedPostgres
from tests.browser.accessible import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.files import csv, rows
from tests.browser.looks import assert_fine_in_every_look
from tests.browser.servers import api_of
from tests.waiting import wait_until

ROWS = 34
LONG = "drift-" + "the-number-of-a-supplier-who-writes-sentences-" * 3 + "end"
# Written past the event log, which would have the plan made again.
MEDDLE = """
    update products set price = planned.number + 0.5
      from (select number, 'drift-' || lpad(number::text, 4, '0') as sku_key from generate_series(4, 30) as number)
        as planned
     where products.sku_key = planned.sku_key;

    update products set deleted_at = now() where sku_key in ('drift-0002', 'drift-0003');

    insert into products (sku, sku_key, name)
    values ('drift-0034', 'drift-0034', 'Theirs'), (%(long)s, %(long)s, 'Theirs');
"""


@pytest.fixture(scope="module")
def receipt(server: str, server_folder: Path) -> str:
    """The receipt of an import whose products others changed between its plan and its first chunk."""
    older = csv("older.csv", *(line.replace(".50,", ".00,") for line in rows("drift", ROWS - 1)))
    newer = csv("autumn catalogue.csv", *rows("drift", ROWS), f"{LONG},Desk,7.00,red", "drift-bad,Lamp,cheap,red")
    database = EmbeddedPostgres(DataDir(server_folder / "data").postgres).url()
    with api_of(server) as api:

        def begin(file: FilePayload, status: str, **options: bool) -> str:
            answer = api.post(
                "/imports", files={"file": (file["name"], file["buffer"])}, data={"options": json.dumps(options)}
            )
            import_id: str = answer.raise_for_status().json()["id"]
            wait_until(lambda: api.get(f"/imports/{import_id}").json()["status"] == status, status, 60)
            return import_id

        begin(older, "completed")
        import_id = begin(newer, "awaiting_confirmation", confirm=True)
        with psycopg.connect(database, cursor_factory=psycopg.ClientCursor) as connection:
            connection.execute(MEDDLE, {"long": LONG})
        api.post(f"/imports/{import_id}/confirm").raise_for_status()
        wait_until(lambda: api.get(f"/imports/{import_id}").json()["status"] == "completed", "the receipt", 60)
    return f"/imports/{import_id}"


def listed(page: Page) -> Locator:
    """The rows of the list."""
    return page.get_by_role("table").filter(has_text="came out as").locator("tbody").get_by_role("row")


def test_the_receipt_lists_what_came_of_each_row_instead_of_what_was_planned(open_page: OpenPage, receipt: str) -> None:
    page = open_page(receipt)
    expect(page.get_by_role("heading", name="31 rows came out otherwise than planned")).to_be_visible()
    expect(listed(page)).to_have_count(25)
    expect(listed(page).nth(0)).to_have_text("2drift-0002updatedthen created")
    expect(listed(page).nth(2)).to_have_text("4drift-0004updatedthen unchanged")

    page.get_by_role("button", name="Page 2").click()
    expect(page).to_have_url(re.compile(r"\?drift=2$"))
    expect(listed(page)).to_have_count(6)
    page.reload()
    expect(listed(page).nth(4)).to_have_text("34drift-0034createdthen updated")
    expect(listed(page).nth(5)).to_contain_text(LONG)
    page.go_back()
    expect(listed(page)).to_have_count(25)


def test_a_page_after_the_last_shows_the_last(open_page: OpenPage, receipt: str) -> None:
    page = open_page(f"{receipt}?drift=9")
    expect(listed(page)).to_have_count(6)


def test_the_list_says_what_kept_it_from_loading_and_can_be_asked_for_again(open_page: OpenPage, receipt: str) -> None:
    page = open_page("/jobs")
    page.route("**/drift?*", lambda route: route.fulfill(status=409, json={"code": "busy", "detail": "Not now."}))
    page.goto(receipt)
    expect(page.get_by_role("alert")).to_contain_text("Not now.")
    assert_accessible(page)
    page.unroute("**/drift?*")
    page.get_by_role("button", name="Try again").click()
    expect(listed(page)).to_have_count(25)


def test_the_list_fits_every_window_and_axe_finds_nothing(open_page: OpenPage, receipt: str) -> None:
    page = open_page(f"{receipt}?drift=2")
    expect(listed(page)).to_have_count(6)
    assert_fine_in_every_look(page, listed(page).first)
