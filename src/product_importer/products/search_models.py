"""The catalogue as it is searched: a copy of it that follows the event log, in tables with indexes of their own.

They are two, because whoever changes a price must not have every word of the product indexed anew.
"""

from sqlalchemy import BigInteger, Boolean, Column, Computed, DateTime, Index, Integer, Numeric, Table, Text, text
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR

from product_importer.core.database import Base

product_search = Table(
    "product_search",
    Base.metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("sku_key", Text(collation="C"), nullable=False),
    Column("name_key", Text(collation="C"), nullable=False),
    Column("price", Numeric(14, 4)),
    Column("active", Boolean, nullable=False),
    Column("attributes", JSONB, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
    Column("deleted_at", DateTime(timezone=True)),
)
"""What products are sorted by and compared with: one row for each that the log has told of, trashed ones included."""

product_words = Table(
    "product_words",
    Base.metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("sku", Text, nullable=False),
    Column("sku_key", Text(collation="C"), nullable=False),
    Column("name", Text, nullable=False),
    Column("description", Text),
    # The function is made by a migration: every word, case and accents aside.
    Column("words", TSVECTOR, Computed("search_words(sku, name, description)", persisted=True)),
)
"""The texts of the same products."""

search_state = Table(
    "search_state",
    Base.metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    Column("live", BigInteger, nullable=False),
    Column("trashed", BigInteger, nullable=False),
    Column("held_until", DateTime(timezone=True)),
)
"""One row: how far the log was read, and how many products were live and in the trash then. Without it: not at all."""

_LIVE, _TRASHED = text("deleted_at is null"), text("deleted_at is not null")
_SEARCH, _WORDS = product_search.c, product_words.c

Index("ix_product_words_words", _WORDS.words, postgresql_using="gin")
Index(
    "ix_product_words_texts",
    _WORDS.sku_key,
    _WORDS.name,
    _WORDS.description,
    postgresql_using="gin",
    postgresql_ops=dict.fromkeys(("sku_key", "name", "description"), "gin_trgm_ops"),
)
Index(
    "ix_product_search_attributes",
    _SEARCH.attributes,
    postgresql_using="gin",
    postgresql_ops={"attributes": "jsonb_path_ops"},
)
Index("ix_product_search_sku_key", _SEARCH.sku_key, _SEARCH.id)
for _name in ("name_key", "price", "active", "created_at", "updated_at"):
    Index(f"ix_product_search_{_name}", _SEARCH[_name], _SEARCH.id, postgresql_where=_LIVE)
Index("ix_product_search_deleted_at", _SEARCH.deleted_at, _SEARCH.id, postgresql_where=_TRASHED)
