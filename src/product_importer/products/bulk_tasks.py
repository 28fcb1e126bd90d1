"""Celery's doors into bulk jobs."""

from uuid import UUID

import structlog

from product_importer.core.celery import celery_app
from product_importer.core.database import transaction
from product_importer.products.bulk import purge_expired
from product_importer.products.bulk_running import run_bulk

log = structlog.get_logger(__name__)


@celery_app.task(name="bulk.run")
def run(job_id: str) -> None:
    """Carry out a bulk job, or go on with it."""
    run_bulk(UUID(job_id))


@celery_app.task(name="trash.purge")
def purge_trash() -> None:
    """Begin to delete for good what has been in the trash for too long."""
    with transaction() as session:
        job = purge_expired(session)
    if job is not None:
        log.info("trash.purging", job_id=str(job.id))
