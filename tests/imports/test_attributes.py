"""Attributes as JSON objects, spelt as PostgreSQL spells them."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from product_importer.core.database import transaction
from product_importer.imports.attributes import attributes_json

# Anything that can be in a cell by then: surrogates do not decode, and NUL was rejected.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
COLUMNS = st.integers(1, 4).flatmap(
    lambda rows: st.dictionaries(
        TEXTS.filter(bool), st.lists(TEXTS, min_size=rows, max_size=rows), min_size=1, max_size=5
    )
)
SPELT = text("select value::jsonb::text from unnest(:objects) with ordinality as o (value, place) order by place")


@given(columns=COLUMNS)
@pytest.mark.usefixtures("client")
def test_objects_are_spelt_as_jsonb_is(columns: dict[str, list[str]]) -> None:
    cells = {name: pa.array(values, pa.string()) for name, values in columns.items()}
    objects = attributes_json(cells, len(next(iter(columns.values())))).to_pylist()
    with transaction() as session:
        spelt = session.scalars(SPELT.bindparams(bindparam("objects", type_=ARRAY(Text))), {"objects": objects}).all()
    assert objects == spelt
