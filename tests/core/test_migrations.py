"""The migrations and the models describe the same database."""

import pytest
from alembic import command
from alembic.util import CommandError
from sqlalchemy import inspect, text

from product_importer.core.database import get_engine
from product_importer.core.migrate import alembic_config, upgrade


@pytest.mark.covers("000:108", "001:127", "004:215")
@pytest.mark.usefixtures("database_url")
def test_the_migrations_give_exactly_what_the_models_describe() -> None:
    with get_engine().connect() as connection:
        try:
            command.check(alembic_config(connection))
        except CommandError as difference:
            pytest.fail(str(difference))


@pytest.mark.covers("001:18", "002:29", "002:575", "003:33", "004:139")
@pytest.mark.usefixtures("database_url")
def test_every_migration_can_be_taken_back_and_done_again() -> None:
    try:
        with get_engine().begin() as connection:
            command.downgrade(alembic_config(connection), "base")
            assert inspect(connection).get_table_names() == ["alembic_version"]
    finally:
        upgrade(get_engine())


@pytest.mark.usefixtures("database_url")
def test_migrating_what_is_up_to_date_changes_nothing() -> None:
    upgrade(get_engine())
    with get_engine().connect() as connection:
        assert connection.execute(text("select count(*) from alembic_version")).scalar_one() == 1
