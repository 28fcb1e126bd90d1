"""Undo what a job did

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "undo_chunks",
        sa.Column("undo_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("first_id", sa.BigInteger(), nullable=False),
        sa.Column("last_id", sa.BigInteger(), nullable=False),
        sa.Column("products", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=True),
        sa.Column("restored", sa.Integer(), nullable=True),
        sa.Column("returned", sa.Integer(), nullable=True),
        sa.Column("kept", sa.Integer(), nullable=True),
        sa.Column("settled", sa.Integer(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["undo_id"], ["jobs.id"], name=op.f("fk_undo_chunks_undo_id_jobs"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("undo_id", "number", name=op.f("pk_undo_chunks")),
    )
    op.create_table(
        "undo_kept",
        sa.Column("undo_id", sa.Uuid(), nullable=False),
        sa.Column("product_id", sa.BigInteger(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["undo_id"], ["jobs.id"], name=op.f("fk_undo_kept_undo_id_jobs"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("undo_id", "product_id", name=op.f("pk_undo_kept")),
    )
    # A product that was created one by one had the JSON value null for what it was before.
    op.execute("update events set before = null where jsonb_typeof(before) = 'null'")
    op.create_index(
        "ix_jobs_undo_of", "jobs", ["undo_of"], unique=False, postgresql_where=sa.text("undo_of is not null")
    )


def downgrade() -> None:
    op.drop_index("ix_jobs_undo_of", table_name="jobs", postgresql_where=sa.text("undo_of is not null"))
    op.drop_table("undo_kept")
    op.drop_table("undo_chunks")
