"""Keep the ids of a bulk job's products as they are: compressing them took over half of the time to write them down.

Revision: 0016
Follows: 0015
"""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.execute("alter table bulk_chunks alter column product_ids set storage external")


def downgrade() -> None:
    op.execute("alter table bulk_chunks alter column product_ids set storage extended")
