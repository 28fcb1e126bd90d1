"""Numbers as the text of a cell."""

from decimal import Decimal


class Number(str):
    """The text of a cell that is a number by its type, with a decimal point."""

    __slots__ = ()


def number_text(value: float) -> Number:
    """A number in plain digits, without `.0` and exponent: `123`, `0.1`."""
    if value.is_integer():
        return Number(int(value))
    text = repr(value)
    return Number(format(Decimal(text), "f") if "e" in text else text)
