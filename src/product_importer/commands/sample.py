"""A made-up catalogue of any size, the same for the same seed, with what real files have: repeats and bad rows."""

import csv
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

COLUMNS = ("sku", "name", "description", "price", "active", "brand", "colour", "size")
BLOCK = 1000
REPEATS_PER_BLOCK = 20
NAME_TOO_LONG = "Long " * 101

PREFIXES = ("Tee", "MUG", "poster", "Mütze", "CAFÉ", "Ærø", "Ελιά", "Кепка", "帽子", "Lamp/XL", "Set.A", "Öl 5")
NAMES = ("Shirt", "Mug", "Poster", "Mütze", "Café crème", "Blåbærsyltetøy", "Ελαιόλαδο", "Кепка", "麦わら帽子", "Lamp")
MANNERS = ("Plain", "Fine", "Großer", "Petit", "Soft", 'The "Original"', "Light, foldable", "Warm 🔥", "Organic", "Old")
TEXTS = (
    "",
    "Made of cotton.",
    "Washable at 30 °C, do not tumble dry.",
    "Two lines:\nthe second one tells the rest.",
    'Called "the good one" by those who have it, and they are many.',
)
BRANDS = ("Nordlicht", "Señor Hat", "ACME", "Żubr", "Ōsaka")
COLOURS = ("red", "blue", "grün", "noir", "белый", "")
SIZES = ("S", "M", "L", "XL", "")
ACTIVE = ("true", "true", "true", "yes", "1", "false", "")

Row = tuple[str, ...]
Listener = Callable[[int], None]


@dataclass
class SampleCounts:
    """What was written, which is also what an import into an empty catalogue must report."""

    rows: int = 0
    products: int = 0
    repeated: int = 0
    bad: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, object]:
        """The counts as plain values; `bad` is by the code of the reject."""
        return {
            "rows": self.rows,
            "products": self.products,
            "repeated": self.repeated,
            "bad": dict(sorted(self.bad.items())),
        }


def write_sample(path: Path, rows: int, seed: int = 1, on_rows: Listener = lambda _: None) -> SampleCounts:
    """Write a catalogue of so many rows as CSV (UTF-8), telling `on_rows` how many stand after each block."""
    counts = SampleCounts()
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(COLUMNS)
        for start in range(0, rows, BLOCK):
            _write_block(file, _Block(seed, start, min(BLOCK, rows - start)), counts)
            on_rows(counts.rows)
    return counts


class _Block:
    """Up to a thousand rows whose values depend on the seed and their position only."""

    def __init__(self, seed: int, start: int, size: int) -> None:
        self._random = random.Random(f"{seed}:{start}")  # noqa: S311
        self.start = start
        self.size = size
        # The first row of a block is always good, so that there is one to repeat.
        special = self._random.sample(range(1, BLOCK), len(BAD_ROWS) + REPEATS_PER_BLOCK)
        self.bad = dict(zip(special, BAD_ROWS, strict=False))
        self.repeats = set(special[len(BAD_ROWS) :])

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Each position with a good row."""
        choose, size = self._random.choices, self.size
        columns = zip(
            choose(PREFIXES, k=size),
            choose(MANNERS, k=size),
            choose(NAMES, k=size),
            choose(TEXTS, k=size),
            choose(range(1, 100_000), k=size),
            choose(ACTIVE, k=size),
            choose(BRANDS, k=size),
            choose(COLOURS, k=size),
            choose(SIZES, k=size),
            strict=True,
        )
        for position, (prefix, manner, name, text, cents, *rest) in enumerate(columns):
            number = self.start + position
            price = f"{cents // 100}.{cents % 100:02d}"
            yield position, (f"{prefix}-{number:07d}", f"{manner} {name} {number}", text, price, *rest)

    def earlier(self, skus: list[str]) -> str:
        """One of the SKUs so far, mostly in other letters."""
        sku = self._random.choice(skus)
        return self._random.choice(
            [sku, *(other for other in (sku.upper(), sku.lower()) if other.lower() == sku.lower())]
        )


def _write_block(file: TextIO, block: _Block, counts: SampleCounts) -> None:
    write = csv.writer(file, lineterminator="\n").writerow
    skus: list[str] = []
    for position, row in block.rows():
        if position in block.bad:
            code = block.bad[position]
            BAD_ROWS[code](file, row)
            counts.bad[code] += 1
        elif position in block.repeats:
            write((block.earlier(skus), *row[1:]))
            counts.repeated += 1
        else:
            write(row)
            skus.append(row[0])
    counts.rows += block.size
    counts.products += len(skus)


def _with_cell(column: str, value: str) -> Callable[[TextIO, Row], None]:
    index = COLUMNS.index(column)

    def write(file: TextIO, row: Row) -> None:
        csv.writer(file, lineterminator="\n").writerow((*row[:index], value, *row[index + 1 :]))

    return write


def _unclosed_quote(file: TextIO, row: Row) -> None:
    file.write(f'{row[0]},"{row[1]} 27" wide,,{row[3]},true,,,\n')


def _too_few_fields(file: TextIO, row: Row) -> None:
    file.write(f"{row[0]},{row[3]}\n")


def _too_many_fields(file: TextIO, row: Row) -> None:
    file.write(f"{row[0]},Unquoted, with a comma,,{row[3]},true,,,\n")


BAD_ROWS: dict[str, Callable[[TextIO, Row], None]] = {
    "sku_required": _with_cell("sku", "  "),
    "name_required": _with_cell("name", ""),
    "name_too_long": _with_cell("name", NAME_TOO_LONG),
    "price_invalid": _with_cell("price", "on request"),
    "price_precision": _with_cell("price", "0.123456"),
    "active_invalid": _with_cell("active", "perhaps"),
    "unclosed_quote": _unclosed_quote,
    "too_few_fields": _too_few_fields,
    "too_many_fields": _too_many_fields,
}
