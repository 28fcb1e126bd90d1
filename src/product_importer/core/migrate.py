"""Database migrations, shipped inside the package and safe to start on several machines at once."""

from functools import lru_cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

import product_importer.migrations

# Any constant of our own: whoever holds this advisory lock migrates, the others wait for it.
MIGRATION_LOCK = 7_305_811_302


def alembic_config(connection: Connection | None = None) -> Config:
    """The Alembic configuration of the shipped migrations, on `connection` when one is given."""
    config = Config()
    config.set_main_option("script_location", str(Path(product_importer.migrations.__file__).parent))
    config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to `revision`; waits while another process migrates, but not behind a busy table."""
    with engine.begin() as connection:
        connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        connection.execute(text("set local lock_timeout = '10s'"))
        command.upgrade(alembic_config(connection), revision)


def current_revision(engine: Engine) -> str | None:
    """The revision that the database is at; None before the first migration."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str | None:
    """The revision that this program needs."""
    return ScriptDirectory.from_config(alembic_config()).get_current_head()


@lru_cache
def former_revisions() -> frozenset[str | None]:
    """The revisions that this program has left behind; None stands for a database without any."""
    scripts = ScriptDirectory.from_config(alembic_config())
    return frozenset(script.down_revision for script in scripts.walk_revisions())  # type: ignore[misc]
