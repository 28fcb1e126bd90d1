"""Logging in through an OpenID Connect provider, in a real browser: there and back, refused, and mid-work."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.access.provider import Provider, provider
from tests.browser.accessible import assert_accessible
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.fitting import assert_fits
from tests.browser.servers import Guarded, serve_guarded

LABEL = "the shop's account"
BUTTON = f"Log in with {LABEL}"


class House(NamedTuple):
    """A server where people log in through a provider alone, and the provider."""

    guarded: Guarded
    their: Provider


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with provider() as their:
        said = their.settings | {"OPENID_LABEL": LABEL, "OPENID_DEFAULT_ROLE": "editor", "OPENID_ONLY": "true"}
        for guarded in serve_guarded(tmp_path_factory.mktemp("openid"), **said):
            yield House(guarded, their)


def let_in(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Account: ")).wait_for()


def test_the_provider_leads_to_the_page_that_was_asked_for_and_its_code_is_in_no_log(
    open_page: OpenPage, house: House
) -> None:
    house.their.says()
    seen: list[str] = []
    page = open_page("/products?q=lamp", on=house.guarded.address)
    page.on("request", lambda request: seen.append(request.url))
    expect(page.get_by_role("link", name=BUTTON)).to_be_visible()
    expect(page.get_by_label("Password")).to_have_count(0)
    assert_accessible(page)
    page.get_by_role("link", name=BUTTON).click()
    let_in(page)
    expect(page).to_have_url(re.compile(r"/products\?q=lamp$"))
    assert_accessible(page)
    (code,) = {found[1] for url in seen if (found := re.search(r"/callback\?.*code=([^&]+)", url))}
    assert code not in house.guarded.server.seen()
    page.goto("/account")
    expect(page.get_by_text("This browser")).to_be_visible()
    expect(page.get_by_label("Current password")).to_have_count(0)


def test_who_is_refused_reads_why_and_what_to_do(open_page: OpenPage, house: House) -> None:
    house.their.says({"sub": "4713", "email": "clerk@example.com", "email_verified": False})
    page = open_page("/jobs", on=house.guarded.address, size=PHONE, scheme="dark")
    page.get_by_role("link", name=BUTTON).click()
    expect(page.get_by_role("heading", name="You are not logged in")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("Have it verified there, then log in again.")
    assert_fits(page)
    assert_accessible(page)
    page.get_by_role("link", name="To the login").click()
    expect(page.get_by_role("link", name=BUTTON)).to_be_visible()
    assert_fits(page)


def test_a_session_that_ends_mid_edit_goes_on_once_the_provider_was_asked_in_another_tab(
    open_page: OpenPage, house: House
) -> None:
    house.their.says()
    page = open_page("/products?product=new", on=house.guarded.address)
    page.get_by_role("link", name=BUTTON).click()
    let_in(page)
    page.get_by_label("SKU").fill("typed-2")
    page.get_by_label("Name", exact=True).fill("Typed before the session ended")
    page.context.clear_cookies()
    page.get_by_role("button", name="Create product").click()
    dialog = page.get_by_role("dialog", name="Log in again")
    expect(dialog.get_by_role("link", name=BUTTON)).to_be_visible()
    expect(dialog.get_by_label("Password")).to_have_count(0)
    with page.context.expect_page() as opened:
        dialog.get_by_role("link", name=BUTTON).click()
    let_in(opened.value)
    opened.value.close()
    # As when one comes back to this tab, which a browser without windows never leaves.
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
    expect(dialog).to_be_hidden()
    expect(page.get_by_text("typed-2 was created.")).to_be_visible()
