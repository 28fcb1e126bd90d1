"""Tables of bulk jobs: what is done, and to which products."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, ForeignKey, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from product_importer.core.database import Base

OUTCOMES = ("changed", "unchanged", "kept")


class Bulk(Base):
    """One change of many products; it is a job. `new_values` are those of the fields that it sets."""

    __tablename__ = "bulk_jobs"

    id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    action: Mapped[str] = mapped_column(Text)
    new_values: Mapped[dict[str, Any] | None]
    selected: Mapped[int] = mapped_column(BigInteger)


class BulkChunk(Base):
    """Products that one transaction changes, found when it was asked for; their outcome is written by it."""

    __tablename__ = "bulk_chunks"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    # Only statements read it: half a million ids would otherwise travel with the chunks.
    product_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), deferred=True)
    products: Mapped[int] = mapped_column(Integer)
    changed: Mapped[int | None] = mapped_column(Integer)
    unchanged: Mapped[int | None] = mapped_column(Integer)
    kept: Mapped[int | None] = mapped_column(Integer)
    done_at: Mapped[datetime | None]

    @property
    def outcomes(self) -> dict[str, int] | None:
        """How many products ended how; null while the chunk is not done."""
        return None if self.done_at is None else {name: getattr(self, name) for name in OUTCOMES}
