"""What is found by a regular expression in a text that is not indexed is what the index finds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Text, func, literal, select

from product_importer.core.database import transaction
from product_importer.products.unread_words import has_words
from tests.examples import examples

# Words that the parser of PostgreSQL takes apart, and what stands between words.
words = st.sampled_from(["a", "A", "ab", "1", "1e5", "12E3c", "e5", "é", "ß", "x9", "www", "abc.com", "1.5", "-3"])
between = st.sampled_from([" ", "-", "_", "\x01", "\x7f", "/", "@", "\n", "'", "\\", ""])
texts = st.lists(st.tuples(words, between), min_size=1, max_size=5).map(lambda pairs: "".join(map("".join, pairs)))


@pytest.mark.usefixtures("database_url")
@settings(max_examples=examples(500), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sku=texts, name=texts, description=st.none() | texts, q=texts)
def test_a_text_that_is_not_indexed_has_the_words_that_its_index_would_have(
    sku: str, name: str, description: str | None, q: str
) -> None:
    given_texts = {"sku": sku, "name": name, "description": description}
    row = select(*(literal(text, Text()).label(column) for column, text in given_texts.items())).subquery()
    indexed = func.search_words(row.c.sku, row.c.name, row.c.description).bool_op("@@")(func.search_query(q))
    with transaction() as session:
        by_pattern, by_index = session.execute(select(has_words(q, row), indexed)).one()
    assert bool(by_pattern) == bool(by_index)
