"""Why a record of delimited text cannot be taken, in words that say how to mend it."""

from dataclasses import dataclass

from product_importer.imports.records import RejectCode

MAX_RECORD_BYTES = 1 << 20
MAX_RECORD_LINES = 1000


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a record is rejected; `field` counts from 0 where one cell is to blame."""

    code: RejectCode
    message: str
    field: int | None = None


def wrong_width(found: int, expected: int) -> Fault:
    """A row on one line with more or fewer fields than the header."""
    what = f"This row has {found} fields, the header has {expected}."
    if found < expected:
        return Fault(RejectCode.TOO_FEW_FIELDS, f"{what} Add the missing cells or delimiters.")
    return Fault(RejectCode.TOO_MANY_FIELDS, f"{what} Put cells that hold a delimiter in quotes.")


def wrong_width_over_lines(found: int, expected: int, lines: int) -> Fault:
    """A row over several lines with the wrong number of fields: its first quote is the likely culprit."""
    what = f"A quote opens here and closes {lines - 1} lines below, which makes {found} fields instead of {expected}."
    return Fault(RejectCode.UNCLOSED_QUOTE, f"{what} Close it, or write a quote inside a cell twice.")


def text_after_quote(field: int) -> Fault:
    """A quoted cell that goes on after its closing quote."""
    what = f"Field {field + 1} opens a quote, and text follows where it closes."
    return Fault(RejectCode.UNCLOSED_QUOTE, f"{what} Write a quote inside a cell twice.", field)


def never_closed(field: int) -> Fault:
    """A quote that is still open at the end of the file."""
    what = f"Field {field + 1} opens a quote that is never closed. Close it, or take it away."
    return Fault(RejectCode.UNCLOSED_QUOTE, what, field)


def too_long() -> Fault:
    """A record that exceeds what one record may be."""
    what = f"The record that begins here is longer than 1 MiB or {MAX_RECORD_LINES} lines."
    return Fault(RejectCode.UNCLOSED_QUOTE, f"{what} Close an open quote, or shorten the record.")


def undecodable(fields: list[bytes]) -> Fault:
    """A row with bytes that are not text."""
    field = next((index for index, value in enumerate(fields) if not _decodes(value)), None)
    what = f"{_place(field)} holds bytes that are no text in this file's encoding."
    return Fault(RejectCode.UNDECODABLE, f"{what} Write the cell again, or save the file as UTF-8.", field)


def no_text(field: int) -> Fault:
    """A value that should be text and is not."""
    what = f"{_place(field)} holds bytes that are no text."
    return Fault(RejectCode.UNDECODABLE, f"{what} Write the value again, as UTF-8.", field)


def too_much_text() -> Fault:
    """A row of values that have more text together than one record may have."""
    return Fault(RejectCode.RECORD_TOO_LONG, "The values of this row are longer than 1 MiB together. Shorten them.")


def nul_byte(fields: list[bytes]) -> Fault:
    """A row with a NUL byte, which no text column can keep."""
    field = next((index for index, value in enumerate(fields) if b"\0" in value), None)
    return Fault(RejectCode.NUL_BYTE, f"{_place(field)} holds a NUL byte. Remove it.", field)


def _place(field: int | None) -> str:
    return "This row" if field is None else f"Field {field + 1}"


def _decodes(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True
