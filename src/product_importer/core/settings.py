"""Settings from environment variables or `.env`; each one is documented in `.env.example`."""

import re
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from product_importer.core.other_settings import OtherSettings

GIB = 1024**3

AuthMode = Literal["local", "required", "off"]
RoleName = Literal["viewer", "editor", "admin"]


class Settings(BaseSettings):
    """Everything an operator can set; units are in the names."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True)

    database_url: str = "postgresql+psycopg://localhost/product_importer"
    database_read_url: str | None = None
    redis_verify_certificate: bool = True
    redis_url: str = "redis://localhost:6379/0"
    celery_broker_url: str | None = None
    storage_url: str | None = None
    aws_endpoint_url: str | None = None
    aws_region: str | None = None
    aws_access_key_id: str | None = None
    aws_secret_access_key: SecretStr | None = None
    aws_session_token: SecretStr | None = None
    data_dir: Path = Field(default_factory=lambda: user_data_path("product-importer", appauthor=False))

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    auth: AuthMode | None = None
    public_url: str | None = None
    trusted_proxies: Annotated[list[IPv4Network | IPv6Network], NoDecode] = []
    session_idle_hours: int = Field(default=72, ge=1)
    session_days: int = Field(default=30, ge=1)
    access_log_days: int = Field(default=365, ge=1)
    openid_issuer: str | None = None
    openid_client_id: str | None = None
    openid_client_secret: SecretStr | None = None
    openid_only: bool = False
    openid_label: str = "your company account"
    openid_scopes: str = "openid email profile"
    openid_email_domains: Annotated[list[str], NoDecode] = []
    openid_trust_email: bool = False
    openid_role_claim: str | None = None
    openid_roles: Annotated[dict[str, RoleName], NoDecode] = {}
    openid_default_role: RoleName | None = None
    cors_origins: Annotated[list[str], NoDecode] = []
    secret_key: SecretStr | None = Field(default=None, min_length=32)
    secret_key_former: SecretStr | None = None
    rate_limit_writes_per_minute: int | None = Field(default=None, ge=0)
    rate_limit_user_writes_per_minute: int | None = Field(default=None, ge=0)

    max_upload_bytes: int = Field(default=2 * GIB, ge=1)
    upload_retention_days: int = Field(default=7, ge=0)
    sku_pattern: str | None = None
    event_retention_days: int = Field(default=90, ge=1)
    trash_retention_days: int = Field(default=30, ge=1)
    job_retention_days: int = Field(default=365, ge=1)

    database_pool_size: int = Field(default=10, ge=1)
    database_max_overflow: int = Field(default=20, ge=0)
    worker_concurrency: int = Field(default=4, ge=1)
    import_chunk_rows: int = Field(default=25_000, ge=1)
    import_appliers: int = Field(default=2, ge=1)
    bulk_chunk_rows: int = Field(default=5_000, ge=1)
    bulk_writers: int = Field(default=2, ge=1)
    job_lease_seconds: float = Field(default=30, gt=0)
    sweep_interval_seconds: float = Field(default=10, gt=0)

    webhook_allowed_cidrs: Annotated[list[IPv4Network | IPv6Network], NoDecode] = []
    webhook_proxy_url: SecretStr | None = None
    webhook_dns_servers: Annotated[list[str], NoDecode] = []
    webhook_concurrency: int = Field(default=256, ge=1)
    webhook_log_days: int = Field(default=30, ge=1)
    webhook_log_max_bytes: int = Field(default=GIB, ge=1)

    otel_exporter_otlp_endpoint: str | None = None
    otel_exporter_otlp_traces_endpoint: str | None = None
    otel_exporter_otlp_protocol: Literal["http/protobuf"] = "http/protobuf"
    otel_exporter_otlp_headers: SecretStr | None = None
    otel_service_name: str = "product-importer"
    sentry_dsn: SecretStr | None = None
    log_format: Literal["text", "json"] = "text"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The usual sources, and behind them what is given under other names."""
        others = InitSettingsSource(settings_cls, OtherSettings().as_ours())
        return init_settings, env_settings, dotenv_settings, file_secret_settings, others

    @field_validator("database_url", "database_read_url")
    @classmethod
    def _one_driver(cls, value: str | None) -> str | None:
        return value and normalise_database_url(value).render_as_string(hide_password=False)

    @field_validator("redis_url", "celery_broker_url")
    @classmethod
    def _unverified_if_so_said(cls, value: str | None, given: ValidationInfo) -> str | None:
        verified = given.data.get("redis_verify_certificate", True)
        if value is None or verified or not value.startswith("rediss://") or "ssl_cert_reqs=" in value:
            return value
        # The spelling that redis-py and kombu both read.
        return f"{value}{'&' if '?' in value else '?'}ssl_cert_reqs=none"

    @field_validator("auth")
    @classmethod
    def _local_is_this_machine(cls, value: AuthMode | None, given: ValidationInfo) -> AuthMode | None:
        if value == "local" and not is_loopback(given.data.get("host", "")):
            raise ValueError("`local` lets in whoever reaches HOST, which others can; leave it out, and people log in")
        return value

    @field_validator("public_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
            raise ValueError("it is not the address of a site; write https://products.example.com")
        return value.rstrip("/")

    @field_validator("otel_exporter_otlp_endpoint", "otel_exporter_otlp_traces_endpoint")
    @classmethod
    def _collector(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "")
        if value is not None and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise ValueError("it is not the URL of a collector that takes OTLP over HTTP; write http://collector:4318")
        return value

    @field_validator("openid_issuer")
    @classmethod
    def _issuer(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "")
        plain = parts.scheme == "http" and is_loopback(parts.hostname or "")
        if value is not None and not (parts.hostname and (plain or parts.scheme == "https")):
            raise ValueError(
                "it is not the address of a provider; write it as the provider does, https://id.example.com"
            )
        return value

    @field_validator("openid_client_id")
    @classmethod
    def _client_of_issuer(cls, value: str | None, given: ValidationInfo) -> str | None:
        if value is None and given.data.get("openid_issuer"):
            raise ValueError("the provider of OPENID_ISSUER knows this program by an id; set the one that it gave")
        return value

    @field_validator("openid_only")
    @classmethod
    def _some_way_in(cls, value: bool, given: ValidationInfo) -> bool:
        if value and not given.data.get("openid_issuer"):
            raise ValueError("without passwords and without a provider nobody could log in; set OPENID_ISSUER")
        return value

    @field_validator("openid_roles", mode="before")
    @classmethod
    def _roles(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        pairs = [one.rpartition("=") for one in value.split(",") if one.strip()]
        return {name.strip(): role.strip() for name, _, role in pairs}

    @field_validator("sku_pattern")
    @classmethod
    def _pattern(cls, value: str | None) -> str | None:
        try:
            re.compile(value or "")
        except re.error as error:
            raise ValueError(f"it is not a regular expression: {error}") from error
        return value

    @field_validator("webhook_proxy_url")
    @classmethod
    def _proxy(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not value.get_secret_value().startswith(("http://", "https://")):
            raise ValueError("it is not the URL of an HTTP proxy; write http://user:password@host:3128")
        return value

    @field_validator(
        "cors_origins",
        "openid_email_domains",
        "trusted_proxies",
        "webhook_allowed_cidrs",
        "webhook_dns_servers",
        mode="before",
    )
    @classmethod
    def _separated(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        listed = value[1:-1] if value.startswith('["') else value
        return [one.strip(' "') for one in listed.split(",") if one.strip(' "')]

    @property
    def broker_url(self) -> str:
        """The broker Celery talks to: its own setting, else the Redis of `REDIS_URL`."""
        url = self.celery_broker_url or self.redis_url
        return url.replace("unix://", "redis+socket://", 1) if url.startswith("unix://") else url

    @property
    def storage_location(self) -> str:
        """Where uploads are kept: `STORAGE_URL`, else a folder inside the data folder."""
        return self.storage_url or (self.data_dir / "storage").absolute().as_uri()

    @property
    def traces_endpoint(self) -> str | None:
        """Where traces are sent: as it was said for traces, else below the place for everything."""
        below = self.otel_exporter_otlp_endpoint and f"{self.otel_exporter_otlp_endpoint.rstrip('/')}/v1/traces"
        return self.otel_exporter_otlp_traces_endpoint or below

    @property
    def loopback(self) -> bool:
        """Whether the API listens where only this machine can reach it."""
        return is_loopback(self.host)

    @property
    def auth_mode(self) -> AuthMode:
        """Who may ask: as it was said, else everybody where only this machine can, and else who has a credential."""
        return self.auth or ("local" if self.loopback else "required")

    @property
    def writes_per_address(self) -> int:
        """How many writes one address has in a minute; 0 is no limit, as where only this machine can ask."""
        return self._limited(self.rate_limit_writes_per_minute, 100)

    @property
    def writes_per_user(self) -> int:
        """How many writes one user has in a minute, from wherever; 0 is no limit."""
        return self._limited(self.rate_limit_user_writes_per_minute, 300)

    def _limited(self, given: int | None, usual: int) -> int:
        if given is not None:
            return given
        return 0 if self.auth_mode == "local" else usual

    @property
    def site_url(self) -> str:
        """Where people open the web UI, as far as this process can know."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url or f"http://{host}:{self.port}"


def is_loopback(host: str) -> bool:
    """Whether an address that is listened on, or `localhost`, can only be reached from this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def normalise_database_url(value: str) -> URL:
    """Any spelling of a PostgreSQL URL (`postgres://`, `postgresql+asyncpg://`, …) for the one driver used here.

    Raises ValueError, without repeating the password, when it is no PostgreSQL URL.
    """
    try:
        url = make_url(value)
    except (ArgumentError, ValueError) as error:
        raise ValueError("it is not a URL; write postgresql://user:password@host:5432/database") from error
    if url.drivername.split("+")[0] not in {"postgres", "postgresql"}:
        raise ValueError(f"it names {url.drivername!r}; only PostgreSQL is supported: postgresql://user@host/database")
    return url.set(drivername="postgresql+psycopg")


@lru_cache
def get_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
