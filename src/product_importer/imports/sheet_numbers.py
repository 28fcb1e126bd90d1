"""What a number in a sheet says, by the number format of its cell (ECMA-376, 18.8.30): a number, or a date."""

import re
from datetime import date, timedelta
from enum import Enum

from product_importer.imports.plain_numbers import Number, number_text

_MILLISECONDS_OF_A_DAY = 86_400_000
_FIRST_OF_MARCH_1900 = 60
_LAST_DAY = 2_950_000
_DATES = {*range(14, 18), *range(27, 37), *range(50, 59)}
_MOMENTS = {22}
_TIMES = {*range(18, 22), 45, 46, 47}
_NO_PATTERN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)


class Kind(Enum):
    """What is shown of a number."""

    PLAIN = 0
    DATE = 1
    TIME = 2


NumberStyle = tuple[Kind, int]
"""The kind, and to how many digits a whole number is filled up with zeros."""

PLAIN: NumberStyle = (Kind.PLAIN, 0)


def number_style(identifier: str, code: str) -> NumberStyle:
    """The style of a built-in format by its number, or of a custom one by its code."""
    number = int(identifier) if identifier.isdecimal() else 0
    if number in _DATES | _MOMENTS:
        return Kind.DATE, 0
    if number in _TIMES:
        return Kind.TIME, 0
    pattern = _NO_PATTERN.sub("", code).split(";")[0].lower()
    if re.search("[yd]", pattern) or re.fullmatch("[^hs]*m[^hs]*", pattern):
        return Kind.DATE, 0
    if re.search("[hs]", pattern):
        return Kind.TIME, 0
    return Kind.PLAIN, len(code) if re.fullmatch("0{2,}", code) else 0


def styled_number(written: str, style: NumberStyle, *, since_1904: bool) -> str:
    """The text of a number: plain digits, filled up with zeros where its format says so, or an ISO date or time."""
    kind, digits = style
    if kind is Kind.PLAIN and written.isdecimal() and written.isascii():
        return Number(written.zfill(digits))
    try:
        value = float(written)
    except ValueError:
        return written
    if kind is Kind.PLAIN or not 0 <= value < _LAST_DAY:
        text = number_text(value)
        return Number(text.zfill(digits)) if text.isdecimal() else text
    return _moment(value, kind, since_1904)


def _moment(serial: float, kind: Kind, since_1904: bool) -> str:
    days, milliseconds = divmod(round(serial * _MILLISECONDS_OF_A_DAY), _MILLISECONDS_OF_A_DAY)
    if kind is Kind.TIME:
        return _clock(days * 24, timedelta(milliseconds=milliseconds))
    if since_1904:
        start = date(1904, 1, 1)
    else:
        # Excel believes that 1900 was a leap year.
        start = date(1899, 12, 30) if days > _FIRST_OF_MARCH_1900 else date(1899, 12, 31)
    day = (start + timedelta(days=days)).isoformat()
    return f"{day}T{_clock(0, timedelta(milliseconds=milliseconds))}" if milliseconds else day


def _clock(hours: int, rest: timedelta) -> str:
    seconds, microseconds = rest.seconds, rest.microseconds
    fraction = f".{microseconds // 1000:03}" if microseconds else ""
    return f"{hours + seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{fraction}"
