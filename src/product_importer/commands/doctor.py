"""Checks of everything the program depends on, each with what to do where it fails."""

from collections.abc import Callable, Iterator
from importlib.resources import files

from product_importer.core.checks import (
    Finding,
    check_free_disk,
    check_key,
    check_migrations,
    check_read_replica,
    check_storage,
)
from product_importer.core.connections import NotUsable, check_broker, check_database, check_redis
from product_importer.core.errors import ProblemError
from product_importer.core.settings import Settings
from product_importer.embedded.binaries import postgres_major_version, valkey_binary
from product_importer.embedded.data_dir import DataDir
from product_importer.embedded.errors import EmbeddedError
from product_importer.embedded.postgres import EmbeddedPostgres
from product_importer.embedded.stack import check_port_free
from product_importer.embedded.valkey import EmbeddedValkey


class Doctor:
    """Runs the checks for one set of settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = DataDir(settings.data_dir)
        self._running_url = self._folder.running_url()

    def findings(self) -> Iterator[Finding]:
        """Each check in turn; one that fails does not stop the others."""
        checks: dict[str, Callable[[], Iterator[Finding]]] = {
            "PostgreSQL": self._database,
            "Read replica": self._replica,
            "Redis": self._redis,
            "Broker": self._broker,
            "Storage": self._storage,
            "Secrets": self._secrets,
            "Address": self._address,
            "Web UI": self._web_ui,
        }
        for subject, check in checks.items():
            try:
                yield from check()
            except (NotUsable, EmbeddedError, ProblemError) as failed:
                yield Finding(subject, "failed", str(failed))

    def _database(self) -> Iterator[Finding]:
        embedded = "database_url" not in self._settings.model_fields_set
        if embedded and self._running_url is None:
            yield Finding(
                "PostgreSQL", "ok", f"embedded version {postgres_major_version()}, not running; `up` starts it"
            )
            return
        url = EmbeddedPostgres(self._folder.postgres).sqlalchemy_url() if embedded else self._settings.database_url
        facts = check_database(url)
        yield Finding("PostgreSQL", "ok", f"version {facts.version}{', embedded' if embedded else ''}")
        schema = check_migrations(url)
        yield schema
        if schema.state == "ok":
            yield from check_key(url, self._settings)

    def _replica(self) -> Iterator[Finding]:
        yield from check_read_replica(self._settings)

    def _redis(self) -> Iterator[Finding]:
        embedded = "redis_url" not in self._settings.model_fields_set
        if embedded and self._running_url is None:
            yield Finding("Redis", "ok", f"embedded ({valkey_binary().name}), not running; `up` starts it")
            return
        facts = check_redis(EmbeddedValkey(self._folder.valkey).url() if embedded else self._settings.redis_url)
        yield Finding("Redis", "ok", f"version {facts.version}{', embedded' if embedded else ''}")

    def _broker(self) -> Iterator[Finding]:
        if self._settings.celery_broker_url is not None:
            check_broker(self._settings)
            yield Finding("Broker", "ok", "answers at CELERY_BROKER_URL")

    def _storage(self) -> Iterator[Finding]:
        yield check_storage(self._settings)
        yield check_free_disk(self._settings.data_dir)

    def _secrets(self) -> Iterator[Finding]:
        if self._settings.secret_key is not None:
            yield Finding("Secrets", "ok", "sealed with SECRET_KEY")
        elif "database_url" not in self._settings.model_fields_set:
            yield Finding("Secrets", "ok", "sealed with a key in the data folder")
        else:
            yield Finding(
                "Secrets",
                "warning",
                "SECRET_KEY is not set, so no webhook can have a secret. Set it, the same everywhere.",
            )

    def _address(self) -> Iterator[Finding]:
        if self._running_url is not None:
            yield Finding("Address", "ok", f"Product Importer answers at {self._running_url}")
            return
        check_port_free(self._settings.host, self._settings.port)
        yield Finding("Address", "ok", f"{self._settings.host}:{self._settings.port} is free")

    def _web_ui(self) -> Iterator[Finding]:
        if files("product_importer").joinpath("ui", "index.html").is_file():
            yield Finding("Web UI", "ok", "built")
        else:
            yield Finding("Web UI", "failed", "not built. Run `uv sync --reinstall-package product-importer`.")
