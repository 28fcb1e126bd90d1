"""Forget the signatures of webhooks' messages that the log has kept.

Revision: 0012
Follows: 0011
"""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.execute(
        """
        update webhook_attempts
           set request_headers = request_headers
               || '{"webhook-signature": null, "X-Webhook-Signature": null}'
         where request_headers ?| array['webhook-signature', 'X-Webhook-Signature']
        """
    )


def downgrade() -> None:
    """Leave them forgotten."""
