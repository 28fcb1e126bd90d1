"""A page as it looks at every width and in both colour schemes, without being opened anew for each."""

from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.accessible import assert_accessible
from tests.browser.conftest import DESKTOP, PHONE, TABLET, Scheme
from tests.browser.fitting import assert_fits

LOOKS: dict[str, tuple[tuple[int, int], Scheme]] = {
    "desktop light": (DESKTOP, "light"),
    "desktop dark": (DESKTOP, "dark"),
    "tablet dark": (TABLET, "dark"),
    "phone light": (PHONE, "light"),
}

# A frame later, because the transitions to the other colours begin with the next one.
_FOLLOWED = """
    (scheme) => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() =>
        resolve(document.documentElement.dataset.mantineColorScheme === scheme))))
"""


def assert_fine_in_every_look(page: Page, shown: Locator) -> None:
    """Fail where what should be shown is not seen, something is cut off, or axe finds something."""
    for look, (size, scheme) in LOOKS.items():
        page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(_FOLLOWED, arg=scheme)
        try:
            expect(shown).to_be_visible()
            assert_fits(page)
            assert_accessible(page)
        except AssertionError as error:
            raise AssertionError(f"{look}: {error}") from error
