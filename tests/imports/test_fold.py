"""Any generated file gives the catalogue and the counts that a plain loop over its rows gives."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.products.sku_key import sku_key
from tests.conftest import empty_database
from tests.examples import examples
from tests.imports.conftest import Importer
from tests.imports.fold import Fold, Row, key_of

Catalogue = Callable[[], dict[str, dict[str, Any]]]

TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('",\n\r;\t\\ßİΣé\0 '), max_size=12)
SKUS = st.one_of(
    st.sampled_from(
        ["A", "a", " a ", "ß", "SS", "İ", "i̇", "ΟΔΟΣ", "οδος", "οδοσ", "é", "e\u0301", "Ä-1", "00123", "123"]
    ),
    st.text("abAB01-./ ", max_size=4),
    TEXT,
    st.sampled_from(["", "  ", "x" * 255, "y" * 256, "tab\tinside", "nul\0"]),
)
NAMES = st.one_of(st.sampled_from(["Mug", "None", "null", "\\N", " padded ", "n" * 500, "n" * 501, ""]), TEXT)
PRICES = st.sampled_from(
    ["", " ", "1", "12.50", "0.0035", " 7.1 ", "1.23456", "-1", "abc", "1,5", "9999999999", "10000000000"]
)
ACTIVES = st.sampled_from(["", "true", "FALSE", " yes ", "0", "1", "no", "maybe"])
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "sku": SKUS,
            "name": NAMES,
            "description": TEXT,
            "price": PRICES,
            "active": ACTIVES,
            "colour": TEXT,
            "size": TEXT,
        }
    ),
    min_size=1,
    max_size=25,
)


def written(rows: list[Row], delimiter: str, quote_all: bool) -> str:
    """The rows as a file: a blank line between header and rows is no row."""
    buffer = io.StringIO(newline="")
    quoting: Literal[0, 1] = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    writer = csv.DictWriter(buffer, list(rows[0]), delimiter=delimiter, quoting=quoting, lineterminator="\n")
    writer.writeheader()
    buffer.write("\n")
    writer.writerows(rows)
    return buffer.getvalue()


@settings(
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(files=st.lists(ROWS, min_size=1, max_size=3), delimiter=st.sampled_from(",;\t"), quote_all=st.booleans())
def test_an_import_is_a_fold_over_the_rows(
    import_file: Importer, catalogue: Catalogue, files: list[list[Row]], delimiter: str, quote_all: bool
) -> None:
    empty_database()
    fold = Fold()
    changes = 0
    for rows in files:
        fold.take(rows)
        changes += fold.counts["created"] + fold.counts["updated"]
        receipt = import_file(
            written(rows, delimiter, quote_all),
            mapping={"sku": "sku", "name": "name", "description": "description", "price": "price", "active": "active"},
            # Else a file whose only price is `1,5` is one with decimal commas.
            number_format="point",
        )
        assert receipt["status"] == "completed", receipt["error"]
        assert receipt["counts"] == fold.counts
    assert {key_of(sku): shown(product) for sku, product in catalogue().items()} == {
        key: (p.sku, p.name, p.description, p.price, p.active, p.attributes) for key, p in fold.products.items()
    }
    with transaction() as session:
        assert session.scalars(text("select count(*) from events where product_id is not null")).one() == changes
        assert all(sku_key(sku) == key for sku, key in session.execute(text("select sku, sku_key from products")))


def shown(product: dict[str, Any]) -> tuple[Any, ...]:
    price = None if product["price"] is None else Decimal(product["price"])
    return (
        product["sku"],
        product["name"],
        product["description"],
        price,
        product["active"],
        product["attributes"],
    )
