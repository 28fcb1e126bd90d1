"""What happened to access: written with what it tells of, read by admins, exported as CSV."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from product_importer.access import audit_repository as repository
from product_importer.access.actor import Asker
from product_importer.access.audit_names import What
from product_importer.access.audit_repository import Wanted
from product_importer.access.models import AccessEvent
from product_importer.access.schemas import AccessEventView
from product_importer.core.database import new_id, transaction
from product_importer.core.pagination import Page, page_count
from product_importer.core.spreadsheet_text import marked

COLUMNS = ("id", "at", "event", "actor", "subject", "address", "user_agent", "detail")
_AT_ONCE = 1_000


def record(session: Session, asker: Asker, event: What, subject: str | None = None, **detail: Any) -> None:
    """Write down what `asker` did, in the transaction that does it; `detail` holds nothing secret."""
    session.add(
        AccessEvent(
            id=new_id(),
            event=event,
            actor=asker.caller.actor,
            subject=subject,
            address=asker.address,
            user_agent=asker.user_agent,
            detail=detail,
        )
    )


def page(session: Session, wanted: Wanted, number: int, limit: int) -> Page[AccessEventView]:
    """One page, the newest first."""
    total = repository.count(session, wanted)
    found = repository.newest(session, wanted, limit, (number - 1) * limit)
    items = [AccessEventView.model_validate(one) for one in found]
    return Page(items=items, total=total, page=number, pages=page_count(total, limit), limit=limit)


def as_csv(wanted: Wanted) -> Iterator[str]:
    """All of them, the newest first, in short transactions, because a client may take its time."""
    yield _lines([COLUMNS])
    last: AccessEvent | None = None
    while True:
        with transaction() as session:
            found = repository.newest(session, wanted, _AT_ONCE, before=last)
        if not found:
            return
        yield _lines([[_cell(getattr(one, name)) for name in COLUMNS] for one in found])
        last = found[-1]


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        text = "; ".join(f"{name}: {given}" for name, given in value.items())
    elif isinstance(value, datetime):
        text = value.isoformat()
    else:
        text = "" if value is None else str(value)
    return marked(text)


def _lines(rows: Any) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()
