"""Shapes of a job in the API, its stream and its row."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from product_importer.jobs.states import JobStatus


class Progress(BaseModel):
    """How far a job is; `current` of `total` are rows, `percent` runs from 0 to 100 and never goes back."""

    current: int = 0
    total: int | None = None
    percent: float = Field(default=0, ge=0, le=100)
    message: str = "Waiting for a worker"
    rows_per_second: float | None = None
    eta_seconds: float | None = None


class JobError(BaseModel):
    """Why a job failed: a stable code and a sentence that says what to do."""

    code: str
    detail: str


class PhaseEntry(BaseModel):
    """When a job entered a status and phase."""

    status: JobStatus
    phase: str
    at: datetime


class JobView(BaseModel):
    """One piece of background work; an import's id is its job's id.

    `request_id` is that of the request that began it, as every line in the log has it.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    kind: str
    status: JobStatus
    phase: str
    phases: list[PhaseEntry] = []
    progress: Progress
    result: dict[str, Any] | None = None
    error: JobError | None = None
    cancel_requested: bool = False
    created_by: str
    request_id: str | None = None
    created_at: datetime
    started_at: datetime | None = None
    finished_at: datetime | None = None
    undo_of: UUID | None = None
    version: int
