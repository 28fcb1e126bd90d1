"""The shapes of the status of an installation."""

from typing import Literal

from pydantic import BaseModel, Field

from product_importer.core.checks import State


class CheckView(BaseModel):
    """One thing that is needed, how it is, and, unless it is well, what to do."""

    subject: str = Field(examples=["PostgreSQL"])
    state: State
    text: str


class VersionsView(BaseModel):
    """What runs; null where it did not answer. `schema_revision` is what this program needs."""

    product_importer: str
    python: str
    postgresql: str | None
    redis: str | None = Field(examples=["Valkey 9.1.2"])
    schema_revision: str | None


class LimitsView(BaseModel):
    """Limits in force that a user can meet; each is a setting of the same name in capitals."""

    max_upload_bytes: int
    sku_pattern: str | None
    upload_retention_days: int
    event_retention_days: int
    trash_retention_days: int
    job_retention_days: int
    import_chunk_rows: int
    import_appliers: int
    bulk_chunk_rows: int
    bulk_writers: int
    worker_concurrency: int


class StatusView(BaseModel):
    """The installation at this moment; `state` is that of its worst check."""

    state: State
    checks: list[CheckView]
    versions: VersionsView
    limits: LimitsView


class WorkerView(BaseModel):
    """A worker that answered, with how many jobs it does at a time."""

    name: str = Field(examples=["celery@host"])
    pid: int
    slots: int
    uptime_seconds: int


class QueueView(BaseModel):
    """A queue, and how many messages wait in it."""

    name: str
    waiting: int


class WorkersView(BaseModel):
    """Who works; `workers` and `queues` are null where the broker does not answer, which is `unknown`."""

    state: Literal["ok", "none", "unknown"]
    text: str
    workers: list[WorkerView] | None
    queues: list[QueueView] | None
