"""Statements on the table of answers that are given again."""

from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from product_importer.access.idempotency_models import IdempotencyKey

KEPT_FOR = timedelta(hours=24)


def take(session: Session, actor: str, key: str, method: str, path: str, body_sha256: str) -> bool:
    """Take the key for this transaction; false when one that has committed holds it, whose row is then locked.

    Whoever has the key in a transaction that is still open is waited for.
    """
    asked = {"method": method, "path": path, "body_sha256": body_sha256}
    anew = {"status": None, "headers": None, "body": None, "sealed": False, "created_at": func.now()}
    statement = (
        insert(IdempotencyKey)
        .values(actor=actor, key=key, **asked)
        .on_conflict_do_update(
            index_elements=[IdempotencyKey.actor, IdempotencyKey.key],
            set_=asked | anew,
            where=IdempotencyKey.created_at < func.now() - KEPT_FOR,
        )
        .returning(IdempotencyKey.key)
    )
    return session.scalars(statement).one_or_none() is not None


def holder(session: Session, actor: str, key: str) -> IdempotencyKey:
    """The row of a key that was taken."""
    return session.scalars(select(IdempotencyKey).where(IdempotencyKey.actor == actor, IdempotencyKey.key == key)).one()


def keep(session: Session, actor: str, key: str, **answer: Any) -> None:
    """Write how the request that took the key is answered: `status`, `headers`, `body`, whether that is `sealed`."""
    session.execute(
        update(IdempotencyKey).where(IdempotencyKey.actor == actor, IdempotencyKey.key == key).values(**answer)
    )


def remove_old(session: Session) -> int:
    """Forget the answers that are kept no longer; returns how many."""
    old = delete(IdempotencyKey).where(IdempotencyKey.created_at < func.now() - KEPT_FOR).returning(IdempotencyKey.key)
    return len(session.scalars(old).all())
