"""People in browsers of their own."""

import re

from playwright.sync_api import Page

from tests.browser.servers import PASSWORD

OTHER_PASSWORD = "eleven quiet typewriters rust"


def log_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Fill in the login that stands in place of the page."""
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name=re.compile("^Account: ")).wait_for()


def choose_password(page: Page, button: str, password: str = PASSWORD) -> None:
    """Choose a password on the page of a one-time link."""
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name=button).click()
    page.get_by_role("button", name=re.compile("^Account: ")).wait_for()
