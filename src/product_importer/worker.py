"""The Celery app with every task and the beat schedule: `celery -A product_importer.worker:celery_app worker`."""

from typing import Any

from celery.signals import setup_logging, worker_shutting_down

from product_importer.core.celery import celery_app, configure_broker
from product_importer.core.logging import configure_logging
from product_importer.core.memory import use_system_allocator
from product_importer.core.settings import get_settings
from product_importer.imports import tasks as imports
from product_importer.jobs import tasks as jobs
from product_importer.jobs.lease import stopping

__all__ = ["celery_app"]

configure_broker()
use_system_allocator()
celery_app.conf.beat_schedule = {
    "jobs.sweep": {"task": jobs.sweep.name, "schedule": get_settings().sweep_interval_seconds},
    "uploads.clean": {"task": imports.clean_uploads.name, "schedule": 3600},
}


@setup_logging.connect
def _set_up_logging(**_: Any) -> None:
    configure_logging(get_settings())


@worker_shutting_down.connect
def _hand_back_work(**_: Any) -> None:
    stopping.set()
