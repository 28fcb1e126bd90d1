"""Take the README's picture from the real UI: `python -m tests.browser.screenshots`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.browser.files import import_file
from tests.browser.servers import serve
from tests.cli.commands import run

PICTURE = Path(__file__).parents[2] / "docs/images/import-receipt.png"
_WINDOW = ViewportSize(width=1200, height=820)


def main() -> None:
    """Import a catalogue over an older one and photograph its receipt."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        older, newer = Path(folder) / "spring.csv", Path(folder) / "autumn-catalogue.csv"
        run("sample", "--rows", 300_000, older)
        run("sample", "--rows", 500_000, newer)
        _change_prices(older)
        for address in serve(Path(folder)):
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
            page = browser.new_page(viewport=_WINDOW, base_url=address, color_scheme="light")
            for file in (older, newer):
                page.goto("/upload")
                import_file(page, file)
            page.locator("mark").first.wait_for()
            page.mouse.move(0, 0)
            page.get_by_role("tooltip").wait_for(state="detached")
            PICTURE.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=PICTURE)
            browser.close()


def _change_prices(catalogue: Path) -> None:
    """Make every ninth row differ from the newer catalogue, so that each outcome occurs."""
    lines = catalogue.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = (line.replace(".5", ".7") if number % 9 == 8 else line for number, line in enumerate(lines))
    catalogue.write_text("".join(changed), encoding="utf-8")


if __name__ == "__main__":
    main()
