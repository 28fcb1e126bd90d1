"""White space in Arrow string columns, exactly as Python's `str.strip` sees it."""

import sys

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

WHITE_SPACE = "".join(chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace())

# Every white space character is an ASCII one or begins, in UTF-8, with one of these bytes.
_MAY_BE_WHITE = np.zeros(256, dtype=bool)
_MAY_BE_WHITE[[character.encode()[0] for character in WHITE_SPACE]] = True
_MAY_END_WHITE = np.zeros(256, dtype=bool)
_MAY_END_WHITE[[character.encode()[-1] for character in WHITE_SPACE]] = True

Bools = npt.NDArray[np.bool_]


def text_bytes(values: pa.Array) -> npt.NDArray[np.uint8]:
    """The UTF-8 bytes of all cells of a `string` column without nulls, one after the other."""
    offsets = _offsets(values)
    data = values.buffers()[2]
    if data is None:
        return np.zeros(0, dtype=np.uint8)
    return np.frombuffer(data, dtype=np.uint8)[offsets[0] : offsets[-1]]


def byte_lengths(values: pa.Array) -> npt.NDArray[np.int32]:
    """The size of each cell in bytes of UTF-8."""
    return np.diff(_offsets(values))


def trim(values: pa.Array) -> pa.Array:
    """Each cell without white space at its ends; the same array when there is none."""
    if not _may_be_padded(values).any():
        return values
    return pc.utf8_trim(values, characters=WHITE_SPACE)


def blank(values: pa.Array) -> Bools:
    """Which cells hold nothing but white space."""
    padded = _may_be_padded(values)
    result: Bools = byte_lengths(values) == 0
    if padded.any():
        rows = np.flatnonzero(padded)
        trimmed = pc.utf8_trim(values.take(pa.array(rows)), characters=WHITE_SPACE)
        result[rows] = byte_lengths(trimmed) == 0
    return result


def _may_be_padded(values: pa.Array) -> Bools:
    offsets = _offsets(values)
    data = text_bytes(values)
    starts, ends = offsets[:-1] - offsets[0], offsets[1:] - offsets[0]
    filled = ends > starts
    padded = np.zeros(len(values), dtype=bool)
    padded[filled] = _MAY_BE_WHITE[data[starts[filled]]] | _MAY_END_WHITE[data[ends[filled] - 1]]
    return padded


def _offsets(values: pa.Array) -> npt.NDArray[np.int32]:
    buffer = values.buffers()[1]
    if buffer is None or len(values) == 0:
        return np.zeros(1, dtype=np.int32)
    return np.frombuffer(buffer, dtype=np.int32)[values.offset : values.offset + len(values) + 1]
