"""Cells that a spreadsheet would run or take for something else, and the mark that makes them text."""

import re

MARK = "'"
MARKED = r"[=+\-@'＝＋－＠\x00-\x1f\x7f-\x9f]"
"""What a cell begins with that gets the mark; `'` too, so that the mark is told from the text. Python and RE2."""

_MARKED = re.compile(MARKED)


def marked(text: str) -> str:
    """The text with `'` in front where a spreadsheet would run it."""
    return MARK + text if _MARKED.match(text) else text
