"""The file that benchmarks import: about 156 bytes a row, two rows in a hundred repeat an earlier SKU."""

import random
from pathlib import Path

COLUMNS = ("sku", "name", "description", "price", "active", "brand", "colour")
REPEATED = 0.02


def write_catalogue(path: Path, rows: int, edition: int = 1) -> Path:
    """Write `rows` rows; every product differs between editions in its description and price."""
    chance = random.Random(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(COLUMNS) + "\n")
        for number in range(rows):
            product = chance.randrange(rows) if chance.random() < REPEATED else number
            file.write(_row(product, edition))
    return path


def _row(product: int, edition: int) -> str:
    sku = f"SKU-{product:08}" if product % 3 else f"sku-{product:08}"
    description = f'"Edition {edition} of article {product}, good for every day, washable, made to last"'
    price = f"{(product * 37 + edition) % 100_000 / 100:.2f}"
    active = "yes" if product % 7 else "no"
    return f"{sku},Article number {product},{description},{price},{active},Brand {product % 50},tone {product % 9}\n"
