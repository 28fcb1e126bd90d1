"""What a cell in breach of a rule is answered, in words that say how to mend it."""

import unicodedata
from collections.abc import Callable

from product_importer.imports.options import NumberFormat
from product_importer.imports.prices import is_price
from product_importer.imports.records import RejectCode
from product_importer.products.limits import NAME_MAX, PRICE_DECIMALS, PRICE_INTEGER_DIGITS, SKU_MAX

_SHOWN_CHARACTERS = 60
_EXAMPLES: dict[NumberFormat, str] = {"point": "1,234.56", "comma": "1.234,56"}


def message(code: RejectCode, cell: str) -> str:
    """The sentence for one reject; `cell` is the offending cell as written."""
    return _SENTENCES[code](cell)


def _sku_invalid(cell: str) -> str:
    if any(unicodedata.category(character) == "Cc" for character in cell.strip()):
        return f"The SKU {_shown(cell)} holds a control character, such as a tab or a line break. Remove it."
    return f"The SKU {_shown(cell)} does not have the form that SKU_PATTERN asks for. Write it in that form."


def _price_invalid(cell: str) -> str:
    if cell.startswith("-"):
        return f"The price {_shown(cell)} is negative. Write a price of 0 or more."
    if cell.removeprefix("+").split(".")[0].isdecimal() and cell.count(".") < 2 and not cell.endswith("."):
        return f"The price {_shown(cell)} has more than {PRICE_INTEGER_DIGITS} digits before the point. Correct it."
    other = [number_format for number_format in _EXAMPLES if is_price(cell, number_format)]
    if len(other) == 1:
        return f"{_shown(cell)} is not a price here. Correct it, or choose the number format *{_EXAMPLES[other[0]]}*."
    return f"{_shown(cell)} is not a price. Write it as `1234.56`, or as `1.234,56` throughout the file."


def _shown(cell: str) -> str:
    text = cell.strip()
    short = text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"
    return "`" + "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short) + "`"


_SENTENCES: dict[RejectCode, Callable[[str], str]] = {
    RejectCode.NUL_BYTE: lambda _: "The cell holds a NUL byte. Remove it.",
    RejectCode.SKU_REQUIRED: lambda _: "This row has no SKU. Fill in the cell.",
    RejectCode.SKU_TOO_LONG: lambda cell: (
        f"The SKU {_shown(cell)} has {len(cell.strip())} characters. Shorten it to {SKU_MAX}."
    ),
    RejectCode.SKU_INVALID: _sku_invalid,
    RejectCode.NAME_REQUIRED: lambda _: (
        "The name is blank. Fill it in, or import with `blank` = `keep` to leave known names alone."
    ),
    RejectCode.NAME_TOO_LONG: lambda cell: (
        f"The name {_shown(cell)} has {len(cell)} characters. Shorten it to {NAME_MAX}."
    ),
    RejectCode.PRICE_INVALID: lambda cell: _price_invalid(cell.strip()),
    RejectCode.PRICE_PRECISION: lambda cell: (
        f"The price {_shown(cell)} has more than {PRICE_DECIMALS} decimals. Round it, nothing is rounded here."
    ),
    RejectCode.ACTIVE_INVALID: lambda cell: f"{_shown(cell)} is neither yes nor no. Write `true` or `false`.",
}
