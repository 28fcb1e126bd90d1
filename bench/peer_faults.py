"""A file with the faults that files have, and what a catalogue should hold after it."""

import csv
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from bench.catalogue import write_catalogue

ROWS = 10_000
# Behind which row each stands, from 1. The first is a later row of a product that a good one has brought.
FAULTS = {
    1_500: "SKU-00001000,Later and wrong,x,not a price,yes,Brand 1,tone 1\n",
    2_500: "faulty-1,Price in words,x,twelve,yes,Brand 1,tone 1\n",
    3_500: "faulty-2,Too few fields\n",
    4_500: "faulty-3,Too many fields,x,1.00,yes,Brand 1,tone 1,one more,and one more\n",
    5_500: ",Without a SKU,x,1.00,yes,Brand 1,tone 1\n",
    6_500: 'faulty-4,"A quote that nobody closes,x,1.00,yes,Brand 1,tone 1\n',
    7_500: ",,,,,,\n",
}


@dataclass(frozen=True)
class Outcome:
    """How many products are as the file says, are not there, and are there and should not be so; what was said."""

    right: int
    missing: int
    wrong: int
    said: str


def write_faulty(path: Path) -> Path:
    """Write the good rows with the faults among them."""
    with path.open("w", encoding="utf-8", newline="") as out:
        for number, line in enumerate(_good()):
            out.write(line)
            out.write(FAULTS.get(number, ""))
    return path


def compare(found: Sequence[tuple[Any, ...]], said: str) -> Outcome:
    """Compare `sku, name, price` of a catalogue with the good rows, of several of one SKU the last."""
    expected = _expected()
    right = wrong = 0
    for sku, name, price in found:
        good = sku in expected and price is not None and expected[sku] == (name, Decimal(price))
        right, wrong = right + good, wrong + (not good)
    return Outcome(right, len(set(expected) - {sku for sku, _, _ in found}), wrong, said)


@cache
def _good() -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder:
        return tuple(write_catalogue(Path(folder) / "good.csv", ROWS).read_text().splitlines(keepends=True))


@cache
def _expected() -> dict[str, tuple[str, Decimal]]:
    return {row["sku"]: (row["name"], Decimal(row["price"])) for row in csv.DictReader(_good())}
