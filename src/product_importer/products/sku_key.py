"""The one place that decides whether two SKUs are the same product.

The key is NFC, trimmed and lower-cased by Python, and put into NFC again: lower-casing can leave marks out of
order (`İ` with a cedilla below), and without the second pass the key of a key would be another one. It holds
`sku_key(sku_key(x)) == sku_key(x)` for every text. Two consequences of `str.lower`: a capital sigma becomes `ς` at
the end of a word and `σ` elsewhere, so `ΟΔΟΣ` is `οδος` and not `οδοσ`; and `ß` and `SS` stay two products.
"""

from unicodedata import normalize

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from product_importer.core.arrow_text import text_bytes, trim


def sku_key(sku: str) -> str:
    """The form of a SKU by which it is unique among live products."""
    return normalize("NFC", normalize("NFC", sku).strip().lower())


def sku_keys(values: pa.Array) -> pa.Array:
    """`sku_key` of each value of a `string` column without nulls."""
    keys = pc.ascii_lower(trim(values))
    if not (text_bytes(values) >= 0x80).any():
        return keys
    rows = np.flatnonzero(pc.invert(pc.string_is_ascii(values)).to_numpy(zero_copy_only=False))
    replacements = pa.array([sku_key(sku) for sku in values.take(pa.array(rows)).to_pylist()], pa.string())
    mask = np.zeros(len(values), dtype=bool)
    mask[rows] = True
    return pc.replace_with_mask(keys, pa.array(mask), replacements)
