"""Tidying the table of products behind a job that wrote many of them."""

import structlog
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from product_importer.core.database import get_engine

log = structlog.get_logger(__name__)

# Below this many written rows autovacuum is soon enough.
TIDY_FROM_ROWS = 1_000


def tidy(written: int) -> None:
    """Refresh the planner's statistics and the visibility map, which counts and deep pages read.

    The job is complete already and stays so: autovacuum makes up for a tidying that does not come through.
    """
    if written < TIDY_FROM_ROWS:
        return
    try:
        with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("vacuum (analyze, skip_locked) products"))
    except DBAPIError as error:
        log.warning("products.not_tidied", error=str(error.orig))
