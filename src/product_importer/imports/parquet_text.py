"""Columns of Parquet as columns of text."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from product_importer.imports.plain_numbers import number_text


def text_column(values: pa.Array) -> pa.Array:
    """Any column as `string`; null is blank, a value that is no text is null."""
    kind = values.type
    if pa.types.is_dictionary(kind):
        return text_column(values.dictionary_decode())
    if pa.types.is_null(kind):
        return pa.array([""] * len(values), pa.string())
    blanks = values.is_null()
    text = _converter(kind)(values)
    return pc.if_else(blanks, "", text)


def is_number(kind: pa.DataType) -> bool:
    """Whether the values of a column are numbers, written with a decimal point."""
    value = kind.value_type if pa.types.is_dictionary(kind) else kind
    return bool(pa.types.is_integer(value) or pa.types.is_floating(value) or pa.types.is_decimal(value))


def _converter(kind: pa.DataType) -> Callable[[pa.Array], pa.Array]:
    types = pa.types
    if types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind):
        return lambda values: _decoded(values.cast(pa.large_string()).view(pa.large_binary()))
    if types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_binary(kind):
        return lambda values: _decoded(values.cast(pa.large_binary()))
    if types.is_integer(kind) or types.is_boolean(kind) or types.is_date32(kind):
        return lambda values: values.cast(pa.string())
    if types.is_timestamp(kind):
        return _moments
    return lambda values: _one_by_one(values, _plain(kind))


def _plain(kind: pa.DataType) -> Callable[[Any], str]:
    if pa.types.is_floating(kind):
        return _float_text
    if pa.types.is_decimal(kind):
        return lambda value: format(value, "f")
    if pa.types.is_nested(kind):
        return lambda value: json.dumps(value, ensure_ascii=False, default=_json_text)
    return _json_text


def _float_text(value: float) -> str:
    return "" if np.isnan(value) else number_text(value)


def _json_text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    return format(value, "f") if isinstance(value, Decimal) else _iso(value)


def _iso(value: Any) -> str:
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _moments(values: pa.Array) -> pa.Array:
    zone = "" if values.type.tz is None else "Z"
    text = pc.strftime(values.cast(pa.timestamp(values.type.unit)), format="%Y-%m-%dT%H:%M:%S" + zone)
    return pc.replace_substring_regex(text, pattern=r"\.0+(Z?)$", replacement=r"\1")


def _one_by_one(values: pa.Array, text: Callable[[Any], str]) -> pa.Array:
    if pa.types.is_float16(values.type) or pa.types.is_float32(values.type):
        # The shortest digits that mean this number are fewer than those of the same number as a double.
        return pa.array(
            [_float_text(float(str(value))) for value in values.to_numpy(zero_copy_only=False)], pa.string()
        )
    return pa.array([None if value is None else text(value) for value in values.to_pylist()], pa.string())


def _decoded(values: pa.Array) -> pa.Array:
    try:
        return values.cast(pa.string())
    except pa.ArrowInvalid:
        return pa.array([_text_or_none(value) for value in values.to_pylist()], pa.string())


def _text_or_none(value: bytes | None) -> str | None:
    try:
        return value.decode() if value is not None else None
    except UnicodeDecodeError:
        return None
