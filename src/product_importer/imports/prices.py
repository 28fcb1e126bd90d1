"""Prices as people write them: a decimal mark, thousands marks in groups of three, a currency before or after."""

import re
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from product_importer.imports.options import NumberFormat

_DIGIT_GROUPS = r"[1-9][0-9]{0,2}(?:%s[0-9]{3})+"
_SPACES, _APOSTROPHES = "[ \u00a0\u2009\u202f]", "['’]"
_BLANKS = "[ \u00a0\u2009\u202f]*"
_CURRENCIES = """
    AED ARS AUD BAM BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HRK HUF IDR ILS INR ISK JPY KRW KZT MAD MDL
    MKD MXN MYR NGN NOK NZD PEN PHP PKR PLN RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR
    kr kr. zł Kč Ft Fr. SFr. lei лв лв. руб руб. грн RM R$ US$ A$ C$ NZ$ HK$ S$
"""
_CURRENCY = r"(?:\p{Sc}|(?i:" + "|".join(re.escape(name) for name in sorted(_CURRENCIES.split(), key=len)[::-1]) + "))"


@dataclass(frozen=True, slots=True)
class _Marks:
    decimal: str
    thousands: str

    @property
    def number(self) -> str:
        """The pattern of a number written with these marks."""
        groups = "|".join(_DIGIT_GROUPS % mark for mark in (re.escape(self.thousands), _SPACES, _APOSTROPHES))
        decimal = re.escape(self.decimal)
        return rf"(?P<whole>\+?(?:{groups}|[0-9]+)?)(?P<decimals>(?:{decimal}[0-9]+)?)"

    @property
    def price(self) -> str:
        """The pattern of a whole cell: a number, with a currency on one side at most."""
        before = f"(?:{_CURRENCY}{_BLANKS})?"
        return f"^{before}{self.number}$|^{self.number_again}{_BLANKS}{_CURRENCY}$"

    @property
    def number_again(self) -> str:
        return self.number.replace("<whole>", "<whole_before>").replace("<decimals>", "<decimals_before>")


_PRICES = {"point": _Marks(".", ",").price, "comma": _Marks(",", ".").price}
_NOT_A_DIGIT = r"[^0-9]"


def plain_prices(values: pa.Array, number_format: NumberFormat) -> pa.Array:
    """Trimmed cells as plain numbers with a point (`1234.56`); what is no well-formed price becomes null."""
    parts = pc.extract_regex(values, pattern=_PRICES[number_format])
    whole = pc.binary_join_element_wise(parts.field("whole"), parts.field("whole_before"), "")
    decimals = pc.binary_join_element_wise(parts.field("decimals"), parts.field("decimals_before"), "")
    digits = pc.replace_substring_regex(whole, pattern=_NOT_A_DIGIT, replacement="")
    fraction = pc.replace_substring_regex(decimals, pattern=_NOT_A_DIGIT, replacement="")
    number = pc.if_else(pc.equal(fraction, ""), digits, pc.binary_join_element_wise(digits, fraction, "."))
    return pc.if_else(pc.equal(number, ""), None, number)


def is_price(cell: str, number_format: NumberFormat) -> bool:
    """Whether a trimmed cell is a price in this number format."""
    return bool(plain_prices(pa.array([cell], pa.string()), number_format)[0].is_valid)
