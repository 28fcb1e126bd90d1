"""The Celery app. A message is only a wake-up: the database row is the truth."""

from typing import Any

import structlog
from celery import Celery
from celery.signals import setup_logging
from kombu.exceptions import OperationalError
from sqlalchemy.orm import Session

from product_importer.core.database import after_commit
from product_importer.core.logging import configure_logging
from product_importer.core.settings import get_settings

log = structlog.get_logger(__name__)

celery_app = Celery("product_importer")
celery_app.conf.update(
    # Late acknowledgement would be redelivered by Redis after an hour and cut off by RabbitMQ after 30 minutes.
    task_acks_late=False,
    task_ignore_result=True,
    task_serializer="json",
    accept_content=["json"],
    task_default_queue="product_importer",
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    # Without `max_retries` whoever sends would try for six seconds while the broker is away; the sweep tries for all.
    broker_transport_options={"socket_connect_timeout": 2, "socket_timeout": 30, "max_retries": 0},
    timezone="UTC",
)


@setup_logging.connect
def _set_up_logging(**_: Any) -> None:
    """Take the place of Celery's own logging, in the worker and in the scheduler."""
    configure_logging(get_settings())


def configure_broker() -> Celery:
    """Point the app at the broker of the settings; called by each process that sends or receives."""
    celery_app.conf.update(broker_url=get_settings().broker_url)
    return celery_app


def enqueue(session: Session, task: str, *args: Any) -> None:
    """Wake a worker with `task` once the session's transaction has committed."""
    after_commit(session, lambda: send(task, *args))


def send(task: str, *args: Any) -> bool:
    """Send a wake-up now; whether the broker has it. If not, the sweep finds the work, so the caller is not failed."""
    try:
        configure_broker().send_task(task, args=list(args), retry=False)
    except (OperationalError, OSError) as error:
        log.warning("broker.unavailable", task=task, error=str(error))
        return False
    return True
