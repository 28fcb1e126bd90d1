"""What a mode of AUTH asks for before the API starts, and what it has to say."""

import structlog

from product_importer.core.connections import NotUsable
from product_importer.core.settings import Settings

log = structlog.get_logger(__name__)


def require_startable(settings: Settings) -> None:
    """Raise NotUsable, with what to set, where the API must not start."""
    if settings.auth_mode == "required" and settings.secret_key is None:
        raise NotUsable(
            "AUTH=required needs SECRET_KEY: a long random text (32 characters or more), the same for every process. "
            "`python -c 'import secrets; print(secrets.token_urlsafe(48))'` makes one."
        )


def say_how_open(settings: Settings) -> None:
    """Log loudly, at each start, that nobody is asked who they are."""
    if settings.auth_mode == "off":
        log.warning(
            "access.off",
            host=settings.host,
            danger="AUTH=off: whoever reaches this address reads, changes and deletes everything. Set AUTH=required.",
        )
