"""Which of several words to look up in the index of words: looking up a common one costs as much as all it finds."""

from collections.abc import Sequence

from sqlalchemy import ARRAY, Select, Text, cast, func, select
from sqlalchemy.orm import Session

from product_importer.core.estimating import estimate
from product_importer.products.search_models import product_words

TERMS_WEIGHED = 8
"""Of more the longest are weighed, which are the rarest more often than not."""

FOUND_PER_COMPARED = 40
"""As many places are read from the index in the time that it takes to compare the words of one product."""


def rare_words(session: Session, given: str) -> str:
    """The terms of `given` that the index is asked for; whether a product has the others too is seen in its own words.

    By the statistics of PostgreSQL, which know how common a word is, and for a beginning those that it begins.
    """
    terms = dict.fromkeys(given.split())
    if len(terms) < 2:
        return given
    weighed = _with_words(session, sorted(terms, key=len, reverse=True)[:TERMS_WEIGHED])
    if not weighed:
        return given
    expected = {term: estimate(session, _found_by(term)) for term in weighed}
    most = min(expected.values()) * FOUND_PER_COMPARED
    return " ".join(term for term, rows in expected.items() if rows <= most)


def _with_words(session: Session, terms: Sequence[str]) -> Sequence[str]:
    """Those that are more than what stands between words."""
    term = func.unnest(cast(terms, ARRAY(Text))).column_valued("term")
    return session.scalars(select(term).where(func.search_query(term).is_not(None))).all()


def _found_by(term: str) -> Select[int]:
    return select(product_words.c.id).where(product_words.c.words.bool_op("@@")(func.search_query(term)))
