"""The whole way from a file to its undo: each step has an address that a reload and the way back keep."""

import io
import re

import openpyxl
import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.files import DONE, csv, import_file, rows
from tests.browser.wizard import PLAN, READY, RECEIPT, apply, check, to_ready, undo

STEPS = {
    "adjust/format": "How the file is written",
    "adjust/mapping": "Kept as attributes",
    "adjust/rules": "Products that are not in the file",
}


def binary(name: str, content: bytes) -> FilePayload:
    """A file that is more than lines of text."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def term(page: Page, name: str, rows: str) -> None:
    """A term of the plan's equation has this many rows."""
    expect(page.get_by_role("button", name=re.compile(rf"^{name}\s*{rows}$"))).to_be_visible()


@pytest.mark.covers("001:19")
def test_each_step_keeps_its_place_through_reload_and_back(open_page: OpenPage) -> None:
    page = open_page("/upload")
    to_ready(page, csv("steps.csv", *rows("step", 12), "step-13,Lamp,cheap,red"))
    page.reload()
    expect(page.get_by_role("button", name="Import 13 rows")).to_be_visible()
    page.get_by_role("link", name="Adjust", exact=True).click()
    for step, says in STEPS.items():
        page.wait_for_url(f"**/{step}")
        page.reload()
        expect(page.get_by_text(says, exact=True)).to_be_visible()
        assert_accessible(page)
        if step == "adjust/mapping":
            page.get_by_label("Where the column Colour goes").select_option("Leave out")
        if step != "adjust/rules":
            page.get_by_role("link", name=re.compile("^Next: ")).click()
    page.get_by_label("Which rows may write?").select_option("create")

    for step in ("adjust/mapping", "adjust/format"):
        page.go_back()
        page.wait_for_url(f"**/{step}")
    page.go_back()
    page.wait_for_url(READY)
    expect(page.get_by_text("Only create new ones; known SKUs are skipped.")).to_be_visible()
    expect(page.get_by_text("1 left out: Colour")).to_be_visible()
    page.reload()
    expect(page.get_by_text("1 left out: Colour")).to_be_visible()

    check(page)
    page.reload()
    term(page, "created", "12")
    page.get_by_role("button", name=re.compile("^rejected")).click()
    expect(page.locator("mark")).to_have_text("cheap")
    page.go_back()
    expect(page.get_by_role("heading", name="Row by row")).to_be_visible()
    apply(page)
    page.reload()
    expect(page.get_by_text("13 rows read")).to_be_visible()

    page.get_by_role("link", name="Undo", exact=True).click()
    page.reload()
    expect(page.get_by_text("It takes back 12 products.", exact=False)).to_be_visible()
    page.go_back()
    page.wait_for_url(RECEIPT)
    undo(page)
    page.reload()
    expect(page.get_by_text("created by the import: gone again")).to_be_visible()
    expect(page).to_have_title(re.compile("^Undone"))
    assert_accessible(page)
    page.goto("/products?sku=step-")
    expect(page.get_by_text("No product matches")).to_be_visible()


def test_the_plan_shows_old_beside_new_and_filters_by_outcome_and_field(open_page: OpenPage) -> None:
    page = open_page("/upload")
    import_file(page, csv("before.csv", *rows("plan", 20)))
    lines = rows("plan", 20)
    lines[::4] = [line.replace(".50,red", ".75,blue") for line in lines[::4]]
    to_ready(page, csv("after.csv", *lines, "plan-new,Desk,9.00,red"))
    check(page)
    term(page, "created", "1")
    term(page, "updated", "5")
    term(page, "unchanged", "15")
    assert_accessible(page)
    page.get_by_role("button", name=re.compile("^Price")).click()
    page.wait_for_url(re.compile("field=price"))
    first = page.locator("tbody", has=page.get_by_text("plan-0001", exact=True))
    expect(first.locator("del")).to_have_text(["1.50", "red"])
    expect(first.locator("ins")).to_have_text(["1.75", "blue"])
    expect(page.get_by_text("plan-new")).to_be_hidden()
    page.reload()
    expect(first.locator("del").first).to_have_text("1.50")
    page.get_by_role("button", name=re.compile("^created")).click()
    expect(page.get_by_text("plan-new")).to_be_visible()
    expect(first).to_be_hidden()
    assert_accessible(page)


