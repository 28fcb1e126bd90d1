"""Tables of uploads and imports. What an import found and did stands here; its rows stand in `staging.py`."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    Sequence,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    func,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from product_importer.core.database import Base, new_id

PLACES = Sequence("import_places", metadata=Base.metadata, data_type=BigInteger)


class Upload(Base):
    """A staged file: its bytes are in storage under `storage_key` until `removed_at`."""

    __tablename__ = "uploads"
    __table_args__ = (
        Index("ix_uploads_sha256", "sha256"),
        Index("ix_uploads_retry_of", "retry_of", postgresql_where=text("retry_of is not null")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    filename: Mapped[str] = mapped_column(Text)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str] = mapped_column(Text)
    storage_key: Mapped[str] = mapped_column(Text)
    format: Mapped[dict[str, Any]]
    suggested_mapping: Mapped[dict[str, Any]]
    warnings: Mapped[list[Any]]
    suggested_options: Mapped[dict[str, Any] | None]
    overrides: Mapped[dict[str, Any] | None]
    profile_id: Mapped[UUID | None] = mapped_column(ForeignKey("profiles.id", ondelete="SET NULL"))
    retry_of: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"))
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    removed_at: Mapped[datetime | None]


class ResumableUpload(Base):
    """A file that arrives in pieces, by tus 1.0; with its last byte it becomes the upload of the same id.

    `offset_bytes` are safely in storage. Who sends takes the next number of `writer`, and whoever sent before may not
    write any more. `metadata_text` is what the client said of the file, as it said it.
    """

    __tablename__ = "resumable_uploads"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    filename: Mapped[str] = mapped_column(Text)
    metadata_text: Mapped[str] = mapped_column(Text)
    storage_key: Mapped[str] = mapped_column(Text)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    offset_bytes: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    writer: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Profile(Base):
    """A saved mapping with options; `columns` are the keys of the files it is for."""

    __tablename__ = "profiles"
    __table_args__ = (UniqueConstraint("name"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(Text)
    columns: Mapped[list[Any]]
    mapping: Mapped[dict[str, Any]]
    options: Mapped[dict[str, Any]]
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class Import(Base):
    """One run of one upload into the catalogue; its id is its job's.

    `format` is the upload's when the import was started: overriding it later does not change what runs. `attempt`
    counts readings of the file, `retry_attempt` imports: 2 for the mended rejects of another.

    `staged_rows`, `winning_rows` and the chunks are the logged facts that the unlogged staging tables are compared
    with, because those are empty after a crash of the database.
    """

    __tablename__ = "imports"
    __table_args__ = (
        Index("ix_imports_retry_of", "retry_of", postgresql_where=text("retry_of is not null")),
        Index("ix_imports_waits_for", "waits_for", postgresql_where=text("waits_for is not null")),
    )

    id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    upload_id: Mapped[UUID] = mapped_column(ForeignKey("uploads.id"), index=True)
    options: Mapped[dict[str, Any]]
    mapping: Mapped[dict[str, Any]]
    format: Mapped[dict[str, Any]]
    retry_of: Mapped[UUID | None] = mapped_column(ForeignKey("imports.id", ondelete="SET NULL"))
    retry_attempt: Mapped[int] = mapped_column(Integer, server_default=text("1"))
    attempt: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    read_rows: Mapped[int | None] = mapped_column(BigInteger)
    staged_rows: Mapped[int | None] = mapped_column(BigInteger)
    winning_rows: Mapped[int | None] = mapped_column(BigInteger)
    oddities: Mapped[list[Any] | None]
    plan: Mapped[dict[str, Any] | None]
    planned_at: Mapped[datetime | None]
    # The head of the event log before the catalogue was met: what came later may have made the plan stale.
    planned_position: Mapped[int | None] = mapped_column(BigInteger)
    plan_version: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    confirmed_version: Mapped[int | None] = mapped_column(Integer)
    # Its place among the imports that plan and apply: who shares SKUs with an earlier one waits for it.
    place: Mapped[int | None] = mapped_column(BigInteger)
    waits_for: Mapped[UUID | None] = mapped_column(ForeignKey("imports.id", ondelete="SET NULL"))
    counts: Mapped[dict[str, Any] | None]


class ImportChunk(Base):
    """A part of an import that one transaction applies; its outcome is written by that transaction.

    `first` to `last` are row numbers of the file where `kind` is `rows`, and ids of products that the file does not
    have where it is `missing`. Of `rows` rows the catalogue does not know `unknown`, and `changed` would change a
    product.
    """

    __tablename__ = "import_chunks"

    import_id: Mapped[UUID] = mapped_column(ForeignKey("imports.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    first: Mapped[int] = mapped_column(BigInteger)
    last: Mapped[int] = mapped_column(BigInteger)
    rows: Mapped[int] = mapped_column(Integer)
    unknown: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    changed: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    created: Mapped[int | None] = mapped_column(Integer)
    updated: Mapped[int | None] = mapped_column(Integer)
    unchanged: Mapped[int | None] = mapped_column(Integer)
    skipped: Mapped[int | None] = mapped_column(Integer)
    rejected: Mapped[int | None] = mapped_column(Integer)
    removed: Mapped[int | None] = mapped_column(Integer)
    applied_at: Mapped[datetime | None]


# `settled` says in which phase the row was rejected: reading is repeated after a crash, later outcomes stand.
import_rejects = Table(
    "import_rejects",
    Base.metadata,
    Column("id", BigInteger, Identity(), primary_key=True),
    Column("import_id", Uuid, ForeignKey("imports.id", ondelete="CASCADE"), nullable=False),
    Column("settled", Text, nullable=False),
    Column("row", BigInteger, nullable=False),
    Column("line", BigInteger, nullable=False),
    Column("column", Text),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("original", Text, nullable=False),
    Column("sku_key", Text(collation="C")),
    Index("ix_import_rejects_import_id_row", "import_id", "row"),
)


# Rows that met something else than planned, because others changed the catalogue while the import ran.
import_drift = Table(
    "import_drift",
    Base.metadata,
    Column("import_id", Uuid, ForeignKey("imports.id", ondelete="CASCADE"), nullable=False),
    Column("row", BigInteger, nullable=False),
    Column("sku", Text, nullable=False),
    Column("planned", Text, nullable=False),
    Column("actual", Text, nullable=False),
    Index("ix_import_drift_import_id_row", "import_id", "row"),
)
