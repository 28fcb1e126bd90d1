"""PostgreSQL spells the cells of an export to the letter as Python does, whose own spelling the workbook has."""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text

from product_importer.core.database import get_engine, transaction
from product_importer.core.spreadsheet_text import MARKED_CODES, marked
from product_importer.products import export_repository as repository
from product_importer.products import exporting, finding
from product_importer.products.export_columns import Columns
from product_importer.products.exporting import ExportQuery
from product_importer.products.filters import conditions
from product_importer.products.models import Product
from product_importer.products.sku_key import sku_key
from product_importer.products.sorting import Sort
from tests.conftest import empty_database
from tests.examples import examples
from tests.products.export_reference import csv_lines, json_lines

CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0") | st.sampled_from("=+-@'\"\\,;\t\r\n _*.<&\x01\x02")
TEXTS = st.text(CHARACTERS, max_size=12)
# Whole seconds and any number of zeros at the end, in years of four digits.
TIMES = st.builds(
    lambda whole, decimals, digits: whole + timedelta(microseconds=decimals // 10**digits * 10**digits),
    st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0)),
    st.integers(0, 999_999),
    st.integers(0, 6),
)
PRODUCTS = st.fixed_dictionaries(
    {
        "sku": TEXTS.filter(bool),
        "name": TEXTS,
        "description": st.none() | TEXTS,
        "price": st.none() | st.decimals(0, 9_999_999_999, places=4) | st.integers(0, 99).map(lambda cents: cents / 4),
        "active": st.booleans(),
        "attributes": st.dictionaries(TEXTS.filter(bool), TEXTS, max_size=4),
        "created_at": TIMES,
        "updated_at": TIMES,
        "deleted_at": st.none() | TIMES,
    }
)
CATALOGUES = st.lists(PRODUCTS, min_size=1, max_size=5, unique_by=lambda product: sku_key(product["sku"]))


def stored(catalogue: Sequence[dict[str, Any]]) -> None:
    empty_database()
    with transaction() as session:
        session.execute(insert(Product), [{**product, "sku_key": sku_key(product["sku"])} for product in catalogue])


def spelled(query: ExportQuery) -> tuple[bytes, bytes]:
    """The export of the whole table as PostgreSQL writes it, and as Python does."""
    with transaction() as session:
        export = exporting.prepare(session, query)
    with transaction() as session:
        where = conditions(query, finding.PRODUCTS)
        columns = Columns(repository.attribute_names(session, where, 1_000), trashed=query.trashed is not None)
        by = "created_at, id" if query.sort == "created_at" else "id"
        ids = session.scalars(text(f"select id from products order by {by}")).all()
        rows = columns.rows(repository.products(session, where, ids))
    headers = columns.headers
    expected = csv_lines([headers, *rows]) if query.format == "csv" else json_lines(headers, rows)
    return b"".join(export.body()), expected


@pytest.mark.parametrize("sort", ["id", "created_at"])
@pytest.mark.parametrize("file_format", ["csv", "jsonl"])
@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(catalogue=CATALOGUES)
def test_any_catalogue_is_spelled_as_python_spells_it(
    database_url: str, file_format: Any, sort: Sort, catalogue: list[dict[str, Any]]
) -> None:
    stored(catalogue)
    written, expected = spelled(ExportQuery(format=file_format, sort=sort, trashed="any"))
    assert written == expected


def test_times_are_utc_whatever_the_time_zone_of_the_database(database_url: str) -> None:
    moment = datetime(2026, 11, 21, 23, 30, 0, 123_456, UTC)
    stored([{"sku": "A", "name": "=A", "created_at": moment, "updated_at": moment, "price": 1}])
    usual, _ = spelled(ExportQuery())
    try:
        with transaction() as session:
            session.execute(text("alter role current_user set timezone = 'Asia/Kathmandu'"))
        get_engine().dispose()
        assert spelled(ExportQuery())[0] == usual
    finally:
        with transaction() as session:
            session.execute(text("alter role current_user reset all"))
        get_engine().dispose()


def test_the_characters_that_are_marked_are_the_same_in_both() -> None:
    python = {code for code in range(1, sys.maxunicode + 1) if marked(chr(code)) != chr(code)}
    assert set(MARKED_CODES) == python


def test_a_product_of_a_thousand_attributes_is_one_line_of_json(database_url: str) -> None:
    stored([{"sku": "WIDE", "name": "Wide", "attributes": {f"a{number}": str(number) for number in range(990)}}])
    written, expected = spelled(ExportQuery(format="jsonl", trashed="any"))
    assert written == expected
