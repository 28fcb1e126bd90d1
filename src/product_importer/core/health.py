"""Whether this process lives, and whether what it needs answers."""

from fastapi import APIRouter, Response
from pydantic import BaseModel
from redis import RedisError
from sqlalchemy.exc import SQLAlchemyError

from product_importer.core.database import get_engine
from product_importer.core.errors import ProblemError
from product_importer.core.migrate import current_revision, former_revisions, newest_revision
from product_importer.core.redis import get_redis
from product_importer.core.replica import get_replica
from product_importer.core.settings import get_settings
from product_importer.core.storage import get_storage
from product_importer.core.workers import BrokerAway, queue_depths

router = APIRouter(prefix="/health", tags=["health"])


class Health(BaseModel):
    """`ok`, or `unavailable` with a reason for each part that does not answer."""

    status: str
    reasons: dict[str, str] = {}


class Readiness(Health):
    """`warnings` are of parts that are missing and for which others stand in; they are no reasons."""

    warnings: dict[str, str] = {}


@router.get("/live", operation_id="health_live")
def live() -> Health:
    """Answers as long as this process serves requests."""
    return Health(status="ok")


@router.get("/ready", operation_id="health_ready", responses={503: {"model": Readiness, "description": "Not ready."}})
def ready(response: Response) -> Readiness:
    """Whether what this process needs answers; 503 names each part that does not, and what to do."""
    parts = {"database": _database(), "redis": _redis(), "broker": _broker(), "storage": _storage()}
    reasons = {name: reason for name, reason in parts.items() if reason}
    response.status_code = 503 if reasons else 200
    return Readiness(status="unavailable" if reasons else "ok", reasons=reasons, warnings=_warnings())


def _warnings() -> dict[str, str]:
    replica = get_replica()
    if replica is None or replica.answers():
        return {}
    text = (
        "The read replica does not answer at DATABASE_READ_URL; lists and exports are read at DATABASE_URL. Start it, "
    )
    return {"replica": f"{text}or correct or remove the setting; `doctor` says more."}


def _database() -> str | None:
    try:
        revision = current_revision(get_engine())
    except SQLAlchemyError:
        return "PostgreSQL does not answer at DATABASE_URL. Start it, or correct the setting; `doctor` says more."
    # One that is newer than this program is that of an upgrade under way, beside which it goes on.
    if revision in former_revisions():
        return f"The schema is at {revision or 'none'}, not {newest_revision()}. Run `product-importer migrate`."
    return None


def _redis() -> str | None:
    try:
        get_redis().ping()
    except RedisError:
        return "Redis does not answer at REDIS_URL; running imports go on, new ones wait. Start it, or correct that."
    return None


def _broker() -> str | None:
    if get_settings().celery_broker_url is None:
        return None
    try:
        queue_depths()
    except BrokerAway:
        return "The broker does not answer at CELERY_BROKER_URL; running imports go on, new ones wait. Start it."
    return None


def _storage() -> str | None:
    try:
        get_storage().check()
    except ProblemError as failed:
        return failed.detail
    return None
