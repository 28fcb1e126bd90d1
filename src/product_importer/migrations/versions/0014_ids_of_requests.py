"""Know which request a job and a change of products came from.

Revision: 0014
Follows: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("jobs", sa.Column("request_id", sa.Text(), nullable=True))
    op.add_column("event_batches", sa.Column("request_id", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("event_batches", "request_id")
    op.drop_column("jobs", "request_id")
