"""The rules of the fields, each on a row of its own."""

import json
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from product_importer.imports.mapping import Mapping
from product_importer.imports.options import Blank, ImportOptions
from product_importer.imports.records import Records, Reject, TextRecords
from product_importer.imports.validation import Validated, validate
from product_importer.products.sku_key import sku_key

KEYS = ("SKU", "Title", "Text", "Preis", "Aktiv", "Color", "Size")
TARGETS = ("sku", "name", "description", "price", "active", "attributes.color", "attributes.size")
FIELDS = {"sku": 0, "name": 1, "description": 2, "price": 3, "active": 4}
MAPPING = Mapping(dict(zip(KEYS, TARGETS, strict=True)), FIELDS, {"color": 5, "size": 6})
GOOD = ("A-1", "Mug", "Blue", "9.50", "yes", "blue", "L")


def records(*rows: tuple[str, ...]) -> Records:
    originals = ["|".join(row).encode() for row in rows]
    ends = np.cumsum([len(original) for original in originals], dtype=np.int64)
    numbers = np.arange(1, len(rows) + 1, dtype=np.int64)
    columns = [pa.array(cells, pa.string()) for cells in zip(*rows, strict=True)]
    starts = np.concatenate([np.zeros(1, dtype=np.int64), ends[:-1]])
    return TextRecords(columns, numbers, numbers + 1, starts, ends, b"".join(originals))


def validated(*rows: tuple[str, ...], blank: Blank = Blank.CLEAR, sku_pattern: str | None = None) -> Validated:
    return validate(records(*rows), MAPPING, ImportOptions(blank=blank), sku_pattern)


def row_with(**cells: str) -> tuple[str, ...]:
    places = {"color": 5, "size": 6, **FIELDS}
    row = list(GOOD)
    for field, cell in cells.items():
        row[places[field]] = cell
    return tuple(row)


def accepted(**cells: str) -> dict[str, Any]:
    outcome = validated(row_with(**cells))
    assert outcome.rejects == []
    row: dict[str, Any] = outcome.table.to_pylist()[0]
    return row


def rejected(blank: Blank = Blank.CLEAR, sku_pattern: str | None = None, **cells: str) -> Reject:
    outcome = validated(GOOD, row_with(**cells), blank=blank, sku_pattern=sku_pattern)
    assert outcome.table["row"].to_pylist() == [1]
    [reject] = outcome.rejects
    assert (reject.row, reject.line, reject.original) == (2, 3, "|".join(row_with(**cells)).replace("\0", "\\x00"))
    return reject


@pytest.mark.covers("002:192", "004:832")
def test_a_good_row_comes_through() -> None:
    assert accepted() == {
        "row": 1,
        "line": 2,
        "sku": "A-1",
        "sku_key": "a-1",
        "name": "Mug",
        "description": "Blue",
        "price": "9.50",
        "active": True,
        "attributes": '{"size": "L", "color": "blue"}',
    }


def test_the_table_has_fixed_types_and_only_mapped_fields() -> None:
    whole = validated(GOOD).table.schema
    assert [field.type for field in whole] == [pa.int64(), pa.int64(), *[pa.string()] * 5, pa.bool_(), pa.string()]
    few = validate(records(GOOD), Mapping({"SKU": "sku"}, {"sku": 0}, {}), ImportOptions()).table
    assert few.column_names == ["row", "line", "sku", "sku_key", "attributes"]
    assert few["attributes"].to_pylist() == ["{}"]


def test_blank_cells_are_null_and_other_cells_stay_as_written() -> None:
    row = accepted(description="\u3000 ", price=" ", active="\t", color="  ", size="", name="  Mug ")
    assert (row["description"], row["price"], row["active"], row["attributes"]) == (None, None, None, "{}")
    assert row["name"] == "  Mug "


