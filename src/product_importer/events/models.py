"""Tables of the event log. They are only ever appended to."""

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, Integer, Sequence, Table, Text, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB

from product_importer.core.database import Base

BATCH_IDS = Sequence("event_batch_ids", metadata=Base.metadata, data_type=BigInteger)
POSITIONS = Sequence("event_positions", metadata=Base.metadata, data_type=BigInteger)

event_batches = Table(
    "event_batches",
    Base.metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False, unique=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("actor", Text, nullable=False),
    Column("job_id", Uuid, index=True),
    Column("request_id", Text),
    Column("trace_parent", Text),
)

# No primary key and no foreign key: each costs an import as much as the rows themselves, and the only writers are
# the statements of this package.
events = Table(
    "events",
    Base.metadata,
    Column("id", BigInteger, Identity(always=True), nullable=False),
    Column("batch_id", BigInteger, nullable=False),
    Column("event", Text, nullable=False),
    Column("product_id", BigInteger),
    # Without none_as_null a product that was created one by one would have the JSON value null for a `before`.
    Column("before", JSONB(none_as_null=True)),
    # What an event that is of no product tells; it is written down, so that it is told the same whenever it is read.
    Column("data", JSONB(none_as_null=True)),
    Index("ix_events_product_id", "product_id"),
    Index("ix_events_batch", "batch_id"),
    # The few events of jobs as a whole, found without going through those of their products.
    Index("ix_events_of_no_product", "batch_id", postgresql_where=text("product_id is null")),
)

# One row, once anything was removed: the last event that is no longer there.
event_floor = Table(
    "event_floor",
    Base.metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    Column("event_id", BigInteger, nullable=False),
)
