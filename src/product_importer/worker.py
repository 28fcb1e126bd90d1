"""The Celery app with every task and the beat schedule: `celery -A product_importer.worker:celery_app worker`."""

import os
import threading
from typing import Any

import structlog
from celery.signals import worker_ready, worker_shutdown, worker_shutting_down

from product_importer.access import tasks as access
from product_importer.core import tracing
from product_importer.core.memory import use_system_allocator
from product_importer.core.settings import get_settings
from product_importer.imports import tasks as imports
from product_importer.jobs import tasks as jobs
from product_importer.jobs.lease import stopping
from product_importer.products import bulk_tasks as bulk
from product_importer.products import search_tasks as search
from product_importer.products import undo_tasks as undo
from product_importer.schedule import scheduled_app
from product_importer.webhooks import tasks as webhooks
from product_importer.webhooks.courier import Courier

__all__ = ["celery_app"]

log = structlog.get_logger(__name__)

# Hosts kill a process ten seconds after they asked it to end.
STOP_SECONDS = 8.0

celery_app = scheduled_app()
use_system_allocator()
tracing.start(get_settings())
# Importing a module of tasks registers them.
TASKS = (access, bulk, imports, jobs, search, undo, webhooks)
COURIER = Courier()


@worker_ready.connect
def _begin_delivering(**_: Any) -> None:
    COURIER.start()


@worker_shutdown.connect
def _end_delivering(**_: Any) -> None:
    COURIER.stop()
    tracing.stop()


@worker_shutting_down.connect
def _hand_back_work(**_: Any) -> None:
    stopping.set()
    # Work looks for that sign between statements, and one statement over many rows may last.
    leaving = threading.Timer(STOP_SECONDS, _leave)
    leaving.daemon = True
    leaving.start()


def _leave() -> None:
    """End this process in the middle of a statement: PostgreSQL takes it back, and the job's lease runs out."""
    log.warning("worker.left", reason=f"Work was not handed back within {STOP_SECONDS:.0f} s; another worker goes on.")
    os._exit(0)
