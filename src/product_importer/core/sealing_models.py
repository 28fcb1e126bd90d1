"""The table of the keys that have sealed what this database holds."""

from datetime import datetime

from sqlalchemy import LargeBinary, func
from sqlalchemy.orm import Mapped, mapped_column

from product_importer.core.database import Base


class SealingKey(Base):
    """A key by its name alone, which is derived from SECRET_KEY and leads to no part of it."""

    __tablename__ = "sealing_keys"

    name: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
