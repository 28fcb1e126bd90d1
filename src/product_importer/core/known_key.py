"""Whether SECRET_KEY is the one that this database knows: the first that a process brings, until it is replaced."""

from typing import Literal

import structlog
from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from product_importer.core.connections import NotUsable
from product_importer.core.database import transaction
from product_importer.core.sealing import key_names
from product_importer.core.sealing_models import SealingKey
from product_importer.core.settings import Settings

log = structlog.get_logger(__name__)

UNKNOWN = (
    "SECRET_KEY is not the one that the secrets in this database were sealed with. Set that one, the same for every "
    "process. To replace it, set SECRET_KEY_FORMER to that one as well, and run `product-importer reseal`."
)

# Any constant of our own: of several processes that start with different keys one is the first.
_FIRST_LOCK = 7_305_811_314


def require_known_key(settings: Settings) -> None:
    """Make SECRET_KEY known where none is, or none but the former one; raises NotUsable where it is another.

    For the start of a process, which does not depend on whether the database answers yet.
    """
    if settings.secret_key is None:
        return
    try:
        with transaction() as session:
            make_known(session, settings)
    except SQLAlchemyError as error:
        log.warning("secret_key.not_compared", error=str(getattr(error, "orig", error)).partition("\n")[0])


def make_known(session: Session, settings: Settings) -> None:
    """The same within a transaction, of settings that have a SECRET_KEY."""
    names = key_names(settings)
    session.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _FIRST_LOCK})
    if state(session, settings) == "unknown":
        raise NotUsable(UNKNOWN)
    session.execute(insert(SealingKey).values(name=names[0]).on_conflict_do_nothing())


def state(session: Session, settings: Settings) -> Literal["known", "unknown", "replacing"]:
    """Whether the database knows SECRET_KEY; `replacing` while it still knows the former one beside it."""
    mine, *former = key_names(settings)
    known = set(session.scalars(select(SealingKey.name)))
    if not known or known == {mine}:
        return "known"
    return "replacing" if mine in known or set(former) & known else "unknown"


def replace_all(session: Session, settings: Settings) -> None:
    """Know SECRET_KEY alone: nothing that another one has sealed is left."""
    mine = key_names(settings)[0]
    session.execute(delete(SealingKey).where(SealingKey.name != mine))
    session.execute(insert(SealingKey).values(name=mine).on_conflict_do_nothing())
