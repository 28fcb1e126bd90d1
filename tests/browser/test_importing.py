"""A file goes in, products come out, seen through a browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.files import DONE, choose, csv, drop, import_file, rows

RUNNING = re.compile(r"^\d+ %$")


def outcome(page: Page, name: str) -> Locator:
    """An outcome's word with its number."""
    return page.locator(f"[data-outcome={name}]", has=page.get_by_text(name, exact=True)).first


def expect_outcome(page: Page, name: str, count: str) -> None:
    """The receipt's counts are asked for once the last event has come, so they may follow the title."""
    expect(outcome(page, name)).to_have_text(re.compile(rf"^{name}\s*{count}$"))


@pytest.mark.covers("001:7", "003:48")
def test_a_dropped_file_is_looked_at_then_imported_then_accounted_for(open_page: OpenPage) -> None:
    page = open_page("/upload")
    drop(page, csv("lamps.csv", *rows("drop", 40)))
    page.wait_for_url("**/upload/*-*")
    expect(page.get_by_role("heading", name="lamps.csv")).to_be_visible()
    expect(page.get_by_text("Comma as delimiter, UTF-8, header in line 1")).to_be_visible()
    columns = page.get_by_role("region", name="Where the columns go")
    expect(columns).to_contain_text("drop-0001")
    expect(columns).to_contain_text("1 attribute: Colour")
    assert_accessible(page)

    page.get_by_role("button", name="Import 40 rows").click()
    page.wait_for_url("**/imports/*-*")
    expect(page).to_have_title(DONE)
    expect(page.get_by_text("40 rows read")).to_be_visible()
    expect_outcome(page, "created", "40")
    assert_accessible(page)

    page.get_by_role("link", name="See the products").click()
    expect(page.get_by_role("link", name="drop-0040")).to_be_visible()


def test_the_same_file_again_changes_nothing_and_stands_among_the_earlier_imports(open_page: OpenPage) -> None:
    page = open_page("/upload")
    import_file(page, csv("again.csv", *rows("again", 5)))
    page.get_by_role("link", name="Import another file").click()
    import_file(page, csv("again.csv", *rows("again", 5)))
    expect_outcome(page, "unchanged", "5")
    page.get_by_role("link", name="Import another file").click()
    newest = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="again.csv")).first
    expect(newest).to_contain_text("5 unchanged")
    assert_accessible(page)


def test_pasted_rows_are_a_file(open_page: OpenPage) -> None:
    page = open_page("/upload")
    page.get_by_label("Choose a product file").wait_for()
    page.evaluate(
        """() => {
            const carried = new DataTransfer()
            carried.setData('text/plain', 'SKU\\tName\\npaste-1\\tLamp\\n')
            document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true }))
        }"""
    )
    page.wait_for_url("**/upload/*-*")
    expect(page.get_by_role("heading", name="pasted.tsv")).to_be_visible()
    expect(page.get_by_text("Tab as delimiter, UTF-8", exact=False)).to_be_visible()


@pytest.mark.covers("001:21", "003:36", "003:58")
def test_a_reload_and_a_second_tab_show_the_import_as_it_is(open_page: OpenPage, slow_file: Path) -> None:
    page = open_page("/upload")
    page.get_by_label("Choose a product file").set_input_files(slow_file)
    page.get_by_role("button", name="Import about").click()
    page.wait_for_url("**/imports/*-*")
    expect(page.get_by_text(RUNNING).first).to_be_visible()

    page.reload()
    second = page.context.new_page()
    second.goto("/jobs")
    expect(second.get_by_role("heading", name="Running")).to_be_visible()
    second.get_by_role("main").get_by_role("link", name="large.csv").first.click()
    for tab in (page, second):
        expect(tab.get_by_role("heading", name="large.csv")).to_be_visible()
        expect(tab.get_by_text("Closing this tab is safe", exact=False)).to_be_visible()
        expect(tab).to_have_title(re.compile(r"^\d+ % · large\.csv"))
    assert_accessible(page)

    for tab in (page, second):
        expect(tab).to_have_title(DONE, timeout=120_000)
        expect(tab.get_by_text("Closing this tab is safe")).to_be_hidden()
    assert outcome(second, "created").inner_text() == outcome(page, "created").inner_text()


def test_cancelling_says_what_it_leaves_behind(open_page: OpenPage, slow_file: Path) -> None:
    page = open_page("/upload")
    page.get_by_label("Choose a product file").set_input_files(slow_file)
    page.get_by_role("button", name="Import about").click()
    page.get_by_role("button", name="Cancel").click()
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("catalogue")
    question.get_by_role("button", name="Cancel it").click()
    expect(page.locator("header").get_by_text("Cancelled", exact=True)).to_be_visible(timeout=30_000)
    expect(page.get_by_role("button", name="Import it again")).to_be_visible()
    assert_accessible(page)


@pytest.mark.covers("002:177")
def test_bad_rows_are_listed_by_reason_with_the_broken_cell_marked(open_page: OpenPage) -> None:
    page = open_page("/upload")
    bad = ["bad-1,Torch,cheap,red", ",Nameless,1.00,red", "bad-2,,2.00,blue", "bad-3,Torch,free,red"]
    import_file(page, csv("torches.csv", *rows("good", 10), *bad))
    expect(page.get_by_role("heading", name="4 rows did not go in")).to_be_visible()
    expect(page.get_by_role("button", name="Price not a number 2")).to_be_visible()
    first = page.get_by_role("listitem").filter(has_text="Row 11")
    expect(first).to_contain_text("line 12")
    expect(first.locator("mark")).to_have_text("cheap")
    assert_accessible(page)

    page.get_by_role("button", name="No SKU 1").click()
    expect(page).to_have_url(re.compile(r"reason=sku_required"))
    expect(page.get_by_text("Row 11")).to_be_hidden()
    page.reload()
    expect(page.get_by_text("Row 12")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Row 11")).to_be_visible()


def test_a_picture_is_refused_beside_the_place_it_was_dropped(open_page: OpenPage) -> None:
    page = open_page("/upload")
    choose(page, {"name": "logo.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(200)})
    expect(page.get_by_role("alert")).to_contain_text("logo.png was not taken")
    expect(page.get_by_role("alert")).to_contain_text("Save it as CSV")
    expect(page.get_by_label("Choose a product file")).to_be_attached()
    assert_accessible(page)
    choose(page, {"name": "empty.csv", "mimeType": "text/csv", "buffer": b""})
    expect(page.get_by_role("alert")).to_contain_text("empty.csv is empty")


def test_without_a_sku_column_the_person_chooses_one(open_page: OpenPage) -> None:
    page = open_page("/upload")
    choose(page, csv("odd.csv", "odd-1,Lamp,5", header="Thing no,Label,Stock"))
    expect(page.get_by_text("No column goes to SKU yet.", exact=False)).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Choose the SKU column").click()
    start = page.get_by_role("button", name="Import 1 row")
    expect(start).to_be_disabled()
    assert_accessible(page)
    page.get_by_label("Where the column Thing no goes").select_option("sku")
    page.get_by_label("Where the column Label goes").select_option("name")
    page.get_by_label("Where the column Stock goes").select_option("Leave out")
    page.reload()
    expect(page.get_by_label("Where the column Thing no goes")).to_have_value("sku")
    start.click()
    expect(page).to_have_title(DONE)
    expect(page.get_by_text("1 row read")).to_be_visible()
