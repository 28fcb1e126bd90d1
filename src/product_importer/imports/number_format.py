"""The guess whether the comma or the point stands before the decimals of a file's prices."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from product_importer.imports.options import NumberFormat
from product_importer.imports.own_export import is_own
from product_importer.imports.plain_numbers import Number

_LOOKED_AT = 1_000
_LONGEST = 40
_PRICE_HEADER = re.compile(
    r"pri[cx]|preis|precio|prezzo|prijs|pre[cç]o|cena|pris\b|cost|msrp|rrp|uvp|amount|betrag", re.I
)
_OWN_PRICE_HEADER = re.compile("price")
_DIGITS = re.compile(r"[0-9][0-9.,'’ \u00a0\u2009\u202f]*")
_DECIMALS = {
    "comma": re.compile(r"[0-9]*,(?:[0-9]{1,2}|[0-9]{4,})|0+,[0-9]+|[^,]*[.'’ \u00a0\u2009\u202f][0-9]{3},[0-9]+"),
    "point": re.compile(r"[0-9]*\.(?:[0-9]{1,2}|[0-9]{4,})|0+\.[0-9]+|[^.]*[,'’ \u00a0\u2009\u202f][0-9]{3}\.[0-9]+"),
}
_GROUPS = {"comma": re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}"), "point": re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}")}
_EITHER = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


@dataclass(frozen=True, slots=True)
class NumberGuess:
    """A number format, the sentence that gives the reason, and whether the values could mean the other one as well."""

    number_format: NumberFormat
    evidence: str
    ambiguous: bool = False


def guess_number_format(headers: Sequence[str], columns: Sequence[Sequence[str]]) -> NumberGuess:
    """Judged by the cells of the columns named like prices, or else of all; numbers by type have no say.

    In our own export `price` alone decides, however many attributes are prices too.
    """
    is_price = _OWN_PRICE_HEADER.fullmatch if is_own(headers) else _PRICE_HEADER.search
    priced = [cells for header, cells in zip(headers, columns, strict=True) if is_price(header)]
    found = {"comma": "", "point": "", "either": ""}
    counts = dict.fromkeys(found, 0)
    for number in _numbers(priced or columns):
        if kind := _kind(number):
            counts[kind] += 1
            found[kind] = found[kind] or number
    if counts["comma"] > counts["point"]:
        return NumberGuess("comma", f"Decimal comma, as in `{found['comma']}`.")
    if counts["point"]:
        return NumberGuess("point", f"Decimal point, as in `{found['point']}`.")
    if counts["either"]:
        evidence = f"Decimal point, but numbers like `{found['either']}` could mean thousands or decimals."
        return NumberGuess("point", evidence, ambiguous=True)
    return NumberGuess("point", "Decimal point: no number says otherwise.")


def _numbers(columns: Iterable[Sequence[str]]) -> Iterable[str]:
    for cells in columns:
        for cell in islice((cell for cell in cells if cell.strip()), _LOOKED_AT):
            number = _DIGITS.search(cell) if len(cell) <= _LONGEST and not isinstance(cell, Number) else None
            if number:
                yield number.group().rstrip(" \u00a0\u2009\u202f.,'’")


def _kind(number: str) -> str | None:
    for name in ("comma", "point"):
        if _DECIMALS[name].fullmatch(number) or _GROUPS[name].fullmatch(number):
            return name
    return "either" if _EITHER.fullmatch(number) else None
