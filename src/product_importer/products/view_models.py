"""The table of saved views of the list."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Text, func
from sqlalchemy.orm import Mapped, mapped_column

from product_importer.core.database import Base, new_id


class SavedView(Base):
    """What somebody looks at again and again; `name_key` is the name by which it is unique, whatever the case."""

    __tablename__ = "views"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(Text(collation="C"), unique=True)
    search: Mapped[dict[str, Any]]
    columns: Mapped[list[Any]]
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
