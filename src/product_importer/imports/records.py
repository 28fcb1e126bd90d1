"""What reading a file yields: blocks of records and the rows that did not make it."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Int64s = npt.NDArray[np.int64]


class RejectCode(StrEnum):
    """Why a row did not go in. The values are part of the API."""

    SKU_REQUIRED = "sku_required"
    SKU_TOO_LONG = "sku_too_long"
    SKU_INVALID = "sku_invalid"
    NAME_REQUIRED = "name_required"
    NAME_TOO_LONG = "name_too_long"
    PRICE_INVALID = "price_invalid"
    PRICE_PRECISION = "price_precision"
    ACTIVE_INVALID = "active_invalid"
    TOO_FEW_FIELDS = "too_few_fields"
    TOO_MANY_FIELDS = "too_many_fields"
    UNCLOSED_QUOTE = "unclosed_quote"
    UNDECODABLE = "undecodable"
    NUL_BYTE = "nul_byte"
    JSON_INVALID = "json_invalid"
    RECORD_TOO_LONG = "record_too_long"
    DUPLICATE_SKU = "duplicate_sku"


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that did not go in; `row` counts data records from 1, `line` is its first physical line from 1.

    `sku_key` is that of the product the row speaks of, where its SKU could be read and is valid.
    """

    row: int
    line: int
    column: str | None
    code: RejectCode
    message: str
    original: str
    sku_key: str | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """Good records, column by column: `string` arrays without nulls, one for each column of the file."""

    columns: list[pa.Array]
    rows: Int64s
    lines: Int64s

    def __len__(self) -> int:
        return len(self.rows)

    def original(self, index: int) -> str:
        """The record as a line of comma-separated values, for files that are not written in lines of cells."""
        return csv_line(column[index].as_py() for column in self.columns)


@dataclass(frozen=True, slots=True)
class TextRecords(Records):
    """Records of delimited text; `starts` and `ends` say where in `text` each stands, its line end excluded."""

    starts: Int64s
    ends: Int64s
    text: bytes = field(repr=False)

    def original(self, index: int) -> str:
        """The record as it stands in the file, without its line end."""
        return printable(self.text[self.starts[index] : self.ends[index]])


@dataclass(frozen=True, slots=True)
class Block:
    """What one stretch of the file gave; `bytes_read` counts the delimited text consumed since its beginning."""

    records: Records
    rejects: list[Reject]
    bytes_read: int


def printable(raw: bytes) -> str:
    r"""Text that any database can keep: a byte that is not UTF-8, and NUL, are written as `\xe4` and `\x00`."""
    return raw.decode("utf-8", "backslashreplace").replace("\0", "\\x00")


def csv_line(cells: Iterable[str]) -> str:
    """One line of comma-separated values that any text can keep."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return printable(line.getvalue().encode("utf-8", "backslashreplace"))
