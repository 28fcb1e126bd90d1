"""The products that jobs were to change and left as they are."""

from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from product_importer.core.database import Base


class KeptProduct(Base):
    """A product that a job left as it is, and the code of the reason; its SKU and name are null where none is known."""

    __tablename__ = "kept_products"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    product_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    sku: Mapped[str | None] = mapped_column(Text)
    name: Mapped[str | None] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
