"""Finding the words that `q` asks for in products that the index of words does not hold yet.

Parsing a text into words takes PostgreSQL fifty times what a regular expression does. Almost all texts are plain
enough to be told by one; the others are parsed as the index would.
"""

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement, FromClause, and_, case, collate, false, func, type_coerce
from sqlalchemy.types import Text

_WORD = re.compile(r"[0-9A-Za-z]+")
_BEGINS, _ENDS = "(?:^|[^0-9A-Za-z])", "(?:$|[^0-9A-Za-z])"

# To PostgreSQL's parser `1e5` is a number, a word of its own even where letters follow.
_NUMBER = "[0-9][Ee][0-9]"

INDEXED = 100_000
"""As many characters of a description are searched."""


def has_words(given: str, table: FromClause) -> ColumnElement[bool]:
    """Whether a row has each term of `given` by the beginning of a word."""
    parsed: ColumnElement[bool] = func.search_words(table.c.sku, table.c.name, table.c.description).bool_op("@@")(
        func.search_query(given)
    )
    if not given.isascii() or re.search(_NUMBER, given):
        return parsed
    text = table.c.sku + " " + table.c.name + " " + func.coalesce(func.left(table.c.description, INDEXED), "")
    # By its own locale PostgreSQL would take other letters for the same.
    plain = type_coerce(collate(text, "C"), Text)
    is_plain = and_(func.octet_length(text) == func.char_length(text), plain.regexp_match(_NUMBER).is_(False))
    found = [plain.regexp_match(pattern, flags="i") for pattern in _patterns(given)]
    return case((is_plain, and_(*found) if found else false()), else_=parsed)


def _patterns(given: str) -> Iterator[str]:
    """A term must begin a word; of one with separators inside, those before the last are whole words."""
    for term in given.split():
        *whole, last = _WORD.findall(term) or [""]
        if last:
            yield _BEGINS + last
        yield from (_BEGINS + word + _ENDS for word in whole if word.lower() != last.lower())
