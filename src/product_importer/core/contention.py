"""How it is seen that another writer was in the way, so that the same work may be tried again."""

from sqlalchemy.exc import DBAPIError

_STATES = {
    "40P01",  # deadlock_detected
    "40001",  # serialization_failure
    "55P03",  # lock_not_available
    "23505",  # unique_violation: somebody has just taken a SKU
}


class RowsMoved(Exception):
    """Somebody changed rows after they were read and before they were written; nothing of that may be kept."""


def met_another_writer(error: DBAPIError) -> bool:
    """Whether PostgreSQL says so: trying again from a fresh snapshot may well succeed."""
    return getattr(error.orig, "sqlstate", None) in _STATES
