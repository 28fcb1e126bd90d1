"""Take the pictures of the README and of the documentation from the real UI: `python -m scripts.screenshots`.

A catalogue of spring is in the database, and one of autumn comes over it, in which every ninth product differs. It has
names in Japanese and a flame, for which Debian has `fonts-noto-cjk` and `fonts-noto-color-emoji`.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.browser.files import choose, import_file
from tests.browser.servers import serve
from tests.browser.wizard import READY, apply, check
from tests.cli.commands import run

IMAGES = Path(__file__).parents[1] / "docs/images"
# GitHub shows every one at once, and whoever clones has them all.
MOST_BYTES = 150_000
_WINDOW = ViewportSize(width=1200, height=820)
_SPRING, _AUTUMN = 300_000, 500_000


def main() -> None:
    """Photograph the way of a file: its columns, what it would change, and its receipt."""
    with TemporaryDirectory() as folder, _visited(Path(folder)) as page:
        spring, autumn = Path(folder) / "spring.csv", Path(folder) / "autumn-catalogue.csv"
        run("sample", "--rows", _SPRING, spring)
        run("sample", "--rows", _AUTUMN, autumn)
        _change_prices(spring)
        page.goto("/upload")
        import_file(page, spring)
        page.goto("/upload")
        choose(page, autumn)
        page.wait_for_url(READY)
        ready = page.url
        page.goto(f"{ready}/adjust/mapping")
        page.get_by_text("Kept as attributes", exact=True).wait_for()
        _photograph(page, "columns")
        page.goto(ready)
        check(page)
        page.get_by_role("button", name=re.compile("^updated")).click()
        page.locator("del").first.wait_for()
        _photograph(page, "plan")
        apply(page)
        page.locator("mark").first.wait_for()
        _photograph(page, "import-receipt")


@contextmanager
def _visited(folder: Path) -> Iterator[Page]:
    """A page of a browser that visits a server with an empty catalogue."""
    for address in serve(folder):
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
            yield browser.new_page(viewport=_WINDOW, base_url=address, color_scheme="light")
            browser.close()


def _photograph(page: Page, name: str) -> None:
    page.mouse.move(0, 0)
    page.get_by_role("tooltip").wait_for(state="detached")
    picture = IMAGES / f"{name}.png"
    page.screenshot(path=picture, animations="disabled")
    size = picture.stat().st_size
    print(f"{picture.relative_to(IMAGES.parents[1])}: {size:,} bytes")
    assert size <= MOST_BYTES, f"{picture.name} has {size:,} bytes; {MOST_BYTES:,} are the most"


def _change_prices(catalogue: Path) -> None:
    """Make every ninth row differ from the newer catalogue, so that each outcome occurs."""
    lines = catalogue.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = (line.replace(".5", ".7") if number % 9 == 8 else line for number, line in enumerate(lines))
    catalogue.write_text("".join(changed), encoding="utf-8")


if __name__ == "__main__":
    main()
