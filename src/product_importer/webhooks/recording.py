"""Writing down what came of attempts, and ending webhooks whose receivers are gone."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy.orm import Session

from product_importer.webhooks import claiming, repository

log = structlog.get_logger(__name__)

PATIENCE = timedelta(days=5)

_GONE = (
    "The receiver answered 410 Gone, which asks for nothing more to be sent. Enable the webhook again if it is back."
)
_HOPELESS = (
    "Every attempt since {days} days has failed. Enable the webhook again once the receiver answers, and replay what "
    "failed."
)


def record(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Write down attempts; a webhook that is disabled by them is owed nothing more."""
    hopeless = _HOPELESS.format(days=PATIENCE.days)
    for webhook_id, reason in claiming.record(session, rows, PATIENCE, _GONE, hopeless):
        log.warning("webhook.disabled", webhook_id=str(webhook_id), reason=reason)
        repository.give_up_pending(session, [webhook_id], reason)
