"""The rules for the cells of each field, column by column: which rows break which one, and what the others hold."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from product_importer.core.arrow_text import Bools, blank, byte_lengths, text_bytes, trim
from product_importer.imports.options import NumberFormat
from product_importer.imports.prices import plain_prices
from product_importer.imports.records import RejectCode
from product_importer.products.limits import NAME_MAX, PRICE_DECIMALS, PRICE_INTEGER_DIGITS, SKU_MAX

# Without a number before or after the point `.5` is clear and is taken; `5.` may have lost its end and is not.
_PRICE = rf"^\+?(0*[0-9]{{1,{PRICE_INTEGER_DIGITS}}}(\.[0-9]+)?|\.[0-9]+)$"
_PLAIN = {"point": _PRICE, "comma": _PRICE.replace(r"\.", ",")}
_TOO_PRECISE = rf"\.[0-9]{{{PRICE_DECIMALS + 1},}}$"
_CONTROL = r"\p{Cc}"

_YES = """
    1 true t yes y on x active enabled published visible online
    ja wahr aktiv oui vrai actif sí si verdadero activo
"""
_NO = """
    0 -1 2 false f no n off inactive disabled unpublished draft proposed rejected archived private hidden offline
    nein falsch inaktiv non faux inactif falso inactivo
"""
MEANINGS = dict.fromkeys(_YES.split(), True) | dict.fromkeys(_NO.split(), False)
"""Words of people, spreadsheets and shops' exports: -1 is WooCommerce's draft, 2 is Magento's disabled."""


@dataclass(frozen=True, slots=True)
class Breach:
    """The rows that break a rule."""

    code: RejectCode
    rows: Bools


@dataclass(frozen=True, slots=True)
class Checked:
    """A field's values, and its breaches in the order in which they count; a value in breach means nothing."""

    values: pa.Array
    breaches: list[Breach]


def check_sku(cells: pa.Array, pattern: str | None) -> Checked:
    """1 to 255 characters after trimming, no control characters, and what `SKU_PATTERN` asks for."""
    values = trim(cells)
    invalid = _holding_controls(values)
    if pattern is not None:
        wanted = re.compile(pattern)
        invalid = invalid | np.array([wanted.fullmatch(sku) is None for sku in values.to_pylist()], dtype=bool)
    return Checked(
        values,
        [
            Breach(RejectCode.SKU_REQUIRED, byte_lengths(values) == 0),
            Breach(RejectCode.SKU_TOO_LONG, _longer_than(values, SKU_MAX)),
            Breach(RejectCode.SKU_INVALID, invalid),
        ],
    )


def check_name(cells: pa.Array, *, required: bool) -> Checked:
    """At most 500 characters; null where blank, which is a breach where a name is `required`."""
    blanks = blank(cells)
    breaches = [Breach(RejectCode.NAME_REQUIRED, blanks)] if required else []
    breaches.append(Breach(RejectCode.NAME_TOO_LONG, _longer_than(cells, NAME_MAX)))
    return Checked(_null_where(cells, blanks), breaches)


def check_description(cells: pa.Array) -> Checked:
    """Any text; null where blank."""
    return Checked(_null_where(cells, blank(cells)), [])


def check_price(cells: pa.Array, number_format: NumberFormat = "point") -> Checked:
    """A decimal number of at most ten digits before and four after the mark, as plain text; null where blank."""
    values = trim(cells)
    blanks = byte_lengths(values) == 0
    written = _flags(pc.match_substring_regex(values, pattern=_PLAIN[number_format]))
    plain = pc.replace_substring(values, ",", ".") if number_format == "comma" else values
    valid = written
    if not (written | blanks).all():
        odd = pa.array(~written & ~blanks)
        plain = pc.replace_with_mask(plain, odd, plain_prices(values.filter(odd), number_format).fill_null("?"))
        valid = _flags(pc.match_substring_regex(plain, pattern=_PRICE))
    precise = valid & _flags(pc.match_substring_regex(plain, pattern=_TOO_PRECISE))
    breaches = [
        Breach(RejectCode.PRICE_INVALID, ~valid & ~blanks),
        Breach(RejectCode.PRICE_PRECISION, precise),
    ]
    return Checked(_null_where(_plain(plain), blanks), breaches)


def check_active(cells: pa.Array) -> Checked:
    """One of the words for yes and no, in any case; null where blank."""
    words = cells.dictionary_encode()
    meanings = pa.array([MEANINGS.get(word.strip().lower()) for word in words.dictionary.to_pylist()], pa.bool_())
    values = meanings.take(words.indices)
    unknown = _flags(values.is_null()) & ~blank(cells)
    return Checked(values, [Breach(RejectCode.ACTIVE_INVALID, unknown)])


def check_nul(cells: pa.Array) -> Breach:
    """The rows with a NUL byte."""
    if not (text_bytes(cells) == 0).any():
        return Breach(RejectCode.NUL_BYTE, np.zeros(len(cells), dtype=bool))
    return Breach(RejectCode.NUL_BYTE, _flags(pc.match_substring(cells, pattern="\0")))


def _plain(values: pa.Array) -> pa.Array:
    data = text_bytes(values)
    if (data == ord("+")).any():
        values = pc.utf8_ltrim(values, characters="+")
    headless = pc.starts_with(values, pattern=".")
    return (
        pc.if_else(headless, pc.binary_join_element_wise("0", values, ""), values)
        if pc.any(headless).as_py()
        else values
    )


def _longer_than(values: pa.Array, characters: int) -> Bools:
    suspects = byte_lengths(values) > characters
    if not suspects.any():
        return suspects
    return _flags(pc.greater(pc.utf8_length(values), characters))


def _holding_controls(values: pa.Array) -> Bools:
    data = text_bytes(values)
    # C1 controls are 0xC2 followed by 0x80 to 0x9F; other characters with 0xC2 cost the exact look.
    if not ((data < 0x20) | (data == 0x7F) | (data == 0xC2)).any():
        return np.zeros(len(values), dtype=bool)
    return _flags(pc.match_substring_regex(values, pattern=_CONTROL))


def _null_where(values: pa.Array, blanks: Bools) -> pa.Array:
    return pc.if_else(pa.array(blanks), None, values) if blanks.any() else values


def _flags(values: pa.Array) -> npt.NDArray[np.bool_]:
    flags: npt.NDArray[np.bool_] = values.to_numpy(zero_copy_only=False)
    return flags
