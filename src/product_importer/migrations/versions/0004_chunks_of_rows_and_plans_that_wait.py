"""Chunks of rows, and plans that wait

Revision: 0004
Follows: 0003
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    # Chunks were ranges of keys. What they did stands in the counts of finished imports; unfinished ones begin anew
    # and find the rows that are in unchanged.
    op.execute("delete from import_chunks")
    op.execute("update imports set plan = null, staged_rows = null, winning_rows = null where counts is null")
    op.drop_column("import_chunks", "first_key")
    op.drop_column("import_chunks", "last_key")
    op.add_column("import_chunks", sa.Column("kind", sa.Text(), nullable=False))
    op.add_column("import_chunks", sa.Column("first", sa.BigInteger(), nullable=False))
    op.add_column("import_chunks", sa.Column("last", sa.BigInteger(), nullable=False))
    op.add_column("import_chunks", sa.Column("unknown", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("import_chunks", sa.Column("changed", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("import_chunks", sa.Column("removed", sa.Integer(), nullable=True))
    op.add_column("import_rejects", sa.Column("sku_key", sa.Text(collation="C"), nullable=True))
    op.add_column("imports", sa.Column("oddities", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.add_column("imports", sa.Column("planned_position", sa.BigInteger(), nullable=True))
    op.add_column("imports", sa.Column("plan_version", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("imports", sa.Column("confirmed_version", sa.Integer(), nullable=True))
    op.execute(sa.schema.CreateSequence(sa.Sequence("import_places", data_type=sa.BigInteger())))
    op.add_column("imports", sa.Column("place", sa.BigInteger(), nullable=True))
    op.add_column("imports", sa.Column("waits_for", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("fk_imports_waits_for_imports"), "imports", "imports", ["waits_for"], ["id"])
    op.create_table(
        "import_drift",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("row", sa.BigInteger(), nullable=False),
        sa.Column("sku", sa.Text(), nullable=False),
        sa.Column("planned", sa.Text(), nullable=False),
        sa.Column("actual", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_import_drift_import_id_imports"), ondelete="CASCADE"
        ),
    )
    op.create_index("ix_import_drift_import_id_row", "import_drift", ["import_id", "row"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_import_drift_import_id_row", table_name="import_drift")
    op.drop_table("import_drift")
    op.drop_constraint(op.f("fk_imports_waits_for_imports"), "imports", type_="foreignkey")
    op.drop_column("imports", "waits_for")
    op.drop_column("imports", "place")
    op.execute("drop sequence import_places")
    op.drop_column("imports", "confirmed_version")
    op.drop_column("imports", "plan_version")
    op.drop_column("imports", "planned_position")
    op.drop_column("imports", "oddities")
    op.drop_column("import_rejects", "sku_key")
    op.execute("delete from import_chunks")
    op.drop_column("import_chunks", "removed")
    op.drop_column("import_chunks", "changed")
    op.drop_column("import_chunks", "unknown")
    op.drop_column("import_chunks", "last")
    op.drop_column("import_chunks", "first")
    op.drop_column("import_chunks", "kind")
    op.add_column("import_chunks", sa.Column("last_key", sa.Text(collation="C"), nullable=False))
    op.add_column("import_chunks", sa.Column("first_key", sa.Text(collation="C"), nullable=False))
