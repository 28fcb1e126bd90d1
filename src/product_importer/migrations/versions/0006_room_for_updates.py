"""Leave room on the pages of products for their next version.

Revision: 0006
Follows: 0005
"""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    # For pages written from now on; those that are there are filled up until they are rewritten.
    op.execute("alter table products set (fillfactor = 50)")


def downgrade() -> None:
    op.execute("alter table products reset (fillfactor)")
