"""The catalogue's table."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Boolean, Identity, Index, Numeric, Text, func, text
from sqlalchemy.orm import Mapped, mapped_column

from product_importer.core.database import Base


class Product(Base):
    """One row of the catalogue; live while `deleted_at` is null. `sku_key` is filled by `sku_key.sku_key` alone."""

    __tablename__ = "products"
    __table_args__ = (
        Index("uq_products_live_sku_key", "sku_key", unique=True, postgresql_where=text("deleted_at is null")),
        Index("ix_products_live_created_at", "created_at", "id", postgresql_where=text("deleted_at is null")),
        Index("ix_products_trashed_created_at", "created_at", "id", postgresql_where=text("deleted_at is not null")),
        # Room for a second version of each row on its own page: an update of it then writes no index.
        {"postgresql_with": {"fillfactor": 50}},
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    sku: Mapped[str] = mapped_column(Text)
    sku_key: Mapped[str] = mapped_column(Text(collation="C"))
    name: Mapped[str] = mapped_column(Text)
    description: Mapped[str | None] = mapped_column(Text)
    price: Mapped[Decimal | None] = mapped_column(Numeric(14, 4))
    active: Mapped[bool] = mapped_column(Boolean, server_default=text("true"))
    attributes: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    deleted_at: Mapped[datetime | None]
