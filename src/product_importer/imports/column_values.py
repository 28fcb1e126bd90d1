"""What the values of a column look like, counted over the sample."""

import re
from collections.abc import Sequence
from itertools import islice

from product_importer.imports.cells import MEANINGS
from product_importer.imports.file_format import ColumnValues

_LOOKED_AT = 1_000
_CURRENCY = r"(?:[$€£¥₹₽₩₺₴₫฿₪]|[A-Za-z]{2,3}\.?|zł|Kč)"
_AMOUNT = r"(?:[0-9]+(?:[ \u00a0\u202f.,'’][0-9]+)*(?:[.,](?:-|–)?)?|[.,][0-9]+)"
_PRICE = re.compile(rf"[+-]?{_CURRENCY}?\s?[+-]?{_AMOUNT}\s?{_CURRENCY}?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def describe(cells: Sequence[str]) -> ColumnValues:
    """The values of a column of the sample; its first thousand rows are enough to tell."""
    looked_at = [cell.strip() for cell in islice(cells, _LOOKED_AT)]
    values = [cell for cell in looked_at if cell]
    if not values:
        return ColumnValues()
    different = set(values)
    return ColumnValues(
        filled=len(values) / len(looked_at),
        distinct=len(different) / len(values),
        prices=_share(values, {value for value in different if _PRICE.fullmatch(value)}),
        switches=_share(values, {value for value in different if value.lower() in MEANINGS}),
        emails=_share(values, {value for value in different if _EMAIL.fullmatch(value)}),
    )


def _share(values: list[str], matching: set[str]) -> float:
    return sum(value in matching for value in values) / len(values)
