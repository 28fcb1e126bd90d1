"""How an uploaded file is written: what detection says of it, and what a person may say instead."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from product_importer.imports.dialect import Dialect
from product_importer.imports.options import WHOLE, NumberFormat

FileKind = Literal["csv", "xlsx", "jsonl", "parquet"]
# Which characters can be one, and that they differ, is checked where the file is read.
Character = Annotated[str, Field(json_schema_extra={"minLength": 1, "maxLength": 1})]
Compression = Literal["gzip", "zstd", "zip"]


class FormatOverrides(BaseModel):
    """What a person says of a file; None leaves it to detection.

    `encoding` is any name of an encoding that Python knows, `header_line` a physical line from 1.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    encoding: str | None = None
    delimiter: Character | None = None
    quote: Character | None = None
    escape: Character | None = None
    header_line: Annotated[int, Field(json_schema_extra={"minimum": 1}), WHOLE] | None = None
    sheet: str | None = None
    number_format: NumberFormat | None = None


class ColumnValues(BaseModel):
    """What the values of a column look like. Shares from 0 to 1: `filled` of all rows, the others of the filled ones.

    `distinct` counts different values, `prices` amounts with or without a currency, `switches` words for yes and no.
    """

    model_config = ConfigDict(frozen=True)

    filled: float = 0
    distinct: float = 0
    prices: float = 0
    switches: float = 0
    emails: float = 0


class Column(BaseModel):
    """One column of the file: `key` is its trimmed header made unique, `empty` says that the sample has no value.

    `values` tells what they look like. Long cells of `sample` are cut, as those of a format's `sample_rows`.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    header: str
    sample: list[str]
    empty: bool
    values: ColumnValues = ColumnValues()


class Format(BaseModel):
    """How a file is written, with a sentence of evidence for each guess.

    `encoding`, `delimiter`, `quote`, `escape` and `line_terminator` are None where the kind of file has none,
    `header_line` is 0 where the columns' names stand in no line of their own. `padding` is how many blank cells records
    have behind those of the columns; `sheet` and `sheets` are those of a workbook. `rows_estimate` is exact for a file
    that fits into the sample.
    """

    model_config = ConfigDict(frozen=True)

    format: FileKind = "csv"
    compression: Compression | None = None
    encoding: str | None = None
    bom: bool = False
    delimiter: str | None = None
    quote: str | None = None
    escape: str | None = None
    line_terminator: str | None = None
    header_line: int = 1
    padding: int = 0
    sheet: str | None = None
    sheets: list[str] = []
    number_format: NumberFormat = "point"
    number_format_ambiguous: bool = False
    evidence: list[str]
    columns: list[Column]
    sample_rows: list[list[str]]
    rows_estimate: int

    @property
    def keys(self) -> list[str]:
        """The columns' keys, in file order."""
        return [column.key for column in self.columns]

    @property
    def dialect(self) -> Dialect:
        """How delimited text is written; for a file of another kind it means nothing."""
        return Dialect(
            self.delimiter or ",",
            self.line_terminator or "\n",
            self.quote or '"',
            self.header_line,
            self.escape,
            self.padding,
        )
