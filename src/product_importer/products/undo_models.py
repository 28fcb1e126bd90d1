"""The table of undo: what is to be gone through."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from product_importer.core.database import Base

OUTCOMES = ("removed", "restored", "returned", "kept", "settled")


class UndoChunk(Base):
    """A range of product ids that one transaction takes back; its outcome is written by that transaction."""

    __tablename__ = "undo_chunks"

    undo_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    first_id: Mapped[int] = mapped_column(BigInteger)
    last_id: Mapped[int] = mapped_column(BigInteger)
    products: Mapped[int] = mapped_column(Integer)
    removed: Mapped[int | None] = mapped_column(Integer)
    restored: Mapped[int | None] = mapped_column(Integer)
    returned: Mapped[int | None] = mapped_column(Integer)
    kept: Mapped[int | None] = mapped_column(Integer)
    settled: Mapped[int | None] = mapped_column(Integer)
    undone_at: Mapped[datetime | None]

    @property
    def outcomes(self) -> dict[str, int] | None:
        """How many products ended how; null while the chunk is not undone."""
        return None if self.undone_at is None else {name: getattr(self, name) for name in OUTCOMES}
