"""The reference: what an import has to do, as a plain loop over rows, written without looking at the engine."""

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from unicodedata import category, normalize

FIELDS = ("sku", "name", "description", "price", "active")
TRUE = {"true", "1", "yes"}
FALSE = {"false", "0", "no"}

OUTCOMES = ("created", "updated", "unchanged", "duplicate", "rejected", "skipped", "deactivated", "deleted")

Row = dict[str, str]


@dataclass
class Known:
    """One product of the reference catalogue."""

    sku: str
    name: str
    description: str | None
    price: Decimal | None
    active: bool
    attributes: dict[str, str]


@dataclass
class Fold:
    """A catalogue by key, and what came of the rows of the last file."""

    products: dict[str, Known] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def take(self, rows: list[Row]) -> None:
        """Fold one file's rows into the catalogue: the last valid row of each SKU wins."""
        self.counts = dict.fromkeys(OUTCOMES, 0)
        winners: dict[str, Row] = {}
        for row in rows:
            if not is_valid(row):
                self.counts["rejected"] += 1
                continue
            key = key_of(row["sku"])
            self.counts["duplicate"] += key in winners
            winners[key] = row
        for key, row in winners.items():
            self._apply(key, row)
        self.counts["read"] = len(rows)

    def _apply(self, key: str, row: Row) -> None:
        there = self.products.get(key)
        wanted = Known(
            sku=there.sku if there else row["sku"].strip(),
            name=row["name"],
            description=row["description"] if row["description"].strip() else None,
            price=Decimal(row["price"].strip()) if row["price"].strip() else None,
            active=_active(row["active"], there.active if there else True),
            attributes=dict(there.attributes) if there else {},
        )
        for column in row.keys() - set(FIELDS):
            wanted.attributes.pop(column, None)
            if row[column].strip():
                wanted.attributes[column] = row[column]
        outcome = "created" if there is None else "unchanged" if there == wanted else "updated"
        self.counts[outcome] += 1
        self.products[key] = wanted


def key_of(sku: str) -> str:
    """The form by which a SKU is unique, spelled out: composed, trimmed, lower-cased, composed again."""
    return normalize("NFC", normalize("NFC", sku).strip().lower())


def is_valid(row: Row) -> bool:
    """Whether a row may go in."""
    sku = row["sku"].strip()
    return (
        not any("\0" in cell for cell in row.values())
        and 1 <= len(sku) <= 255
        and all(category(character) != "Cc" for character in sku)
        and bool(row["name"].strip())
        and len(row["name"]) <= 500
        and _is_price(row["price"].strip())
        and row["active"].strip().lower() in TRUE | FALSE | {""}
    )


def _is_price(text: str) -> bool:
    if not text:
        return True
    try:
        price = Decimal(text)
    except InvalidOperation:
        return False
    exponent = price.as_tuple().exponent
    return isinstance(exponent, int) and 0 <= price < 10**10 and exponent >= -4


def _active(text: str, otherwise: bool) -> bool:
    word = text.strip().lower()
    return otherwise if not word else word in TRUE
