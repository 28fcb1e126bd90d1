"""Tables of undo: what is to be gone through, and what was left alone."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from product_importer.core.database import Base


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


class KeptProduct(Base):
    """A product that an undo left as it is, and the code of the reason."""

    __tablename__ = "undo_kept"

    undo_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    product_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    sku: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
