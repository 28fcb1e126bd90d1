"""Tells Sentry, where SENTRY_DSN is set, of what is logged as an error: the exception, and by what the log finds it.

Not by Sentry's integrations, which take along headers, bodies and arguments and change what they watch from within:
every crash of a request, job, task or delivery is logged, so the log is the one place to listen.
"""

import re
import sys
from collections.abc import MutableMapping, Sequence
from importlib.metadata import version
from typing import Any

import sentry_sdk
from pydantic import SecretStr
from sentry_sdk.integrations.atexit import AtexitIntegration
from sentry_sdk.integrations.dedupe import DedupeIntegration
from sentry_sdk.types import Event, Hint
from sqlalchemy import make_url

from product_importer.core.settings import Settings, get_settings

TAGS = ("request_id", "job_id", "logger")
HIDDEN = "[hidden]"

# Keys and secrets of this product, credentials in headers and in URLs, wherever in a text they stand.
_SECRET = re.compile(r"\bpi_[\w-]+|\bwhsec_[\w+/=-]+|(?i:bearer|basic)\s+[\w+/=.~-]+|(?<=://)[^/@\s]+@")


def start(settings: Settings) -> None:
    """Have errors of this process reported, where there is somewhere to report them to."""
    if settings.sentry_dsn is None:
        return
    sentry_sdk.init(
        dsn=settings.sentry_dsn.get_secret_value(),
        release=f"product-importer@{version('product-importer')}",
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[DedupeIntegration(), AtexitIntegration(callback=lambda _pending, _timeout: None)],
        before_send=_without_secrets,
        include_local_variables=False,
        max_breadcrumbs=0,
        auto_session_tracking=False,
    )


def report(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A step of the logging: what is an error is reported too, and goes on unchanged."""
    if sentry_sdk.is_initialized() and line.get("level") in ("error", "critical"):
        with sentry_sdk.new_scope() as scope:
            for name in TAGS:
                if line.get(name):
                    scope.set_tag(name, str(line[name]))
            # The names of things that happen are few, so equal ones become one issue.
            scope.set_tag("event", str(line["event"])[:200])
            error = _exception(line)
            if error is not None:
                sentry_sdk.capture_exception(error)
            else:
                sentry_sdk.capture_message(str(line["event"]), level="error")
    return line


def _exception(line: MutableMapping[str, Any]) -> BaseException | None:
    record = line.get("_record")
    given = line.get("exc_info") or (record.exc_info if record else None)
    if isinstance(given, BaseException):
        return given
    if isinstance(given, tuple):
        found: BaseException | None = given[1]
        return found
    return sys.exc_info()[1] if given else None


def _without_secrets(event: Event, _hint: Hint) -> Event | None:
    cleaned: Event = _hide(event, sorted(filter(None, _known(get_settings())), key=len, reverse=True))
    return cleaned


def _known(settings: Settings) -> list[str]:
    """The secrets that are set, alone and as parts of URLs."""
    values = [getattr(settings, name) for name in type(settings).model_fields]
    urls = (settings.database_url, settings.database_read_url or "", settings.redis_url, settings.broker_url)
    passwords = [str(make_url(url).password or "") for url in urls if "://" in url]
    return [value.get_secret_value() for value in values if isinstance(value, SecretStr)] + passwords


def _hide(part: Any, known: Sequence[str]) -> Any:
    if isinstance(part, str):
        for secret in known:
            part = part.replace(secret, HIDDEN)
        return _SECRET.sub(HIDDEN, part)
    if isinstance(part, dict):
        return {name: _hide(inner, known) for name, inner in part.items()}
    if isinstance(part, list | tuple):
        return [_hide(inner, known) for inner in part]
    return part
