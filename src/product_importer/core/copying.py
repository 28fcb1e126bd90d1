"""Reading the rows of a statement by COPY, as PostgreSQL itself writes them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, LiteralString

import psycopg
from psycopg import pq
from psycopg.abc import Buffer
from psycopg.errors import error_from_result
from sqlalchemy import Select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import ExpandedState

from product_importer.core.database import get_engine


class CopiedRows:
    """The rows of one SELECT by `COPY … TO STDOUT (options)`; compiled once, however often it is read."""

    def __init__(self, statement: Select[*tuple[Any, ...]], options: LiteralString) -> None:
        self._statement = statement
        self._options = options

    @cached_property
    def _compiled(self) -> ExpandedState:
        return self._statement.compile(dialect=get_engine().dialect).construct_expanded_state()

    def read(self, session: Session, **parameters: Any) -> Iterator[Buffer]:
        """Each row with the line feed at its end; `parameters` are as psycopg takes them."""
        driver = session.connection().connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        state = self._compiled
        own = {
            name: value if (process := state.processors.get(name)) is None else process(value)
            for name, value in state.parameters.items()
        }
        copy = f"copy ({state.statement}) to stdout ({self._options})"
        try:
            with driver.cursor() as cursor, cursor.copy(copy.encode(), own | parameters) as rows:
                yield from _rows(driver.pgconn, rows)
        except psycopg.Error as error:
            # As SQLAlchemy would have raised it, which COPY goes past.
            raise DBAPIError(copy, None, error, connection_invalidated=driver.broken) from error


def _rows(connection: pq.abc.PGconn, copy: psycopg.Copy) -> Iterator[Buffer]:
    """What iterating over `copy` yields, at less than half its cost: that waits anew for each row, even one at hand."""
    while row := copy.read():
        yield row
        size, row = connection.get_copy_data(1)
        while size > 0:
            yield row
            size, row = connection.get_copy_data(1)
        if size < 0:
            return _end(connection)


def _end(connection: pq.abc.PGconn) -> None:
    while result := connection.get_result():
        if result.status != pq.ExecStatus.COMMAND_OK:
            raise error_from_result(result)
