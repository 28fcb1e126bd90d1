"""What the scheduler sends and when; it names the tasks, so that it need not load them."""

from celery import Celery

from product_importer.core.celery import configure_broker
from product_importer.core.settings import get_settings

HOURLY = 3_600
FOLLOW_SECONDS = 2.0


def scheduled_app() -> Celery:
    """The Celery app with its beat schedule."""
    app = configure_broker()
    app.conf.beat_schedule = {
        "jobs.sweep": {"task": "jobs.sweep", "schedule": get_settings().sweep_interval_seconds},
        "search.follow": {"task": "search.follow", "schedule": FOLLOW_SECONDS, "options": {"expires": FOLLOW_SECONDS}},
        "import.expire": {"task": "import.expire", "schedule": HOURLY},
        "access.clean": {"task": "access.clean", "schedule": HOURLY},
        "idempotency.clean": {"task": "idempotency.clean", "schedule": HOURLY},
        "uploads.clean": {"task": "uploads.clean", "schedule": HOURLY},
        "webhooks.clean": {"task": "webhooks.clean", "schedule": HOURLY},
        "events.cut": {"task": "events.cut", "schedule": HOURLY},
        "jobs.forget": {"task": "jobs.forget", "schedule": HOURLY},
        "trash.purge": {"task": "trash.purge", "schedule": HOURLY},
    }
    return app
