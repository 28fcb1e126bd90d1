"""Celery's doors into imports: each takes an id or nothing, and the row tells the rest."""

from datetime import timedelta
from uuid import UUID

import structlog
from sqlalchemy import func, select

from product_importer.core.celery import celery_app
from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.core.storage import get_storage
from product_importer.imports import resumable, uploads
from product_importer.imports import upload_repository as lookup
from product_importer.imports.confirming import expire_plans
from product_importer.imports.engine import run_import
from product_importer.imports.sharing import assist

log = structlog.get_logger(__name__)

# Long past any upload that is still under way.
ABANDONED_AFTER = timedelta(days=1)


@celery_app.task(name="import.run")
def run(import_id: str) -> None:
    """Carry out an import, or go on with it."""
    run_import(UUID(import_id))


@celery_app.task(name="import.assist")
def run_assistant(import_id: str) -> None:
    """Apply chunks of an import that another worker leads."""
    assist(UUID(import_id))


@celery_app.task(name="import.expire")
def expire() -> None:
    """Cancel imports whose plan nobody confirmed in time."""
    with transaction() as session:
        expired = expire_plans(session)
    if expired:
        log.info("import.plans_expired", count=expired)


@celery_app.task(name="uploads.clean")
def clean_uploads() -> None:
    """Remove files that nobody needs, those that never became an upload, and the descriptions of old ones."""
    with transaction() as session:
        now = session.scalars(select(func.now())).one()
        storage, settings = get_storage(), get_settings()
        removed = uploads.remove_expired(session, storage, now, settings.upload_retention_days)
        removed += resumable.remove_expired(session, storage, now)
        removed += uploads.remove_abandoned(session, storage, now, ABANDONED_AFTER)
        forgotten = lookup.forget(session, now - timedelta(days=settings.job_retention_days))
    if removed or forgotten:
        log.info("uploads.cleaned", removed=removed, forgotten=forgotten)
