"""The unlogged tables an import works in: the rows that may go in, and what they meet in the catalogue.

They are empty after a crash of the database, so their row counts are compared with logged ones before each phase.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import LiteralString, Protocol
from uuid import UUID

import psycopg
import pyarrow as pa
import pyarrow.compute as pc
from psycopg import sql
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from product_importer.imports.models import import_rejects
from product_importer.imports.records import Reject

SCHEMA = "staging"

# Attributes stay text here: as jsonb they would be parsed while the file is read, on the one connection that reads.
# `line` and `original` are filled only where a row may still be rejected.
COLUMNS = """
    row bigint not null,
    line bigint,
    sku text not null,
    sku_key text collate "C" not null,
    name text,
    description text,
    price numeric(14, 4),
    active boolean,
    attributes text not null,
    original text
"""

# What the text format of COPY would read as something else; the backslash has to come first.
_ESCAPES = (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"))
_NULL = "\\N"

# The rows lie in the order of the file, so a block range index finds a chunk and costs next to nothing.
_INDEX = "create index on {table} using brin (row) with (pages_per_range = 8)"


class CopyTarget(Protocol):
    """Takes rows in the text format of COPY."""

    def write(self, buffer: bytes) -> None: ...


class Staging:
    """The staging tables of one reading attempt of one import.

    `rows` holds every valid row until the losers among duplicates are removed, then the one winner of each SKU;
    `known` those of them whose SKU the catalogue has, with what they would change; `missing` the products that the
    file does not name.
    """

    def __init__(self, import_id: UUID, attempt: int) -> None:
        prefix = f"{SCHEMA}.{_prefix(import_id)}_{attempt}"
        self.rows = f"{prefix}_rows"
        self.losers = f"{prefix}_losers"
        self.known = f"{prefix}_known"
        self.missing = f"{prefix}_missing"

    def create(self, session: Session) -> None:
        """Make the table of valid rows."""
        session.execute(text(f"create unlogged table {self.rows} ({COLUMNS}) with (autovacuum_enabled = false)"))

    def index(self, session: Session, table: str) -> None:
        """Make the ranges of `row` that a chunk is findable."""
        session.execute(text(_INDEX.format(table=table)))

    def exists(self, session: Session, table: str) -> bool:
        return bool(session.scalars(text("select to_regclass(:name) is not null"), {"name": table}).one())

    def count(self, session: Session, table: str) -> int:
        """Rows in `table`; 0 when it is not there."""
        if not self.exists(session, table):
            return 0
        return int(session.scalars(text(f"select count(*) from {table}")).one())

    def holds(self, session: Session, rows: int | None) -> bool:
        """Whether the table of rows still has as many as were counted; a crash of the database empties it."""
        return self.count(session, self.rows) == rows

    @contextmanager
    def copy(self, session: Session, columns: list[str]) -> Iterator[CopyTarget]:
        """COPY into the table of valid rows, behind the caller: while one block is sent, the next can be made.

        The table has to be made in the same transaction: then its rows can be frozen, which spares every later scan
        the question whether they are visible.
        """
        with _copy(session, self.rows.split("."), columns, "(freeze)") as target, _behind(target) as writer:
            yield writer


def drop(session: Session, import_id: UUID) -> None:
    """Remove whatever any attempt of an import left in staging."""
    pattern = _prefix(import_id).replace("_", r"\_") + r"\_%"
    statement = text("select tablename from pg_tables where schemaname = :schema and tablename like :pattern")
    for name in session.scalars(statement, {"schema": SCHEMA, "pattern": pattern}).all():
        session.execute(text(f'drop table {SCHEMA}."{name}"'))


@contextmanager
def copy_rejects(session: Session) -> Iterator[CopyTarget]:
    """COPY into the table of rejects; rows are those of `reject_text`."""
    columns = ["import_id", "settled", "row", "line", "column", "code", "message", "original", "sku_key"]
    with _copy(session, [import_rejects.name], columns) as target:
        yield target


def copy_text(table: pa.Table) -> bytes:
    """The rows of `table` in the text format of COPY, built column by column."""
    if table.num_rows == 0:
        return b""
    cells = [_cells(column.combine_chunks()) for column in table.columns]
    rows = pc.binary_join_element_wise(*cells, pa.scalar("\t", pa.large_string()))
    everything = pa.LargeListArray.from_arrays(pa.array([0, len(rows)], pa.int64()), rows)
    joined = pc.binary_join(everything, pa.scalar("\n", pa.large_string()))
    return memoryview(joined.buffers()[2]).tobytes() + b"\n"


def reject_text(import_id: UUID, settled: str, rejects: list[Reject]) -> bytes:
    """Rejects in the text format of COPY."""
    if not rejects:
        return b""
    table = pa.table(
        {
            "import_id": [str(import_id)] * len(rejects),
            "settled": [settled] * len(rejects),
            "row": [reject.row for reject in rejects],
            "line": [reject.line for reject in rejects],
            "column": pa.array([reject.column for reject in rejects], pa.string()),
            "code": [str(reject.code) for reject in rejects],
            "message": [reject.message for reject in rejects],
            "original": [reject.original for reject in rejects],
            "sku_key": pa.array([reject.sku_key for reject in rejects], pa.string()),
        }
    )
    return copy_text(table)


def _prefix(import_id: UUID) -> str:
    return f"import_{import_id.hex}"


@contextmanager
def _copy(session: Session, table: list[str], columns: list[str], options: LiteralString = "") -> Iterator[CopyTarget]:
    driver = session.connection().connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    statement = sql.SQL("copy {} ({}) from stdin {}").format(
        sql.Identifier(*table), sql.SQL(", ").join(map(sql.Identifier, columns)), sql.SQL(options)
    )
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as target:
            yield target
    except psycopg.Error as error:
        # As SQLAlchemy would have raised it, which COPY goes past.
        raise DBAPIError(statement.as_string(driver), None, error, connection_invalidated=driver.broken) from error


class _Behind:
    """Writes one buffer in a thread while the next one is made; never more than one is waiting."""

    def __init__(self, target: CopyTarget, thread: ThreadPoolExecutor) -> None:
        self._target = target
        self._thread = thread
        self._last: Future[None] | None = None

    def write(self, buffer: bytes) -> None:
        self.wait()
        self._last = self._thread.submit(self._target.write, buffer)

    def wait(self) -> None:
        """Until what was given is written; raises what went wrong with it."""
        last, self._last = self._last, None
        if last is not None:
            last.result()


@contextmanager
def _behind(target: CopyTarget) -> Iterator[CopyTarget]:
    with ThreadPoolExecutor(1, thread_name_prefix="copy") as thread:
        writer = _Behind(target, thread)
        yield writer
        writer.wait()


def _cells(values: pa.Array) -> pa.Array:
    """One column as text, escaped where it has to be, null as COPY spells it."""
    cells = values.cast(pa.large_string())
    if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
        data = cells.buffers()[2]
        present = memoryview(data).tobytes() if data is not None else b""
        for character, escaped in _ESCAPES:
            if character.encode() in present:
                cells = pc.replace_substring(cells, character, escaped)
    return cells.fill_null(_NULL)
