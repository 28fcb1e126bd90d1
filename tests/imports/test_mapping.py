"""What a person makes of a suggestion, and what is refused."""

import pytest

from product_importer.core.errors import ProblemError
from product_importer.imports.file_format import Column
from product_importer.imports.mapping import resolve
from product_importer.imports.suggestion import suggest
from tests.imports.columns import column


def columns(*headers: str) -> list[Column]:
    return [column(header) for header in headers]


def refusal(given: dict[str, str | None], *headers: str) -> ProblemError:
    found = columns(*headers)
    with pytest.raises(ProblemError) as caught:
        resolve(found, suggest(found), given)
    return caught.value


def test_without_instructions_the_suggestion_holds() -> None:
    found = columns("sku", "name", "color")
    mapping = resolve(found, suggest(found), None)
    assert mapping.fields == {"sku": 0, "name": 1}
    assert mapping.attributes == {"color": 2}
    assert mapping.keys == ["sku", "name", "color"]


def test_what_is_given_wins_and_the_loser_becomes_an_attribute() -> None:
    found = columns("sku", "name", "Handle")
    mapping = resolve(found, suggest(found), {"Handle": "sku"})
    assert mapping.targets == {"sku": "attributes.sku", "name": "name", "Handle": "sku"}


def test_null_ignores_a_column_and_a_star_all_others() -> None:
    found = columns("sku", "name", "color", "price")
    assert resolve(found, suggest(found), {"color": None}).targets["color"] is None
    mapping = resolve(found, suggest(found), {"sku": "sku", "color": "attributes.Colour", "*": None})
    assert mapping.targets == {"sku": "sku", "name": None, "color": "attributes.Colour", "price": None}


def test_a_displaced_attribute_finds_another_name() -> None:
    found = columns("sku", "color", "shade")
    mapping = resolve(found, suggest(found), {"shade": "attributes.color"})
    assert mapping.targets == {"sku": "sku", "color": "attributes.color (2)", "shade": "attributes.color"}


def test_a_column_that_is_not_there_is_refused_by_name() -> None:
    refused = refusal({"Colour": "attributes.color"}, "sku", "name")
    assert (refused.code, refused.status) == ("mapping_unknown_column", 422)
    assert refused.detail == "The file has no column `Colour`. Its columns are `sku`, `name`."
    assert refused.errors[0].field == "mapping.Colour"


@pytest.mark.parametrize("target", ["title", "attributes.", "attributes", "attributes. ", "attributes.a\0", ""])
def test_a_target_that_does_not_exist_is_refused(target: str) -> None:
    assert refusal({"name": target}, "sku", "name").code == "mapping_unknown_target"


def test_all_others_can_only_be_ignored() -> None:
    assert refusal({"*": "name"}, "sku", "name").code == "mapping_unknown_target"


def test_a_target_used_twice_is_refused_with_both_columns() -> None:
    refused = refusal({"a": "name", "b": "name"}, "sku", "a", "b")
    assert refused.code == "mapping_duplicate_target"
    assert [error.field for error in refused.errors] == ["mapping.a", "mapping.b"]


@pytest.mark.covers("002:202")
def test_without_a_sku_the_columns_to_choose_from_are_named() -> None:
    refused = refusal({}, "Name", "Colour")
    assert refused.code == "sku_not_mapped"
    assert "`Name`, `Colour`" in refused.detail
    assert refusal({"sku": None}, "sku", "name").code == "sku_not_mapped"


def test_the_name_of_an_attribute_is_trimmed_as_everywhere() -> None:
    found = columns("sku", "name", "Colour", "Hue")
    assert resolve(found, suggest(found), {"Colour": "attributes. colour "}).attributes["colour"] == 2
    twice = refusal({"Colour": "attributes.colour", "Hue": "attributes.colour "}, "sku", "name", "Colour", "Hue")
    assert twice.code == "mapping_duplicate_target"
