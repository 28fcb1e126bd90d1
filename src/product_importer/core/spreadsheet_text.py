"""Cells that a spreadsheet would run or take for something else, and the mark that makes them text."""

import re

MARK = "'"
MARKED = r"[=+\-@'＝＋－＠\x00-\x1f\x7f-\x9f]"
"""What a cell begins with that gets the mark; `'` too, so that the mark is told from the text. Python and RE2."""

MARKED_CODES = (*map(ord, "=+-@'＝＋－＠"), *range(1, 0x20), *range(0x7F, 0xA0))
"""The same characters by their numbers, which PostgreSQL compares quickly; it holds no NUL."""

_MARKED = re.compile(MARKED)


def marked(text: str) -> str:
    """The text with `'` in front where a spreadsheet would run it."""
    return MARK + text if _MARKED.match(text) else text
