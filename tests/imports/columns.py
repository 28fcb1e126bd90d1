"""Columns as detection would describe them."""

from product_importer.imports.column_values import describe
from product_importer.imports.file_format import Column

EXAMPLES = {"sku": "A-1", "name": "Mug", "price": "4.50", "active": "yes"}


def column(header: str, *cells: str) -> Column:
    """A column with these cells; without any, with a value that would fit a field of that name."""
    found = list(cells) or [EXAMPLES.get(header, "x")]
    filled = [cell for cell in found if cell.strip()]
    return Column(key=header, header=header, sample=filled[:3], empty=not filled, values=describe(found))
