"""Tables of background work."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, Text, func, text
from sqlalchemy.orm import Mapped, mapped_column

from product_importer.core.database import Base, new_id


class Job(Base):
    """One piece of background work. `version` grows with every change a watcher should see."""

    __tablename__ = "jobs"
    __table_args__ = (
        Index("ix_jobs_unfinished", "id", postgresql_where=text("finished_at is null")),
        Index("ix_jobs_created_at", "created_at"),
        Index("ix_jobs_undo_of", "undo_of", postgresql_where=text("undo_of is not null")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(Text)
    phase: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(BigInteger, server_default=text("1"))
    progress: Mapped[dict[str, Any]]
    result: Mapped[dict[str, Any] | None]
    error: Mapped[dict[str, Any] | None]
    created_by: Mapped[str] = mapped_column(Text)
    request_id: Mapped[str | None] = mapped_column(Text)
    trace_parent: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    undo_of: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id"))
    cancel_requested_at: Mapped[datetime | None]
    woken_at: Mapped[datetime | None]
    lease_token: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    lease_until: Mapped[datetime | None]
    # Claims since the last checkpoint: work that kills every worker that touches it must end too.
    fruitless_claims: Mapped[int] = mapped_column(Integer, server_default=text("0"))


class JobTransition(Base):
    """One change of status or phase, kept so that a watcher who was away still sees each."""

    __tablename__ = "job_transitions"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    status: Mapped[str] = mapped_column(Text)
    phase: Mapped[str] = mapped_column(Text)
    progress: Mapped[dict[str, Any]]
    at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class JobBackend(Base):
    """A PostgreSQL backend that works for a claim of a job, so that whoever takes over can end it first."""

    __tablename__ = "job_backends"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    lease_token: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    pid: Mapped[int] = mapped_column(Integer, primary_key=True)
    started_at: Mapped[datetime] = mapped_column(primary_key=True)