@pytest.mark.covers("002:207")
def test_skus_are_trimmed_and_keep_their_case_and_zeros() -> None:
    row = accepted(sku="\xa0 00123-Ä \u2003")
    assert (row["sku"], row["sku_key"]) == ("00123-Ä", "00123-ä")


@pytest.mark.covers("002:183")
@pytest.mark.parametrize("sku", ["", "   ", "\u3000\xa0"])
def test_a_blank_sku_is_a_reject(sku: str) -> None:
    reject = rejected(sku=sku)
    assert (reject.code, reject.column, reject.message) == (
        "sku_required",
        "SKU",
        "This row has no SKU. Fill in the cell.",
    )


@pytest.mark.covers("002:183", "002:64", "004:155")
def test_a_sku_has_at_most_255_characters_after_trimming() -> None:
    assert accepted(sku=" " + "ä" * 255 + " ")["sku"] == "ä" * 255
    reject = rejected(sku="ä" * 256)
    assert reject.code == "sku_too_long"
    assert reject.message == f"The SKU `{'ä' * 59}…` has 256 characters. Shorten it to 255."


@pytest.mark.parametrize("sku", ["a\tb", "a\nb", "a\x7fb", "a\x85b", "a\x9fb", "a\x01b"])
def test_a_sku_holds_no_control_characters(sku: str) -> None:
    reject = rejected(sku=sku)
    assert reject.code == "sku_invalid"
    assert "control character" in reject.message


@pytest.mark.covers("004:758", "004:759")
@pytest.mark.parametrize("sku", ["a b/c.d", "Größe", "£9", "a\u200bb", "a\u2028b", "1.23E+12", "=1+1"])
def test_any_other_text_is_a_sku(sku: str) -> None:
    assert accepted(sku=sku)["sku"] == sku


@pytest.mark.covers("004:758")
def test_a_pattern_restricts_skus_further() -> None:
    assert validated(row_with(sku="AB-12"), sku_pattern="[A-Z]+-[0-9]+").rejects == []
    reject = rejected(sku="A-1x", sku_pattern="[A-Z]+-[0-9]+")
    assert reject.code == "sku_invalid"
    assert "SKU_PATTERN" in reject.message


@pytest.mark.covers("002:184")
def test_a_blank_name_is_a_reject_only_where_blank_cells_clear() -> None:
    reject = rejected(name=" ")
    assert (reject.code, reject.column) == ("name_required", "Title")
    kept = validated(row_with(name=" "), blank=Blank.KEEP)
    assert kept.table["name"].to_pylist() == [None]


def test_the_rule_for_blanks_may_be_that_of_the_column() -> None:
    options = ImportOptions(blank={"Title": Blank.KEEP})
    assert validate(records(row_with(name="")), MAPPING, options).rejects == []


@pytest.mark.covers("002:184", "002:65", "004:156")
def test_a_name_has_at_most_500_characters() -> None:
    assert accepted(name="ä" * 500)["name"] == "ä" * 500
    assert rejected(name="ä" * 501).code == "name_too_long"


@pytest.mark.covers("004:53")
@pytest.mark.parametrize(
    ("cell", "price"),
    [
        ("12", "12"),
        ("12.5", "12.5"),
        (" 12.3456 ", "12.3456"),
        ("+7.10", "7.10"),
        (".5", "0.5"),
        ("+.5", "0.5"),
        ("0", "0"),
        ("007", "007"),
        ("9999999999.9999", "9999999999.9999"),
        ("000000000000012.00", "000000000000012.00"),
    ],
)
def test_a_plain_decimal_number_is_a_price(cell: str, price: str) -> None:
    assert accepted(price=cell)["price"] == price


@pytest.mark.covers("004:832")
@pytest.mark.parametrize(
    "cell",
    [
        "-1",
        "-0.5",
        "1e5",
        "1,5",
        "1.234,56",
        "12,50 €",
        "$5$",
        "5.",
        "+",
        ".",
        "1 00",
        "abc",
        "١",
        "NaN",
        "12345678901",
    ],
)
def test_anything_else_is_no_price(cell: str) -> None:
    reject = rejected(price=cell)
    assert (reject.code, reject.column) == ("price_invalid", "Preis")
    assert f"`{cell}`" in reject.message


