"""Save profiles, tell retries, keep the format that an import was started with

Revision: 0003
Follows: 0002
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "profiles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("columns", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("mapping", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("options", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profiles")),
        sa.UniqueConstraint("name", name=op.f("uq_profiles_name")),
    )
    op.add_column("uploads", sa.Column("suggested_options", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.add_column("uploads", sa.Column("overrides", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.add_column("uploads", sa.Column("profile_id", sa.Uuid(), nullable=True))
    op.add_column("uploads", sa.Column("retry_of", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        op.f("fk_uploads_profile_id_profiles"), "uploads", "profiles", ["profile_id"], ["id"], ondelete="SET NULL"
    )
    op.create_foreign_key(op.f("fk_uploads_retry_of_jobs"), "uploads", "jobs", ["retry_of"], ["id"])
    # Warnings were sentences; they are objects with a code now.
    op.execute(
        """
        update uploads
           set warnings = (
               select coalesce(jsonb_agg(jsonb_build_object(
                          'code', case when message like '%`sku`%' then 'sku_not_recognised'
                                       else 'name_not_recognised' end,
                          'message', message, 'href', null)), '[]')
                 from jsonb_array_elements_text(warnings) as message
           )
        """
    )
    op.add_column("imports", sa.Column("format", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.execute("update imports set format = uploads.format from uploads where uploads.id = imports.upload_id")
    op.alter_column("imports", "format", nullable=False)
    op.add_column("imports", sa.Column("retry_of", sa.Uuid(), nullable=True))
    op.add_column("imports", sa.Column("retry_attempt", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.create_foreign_key(op.f("fk_imports_retry_of_imports"), "imports", "imports", ["retry_of"], ["id"])


def downgrade() -> None:
    op.drop_column("imports", "retry_attempt")
    op.drop_column("imports", "retry_of")
    op.drop_column("imports", "format")
    op.execute(
        """
        update uploads
           set warnings = (
               select coalesce(jsonb_agg(warning -> 'message'), '[]') from jsonb_array_elements(warnings) as warning
           )
        """
    )
    op.drop_column("uploads", "retry_of")
    op.drop_column("uploads", "profile_id")
    op.drop_column("uploads", "overrides")
    op.drop_column("uploads", "suggested_options")
    op.drop_table("profiles")
