"""What is on a page has to be seen whole."""

from playwright.sync_api import Page

_WIDER = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
_CUT = """
    () => [...document.querySelectorAll('main section')]
        .filter((card) => card.scrollHeight > card.clientHeight || card.scrollWidth > card.clientWidth)
        .map((card) => card.innerText.slice(0, 80))
"""


def assert_fits(page: Page) -> None:
    """Fail when the page is wider than its window, or a card cuts off some of what it holds."""
    assert not page.evaluate(_WIDER)
    cut = page.evaluate(_CUT)
    assert cut == [], cut