def test_a_plan_that_the_catalogue_has_overtaken_is_shown_anew(open_page: OpenPage) -> None:
    page = open_page("/upload")
    import_file(page, csv("base.csv", *rows("stale", 3)))
    to_ready(page, csv("next.csv", *(line.replace("Lamp", "Torch") for line in rows("stale", 3))))
    check(page)
    term(page, "updated", "3")
    found = page.request.get("/api/v1/products?sku=stale-0002").json()["items"][0]
    page.request.patch(f"/api/v1/products/{found['id']}", data={"name": "Torch 2"})
    page.get_by_role("button", name="Apply to 3 products").click()
    expect(page.get_by_text("The catalogue has changed since the plan", exact=False)).to_be_visible(timeout=60_000)
    term(page, "updated", "2")
    term(page, "unchanged", "1")
    assert_accessible(page)
    apply(page)


def test_cancelling_a_plan_leaves_the_catalogue_alone(open_page: OpenPage) -> None:
    page = open_page("/upload")
    to_ready(page, csv("never.csv", *rows("never", 4)))
    check(page)
    page.get_by_role("button", name="Cancel", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("Nothing has been written yet")
    page.get_by_role("button", name="Cancel it").click()
    expect(page).to_have_title(re.compile("^Cancelled"), timeout=60_000)
    page.goto("/products?sku=never-")
    expect(page.get_by_text("No product matches")).to_be_visible()


def test_a_warning_is_answered_with_one_click(open_page: OpenPage) -> None:
    page = open_page("/upload")
    import_file(page, csv("euros.csv", "euro-1,Lamp,1.234,red"))
    to_ready(page, csv("euros again.csv", "euro-1,Lamp,12.34,red", "euro-2,Desk,5.00,red"))
    check(page)
    warnings = page.get_by_role("region", name="Warnings")
    expect(warnings).to_contain_text("rise")
    warnings.get_by_text("See 1 row").click()
    expect(warnings).to_contain_text("euro-1")
    assert_accessible(page)
    before = page.url
    warnings.get_by_role("button", name="Read prices as 1.234,56").click()
    page.wait_for_url(lambda url: PLAN.search(url) is not None and url != before)
    expect(page).to_have_title(re.compile("^Waits for you"), timeout=60_000)


def test_an_import_that_would_empty_the_catalogue_waits_and_says_so(open_page: OpenPage) -> None:
    page = open_page("/upload")
    import_file(page, csv("all.csv", *rows("share", 20)))
    to_ready(page, csv("some.csv", *rows("share", 2)))
    page.get_by_role("link", name="Rules").click()
    page.get_by_label("What happens to them?").select_option("delete")
    page.get_by_role("button", name="Import 2 rows").click()
    page.wait_for_url(PLAN)
    expect(page).to_have_title(re.compile("^Waits for you"), timeout=60_000)
    expect(page.get_by_text("moved to the trash", exact=False).first).to_be_visible()
    assert_accessible(page)
    before = page.url
    page.get_by_role("button", name="Leave missing products as they are").click()
    page.wait_for_url(lambda url: PLAN.search(url) is not None and url != before)
    expect(page.get_by_role("heading", name="Nothing would change")).to_be_visible(timeout=60_000)
    apply(page)
    expect(page.get_by_text("2 unchanged", exact=False)).to_be_visible()


def test_skus_that_a_spreadsheet_damaged_are_shown_with_what_to_do(open_page: OpenPage) -> None:
    page = open_page("/upload")
    to_ready(page, csv("damaged.csv", "1.23E+12,Lamp,1.00,red", "damaged-2,Desk,2.00,red"))
    check(page)
    warnings = page.get_by_role("region", name="Warnings")
    expect(warnings).to_contain_text("Format the column as text")
    warnings.get_by_text("See 1 row").click()
    expect(warnings).to_contain_text("1.23E+12")
    assert_accessible(page)
    warnings.get_by_role("link", name="Upload another file").click()
    page.wait_for_url("**/upload")


def test_an_undo_keeps_and_lists_what_somebody_changed_since(open_page: OpenPage) -> None:
    page = open_page("/upload")
    import_file(page, csv("kept.csv", *rows("kept", 6)))
    found = page.request.get("/api/v1/products?sku=kept-0003").json()["items"][0]
    page.request.patch(f"/api/v1/products/{found['id']}", data={"name": "By hand"})
    page.get_by_role("link", name="Undo", exact=True).click()
    expect(page.get_by_role("region", name="Products that stay")).to_contain_text("kept-0003")
    assert_accessible(page)
    page.get_by_role("button", name="Undo 5 products").click()
    expect(page.get_by_role("heading", name="1 product kept as it is")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("link", name="kept-0003")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Receipt").click()
    expect(page.get_by_text("This import was undone.")).to_be_visible()
    page.goto("/jobs")
    page.get_by_role("link", name="Undo of kept.csv").first.click()
    expect(page.get_by_role("link", name="kept-0003")).to_be_visible()


def test_mended_rejects_are_the_second_attempt(open_page: OpenPage) -> None:
    page = open_page("/upload")
    import_file(page, csv("shop.csv", *rows("shop", 3), "shop-9,Hook,nine,red"))
    with page.expect_download() as download:
        page.get_by_role("link", name="Download these rows").click()
    mended = download.value.path().read_text(encoding="utf-8-sig").replace("nine", "9.00")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload the mended file").click()
    chooser.value.set_files(binary("mended.csv", mended.encode()))
    page.wait_for_url(READY)
    expect(page.get_by_text("These are the mended rows of", exact=False)).to_contain_text("attempt 2")
    assert_accessible(page)
    page.get_by_role("button", name="Import 1 row").click()
    expect(page).to_have_title(DONE, timeout=60_000)
    page.get_by_role("link", name="attempt 2").click()
    expect(page.get_by_role("heading", name="shop.csv")).to_be_visible()


def test_the_same_bytes_are_noticed(open_page: OpenPage) -> None:
    page = open_page("/upload")
    file = csv("twice.csv", *rows("twice", 2))
    import_file(page, file)
    first = page.url
    to_ready(page, file)
    page.get_by_role("link", name="See it").click()
    page.wait_for_url(first)


def test_a_german_export_goes_in_by_pressing_next(open_page: OpenPage) -> None:
    page = open_page("/upload")
    lines = ["Artikelnummer;Bezeichnung;Preis", " 00123 ;Lämpchen;265,0", "00124;Tisch;1.234,50"]
    to_ready(page, binary("export.csv", "\r\n".join(lines).encode("utf-8-sig")))
    expect(page.get_by_text("Semicolon as delimiter, UTF-8, header in line 1, decimal comma")).to_be_visible()
    page.get_by_role("link", name="Adjust", exact=True).click()
    for _ in range(2):
        page.get_by_role("link", name=re.compile("^Next: ")).click()
    check(page)
    apply(page)
    page.goto("/products?sku=0012")
    expect(page.get_by_role("row").filter(has_text="Lämpchen")).to_contain_text("265.00")
    expect(page.get_by_role("row").filter(has_text="Tisch")).to_contain_text("1,234.50")


def test_another_sheet_shows_its_rows_in_place(open_page: OpenPage) -> None:
    book = openpyxl.Workbook()
    notes = book.worksheets[0]
    notes.title = "Spring"
    for row in (["SKU", "Name"], ["sheet-1", "Lamp"], ["sheet-2", "Desk"]):
        notes.append(row)
    autumn = book.create_sheet("Autumn")
    for row in (["SKU", "Name", "Season"], ["sheet-3", "Rake", "autumn"]):
        autumn.append(row)
    content = io.BytesIO()
    book.save(content)
    page = open_page("/upload")
    to_ready(page, binary("seasons.xlsx", content.getvalue()))
    page.get_by_role("link", name="Adjust", exact=True).click()
    sample = page.get_by_role("group", name="First rows of the file")
    expect(sample).to_contain_text("sheet-1")
    page.get_by_label("Sheet").select_option("Autumn")
    expect(sample).to_contain_text("Rake")
    expect(sample).not_to_contain_text("sheet-1")
    assert_accessible(page)
    page.reload()
    expect(sample).to_contain_text("Rake")
    page.get_by_role("link", name="Next: Columns").click()
    expect(page.get_by_label("Where the column Season goes")).to_have_value("attributes.Season")
    page.get_by_role("button", name="Import 1 row").click()
    expect(page).to_have_title(DONE, timeout=60_000)
    page.goto("/products?sku=sheet-")
    expect(page.get_by_text("1 product", exact=True).first).to_be_visible()


def test_a_wrong_guess_is_put_right_and_guessed_again(open_page: OpenPage) -> None:
    page = open_page("/upload")
    to_ready(page, csv("odd.csv", "fmt-1,Lamp,2.00,red"))
    page.get_by_role("link", name="Adjust", exact=True).click()
    page.get_by_label("Delimiter between cells").select_option(";")
    sample = page.get_by_role("group", name="First rows of the file")
    expect(sample.get_by_role("columnheader")).to_have_count(1)
    page.get_by_role("button", name="Guess again").click()
    expect(sample.get_by_role("columnheader")).to_have_count(4)
    page.get_by_label("Encoding").select_option("utf-16-le")
    expect(page.get_by_label("Encoding")).to_have_attribute("aria-invalid", "true")
    assert_accessible(page)


def test_sixty_columns_are_found_by_their_names(open_page: OpenPage) -> None:
    names = [f"Spec {number}" for number in range(1, 57)]
    page = open_page("/upload")
    header = ",".join(["SKU", "Name", *names])
    to_ready(
        page, csv("wide.csv", ",".join(["broad-1", "Lamp", *(str(number) for number in range(56))]), header=header)
    )
    expect(page.get_by_role("region", name="Where the columns go")).to_contain_text("and 44 more")
    page.get_by_role("link", name="Columns").click()
    page.get_by_label("Find a column").fill("Spec 33")
    expect(page.get_by_label(re.compile("^Where the column"))).to_have_count(1)
    page.get_by_label("Attribute for the column Spec 33").fill("Spec 34")
    page.get_by_label("Attribute for the column Spec 33").press("Enter")
    expect(page.get_by_text("taken twice")).to_be_visible()
    expect(page.get_by_role("button", name="Import 1 row")).to_be_disabled()
    assert_accessible(page)
    page.get_by_role("button", name="Only fields").click()
    page.get_by_role("button", name="Import 1 row").click()
    expect(page).to_have_title(DONE, timeout=60_000)


def test_rules_for_single_columns_and_for_bad_rows(open_page: OpenPage) -> None:
    page = open_page("/upload")
    import_file(page, csv("rules.csv", *rows("rule", 2)))
    to_ready(page, csv("rules 2.csv", "rule-0001,Lamp 1,,", "rule-0002,Lamp 2,x,red"))
    page.get_by_role("link", name="Rules").click()
    page.get_by_label("What does an empty cell do?").select_option("each")
    page.get_by_role("radiogroup", name=re.compile("^Price")).get_by_text("Leaves").click()
    page.get_by_label("What if rows cannot go in?").select_option("limit")
    page.get_by_label("How many may be left out?").fill("1")
    page.get_by_label("What happens to them?").select_option("deactivate")
    assert_accessible(page)
    page.get_by_role("link", name="Ready?").click()
    expect(page.get_by_text("An empty cell leaves the field as it is in Price.")).to_be_visible()
    expect(page.get_by_text("Products that are not in the file: they are switched to inactive.")).to_be_visible()
    page.get_by_role("link", name="Rules").click()
    page.get_by_label("What happens to them?").select_option("ignore")
    page.get_by_label("What if rows cannot go in?").select_option("abort")
    page.get_by_role("button", name="Import 2 rows").click()
    expect(page).to_have_title(re.compile("^Failed"), timeout=60_000)
    expect(page.get_by_role("alert")).to_contain_text("The import stopped.")
    assert_accessible(page)


def test_a_profile_is_saved_found_again_renamed_and_deleted(open_page: OpenPage) -> None:
    header = "Number,Label,Cost"
    page = open_page("/upload")
    to_ready(page, csv("supplier.csv", "prof-1,Lamp,3.00", header=header))
    page.get_by_role("link", name="Columns").click()
    for column, target in (("Number", "sku"), ("Label", "name"), ("Cost", "price")):
        page.get_by_label(f"Where the column {column} goes").select_option(target)
    page.get_by_role("link", name="Next: Rules").click()
    page.get_by_label("If a SKU occurs twice in the file?").select_option("first")
    page.get_by_label("Save these columns and rules as").fill("Supplier A")
    page.get_by_role("button", name="Save profile").click()
    expect(page.get_by_text("Profile Supplier A was saved.")).to_be_visible()
    assert_accessible(page)

    to_ready(page, csv("supplier next.csv", "prof-2,Desk,4.00", header=header))
    expect(page.get_by_text("Recognised by its columns", exact=False)).to_contain_text("Supplier A")
    expect(page.get_by_text("If a SKU occurs twice: keep the first row.")).to_be_visible()
    page.get_by_role("link", name="See profiles").click()
    page.wait_for_url("**/settings")
    page.get_by_role("button", name="Rename Supplier A").click()
    page.get_by_label("New name of Supplier A").fill("Supplier B")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Delete Supplier B").click()
    assert_accessible(page)
    page.get_by_role("button", name="Delete profile").click()
    expect(page.get_by_text("Profile Supplier B was deleted.")).to_be_visible()
    expect(page.get_by_role("button", name="Delete Supplier B")).to_be_hidden()


def test_the_keyboard_alone_goes_from_a_file_to_its_undo(open_page: OpenPage) -> None:
    page = open_page("/upload")
    expect(page.get_by_label("Choose a product file")).to_be_attached()

    def go_to(name: str | re.Pattern[str], role: str = "button") -> None:
        """Press Tab until the control has the focus, then Enter."""
        target = page.get_by_role(role, name=name)  # type: ignore[arg-type]
        expect(target).to_be_enabled(timeout=60_000)
        for _ in range(60):
            page.keyboard.press("Tab")
            if target.evaluate("one => one === document.activeElement"):
                break
        expect(target).to_be_focused()
        page.keyboard.press("Enter")

    go_to("Try a sample of 1,000 rows")
    page.wait_for_url(READY)
    go_to("Adjust", "link")
    go_to("Next: Columns", "link")
    go_to("Next: Rules", "link")
    go_to("Check what would change")
    page.wait_for_url(PLAN)
    go_to(re.compile("^(Apply to|Finish)"))
    page.wait_for_url(RECEIPT)
    expect(page).to_have_title(DONE, timeout=60_000)
    go_to(re.compile("^Undo$"), "link")
    go_to(re.compile("^Undo "))
    expect(page.get_by_text("created by the import: gone again")).to_be_visible(timeout=60_000)
