"""Shapes of uploads in the API."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from product_importer.imports.mapping import Targets
from product_importer.imports.options import ImportOptions, NumberFormat


class FileFormat(BaseModel):
    """How a file is written, with a sentence of evidence for each guess; null is what its kind does not have."""

    format: Literal["csv", "xlsx", "jsonl", "parquet"]
    compression: Literal["gzip", "zstd", "zip"] | None
    encoding: str | None
    bom: bool
    delimiter: str | None
    quote: str | None
    escape: str | None = None
    header_line: int
    sheet: str | None = None
    sheets: list[str] = []
    number_format: NumberFormat = "point"
    evidence: list[str]


class UploadColumn(BaseModel):
    """One column: `key` is what a mapping names, `suggestion` where it would go by itself."""

    key: str
    header: str
    sample: list[str]
    suggestion: str | None


class UploadWarning(BaseModel):
    """What to look at before importing; `href` is the page that shows more of it, where there is one."""

    code: str
    message: str
    href: str | None = None


class ProfileName(BaseModel):
    """The saved profile that an upload was recognised by."""

    id: UUID
    name: str


class UploadView(BaseModel):
    """A staged file and what was found out about it; no row of it is in the catalogue yet."""

    id: UUID
    filename: str
    size_bytes: int
    sha256: str
    format: FileFormat
    columns: list[UploadColumn]
    suggested_mapping: Targets
    sample: list[list[str]]
    rows_estimate: int
    warnings: list[UploadWarning]
    profile: ProfileName | None = None
    suggested_options: ImportOptions = Field(default_factory=ImportOptions)
    retry_of: UUID | None = None
    attempt: int = 1
    created_at: datetime
