"""Celery's door into undo."""

from uuid import UUID

from product_importer.core.celery import celery_app
from product_importer.products.undo_running import run_undo


@celery_app.task(name="undo.run")
def run(undo_id: str) -> None:
    """Carry out an undo, or go on with it."""
    run_undo(UUID(undo_id))