@pytest.mark.covers("004:158")
def test_more_than_four_decimals_are_never_rounded() -> None:
    reject = rejected(price="1.23456")
    assert reject.code == "price_precision"
    assert reject.message == "The price `1.23456` has more than 4 decimals. Round it, nothing is rounded here."


@pytest.mark.covers("002:188")
@pytest.mark.parametrize("cell", ["true", "TRUE", " 1 ", "Yes", "y", "t", "on", "published", "Ja", "SÍ", "oui"])
def test_words_for_yes_make_a_product_active(cell: str) -> None:
    assert accepted(active=cell)["active"] is True


@pytest.mark.covers("002:188")
@pytest.mark.parametrize("cell", ["false", "FALSE", " 0 ", "No", "n", "f", "off", "draft", "Nein", "non", "-1"])
def test_words_for_no_make_a_product_inactive(cell: str) -> None:
    assert accepted(active=cell)["active"] is False


@pytest.mark.covers("002:188")
def test_any_other_word_for_active_is_a_reject() -> None:
    reject = rejected(active="maybe")
    assert (reject.code, reject.message) == (
        "active_invalid",
        "`maybe` is neither yes nor no. Write `true` or `false`.",
    )


def test_a_nul_byte_in_any_mapped_cell_is_a_reject_before_all_others() -> None:
    reject = rejected(sku="", color="a\0b")
    assert (reject.code, reject.column) == ("nul_byte", "Color")


def test_a_row_with_many_faults_has_one_reject_the_first_in_order() -> None:
    order = [
        ("sku", "\t", "sku_required"),
        ("name", "", "name_required"),
        ("price", "x", "price_invalid"),
        ("active", "?", "active_invalid"),
    ]
    for place in range(len(order)):
        faults: dict[str, Any] = {field: cell for field, cell, _ in order[place:]}
        assert rejected(**faults).code == order[place][2]


def test_rejects_and_rows_keep_the_order_of_the_file() -> None:
    outcome = validated(GOOD, row_with(sku=""), GOOD, row_with(price="x"), GOOD)
    assert outcome.table["row"].to_pylist() == [1, 3, 5]
    assert [reject.row for reject in outcome.rejects] == [2, 4]


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=20), st.text(min_size=1), st.text(min_size=1))
def test_attributes_are_json_whatever_the_cells_hold(cells: list[tuple[str, str]], first: str, second: str) -> None:
    cells = [(one.replace("\0", ""), two.replace("\0", "")) for one, two in cells]
    second += first
    mapping = Mapping({"SKU": "sku", "a": "a", "b": "b"}, {"sku": 0}, {first: 1, second: 2})
    outcome = validate(records(*(("A", *row) for row in cells)), mapping, ImportOptions())
    expected = [{name: cell for name, cell in zip((first, second), row, strict=True) if cell.strip()} for row in cells]
    assert [json.loads(text) for text in outcome.table["attributes"].to_pylist()] == expected


@given(
    st.lists(
        st.tuples(st.text(max_size=6), st.text(max_size=3), st.text("+-.,0159 e", max_size=8), st.text(max_size=3)),
        min_size=1,
    )
)
def test_every_row_is_either_in_the_table_or_a_reject(cells: list[tuple[str, str, str, str]]) -> None:
    rows = [(sku, name, "", price, active, "", "") for sku, name, price, active in cells]
    outcome = validated(*rows)
    good = outcome.table["row"].to_pylist()
    assert sorted(good + [reject.row for reject in outcome.rejects]) == list(range(1, len(rows) + 1))
    for row in outcome.table.to_pylist():
        sku = rows[row["row"] - 1][0]
        assert (row["sku"], row["sku_key"]) == (sku.strip(), sku_key(sku))
