"""The engine, the one way to open a transaction, and what hangs on its commit."""

import os
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Engine, MetaData, Uuid, create_engine, func, select, text, true
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from uuid_utils.compat import uuid7

from product_importer.core.settings import get_settings

BeforeCommit = Callable[[Session], None]
AfterCommit = Callable[[], object]


class Base(DeclarativeBase):
    """The declarative base of every table; constraint names are fixed so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB,
        list[Any]: JSONB,
        UUID: Uuid,
    }


def new_id() -> UUID:
    """A UUIDv7: unique, and in the order of its making."""
    return uuid7()


def build_engine(url: str, *, connect: Mapping[str, Any] | None = None, **options: Any) -> Engine:
    """An engine without automatic server-side prepares, so that PgBouncer in transaction mode may stand between.

    `connect` are arguments of each connection.
    """
    made_with = engine_options()
    made_with["connect_args"].update(connect or {})
    return create_engine(url, **made_with | options)


def engine_options() -> dict[str, Any]:
    """What every engine is made with."""
    return {
        "connect_args": {"prepare_threshold": None, "connect_timeout": 5, "application_name": application_name()},
        "pool_pre_ping": True,
        # What is written, hashes of passwords included, has no place in the text of an error and so in a log.
        "hide_parameters": True,
    }


def application_name() -> str:
    """By what `pg_stat_activity` tells which process a connection belongs to."""
    return f"product-importer {socket.gethostname()[:32]}:{os.getpid()}"


@lru_cache
def get_engine() -> Engine:
    """The engine of this process."""
    return pooled_engine(get_settings().database_url)


def pooled_engine(url: str, **options: Any) -> Engine:
    """An engine that keeps as many connections as the settings say."""
    settings = get_settings()
    most: dict[str, Any] = {"pool_size": settings.database_pool_size, "max_overflow": settings.database_max_overflow}
    return build_engine(url, **most, **options)


@lru_cache
def session_factory() -> sessionmaker[Session]:
    """Makes sessions on the engine of this process."""
    return sessionmaker(get_engine(), expire_on_commit=False)


def set_local(session: Session, **settings: str) -> None:
    """Set parameters of PostgreSQL for the rest of this transaction."""
    chosen = ", ".join(f"set_config('{name}', :{name}, true)" for name in settings)
    session.execute(text(f"select {chosen}"), settings)


@contextmanager
def without_nested_loops(session: Session) -> Iterator[None]:
    """Have what is compared inside the block hashed or sorted.

    Of "does any row match" PostgreSQL expects an early answer, and where there is none it compares each row with each.
    """
    set_local(session, enable_nestloop="off")
    yield
    set_local(session, enable_nestloop="on")


def let_go_if_stopped(session: Session) -> None:
    """Have PostgreSQL end this transaction when its process does not go on for the length of a job's lease.

    For transactions that lock what everybody needs: a stopped process (SIGSTOP, a frozen machine) keeps its locks.
    """
    session.execute(select(letting_go_if_stopped()))


def letting_go_if_stopped() -> ColumnElement[str]:
    """The same as part of a statement."""
    milliseconds = get_settings().job_lease_seconds * 1000
    return func.set_config("idle_in_transaction_session_timeout", f"{max(milliseconds, 1):.0f}", true())


def before_commit(session: Session, hook: BeforeCommit) -> None:
    """Run `hook` as the last thing inside the transaction, once, after everything else was written."""
    session.info.setdefault("before_commit", []).append(hook)


def after_commit(session: Session, hook: AfterCommit) -> None:
    """Run `hook` once the transaction has committed; never if it did not."""
    session.info.setdefault("after_commit", []).append(hook)


@contextmanager
def transaction(**info: Any) -> Iterator[Session]:
    """One transaction: committed at the end of the block, rolled back when it raises.

    Hooks are explicit here instead of SQLAlchemy's session events, because `after_commit` there also fires when a
    savepoint is released.
    """
    with session_factory()() as session:
        session.info.update(info)
        yield session
        commit(session)
    for after in session.info.pop("after_commit", []):
        after()


def commit(session: Session) -> None:
    """Write what is left to be written, and commit."""
    session.flush()
    for before in session.info.pop("before_commit", []):
        before(session)
    session.commit()
