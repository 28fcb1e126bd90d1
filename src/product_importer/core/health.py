"""Whether this process lives, and whether what it needs answers."""

from fastapi import APIRouter, Response
from pydantic import BaseModel
from redis import RedisError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from product_importer.core.database import get_engine
from product_importer.core.errors import ProblemError
from product_importer.core.redis import get_redis
from product_importer.core.storage import get_storage

router = APIRouter(prefix="/health", tags=["health"])


class Health(BaseModel):
    """`ok`, or `unavailable` with a reason for each part that does not answer."""

    status: str
    reasons: dict[str, str] = {}


@router.get("/live", operation_id="health_live")
def live() -> Health:
    """Answers as long as this process serves requests."""
    return Health(status="ok")


@router.get("/ready", operation_id="health_ready", responses={503: {"model": Health, "description": "Not ready."}})
def ready(response: Response) -> Health:
    """Whether the database, Redis and the storage of files answer; 503 names those that do not."""
    parts = {"database": _database(), "redis": _redis(), "storage": _storage()}
    reasons = {name: reason for name, reason in parts.items() if reason}
    response.status_code = 503 if reasons else 200
    return Health(status="unavailable" if reasons else "ok", reasons=reasons)


def _database() -> str | None:
    try:
        with get_engine().connect() as connection:
            connection.execute(text("select 1"))
    except SQLAlchemyError:
        return "PostgreSQL does not answer at DATABASE_URL."
    return None


def _redis() -> str | None:
    try:
        get_redis().ping()
    except RedisError:
        return "Redis does not answer at REDIS_URL; running imports go on, new ones wait."
    return None


def _storage() -> str | None:
    try:
        get_storage().check()
    except ProblemError as failed:
        return failed.detail
    return None
