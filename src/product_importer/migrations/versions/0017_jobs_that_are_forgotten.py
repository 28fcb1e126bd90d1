"""Let a job be forgotten with all that belongs to it, and what refers to it stay.

Revision: 0017
Follows: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

# Table, column, the table it refers to, and what becomes of the row when that one goes.
REFERENCES = (
    ("imports", "id", "jobs", "CASCADE"),
    ("imports", "retry_of", "imports", "SET NULL"),
    ("imports", "waits_for", "imports", "SET NULL"),
    ("uploads", "retry_of", "jobs", "SET NULL"),
)
INDEXES = (("imports", "retry_of"), ("imports", "waits_for"), ("uploads", "retry_of"))


def upgrade() -> None:
    for table, column, referred, ondelete in REFERENCES:
        _refer(table, column, referred, ondelete)
    for table, column in INDEXES:
        where = sa.text(f"{column} is not null")
        op.create_index(f"ix_{table}_{column}", table, [column], postgresql_where=where)


def downgrade() -> None:
    for table, column in INDEXES:
        op.drop_index(f"ix_{table}_{column}", table_name=table)
    for table, column, referred, _ in REFERENCES:
        _refer(table, column, referred, None)


def _refer(table: str, column: str, referred: str, ondelete: str | None) -> None:
    name = f"fk_{table}_{column}_{referred}"
    op.drop_constraint(name, table, type_="foreignkey")
    op.create_foreign_key(name, table, referred, [column], ["id"], ondelete=ondelete)
