"""Find the events of a batch at once: a BRIN index has everybody read what no vacuum has summarized yet.

Revision: 0019
Follows: 0018
"""

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_index("ix_events_batch", "events", ["batch_id"], if_not_exists=True)
    op.drop_index("ix_events_batch_id", "events")


def downgrade() -> None:
    op.create_index(
        "ix_events_batch_id", "events", ["batch_id"], postgresql_using="brin", postgresql_with={"pages_per_range": 16}
    )
    op.drop_index("ix_events_batch", "events")
