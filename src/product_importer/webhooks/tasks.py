"""What the scheduler has done for webhooks."""

from datetime import timedelta

import structlog

from product_importer.core.celery import celery_app
from product_importer.core.settings import get_settings
from product_importer.webhooks import cleaning

log = structlog.get_logger(__name__)


@celery_app.task(name="webhooks.clean")
def clean() -> None:
    """Remove deliveries that are settled and older, or more, than are kept."""
    settings = get_settings()
    removed = cleaning.clean(timedelta(days=settings.webhook_log_days), settings.webhook_log_max_bytes)
    if removed:
        log.info("webhooks.cleaned", deliveries=removed)
