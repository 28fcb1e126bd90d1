"""What the scheduler has done here."""

import structlog

from product_importer.access import audit_repository, links, throttle, users_repository
from product_importer.access import idempotency_repository as repository
from product_importer.core.celery import celery_app
from product_importer.core.database import transaction
from product_importer.core.settings import get_settings

log = structlog.get_logger(__name__)


@celery_app.task(name="idempotency.clean")
def clean_keys() -> None:
    """Forget idempotency keys whose answers are given again no longer."""
    with transaction() as session:
        removed = repository.remove_old(session)
    if removed:
        log.info("idempotency.cleaned", removed=removed)


@celery_app.task(name="access.clean")
def clean_access() -> None:
    """Forget sessions and links that are over, counted guesses, and access events that are old."""
    settings = get_settings()
    with transaction() as session:
        removed = {
            "sessions": users_repository.remove_old_sessions(session, settings.session_idle_hours),
            "links": links.remove_old(session),
            "events": audit_repository.remove_old(session, settings.access_log_days),
        }
    removed["guesses"] = throttle.remove_old()
    if any(removed.values()):
        log.info("access.cleaned", **removed)
