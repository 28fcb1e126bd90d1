"""Shapes of imports and rejects in the API."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from product_importer.imports.mapping import Targets
from product_importer.imports.options import WHOLE, ImportOptions
from product_importer.imports.records import RejectCode
from product_importer.jobs.schemas import JobError, PhaseEntry, Progress
from product_importer.jobs.states import JobStatus


class ImportRequest(BaseModel):
    """Import a staged file; columns that the mapping, and options that `options` does not name keep their suggestion.

    Only `missing` has to be said each time: without it nothing that the file does not have is touched.
    """

    model_config = ConfigDict(extra="forbid")

    upload_id: UUID
    mapping: Targets | None = None
    options: ImportOptions = Field(default_factory=ImportOptions)


class Counts(BaseModel):
    """What came of the rows: `read` is the sum of `created` to `skipped` once the import is completed.

    `deactivated` and `deleted` are products that the file does not have, so they stand beside that sum.
    """

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    duplicate: int = 0
    rejected: int = 0
    skipped: int = 0
    deactivated: int = 0
    deleted: int = 0


class PlanSample(BaseModel):
    """One row of the plan; `before` and `after` have the fields as text, `fields` those that differ."""

    outcome: str
    row: int | None
    sku: str
    product_id: int | None
    before: dict[str, str | None] | None
    after: dict[str, str | None] | None
    fields: list[str]


class PlanWarningSample(BaseModel):
    """One row that a warning speaks of."""

    row: int | None
    sku: str
    detail: str


class PlanWarning(BaseModel):
    """Something that may be a mistake: how many rows it concerns, and the first of them."""

    code: str
    message: str
    count: int
    samples: list[PlanWarningSample]


class Plan(BaseModel):
    """What applying would do, counted when it was planned; `fields` says how many products change in each field."""

    version: int = 1
    planned_at: datetime | None = None
    expires_at: datetime | None = None
    read: int
    created: int
    updated: int
    unchanged: int
    duplicate: int
    rejected: int
    skipped: int
    deactivated: int = 0
    deleted: int = 0
    fields: dict[str, int]
    samples: list[PlanSample] = []
    warnings: list[PlanWarning] = []
    needs_confirmation: bool = False


class ConfirmRequest(BaseModel):
    """Which plan is confirmed; without a version the latest."""

    model_config = ConfigDict(extra="forbid")

    plan_version: Annotated[int, WHOLE] | None = None


class UndoState(BaseModel):
    """The latest undo of an import."""

    job_id: UUID
    status: JobStatus


class ImportView(BaseModel):
    """One run of one upload into the catalogue; it is a job, and its id is the job's.

    Of a mended file of rejects, `retry_of` is the import they came from and `attempt` counts from it. `waits_for` is
    another import that has to end first. `drift` rows met something else than `plan` says.
    """

    id: UUID
    upload_id: UUID
    status: JobStatus
    phase: str
    phases: list[PhaseEntry]
    filename: str
    size_bytes: int
    sha256: str
    options: ImportOptions
    mapping: Targets
    counts: Counts
    rejects_by_code: dict[str, int]
    plan: Plan | None
    drift: int = 0
    progress: Progress
    error: JobError | None
    retry_of: UUID | None = None
    attempt: int = 1
    waits_for: UUID | None = None
    undo: UndoState | None = None
    cancel_requested: bool
    created_by: str
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class DriftView(BaseModel):
    """A row that met something else than planned, because others changed the catalogue meanwhile."""

    model_config = ConfigDict(from_attributes=True)

    row: int
    sku: str
    planned: str
    actual: str


class RejectView(BaseModel):
    """A row that did not go in: data record and physical line, both from 1, and the text as it stood in the file."""

    model_config = ConfigDict(from_attributes=True)

    row: int
    line: int
    column: str | None
    code: RejectCode
    message: str
    original: str
