"""Who is let in, in a real browser: set-up, invitation, roles, keys, sessions, and a session that ends mid-work."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.files import csv
from tests.browser.fitting import assert_fits
from tests.browser.looks import assert_fine_in_every_look
from tests.browser.people import OTHER_PASSWORD, choose_password, log_in
from tests.browser.servers import ADMIN, API, PASSWORD, Guarded, path_of, serve_guarded, serve_this_machine
from tests.conftest import asks_for_a_key
from tests.waiting import wait_until

PIECES = "**/uploads/resumable/*"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """A server that asks who one is, whose first admin has been there and has imported a file."""
    for one in serve_guarded(tmp_path_factory.mktemp("guarded")):
        _set_up(one)
        yield one


def _set_up(guarded: Guarded) -> None:
    content = csv("lamps.csv", "access-1,A lamp,1.00,blue", "x,,1,")
    with guarded.set_up() as api:
        made = api.post("/imports", files={"file": (content["name"], content["buffer"])}).raise_for_status()
        address = f"/imports/{made.json()['id']}"
        wait_until(lambda: api.get(address).json()["status"] == "completed", "the import is done")


@pytest.fixture
def admin(open_page: OpenPage, guarded: Guarded) -> Page:
    """The browser of the first admin."""
    page = open_page("/settings/users", on=guarded.address)
    log_in(page, ADMIN)
    return page


def invited(admin: Page, email: str, role: str) -> str:
    """Invite somebody through the page; the path of their link."""
    admin.goto("/settings/users")
    admin.get_by_role("button", name="Invite somebody").click()
    admin.get_by_label("E-mail").fill(email)
    admin.get_by_role("radio", name=re.compile(role)).check()
    admin.get_by_role("button", name="Make the invitation").click()
    shown = admin.get_by_role("region", name=f"Send this link to {email}")
    link = shown.locator("code").inner_text()
    shown.get_by_role("button", name="I have stored it").click()
    expect(shown).to_be_hidden()
    return path_of(link)


def joined(admin: Page, open_page: OpenPage, guarded: Guarded, email: str, role: str) -> Page:
    """Somebody of this role, in a browser of their own."""
    page = open_page(invited(admin, email, role), on=guarded.address)
    choose_password(page, "Choose it and log in")
    return page


def end_session(page: Page) -> None:
    """Have the server forget this browser, which goes on showing its page."""
    page.context.clear_cookies()


def log_in_again(page: Page) -> None:
    dialog = page.get_by_role("dialog", name="Log in again")
    dialog.get_by_label(re.compile("^Password of")).fill(PASSWORD)
    dialog.get_by_role("button", name="Log in").click()
    expect(dialog).to_be_hidden()


def test_the_first_admin_comes_in_by_the_printed_link_which_then_opens_nothing(
    open_page: OpenPage, tmp_path: Path
) -> None:
    for fresh in serve_guarded(tmp_path):
        link = fresh.set_up_link()
        page = open_page("/products?q=lamp", on=fresh.address)
        expect(page.get_by_role("heading", name="Log in")).to_be_visible()
        expect(page.get_by_text("Nobody can log in yet")).to_be_visible()
        assert_accessible(page)
        page = open_page(link, on=fresh.address)
        expect(page.get_by_role("heading", name="Set up Product Importer")).to_be_visible()
        assert_accessible(page)
        page.get_by_role("button", name="Make my account").click()
        expect(page.get_by_text("Give the address that you will log in with.")).to_be_visible()
        page.get_by_label("E-mail").fill(ADMIN)
        page.get_by_label("Password", exact=True).fill("passwordpassword")
        page.get_by_role("button", name="Make my account").click()
        expect(page.get_by_text("among the first that are tried")).to_be_visible()
        choose_password(page, "Make my account")
        expect(page).to_have_url(re.compile("/upload$"))
        again = open_page(link, on=fresh.address)
        expect(again.get_by_role("heading", name="This link opens nothing")).to_be_visible()
        assert_accessible(again)


def test_a_login_leads_to_where_one_was_going(open_page: OpenPage, guarded: Guarded) -> None:
    page = open_page("/products?q=lamp&active=true", on=guarded.address)
    page.get_by_label("E-mail").fill(ADMIN)
    page.get_by_label("Password", exact=True).fill("not the password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_contain_text("The address or the password is wrong")
    expect(page.get_by_label("E-mail")).to_have_attribute("autocomplete", "username")
    expect(page.get_by_label("Password", exact=True)).to_have_attribute("autocomplete", "current-password")
    log_in(page, ADMIN)
    expect(page).to_have_url(re.compile(r"/products\?q=lamp&active=true$"))
    page.get_by_role("button", name="Account: Shop Owner").click()
    page.get_by_role("menuitem", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


def test_who_guesses_too_often_is_told_when_to_try_again(open_page: OpenPage, guarded: Guarded) -> None:
    for _ in range(30):
        wrong = {"email": "nobody@example.com", "password": "not the password"}
        if httpx2.post(f"{guarded.address}{API}/session", json=wrong).status_code == 429:
            break
    page = open_page("/upload", on=guarded.address)
    page.get_by_label("E-mail").fill("nobody@example.com")
    page.get_by_label("Password", exact=True).fill("not the password")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"Wait \d+ minutes"))


def test_a_viewer_sees_no_button_that_would_be_refused(admin: Page, open_page: OpenPage, guarded: Guarded) -> None:
    page = joined(admin, open_page, guarded, "clerk@example.com", "Viewer")
    refused: list[str] = []
    page.on("response", lambda answer: refused.append(answer.url) if answer.status == 403 else None)
    expect(page.get_by_text("Your role looks, and does not import")).to_be_visible()
    expect(page.get_by_label("Choose a product file")).to_have_count(0)
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Webhooks")).to_have_count(0)
    page.get_by_role("link", name="lamps.csv").click()
    expect(page.get_by_role("link", name="Download these rows")).to_be_visible()
    expect(page.get_by_role("button", name="Upload the mended file")).to_have_count(0)
    expect(page.get_by_role("link", name="Import another file")).to_have_count(0)
    page.get_by_role("link", name="Undo").click()
    expect(page.get_by_text("An editor can undo it.")).to_be_visible()
    assert_accessible(page)
    page.goto("/webhooks")
    expect(page.get_by_role("heading", name="Webhooks are for editors")).to_be_visible()
    page.goto("/products")
    expect(page.get_by_role("grid").get_by_text("access-1", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="New product")).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.get_by_role("gridcell", name="A lamp").first.click()
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text("Your role looks, and changes nothing.")).to_be_visible()
    expect(drawer.get_by_role("button", name=re.compile("Save|Delete|Put"))).to_have_count(0)
    assert_accessible(page)
    page.goto("/jobs")
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Undo|Cancel"))).to_have_count(0)
    page.goto("/settings")
    expect(page.get_by_role("link", name="API keys")).to_be_visible()
    expect(page.get_by_role("link", name="Users")).to_have_count(0)
    page.goto("/settings/users")
    expect(page.get_by_role("heading", name="Users are for admins")).to_be_visible()
    assert refused == []

    row = admin.get_by_role("listitem").filter(has_text="clerk@example.com")
    row.get_by_role("button", name="Change clerk@example.com").click()
    admin.get_by_role("menuitem", name="Change role").click()
    admin.get_by_role("radio", name=re.compile("Editor")).check()
    admin.get_by_role("button", name="Change role").click()
    expect(row.get_by_text("editor", exact=True)).to_be_visible()
    page.goto("/products")
    expect(page.get_by_role("link", name="New product")).to_be_visible()
    expect(page.get_by_role("navigation", name="Main").get_by_role("link", name="Webhooks")).to_be_visible()


def test_a_key_is_shown_once_and_holds_until_it_is_revoked(admin: Page, guarded: Guarded) -> None:
    admin.goto("/settings/keys")
    admin.get_by_role("button", name="Create a key").click()
    admin.get_by_label("Name").fill("nightly feed")
    admin.get_by_role("checkbox", name="Import").check()
    admin.get_by_role("button", name="Create key", exact=True).click()
    shown = admin.get_by_role("region", name="Copy the key of nightly feed now")
    key = shown.locator("code").inner_text()
    assert_accessible(admin)

    def answer() -> int:
        return httpx2.get(f"{guarded.address}{API}/products", headers={"Authorization": f"Bearer {key}"}).status_code

    assert answer() == 200
    admin.get_by_role("link", name="Users").click()
    admin.get_by_role("button", name="Stay here").click()
    shown.get_by_role("button", name="I have stored it").click()
    admin.reload()
    row = admin.get_by_role("listitem").filter(has_text="nightly feed")
    expect(row).to_contain_text("used just now")
    expect(admin.get_by_text(key)).to_have_count(0)
    row.get_by_role("button", name="Revoke nightly feed").click()
    admin.get_by_role("button", name="Revoke key").click()
    expect(row).to_contain_text("revoked just now")
    assert answer() == 401


def test_sessions_are_listed_and_ended_by_their_owner(admin: Page, open_page: OpenPage, guarded: Guarded) -> None:
    page = joined(admin, open_page, guarded, "sam@example.com", "Editor")
    other = open_page("/jobs", on=guarded.address)
    log_in(other, "sam@example.com")
    page.get_by_role("button", name="Account: sam@example.com").click()
    page.get_by_role("menuitem", name="Your account").click()
    expect(page.get_by_text("This browser")).to_be_visible()
    expect(page.get_by_text("Chrome on Linux")).to_have_count(2)
    assert_accessible(page)
    page.get_by_role("button", name="Log out everywhere else").click()
    expect(page.get_by_text("Chrome on Linux")).to_have_count(1)
    other.reload()
    expect(other.get_by_role("heading", name="Log in")).to_be_visible()

    page.get_by_label("Current password").fill("not the password")
    page.get_by_label("New password").fill(OTHER_PASSWORD)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("The current password is wrong.")).to_be_visible()
    page.get_by_label("Current password").fill(PASSWORD)
    page.get_by_role("button", name="Change password").click()
    expect(page.get_by_text("The new password holds.")).to_be_visible()
    log_in(other, "sam@example.com", OTHER_PASSWORD)

    row = admin.get_by_role("listitem").filter(has_text="sam@example.com")
    row.get_by_role("button", name="Change sam@example.com").click()
    admin.get_by_role("menuitem", name="Disable").click()
    admin.get_by_role("button", name="Disable", exact=True).click()
    expect(row.get_by_text("disabled", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


def test_a_session_that_ends_mid_edit_goes_on_with_what_was_typed(admin: Page) -> None:
    admin.goto("/products?product=new")
    admin.get_by_label("SKU").fill("typed-1")
    admin.get_by_label("Name", exact=True).fill("Typed before the session ended")
    end_session(admin)
    admin.get_by_role("button", name="Create product").click()
    expect(admin.get_by_role("dialog", name="Log in again")).to_be_visible()
    admin.keyboard.press("Escape")
    log_in_again(admin)
    expect(admin.get_by_text("typed-1 was created.")).to_be_visible()
    expect(admin.get_by_role("grid").get_by_text("typed-1", exact=True)).to_be_visible()


def test_a_session_that_ends_while_nothing_is_done_asks_too(admin: Page) -> None:
    expect(admin.get_by_role("button", name="Change Shop Owner")).to_be_visible()
    end_session(admin)
    dialog = admin.get_by_role("dialog", name="Log in again")
    expect(dialog).to_be_visible()
    dialog.get_by_label(re.compile("^Password of")).fill("not the password")
    dialog.get_by_role("button", name="Log in").click()
    expect(dialog.get_by_role("alert")).to_contain_text("The address or the password is wrong")
    expect(dialog.get_by_role("button", name="Log in")).to_be_enabled()
    assert_fits(admin)
    assert_accessible(admin)
    log_in_again(admin)


def test_a_file_that_is_taken_after_the_session_has_ended_comes_with_the_next_login(admin: Page) -> None:
    admin.goto("/products")
    expect(admin.get_by_role("grid").get_by_text("access-1", exact=True)).to_be_visible()
    end_session(admin)
    admin.get_by_role("button", name="Export").click()
    admin.get_by_role("menuitem", name="JSON Lines").click()
    with admin.expect_download() as of_list:
        log_in_again(admin)
    assert '"sku":"access-1"' in of_list.value.path().read_text()

    end_session(admin)
    admin.keyboard.press("Control+k")
    admin.get_by_role("combobox").fill("export the catalogue")
    admin.keyboard.press("Enter")
    with admin.expect_download() as of_all:
        log_in_again(admin)
    assert ",access-1," in of_all.value.path().read_text()
    expect(admin).to_have_url(re.compile("/products$"))


def test_a_session_that_ends_mid_upload_goes_on_from_where_it_was(admin: Page, large_file: Path) -> None:
    size = large_file.stat().st_size
    offsets: list[int] = []

    def note(route: Route) -> None:
        offset = int(route.request.headers.get("upload-offset", "-1"))
        if offset > size * 0.3 and not any(known > size * 0.3 for known in offsets):
            end_session(admin)
        offsets.append(offset)
        route.continue_()

    admin.goto("/upload")
    admin.route(PIECES, note)
    admin.get_by_label("Choose a product file").set_input_files(large_file)
    expect(admin.get_by_role("dialog", name="Log in again")).to_be_visible(timeout=60_000)
    reached = max(offsets)
    log_in_again(admin)
    admin.wait_for_url("**/upload/*-*", timeout=120_000)
    expect(admin.get_by_role("button", name="Import about")).to_be_visible()
    assert reached > size * 0.3
    assert 0 not in offsets[offsets.index(reached) :]


def test_whoever_logs_in_again_in_another_tab_goes_on_in_this_one_too(admin: Page) -> None:
    admin.goto("/products?product=new")
    admin.get_by_label("SKU").fill("tab-1")
    admin.get_by_label("Name", exact=True).fill("Two tabs")
    end_session(admin)
    admin.get_by_role("button", name="Create product").click()
    dialog = admin.get_by_role("dialog", name="Log in again")
    expect(dialog).to_be_visible()
    other = admin.context.new_page()
    other.goto("/jobs")
    log_in(other, ADMIN)
    admin.evaluate("() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
    expect(dialog).to_be_hidden()
    expect(admin.get_by_text("tab-1 was created.")).to_be_visible()


def test_the_access_log_is_filtered_and_downloaded(admin: Page) -> None:
    invited(admin, "log@example.com", "Viewer")
    admin.get_by_role("link", name="Access log").click()
    row = admin.get_by_role("listitem").filter(has_text="log@example.com")
    expect(row).to_contain_text(re.compile(r"User invited.*by owner@example.com"))
    admin.get_by_label("Event").select_option("User invited")
    expect(admin).to_have_url(re.compile("event=user.invited"))
    logins = admin.get_by_role("listitem").filter(has_text="Logged in")
    expect(logins).to_have_count(0)
    admin.get_by_label("About").fill("log@example.com")
    admin.get_by_label("About").press("Enter")
    expect(admin).to_have_url(re.compile("subject=log"))
    with admin.expect_download() as download:
        admin.get_by_role("link", name="Download as CSV").click()
    lines = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("id,at,event,actor")
    assert len(lines) == 2
    assert "log@example.com" in lines[1]
    admin.get_by_role("button", name="Clear all").click()
    expect(logins.first).to_be_visible()


READY_WHEN = {
    "/settings": "Everything is well",
    "/settings/users": "of-a-supplier",
    "/settings/keys": "a key with a name",
    "/settings/access-log": "by owner@example.com",
    "/account": "This browser",
}


@pytest.fixture(scope="module")
def long_names(guarded: Guarded) -> None:
    """People and keys of every length."""
    name = "a key with a name that somebody has written without ever thinking of the width of a column"
    with httpx2.Client(base_url=guarded.address, headers={"Origin": guarded.address}) as api:
        api.post(f"{API}/session", json={"email": ADMIN, "password": PASSWORD}).raise_for_status()
        address = f"{'of-a-supplier-' * 8}end@example.com"
        api.post(f"{API}/users", json={"email": address, "role": "editor"}).raise_for_status()
        scopes = ["read", "write", "import", "webhooks", "admin"]
        api.post(f"{API}/keys", json={"name": name, "scopes": scopes}).raise_for_status()


@pytest.mark.usefixtures("long_names")
def test_every_page_of_access_fits_every_window_and_axe_finds_nothing(open_page: OpenPage, guarded: Guarded) -> None:
    page = open_page("/account", on=guarded.address)
    assert_fine_in_every_look(page, page.get_by_role("heading", name="Log in"))
    log_in(page, ADMIN)
    for path, text in READY_WHEN.items():
        page.goto(path)
        assert_fine_in_every_look(page, page.get_by_text(text, exact=False).first)


@pytest.fixture
def without_logins(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server that the other tests share where it asks nobody, else one of its own."""
    if asks_for_a_key():
        yield from serve_this_machine(tmp_path_factory.mktemp("without"))
    else:
        yield request.getfixturevalue("server")


def test_without_logins_nothing_of_them_is_shown(open_page: OpenPage, without_logins: str) -> None:
    page = open_page("/settings", on=without_logins)
    expect(page.get_by_role("heading", name="Settings")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Account"))).to_have_count(0)
    expect(page.get_by_role("link", name="API keys")).to_have_count(0)
    page.goto("/account")
    expect(page.get_by_role("heading", name="Nobody logs in here")).to_be_visible()
