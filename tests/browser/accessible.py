"""axe-core, run inside a page."""

from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
_LOADED = "() => 'axe' in window"
_RUN = "() => axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)"
_SETTLED = "() => document.getAnimations().every(({ playState }) => playState !== 'running')"


def assert_accessible(page: Page) -> None:
    """Fail with what axe finds in the page as it is shown now."""
    assert _AXE.is_file(), "axe-core is missing. Run `npm ci` in frontend/."
    page.wait_for_function(_SETTLED)
    if not page.evaluate(_LOADED):
        page.evaluate(_AXE.read_text())
    found = page.evaluate(_RUN)
    told = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
    assert told == [], told
