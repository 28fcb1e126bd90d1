"""OpenTelemetry's own part of `tracing`: imported only where an endpoint is set."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from opentelemetry.util.re import parse_env_headers

from product_importer.core.settings import Settings
from product_importer.core.tracing import Attributes, Kind

EXPORT_SECONDS = 3
# A collector that is away must not keep a process that was asked to end, however much is left to send.
STOP_SECONDS = 2

_EXPORTERS = ("opentelemetry.exporter.otlp.proto.http.trace_exporter", "opentelemetry.exporter.otlp.common.http")
_PARENT = "traceparent"
_WITHIN: tuple[Kind, ...] = ("internal", "client")
_propagator = TraceContextTextMapPropagator()


class Otlp:
    """Spans on their way to a collector.

    The provider is not the one that libraries find, so that none of them adds spans of its own.
    """

    def __init__(self, settings: Settings, endpoint: str) -> None:
        headers = settings.otel_exporter_otlp_headers
        exporter = OTLPSpanExporter(
            endpoint=endpoint,
            headers=parse_env_headers(headers.get_secret_value(), liberal=True) if headers else None,
            timeout=EXPORT_SECONDS,
        )
        for exporter_log in map(logging.getLogger, _EXPORTERS):
            exporter_log.addFilter(_as_warning)
        names = {"service.name": settings.otel_service_name, "service.version": version("product-importer")}
        self._provider = TracerProvider(resource=Resource.create(names), shutdown_on_exit=False)
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("product_importer")

    @contextmanager
    def span(self, name: str, kind: Kind, parent: str | None, attributes: Attributes) -> Iterator[None]:
        with self._tracer.start_as_current_span(
            name,
            context=_context(kind, parent),
            kind=trace.SpanKind[kind.upper()],
            attributes=attributes,
            record_exception=False,
            set_status_on_exception=False,
        ):
            try:
                yield
            except Exception as error:
                # The type alone: the text of an error may hold what is in a cell.
                self.fail(type(error).__name__)
                raise

    def tell(self, attributes: Attributes, name: str | None = None) -> None:
        span = trace.get_current_span()
        span.set_attributes(attributes)
        if name is not None:
            span.update_name(name)

    def fail(self, error_type: str) -> None:
        trace.get_current_span().set_status(trace.StatusCode.ERROR)
        self.tell({"error.type": error_type})

    def note(self, event: str) -> None:
        trace.get_current_span().add_event(event)

    def current(self) -> str | None:
        carrier: dict[str, str] = {}
        _propagator.inject(carrier)
        return carrier.get(_PARENT)

    def stop(self) -> None:
        ending = threading.Thread(target=self._provider.shutdown, name="traces", daemon=True)
        ending.start()
        ending.join(STOP_SECONDS)


def _context(kind: Kind, parent: str | None) -> Context | None:
    """What a span stands below; None is the span that is under way here.

    A request never does: uvicorn begins one within the last one of its connection.
    """
    if parent is None and kind in _WITHIN:
        return None
    return _propagator.extract({_PARENT: parent or ""}, Context())


def _as_warning(record: logging.LogRecord) -> bool:
    """A collector that is away or refuses is no error of this program, of which somebody would have to be told."""
    if record.levelno > logging.WARNING:
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True
