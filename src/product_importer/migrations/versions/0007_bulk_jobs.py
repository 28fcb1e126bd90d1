"""Bulk jobs, and one list of kept products for them and for undo.

Revision: 0007
Follows: 0006
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "bulk_jobs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("new_values", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("selected", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["jobs.id"], name=op.f("fk_bulk_jobs_id_jobs"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulk_jobs")),
    )
    op.create_table(
        "bulk_chunks",
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("product_ids", sa.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("products", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=True),
        sa.Column("unchanged", sa.Integer(), nullable=True),
        sa.Column("kept", sa.Integer(), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name=op.f("fk_bulk_chunks_job_id_jobs"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("job_id", "number", name=op.f("pk_bulk_chunks")),
    )
    op.rename_table("undo_kept", "kept_products")
    op.alter_column("kept_products", "undo_id", new_column_name="job_id")
    op.execute("alter table kept_products rename constraint pk_undo_kept to pk_kept_products")
    op.execute("alter table kept_products rename constraint fk_undo_kept_undo_id_jobs to fk_kept_products_job_id_jobs")
    # Of a product that never was, a bulk job knows nothing but the id.
    op.alter_column("kept_products", "sku", nullable=True)
    op.alter_column("kept_products", "name", nullable=True)


def downgrade() -> None:
    op.execute("delete from kept_products where job_id in (select id from bulk_jobs)")
    op.alter_column("kept_products", "name", nullable=False)
    op.alter_column("kept_products", "sku", nullable=False)
    op.execute("alter table kept_products rename constraint fk_kept_products_job_id_jobs to fk_undo_kept_undo_id_jobs")
    op.execute("alter table kept_products rename constraint pk_kept_products to pk_undo_kept")
    op.alter_column("kept_products", "job_id", new_column_name="undo_id")
    op.rename_table("kept_products", "undo_kept")
    op.drop_table("bulk_chunks")
    op.drop_table("bulk_jobs")
