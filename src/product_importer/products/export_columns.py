"""The columns of an export, and a product as one row of them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from product_importer.core.spreadsheet_text import marked
from product_importer.products.patterns import ATTRIBUTE

COLUMNS = ("id", "sku", "name", "description", "price", "active", "created_at", "updated_at")
TRASHED_COLUMN = "deleted_at"
MOST_COLUMNS = 1_000
"""As many as an import takes."""

Cell = int | str | bool | Decimal | None


class ExportedProduct(NamedTuple):
    """A product as it is read for an export."""

    id: int
    sku: str
    name: str
    description: str | None
    price: Decimal | None
    active: bool
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
    attributes: dict[str, Any]


class Columns:
    """The columns of one export: the product's own, then one for each of these attributes, in order of their names."""

    def __init__(self, attributes: Iterable[str], *, trashed: bool) -> None:
        self.attributes = sorted(attributes)
        self.trashed = trashed
        own = [*COLUMNS, TRASHED_COLUMN] if trashed else COLUMNS
        self.headers = [*own, *map(header_of, self.attributes)]

    def row(self, product: ExportedProduct) -> list[Cell]:
        """The product's cells in the order of `headers`; None where it has nothing to say."""
        own: list[Cell] = [*product[:6], _time(product.created_at), _time(product.updated_at)]
        if self.trashed:
            own.append(_time(product.deleted_at) if product.deleted_at else None)
        return own + [product.attributes.get(name) for name in self.attributes]

    def rows(self, products: Sequence[ExportedProduct]) -> list[list[Cell]]:
        """`row` of each."""
        return [self.row(product) for product in products]


def header_of(attribute: str) -> str:
    """The header by which an import finds this attribute again: its name, after `attributes.` where that is taken.

    Taken are the names of the other columns, what an import does not read as a name (`_…`, `attributes.…`, `*`), and
    what a spreadsheet would run.
    """
    taken = (*COLUMNS, TRASHED_COLUMN, "*")
    plain = attribute not in taken and not attribute.startswith(("_", ATTRIBUTE)) and marked(attribute) == attribute
    return attribute if plain and attribute == attribute.strip() else ATTRIBUTE + attribute


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
