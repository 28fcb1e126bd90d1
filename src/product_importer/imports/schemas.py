"""Shapes of uploads, imports and rejects in the API."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from product_importer.imports.options import ImportOptions
from product_importer.imports.records import RejectCode
from product_importer.jobs.schemas import JobError, PhaseEntry, Progress
from product_importer.jobs.states import JobStatus

MappingInput = dict[str, str | None]


class FileFormat(BaseModel):
    """How a file is written, with a sentence of evidence for each guess."""

    format: str
    compression: str | None
    encoding: str
    bom: bool
    delimiter: str
    quote: str
    header_line: int
    evidence: list[str]


class UploadColumn(BaseModel):
    """One column: `key` is what a mapping names, `suggestion` where it would go by itself."""

    key: str
    header: str
    sample: list[str]
    suggestion: str | None


class UploadView(BaseModel):
    """A staged file and what was found out about it; no row of it is in the catalogue yet."""

    id: UUID
    filename: str
    size_bytes: int
    sha256: str
    format: FileFormat
    columns: list[UploadColumn]
    suggested_mapping: MappingInput
    sample: list[list[str]]
    rows_estimate: int
    warnings: list[str]
    created_at: datetime


class ImportRequest(BaseModel):
    """Import a staged file; columns the mapping does not name keep their suggestion."""

    model_config = ConfigDict(extra="forbid")

    upload_id: UUID
    mapping: MappingInput | None = None
    options: ImportOptions = Field(default_factory=ImportOptions)


class Counts(BaseModel):
    """What came of the rows: `read` is the sum of all the others once the import is completed."""

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicate: int = 0
    rejected: int = 0
    skipped: int = 0


class Plan(BaseModel):
    """What applying would do, counted when it was planned; `fields` says how many products change in each field."""

    read: int
    created: int
    updated: int
    unchanged: int
    duplicate: int
    rejected: int
    skipped: int
    fields: dict[str, int]


class ImportView(BaseModel):
    """One run of one upload into the catalogue; it is a job, and its id is the job's."""

    id: UUID
    upload_id: UUID
    status: JobStatus
    phase: str
    phases: list[PhaseEntry]
    filename: str
    size_bytes: int
    sha256: str
    options: ImportOptions
    mapping: MappingInput
    counts: Counts
    rejects_by_code: dict[str, int]
    plan: Plan | None
    progress: Progress
    error: JobError | None
    cancel_requested: bool
    created_by: str
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class RejectView(BaseModel):
    """A row that did not go in: data record and physical line, both from 1, and the text as it stood in the file."""

    model_config = ConfigDict(from_attributes=True)

    row: int
    line: int
    column: str | None
    code: RejectCode
    message: str
    original: str


def plan_view(plan: dict[str, Any] | None) -> Plan | None:
    """The stored plan as the API shows it."""
    return Plan.model_validate(plan) if plan else None
