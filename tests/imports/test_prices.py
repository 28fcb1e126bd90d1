"""Prices with thousands marks and currencies, in either number format; whatever else there is, is none."""

from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from product_importer.imports.cells import check_price
from product_importer.imports.messages import message
from product_importer.imports.number_format import guess_number_format
from product_importer.imports.options import NumberFormat
from product_importer.imports.records import RejectCode


def price(cell: str, number_format: NumberFormat) -> str | None:
    """The price as it goes into the database, or the code of the reject."""
    checked = check_price(pa.array(["1", cell], pa.string()), number_format)
    broken = [breach.code.value for breach in checked.breaches if breach.rows[1]]
    return broken[0] if broken else checked.values[1].as_py()


@pytest.mark.covers("002:207")
@pytest.mark.parametrize(
    ("point", "comma", "meant"),
    [
        ("1234.56", "1234,56", "1234.56"),
        ("1,234.56", "1.234,56", "1234.56"),
        ("1,234,567", "1.234.567", "1234567"),
        ("1 234.5", "1 234,5", "1234.5"),
        ("1\u00a0234.5", "1\u00a0234,5", "1234.5"),
        ("1\u202f234 567.5", "1 234\u202f567,5", "1234567.5"),
        ("CHF 1'234.50", "CHF 1'234,50", "1234.50"),
        ("1’234’567.5", "1’234’567,5", "1234567.5"),
        ("€ 12.50", "€ 12,50", "12.50"),
        ("12.50€", "12,50€", "12.50"),
        ("12.50 USD", "12,50 USD", "12.50"),
        ("US$1,000.00", "US$1.000,00", "1000.00"),
        ("1,000.00 zł", "1.000,00 zł", "1000.00"),
        ("kr. .5", "kr. ,5", "0.5"),
        (" £ 265.0 ", " £ 265,0 ", "265.0"),
        ("+7.10", "+7,10", "7.10"),
        ("$ 7", "7 kr", "7"),
    ],
)
def test_a_price_is_read_by_the_marks_of_its_number_format(point: str, comma: str, meant: str) -> None:
    assert price(point, "point") == meant
    assert price(comma, "comma") == meant


@pytest.mark.parametrize(
    "cell",
    [
        "1,23.45", "12,34,567", "0,123.00", "1,2345.0", ",123", "1.234.567", "1234,567.0", "1 2345", "1,234 567.0",
        "1'234,567.0", "265,0", "€", "€5€", "$5 USD", "5 apples", "5.-", "5,-", "--5", "€ -5", "1.2.3", "12 %",
    ],
)  # fmt: skip
def test_what_is_not_well_formed_is_no_price_and_nothing_is_guessed(cell: str) -> None:
    assert price(cell, "point") == "price_invalid"
    swapped = cell.translate(str.maketrans(",.", ".,"))
    assert price(swapped, "comma") == "price_invalid"


def test_digits_are_counted_without_marks() -> None:
    assert price("€ 9,999,999,999.9999", "point") == "9999999999.9999"
    assert price("€ 99,999,999,999", "point") == "price_invalid"
    assert price("1.234,56789 €", "comma") == "price_precision"


@given(st.decimals(0, 9_999_999_999, places=2), st.sampled_from(["", ",", " ", "'"]), st.booleans())
def test_any_amount_written_for_people_is_read_back(amount: Decimal, thousands: str, comma: bool) -> None:
    written = f"{amount:,}" if thousands else format(amount, "f")
    whole, decimals = written.split(".")
    whole = whole.replace(",", {",": "." if comma else ","}.get(thousands, thousands))
    cell = f"{whole}{',' if comma else '.'}{decimals} €"
    assert Decimal(price(cell, "comma" if comma else "point") or "") == amount


def test_a_price_of_the_other_number_format_says_which_one_to_choose() -> None:
    assert message(RejectCode.PRICE_INVALID, "12,50 €") == (
        "`12,50 €` is not a price here. Correct it, or choose the number format *1.234,56*."
    )
    assert "*1,234.56*" in message(RejectCode.PRICE_INVALID, "1,234.56")


@pytest.mark.parametrize(
    ("cells", "expected", "ambiguous"),
    [
        (["265,0", "1,234"], "comma", False),
        (["1.234,56"], "comma", False),
        (["1.234.567"], "comma", False),
        (["0,500"], "comma", False),
        (["12,50 €", "3.5", "7,25"], "comma", False),
        (["1 234,500"], "comma", False),
        (["265.0", "1,234"], "point", False),
        (["1,234.56"], "point", False),
        (["1,234,567"], "point", False),
        (["1'234.50"], "point", False),
        (["1,234", "2,500"], "point", True),
        (["1.234"], "point", True),
        (["5", "12", "free"], "point", False),
        ([], "point", False),
    ],
)
def test_the_number_format_is_that_of_most_prices(cells: list[str], expected: str, ambiguous: bool) -> None:
    guess = guess_number_format(["sku", "Preis"], [["1,5,5"], cells])
    assert (guess.number_format, guess.ambiguous) == (expected, ambiguous)
    assert guess.evidence.endswith(".")


def test_without_a_column_of_prices_all_numbers_count() -> None:
    assert guess_number_format(["sku", "weight"], [["1"], ["2,5", "3,5"]]).number_format == "comma"
    assert guess_number_format(["price", "weight"], [["2.5"], ["2,5", "3,5"]]).number_format == "point"
