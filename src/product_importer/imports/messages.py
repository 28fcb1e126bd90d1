"""What a cell in breach of a rule is answered, in words that say how to mend it."""

import unicodedata

from product_importer.imports.records import RejectCode
from product_importer.products.limits import NAME_MAX, PRICE_DECIMALS, PRICE_INTEGER_DIGITS, SKU_MAX

_SHOWN_CHARACTERS = 60


def message(code: RejectCode, cell: str) -> str:
    """The sentence for one reject; `cell` is the offending cell as written."""
    match code:
        case RejectCode.SKU_REQUIRED:
            return "This row has no SKU. Fill in the cell."
        case RejectCode.SKU_TOO_LONG:
            return f"The SKU {_shown(cell)} has {len(cell.strip())} characters. Shorten it to {SKU_MAX}."
        case RejectCode.SKU_INVALID:
            return _sku_invalid(cell)
        case RejectCode.NAME_REQUIRED:
            return "The name is blank. Fill it in, or import with `blank` = `keep` to leave known names alone."
        case RejectCode.NAME_TOO_LONG:
            return f"The name {_shown(cell)} has {len(cell)} characters. Shorten it to {NAME_MAX}."
        case RejectCode.PRICE_INVALID:
            return _price_invalid(cell.strip())
        case RejectCode.PRICE_PRECISION:
            return (
                f"The price {_shown(cell)} has more than {PRICE_DECIMALS} decimals. Round it, nothing is rounded here."
            )
        case RejectCode.ACTIVE_INVALID:
            return f"{_shown(cell)} is neither yes nor no. Write `true` or `false`."
        case RejectCode.NUL_BYTE:
            return "The cell holds a NUL byte. Remove it."
        case _:
            raise ValueError(f"{code} is not a rule for cells")


def _sku_invalid(cell: str) -> str:
    if any(unicodedata.category(character) == "Cc" for character in cell.strip()):
        return f"The SKU {_shown(cell)} holds a control character, such as a tab or a line break. Remove it."
    return f"The SKU {_shown(cell)} does not have the form that SKU_PATTERN asks for. Write it in that form."


def _price_invalid(cell: str) -> str:
    if cell.startswith("-"):
        return f"The price {_shown(cell)} is negative. Write a price of 0 or more."
    if cell.removeprefix("+").split(".")[0].isdecimal() and cell.count(".") < 2 and not cell.endswith("."):
        return f"The price {_shown(cell)} has more than {PRICE_INTEGER_DIGITS} digits before the point. Correct it."
    return f"{_shown(cell)} is not a price. Write it as `1234.56`, without currency sign or thousands marks."


def _shown(cell: str) -> str:
    text = cell.strip()
    short = text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"
    return "`" + "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short) + "`"
