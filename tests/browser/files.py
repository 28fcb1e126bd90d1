"""Files as a person would bring them."""

import re
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

HEADER = "SKU,Name,Price,Colour"
DONE = re.compile(r"^Done · ")


def rows(prefix: str, count: int) -> list[str]:
    """Good rows with SKUs that begin with `prefix`."""
    return [f"{prefix}-{number:04},Lamp {number},{number}.50,red" for number in range(1, count + 1)]


def csv(name: str, *lines: str, header: str = HEADER) -> FilePayload:
    """A file in the form a file input takes."""
    content = "\n".join([header, *lines, ""]).encode()
    return {"name": name, "mimeType": "text/csv", "buffer": content}


def drop(page: Page, file: FilePayload) -> None:
    """Drop a file somewhere in the window, not on the zone itself."""
    page.get_by_label("Choose a product file").wait_for()
    page.evaluate(
        """([name, type, text]) => {
            const carried = new DataTransfer()
            carried.items.add(new File([text], name, { type }))
            const init = { dataTransfer: carried, bubbles: true, cancelable: true }
            document.body.dispatchEvent(new DragEvent('dragover', init))
            document.body.dispatchEvent(new DragEvent('drop', init))
        }""",
        [file["name"], file["mimeType"], file["buffer"].decode()],
    )


def choose(page: Page, file: FilePayload | Path) -> None:
    """Choose a file with the zone's own picker."""
    page.get_by_label("Choose a product file").set_input_files(file)


def import_file(page: Page, file: FilePayload | Path) -> None:
    """From the start page to the receipt."""
    choose(page, file)
    page.get_by_role("button", name="Import ").click()
    expect(page).to_have_title(DONE, timeout=120_000)
