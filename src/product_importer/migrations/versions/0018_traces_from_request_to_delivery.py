"""Know in which trace a job and a change of products stand, so that who goes on with them goes on with it.

Revision: 0018
Follows: 0017
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.add_column("jobs", sa.Column("trace_parent", sa.Text(), nullable=True))
    op.add_column("event_batches", sa.Column("trace_parent", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("event_batches", "trace_parent")
    op.drop_column("jobs", "trace_parent")
