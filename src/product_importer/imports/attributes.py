"""Attribute columns to one JSON object for each row."""

import json
from functools import reduce

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from product_importer.core.arrow_text import Bools, blank, text_bytes

_QUOTE, _BACKSLASH, _SPACE = 0x22, 0x5C, 0x20
# The backslash comes first: it must not escape the escapes of the others.
_ESCAPES = {character: json.dumps(character)[1:-1] for character in ("\\", '"', *map(chr, range(1, 0x20)))}


def attributes_json(columns: dict[str, pa.Array], rows: int) -> pa.Array:
    """For each row the object of its non-blank cells, keyed by the names of `columns`; `{}` where there are none.

    It is spelt as PostgreSQL spells a jsonb value, so that equal objects are equal texts.
    """
    ordered = sorted(columns.items(), key=lambda column: _jsonb_order(column[0]))
    members = [_member(name, values, blanks) for name, values in ordered if not (blanks := blank(values)).all()]
    if not members:
        return pa.array(np.full(rows, "{}"), pa.string())
    joined = pc.binary_join_element_wise(*members, *_anchor(members), ", ", null_handling="skip")
    return pc.binary_join_element_wise("{", joined, "}", "")


def _jsonb_order(name: str) -> tuple[int, bytes]:
    key = name.encode()
    return len(key), key


def _anchor(members: list[pa.Array]) -> list[pa.Array]:
    """Arrow 26 leaves out rows in which all that it joins is null: an empty text in these alone keeps them."""
    empty = reduce(pc.and_, (member.is_null() for member in members))
    return [pc.if_else(empty, "", None)] if pc.any(empty).as_py() else []


def _member(name: str, values: pa.Array, blanks: Bools) -> pa.Array:
    """`"name": "cell"` for each cell, null for a blank one."""
    prefix = f'{json.dumps(name, ensure_ascii=False)}: "'
    cells = _escaped(pc.if_else(pa.array(blanks), None, values) if blanks.any() else values)
    return pc.binary_join_element_wise(prefix, cells, '"', "")


def _escaped(values: pa.Array) -> pa.Array:
    data = text_bytes(values)
    special = (data < _SPACE) | (data == _QUOTE) | (data == _BACKSLASH)
    if not special.any():
        return values
    present = {chr(code) for code in np.unique(data[special])}
    for character, escape in _ESCAPES.items():
        if character in present:
            values = pc.replace_substring(values, pattern=character, replacement=escape)
    return values
