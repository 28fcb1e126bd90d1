"""The read replica, where `DATABASE_READ_URL` names one: what is read there costs the primary nothing."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from selectors import EVENT_READ, DefaultSelector

import psycopg
import structlog
from sqlalchemy import event, text
from sqlalchemy.exc import InvalidatePoolError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from product_importer.core.database import pooled_engine
from product_importer.core.settings import get_settings

log = structlog.get_logger(__name__)

# Whoever waits for a replica that is away waits for a list, and a machine that has vanished refuses nothing.
CONNECT_SECONDS = 2
_IMPATIENT = {
    "connect_timeout": CONNECT_SECONDS,
    "tcp_user_timeout": CONNECT_SECONDS * 1_000,
    "keepalives_idle": CONNECT_SECONDS,
    "keepalives_interval": 1,
    "keepalives_count": 2,
}
ANSWER_SECONDS = 1.0
AVOID_SECONDS = 5.0


class Replica:
    """A server that follows the primary, some moments behind it; it may fail at any time."""

    def __init__(self, url: str) -> None:
        # Asked in our own way when it is taken: the pool's own question waits for its answer.
        self._engine = pooled_engine(url, connect=_IMPATIENT, pool_pre_ping=False)
        event.listen(self._engine, "checkout", _require_answer)
        self._sessions = sessionmaker(self._engine, expire_on_commit=False)
        self._avoided_until = 0.0

    @property
    def avoided(self) -> bool:
        """Whether it has just failed, so that trying it again would only cost time."""
        return time.monotonic() < self._avoided_until

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction that only reads; whatever fails in it has the replica avoided for a while."""
        try:
            with self._sessions() as session:
                yield session
        except SQLAlchemyError as error:
            self._avoided_until = time.monotonic() + AVOID_SECONDS
            log.warning("replica.avoided", seconds=AVOID_SECONDS, error=str(getattr(error, "orig", None) or error))
            raise

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    def answers(self) -> bool:
        """Whether it can be read from just now."""
        try:
            with self.session() as session:
                session.execute(text("select 1"))
        except SQLAlchemyError:
            return False
        return True


def _require_answer(connection: psycopg.Connection, _record: object, _proxy: object) -> None:
    """Drop a connection that is broken, or whose server is frozen: over that anybody would wait for ever."""
    asked = connection.pgconn
    try:
        asked.send_query(b"select 1")
        with DefaultSelector() as waiting:
            waiting.register(asked.socket, EVENT_READ)
            while asked.is_busy():
                if not waiting.select(ANSWER_SECONDS):
                    raise InvalidatePoolError("no answer in time")
                asked.consume_input()
        while asked.get_result() is not None:
            """The answer itself says nothing."""
    except psycopg.Error as gone:
        raise InvalidatePoolError(str(gone)) from gone


def get_replica() -> Replica | None:
    """The replica of the settings, or None."""
    url = get_settings().database_read_url
    return _replica(url) if url else None


@lru_cache
def _replica(url: str) -> Replica:
    return Replica(url)
