"""Arrow columns are trimmed as Python trims."""

import sys

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from product_importer.core.arrow_text import WHITE_SPACE, blank, byte_lengths, text_bytes, trim

CELLS = st.lists(st.text(st.characters(codec="utf-8") | st.sampled_from(WHITE_SPACE)))


@given(CELLS, st.integers(0, 3))
def test_trimming_is_that_of_python(cells: list[str], offset: int) -> None:
    column = pa.array(cells, pa.string()).slice(offset)
    assert trim(column).to_pylist() == [cell.strip() for cell in cells[offset:]]
    assert blank(column).tolist() == [not cell.strip() for cell in cells[offset:]]


@given(CELLS, st.integers(0, 3))
def test_bytes_and_lengths_are_those_of_the_slice(cells: list[str], offset: int) -> None:
    column = pa.array(cells, pa.string()).slice(offset)
    assert text_bytes(column).tobytes() == "".join(cells[offset:]).encode()
    assert byte_lengths(column).tolist() == [len(cell.encode()) for cell in cells[offset:]]


def test_every_character_alone_is_judged_as_python_judges_it() -> None:
    characters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    column = pa.array(characters, pa.string())
    assert blank(column).tolist() == [character.isspace() for character in characters]


def test_a_column_without_padding_is_not_copied() -> None:
    column = pa.array(["a", "b c", ""], pa.string())
    assert trim(column) is column
