"""Write a migration that brings a migrated database to what the models say.

uv run python -m scripts.make_migration "Say what it does"
"""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory

from product_importer.core.database import build_engine
from product_importer.core.migrate import alembic_config, upgrade
from product_importer.embedded.postgres import EmbeddedPostgres


def main(message: str) -> None:
    with tempfile.TemporaryDirectory() as folder, EmbeddedPostgres(Path(folder) / "postgres") as postgres:
        engine = build_engine(postgres.sqlalchemy_url())
        upgrade(engine)
        with engine.begin() as connection:
            config = alembic_config(connection)
            last = ScriptDirectory.from_config(config).get_current_head() or "0000"
            command.revision(config, message, autogenerate=True, rev_id=f"{int(last) + 1:04}")
        engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1])
