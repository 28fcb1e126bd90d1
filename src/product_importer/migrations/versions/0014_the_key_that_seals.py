"""Know the key that has sealed what the database holds, so that no process works with another one.

Revision: 0014
Follows: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "sealing_keys",
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sealing_keys")),
    )
    # What was sealed before begins with the name of its key.
    op.execute(
        """
        insert into sealing_keys (name)
        select distinct substring(sealed from 1 for 4)
          from webhooks
         cross join lateral (values (sealed_secrets), (sealed_headers)) as each (sealed)
         where sealed is not null
        """
    )


def downgrade() -> None:
    op.drop_table("sealing_keys")
