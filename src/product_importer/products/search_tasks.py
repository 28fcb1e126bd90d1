"""Celery's doors into what reads the event log."""

import structlog

from product_importer.core.celery import celery_app
from product_importer.products import job_retention, log_retention
from product_importer.products.search_following import follow as follow_log

log = structlog.get_logger(__name__)


@celery_app.task(name="search.follow")
def follow() -> None:
    """Take over what the event log tells of products, so that searches find it in an index."""
    follow_log()


@celery_app.task(name="events.cut")
def cut_events() -> None:
    """Remove what the event log holds for longer than it has to."""
    batches = log_retention.cut()
    if batches:
        log.info("events.cut", batches=batches)


@celery_app.task(name="jobs.forget")
def forget_jobs() -> None:
    """Remove jobs that ended long ago and that the event log does not know any more."""
    jobs = job_retention.forget()
    if jobs:
        log.info("jobs.forgotten", jobs=jobs)
