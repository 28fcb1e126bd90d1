"""Celery's door into search."""

from product_importer.core.celery import celery_app
from product_importer.products.search_following import follow as follow_log


@celery_app.task(name="search.follow")
def follow() -> None:
    """Take over what the event log tells of products, so that searches find it in an index."""
    follow_log()
