"""What the scheduler has done here."""

import structlog

from product_importer.access import idempotency_repository as repository
from product_importer.core.celery import celery_app
from product_importer.core.database import transaction

log = structlog.get_logger(__name__)


@celery_app.task(name="idempotency.clean")
def clean_keys() -> None:
    """Forget idempotency keys whose answers are given again no longer."""
    with transaction() as session:
        removed = repository.remove_old(session)
    if removed:
        log.info("idempotency.cleaned", removed=removed)
