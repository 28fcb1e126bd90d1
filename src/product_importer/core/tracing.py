"""Traces by OpenTelemetry, where an endpoint is set; without one nothing of it is imported, and each call here returns.

Not by its instrumentations, which take along paths, headers, statements and their values: what a span tells is named
where it begins, and never is what a client wrote.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from product_importer.core.connections import NotUsable
from product_importer.core.settings import Settings

if TYPE_CHECKING:
    from product_importer.core.otlp import Otlp

Kind = Literal["internal", "server", "consumer", "client"]
Attributes = Mapping[str, str | int]

_NEEDED = ("opentelemetry.sdk", "opentelemetry.exporter")
_NONE: Attributes = {}
_otlp: "Otlp | None" = None


def start(settings: Settings) -> None:
    """Have this process send traces, where there is somewhere to send them; what else OTEL_… says, the SDK reads.

    Raises NotUsable where it is not installed.
    """
    global _otlp
    if _otlp is None and settings.traces_endpoint is not None:
        require_installed(settings)
        # Imported here because it takes long and few need it.
        from product_importer.core.otlp import Otlp

        _otlp = Otlp(settings, settings.traces_endpoint)


def require_installed(settings: Settings) -> None:
    """Raise NotUsable where traces are asked for and OpenTelemetry is not installed."""
    if settings.traces_endpoint is not None and not all(map(find_spec, _NEEDED)):
        raise NotUsable(
            "OTEL_EXPORTER_OTLP_ENDPOINT asks for traces, and OpenTelemetry is not installed. Install "
            "`product-importer[otel]`, or remove the setting."
        )


def stop() -> None:
    """Send what is left, and trace nothing more."""
    global _otlp
    if _otlp is not None:
        _otlp.stop()
        _otlp = None


def is_on() -> bool:
    """Whether this process sends traces."""
    return _otlp is not None


@contextmanager
def span(
    name: str, kind: Kind = "internal", attributes: Attributes = _NONE, parent: str | None = None
) -> Iterator[None]:
    """Trace the block; an error that leaves it is told by its type.

    `parent` is a `traceparent` of the W3C. Without one it is the span that is under way here, if any, but a `server` or
    `consumer` begins a trace.
    """
    if _otlp is None:
        yield
        return
    with _otlp.span(name, kind, parent, attributes):
        yield


def tell(attributes: Attributes, name: str | None = None) -> None:
    """Say more of the span that is under way here, and its name where that is known only now."""
    if _otlp is not None:
        _otlp.tell(attributes, name)


def fail(error_type: str) -> None:
    """Say that what the span that is under way here is about went wrong."""
    if _otlp is not None:
        _otlp.fail(error_type)


def note(event: str) -> None:
    """Say that something began within the span that is under way here."""
    if _otlp is not None:
        _otlp.note(event)


def current() -> str | None:
    """The `traceparent` of the span that is under way here, for whoever goes on elsewhere or later."""
    return None if _otlp is None else _otlp.current()
