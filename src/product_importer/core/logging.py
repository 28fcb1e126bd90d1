"""Structured logs: one line an event, text for people or JSON for machines."""

import logging
import sys

import structlog
from structlog.typing import Processor

from product_importer.core import error_reports
from product_importer.core.settings import Settings

_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    error_reports.report,
]
# One list for ever: a logger keeps the one that it has first met.
_OWN: list[Processor] = [*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter]


def configure_logging(settings: Settings) -> None:
    """Send structlog's and the standard library's records through one formatter to standard error; errors to Sentry."""
    error_reports.start(settings)
    structlog.configure(
        processors=_OWN,
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_renderers(settings)],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level)
    for noisy in ("kombu", "amqp", "celery.beat", "celery.worker.strategy", "celery.app.trace", "httpx2"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _renderers(settings: Settings) -> list[Processor]:
    if settings.log_format == "json":
        return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    # The default would print every local variable of a traceback, and with them what is secret.
    plain = structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]
