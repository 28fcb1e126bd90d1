"""Which column goes where by itself, and what a person may say about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from product_importer.core.errors import ProblemError
from product_importer.imports.aliases import aliases, folded
from product_importer.imports.detection import Column
from product_importer.imports.mapping import FIELDS, resolve, suggest


def columns(*headers: str, empty: tuple[str, ...] = ()) -> list[Column]:
    return [
        Column(key=name, header=name, sample=[] if name in empty else ["x"], empty=name in empty) for name in headers
    ]


def fields(*headers: str, empty: tuple[str, ...] = ()) -> dict[str, str]:
    suggested = suggest(columns(*headers, empty=empty))
    return {target: key for key, target in suggested.items() if target in FIELDS}


def refusal(given: dict[str, str | None], *headers: str) -> ProblemError:
    found = columns(*headers)
    with pytest.raises(ProblemError) as caught:
        resolve(found, suggest(found), given)
    return caught.value


def test_columns_named_like_fields_go_there() -> None:
    assert suggest(columns("sku", "name", "description", "price", "active", "color")) == {
        "sku": "sku",
        "name": "name",
        "description": "description",
        "price": "price",
        "active": "active",
        "color": "attributes.color",
    }


def test_a_shopify_export_maps_by_handle_when_no_variant_has_a_sku() -> None:
    headers = ("Handle", "Title", "Body (HTML)", "Vendor", "Published", "Variant SKU", "Variant Price")
    expected = {"name": "Title", "description": "Body (HTML)", "active": "Published", "price": "Variant Price"}
    assert fields(*headers) == {"sku": "Variant SKU", **expected}
    assert fields(*headers, empty=("Variant SKU",)) == {"sku": "Handle", **expected}


def test_a_woocommerce_export_maps_by_itself() -> None:
    assert fields(
        "ID", "SKU", "Name", "Published", "Short description", "Description", "Regular price", "Sale price"
    ) == {
        "sku": "SKU",
        "name": "Name",
        "active": "Published",
        "description": "Description",
        "price": "Regular price",
    }


def test_a_magento_export_maps_by_itself() -> None:
    assert fields("sku", "name", "short_description", "description", "product_online", "price", "url_key") == {
        "sku": "sku",
        "name": "name",
        "description": "description",
        "active": "product_online",
        "price": "price",
    }


def test_a_medusa_export_maps_by_itself_but_not_its_prices_in_cents() -> None:
    headers = ("Product Handle", "Product Title", "Product Status", "Variant SKU", "Price EUR")
    assert fields(*headers, empty=("Variant SKU",)) == {
        "sku": "Product Handle",
        "name": "Product Title",
        "active": "Product Status",
    }


@pytest.mark.parametrize(
    "headers",
    [
        ("Artikelnummer", "Bezeichnung", "Beschreibung", "Preis", "Aktiv"),
        ("ARTIKEL-NR.", "Produktname", "Langtext", "VK-Preis", "Sichtbar"),
        ("Référence", "Désignation", "Description longue", "Prix TTC", "En ligne"),
        ("Código", "Nombre", "Descripción", "Precio", "Activo"),
        ("Item Number", "Item Name", "Long Description", "Unit Price", "Is Active"),
    ],
)
def test_headers_of_spreadsheets_are_understood(headers: tuple[str, ...]) -> None:
    assert fields(*headers) == dict(zip(FIELDS, headers, strict=True))


def test_case_separators_and_padding_do_not_count() -> None:
    assert fields("VARIANT_sku", "Product  Title", "regular-price") == {
        "sku": "VARIANT_sku",
        "name": "Product  Title",
        "price": "regular-price",
    }


def test_the_surer_header_wins_and_the_other_becomes_an_attribute() -> None:
    suggested = suggest(columns("Title", "name", "Handle", "sku"))
    assert suggested == {"Title": "attributes.Title", "name": "name", "Handle": "attributes.Handle", "sku": "sku"}


def test_a_column_without_values_is_never_the_sku() -> None:
    assert fields("sku", "name", empty=("sku",)) == {"name": "name"}


def test_an_export_of_ours_is_recognised() -> None:
    suggested = suggest(columns("id", "sku", "name", "created_at", "updated_at", "attributes.color"))
    assert suggested["id"] is suggested["created_at"] is suggested["updated_at"] is None
    assert suggested["attributes.color"] == "attributes.color"
    assert suggest(columns("id", "sku", "name"))["id"] == "attributes.id"


def test_columns_of_a_rejects_file_are_ignored() -> None:
    suggested = suggest(columns("_row", "_line", "_code", "sku", "name"))
    assert [suggested[key] for key in ("_row", "_line", "_code")] == [None, None, None]


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool), unique=True, max_size=8))
def test_a_suggestion_uses_each_target_once(headers: list[str]) -> None:
    targets = [target for target in suggest(columns(*headers)).values() if target]
    assert len(targets) == len(set(targets))


@pytest.mark.parametrize("field", FIELDS)
def test_every_alias_stands_for_one_field_alone(field: str) -> None:
    others = {name for other in FIELDS if other != field for name in aliases()[other]}
    assert not others & set(aliases()[field])
    assert aliases()[field][field] == 0
    assert all(folded(name) == name for name in aliases()[field])


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


def test_without_a_sku_the_columns_to_choose_from_are_named() -> None:
    refused = refusal({}, "Name", "Colour")
    assert refused.code == "sku_not_mapped"
    assert "`Name`, `Colour`" in refused.detail
    assert refusal({"sku": None}, "sku", "name").code == "sku_not_mapped"
