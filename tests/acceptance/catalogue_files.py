"""Files large enough to be caught in the middle, and what an import of them must leave behind.

CI has fifteen minutes for everything; with ACCEPTANCE_ROWS=200000 the same is tried at full size.
"""

import os
from pathlib import Path

ROWS = int(os.environ.get("ACCEPTANCE_ROWS", "60000"))
KNOWN = ROWS * 3 // 5
CHUNK_ROWS = ROWS // 10
HEADER = "sku,name,description,price,active,brand\n"


def row(number: int, edition: int, sku: str | None = None) -> str:
    """One good row; every third product is the same in each edition."""
    text = edition if number % 3 else 1
    spelled = sku or f"Sku-{number:07}"
    price = f"{(number * 7 + text) % 90_000 / 100:.2f}"
    description = f'"Edition {text}, described at some length for {spelled}"'
    return f"{spelled},Product {number},{description},{price},yes,Brand {number % 40}\n"


def write_known(path: Path) -> None:
    """The catalogue as it is before."""
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        file.writelines(row(number, 1) for number in range(KNOWN))


def write_changes(path: Path) -> dict[str, int]:
    """Changes and additions, repeated SKUs in another case, and bad rows; returns how each row must be counted."""
    counts = dict.fromkeys(("read", "created", "updated", "unchanged", "duplicate", "rejected", "skipped"), 0)
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        number = 0
        while counts["read"] < ROWS:
            if number % 50 == 7:
                file.write(row(number, 3, f" SKU-{number:07} "))
                counts["duplicate"] += 1
                counts["read"] += 1
            file.write(row(number, 2))
            outcome = "created" if number >= KNOWN else "updated" if number % 3 else "unchanged"
            counts[outcome] += 1
            counts["read"] += 1
            if number % 100 == 11:
                file.write(f"bad-{number},,,not a price,,\n")
                counts["rejected"] += 1
                counts["read"] += 1
            number += 1
    return counts
