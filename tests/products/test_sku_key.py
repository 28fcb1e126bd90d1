"""When two SKUs are one."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from product_importer.products.sku_key import sku_key, sku_keys

# Letters whose lower-case form is longer, depends on its neighbours, or is put together differently.
TRICKY = st.text(st.sampled_from("IİıΣσςßẞÅKΩǅAa\u0301\u0307\u0323\u0327\u0345\u00a0\u2000 \t\x1c'-1"))
SKUS = st.text() | TRICKY


@pytest.mark.covers("004:40", "004:833")
def test_case_and_padding_do_not_make_another_product() -> None:
    assert sku_key("  Ab-1 ") == sku_key("aB-1") == "ab-1"
    assert sku_key("\u3000ÄÖ\xa0") == "äö"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert sku_key("A\u0308") == sku_key("Ä") == "ä"


def test_what_lower_case_alone_does_not_join_stays_apart() -> None:
    assert sku_key("STRASSE") != sku_key("straße")
    assert sku_key("ΟΔΟΣ") == "οδος" != sku_key("οδοσ")
    assert sku_key("İ") == "i\u0307" != sku_key("i")


@given(SKUS)
def test_the_key_of_a_key_is_itself(sku: str) -> None:
    assert sku_key(sku_key(sku)) == sku_key(sku)


def test_the_key_of_a_key_is_itself_for_every_character_beside_marks() -> None:
    every = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    characters = [character for character in every if sku_key(character) != character]
    assert len(characters) > 2000
    for suffix in ("", "\u0307", "\u0316", "\u0345\u0307"):
        unstable = [c for c in characters if sku_key(sku_key(c + suffix)) != sku_key(c + suffix)]
        assert unstable == []


@given(st.lists(SKUS.filter(lambda sku: "\0" not in sku)), st.integers(0, 3))
def test_a_column_of_keys_is_the_key_of_each(skus: list[str], offset: int) -> None:
    column = pa.array(skus, pa.string()).slice(offset)
    assert sku_keys(column).to_pylist() == [sku_key(sku) for sku in skus[offset:]]


@pytest.mark.parametrize("skus", [[], ["A"], ["Ä"], ["A", "Ä", " b "]])
def test_a_column_keeps_its_type_and_length(skus: list[str]) -> None:
    keys = sku_keys(pa.array(skus, pa.string()))
    assert (keys.type, len(keys), keys.null_count) == (pa.string(), len(skus), 0)
