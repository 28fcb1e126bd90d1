"""Whether PostgreSQL and Redis answer, and if not, in one sentence why and what to do."""

from dataclasses import dataclass

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from sqlalchemy import make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from product_importer.core.database import build_engine
from product_importer.core.settings import Settings

OLDEST_POSTGRES = 15
CONNECT_SECONDS = 5


class NotUsable(Exception):
    """A server does not answer or cannot serve; the text names it without its password and says what to do."""


@dataclass(frozen=True)
class DatabaseFacts:
    """What a connection to the database found."""

    version: str
    encoding: str


@dataclass(frozen=True)
class RedisFacts:
    """What a connection to Redis found; `server` is Redis or Valkey."""

    server: str
    version: str


def check_database(url: str) -> DatabaseFacts:
    """Connect once; raises NotUsable where nothing answers or the server is too old."""
    shown = _shown(url)
    engine = build_engine(url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            number, encoding = connection.execute(
                text("select current_setting('server_version_num')::int, current_setting('server_encoding')")
            ).one()
    except SQLAlchemyError as failed:
        raise NotUsable(
            f"PostgreSQL does not answer at {shown}: {_cause(failed)} Start it or correct DATABASE_URL; "
            "without that setting, `product-importer up` brings a server of its own."
        ) from failed
    return _usable(DatabaseFacts(f"{number // 10_000}.{number % 10_000}", encoding), shown)


def check_replica(settings: Settings) -> str:
    """How far the read replica of the settings is behind, in words; raises NotUsable where it cannot be read from."""
    assert settings.database_read_url is not None
    shown = _shown(settings.database_read_url)
    primary, replica = (
        build_engine(url, poolclass=NullPool) for url in (settings.database_url, settings.database_read_url)
    )
    try:
        with replica.connect() as connection:
            follows = connection.scalars(text("select pg_is_in_recovery()")).one()
            with primary.connect() as other:
                written = other.scalars(text("select pg_current_wal_lsn()::text")).one()
            lag = text("select pg_wal_lsn_diff(cast(:written as pg_lsn), pg_last_wal_replay_lsn())::bigint")
            behind = connection.scalars(lag, {"written": written}).one()
    except SQLAlchemyError as failed:
        raise NotUsable(
            f"The read replica does not answer at {shown}: {_cause(failed)} {_READ_INSTEAD} Start it or correct "
            "DATABASE_READ_URL."
        ) from failed
    if not follows:
        raise NotUsable(
            f"{shown} (DATABASE_READ_URL) follows no other server. {_READ_INSTEAD} Name a standby of DATABASE_URL, or "
            "remove the setting."
        )
    return "answers" if behind is None else f"answers, {max(behind, 0):,} bytes of the log behind"


_READ_INSTEAD = "Lists and exports are read at DATABASE_URL meanwhile."


def _shown(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=True)


def _usable(facts: DatabaseFacts, shown: str) -> DatabaseFacts:
    if int(facts.version.split(".")[0]) < OLDEST_POSTGRES:
        raise NotUsable(
            f"{shown} (DATABASE_URL) is PostgreSQL {facts.version}; version {OLDEST_POSTGRES} or newer is needed."
        )
    if facts.encoding != "UTF8":
        raise NotUsable(f"The database at {shown} (DATABASE_URL) is in {facts.encoding}; create one in UTF8.")
    return facts


def check_redis(url: str) -> RedisFacts:
    """Ask once what answers; raises NotUsable where nothing does."""
    try:
        client = redis.Redis.from_url(
            url,
            retry=Retry(NoBackoff(), 0),
            socket_connect_timeout=CONNECT_SECONDS,
            socket_timeout=CONNECT_SECONDS,
        )
    except ValueError as wrong:
        raise NotUsable(f"REDIS_URL is not a Redis URL: {wrong}.") from wrong
    with client:
        try:
            facts = client.info("server")
            # Valkey gives the Redis version it is compatible with under the usual name.
            if version := facts.get("valkey_version"):
                return RedisFacts("Valkey", str(version))
            return RedisFacts("Redis", str(facts["redis_version"]))
        except redis.RedisError as failed:
            raise NotUsable(
                f"Redis does not answer at {without_password(url)}: {_cause(failed)} Start it or correct REDIS_URL; "
                "without that setting, `product-importer up` brings a server of its own."
            ) from failed


def check_broker(settings: Settings) -> None:
    """Connect once to where Celery's messages go; raises NotUsable where nothing answers."""
    if settings.celery_broker_url is None:
        check_redis(settings.redis_url)
        return
    # Imported here because it takes long and only a broker of another kind needs it.
    import kombu
    from kombu.exceptions import OperationalError

    try:
        with kombu.Connection(settings.broker_url, connect_timeout=CONNECT_SECONDS) as broker:
            broker.ensure_connection(max_retries=1, timeout=CONNECT_SECONDS)
    # KeyError is how kombu says that it knows no such kind of broker.
    except (OperationalError, OSError, KeyError) as failed:
        shown = without_password(settings.broker_url)
        raise NotUsable(
            f"The broker does not answer at {shown}: {_cause(failed)} Start it or correct CELERY_BROKER_URL."
        ) from failed


def without_password(url: str) -> str:
    """The URL without its user and password."""
    before, at, host = url.rpartition("@")
    return f"{before.partition('://')[0]}://{host}" if at else url


def _cause(failed: Exception) -> str:
    """The last line that the driver gave, which names the reason, as a sentence."""
    original = getattr(failed, "orig", None) or failed
    lines = [line.strip() for line in str(original).splitlines() if line.strip()]
    reason = lines[0] if lines else type(original).__name__
    return reason if reason.endswith(".") else f"{reason}."
