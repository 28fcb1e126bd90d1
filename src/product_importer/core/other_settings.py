"""Settings under other names: those that mean one of ours are taken for it, and of the rest it is said why not."""

from collections.abc import Iterator
from typing import Any

import structlog
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import URL

log = structlog.get_logger(__name__)

_API_PREFIX = "/api/v1"


class OtherSettings(BaseSettings):
    """What an environment made for another program of this kind may hold."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True)

    postgres_host: str | None = None
    postgres_port: int = Field(default=5432, ge=1, le=65535)
    postgres_db: str | None = None
    postgres_user: str | None = None
    postgres_password: SecretStr | None = None
    allowed_origins: str | None = None

    celery_result_backend: SecretStr | None = None
    environment: str | None = None
    debug: str | None = None
    app_name: str | None = None
    api_v1_prefix: str | None = None

    def as_ours(self) -> dict[str, Any]:
        """The settings that these stand for, to be used where ours are not given."""
        found: dict[str, Any] = {}
        if self.postgres_host:
            found["database_url"] = self._database_url()
        if self.allowed_origins:
            found["cors_origins"] = self.allowed_origins
        return found

    def _database_url(self) -> str:
        password = self.postgres_password.get_secret_value() if self.postgres_password else None
        url = URL.create(
            "postgresql",
            username=self.postgres_user,
            password=password,
            host=self.postgres_host,
            port=self.postgres_port,
            database=self.postgres_db,
        )
        return url.render_as_string(hide_password=False)

    def without_meaning(self) -> Iterator[tuple[str, str]]:
        """The names that are set and change nothing, each with the reason and what to set instead."""
        for name, reason in _REASONS.items():
            if getattr(self, name) is not None:
                yield name.upper(), reason
        if self.api_v1_prefix and self.api_v1_prefix.rstrip("/") != _API_PREFIX:
            yield "API_V1_PREFIX", f"The API is always at {_API_PREFIX}. Put a proxy in front for another path."
        if not self.postgres_host and (self.postgres_db or self.postgres_user or self.postgres_password):
            yield "POSTGRES_*", "Without POSTGRES_HOST they name no server. Set it, or DATABASE_URL."


_REASONS = {
    "celery_result_backend": "Results are rows in PostgreSQL, so Celery keeps none. Leave it out.",
    "environment": "There is one mode for all environments. AUTH, LOG_LEVEL and LOG_FORMAT say what differs.",
    "debug": "There is no debug mode. LOG_LEVEL=DEBUG logs more.",
    "app_name": "The name is fixed. Leave it out.",
}


def say_what_changes_nothing() -> None:
    """Log one line for each setting that is given and has no effect here."""
    for name, reason in OtherSettings().without_meaning():
        log.warning("settings.without_meaning", setting=name, reason=reason)
