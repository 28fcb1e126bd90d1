"""The sweep: finds work whose worker died or whose wake-up was lost."""

from datetime import timedelta
from uuid import UUID

import structlog

from product_importer.core.celery import celery_app
from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.jobs import service
from product_importer.jobs.checking import run_check

log = structlog.get_logger(__name__)


@celery_app.task(name="jobs.sweep")
def sweep() -> None:
    """Wake every job that nobody holds."""
    with transaction() as session:
        found = service.sweep(session, timedelta(seconds=get_settings().sweep_interval_seconds))
    if found:
        log.info("jobs.swept", jobs=[str(job_id) for job_id in found])


@celery_app.task(name="check.run")
def check(job_id: str) -> None:
    """End a job that has nothing to do."""
    run_check(UUID(job_id))
