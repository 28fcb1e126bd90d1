"""Know which request a job and a change of products came from.

Revision: 0015
Follows: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.add_column("jobs", sa.Column("request_id", sa.Text(), nullable=True))
    op.add_column("event_batches", sa.Column("request_id", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("event_batches", "request_id")
    op.drop_column("jobs", "request_id")
