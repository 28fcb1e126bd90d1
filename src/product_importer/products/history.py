"""The history of a product: who or what changed which of its fields, from what to what, and when."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from product_importer.core.pagination import Page, page_count
from product_importer.events.names import EventName
from product_importer.products import history_repository as repository
from product_importer.products import service
from product_importer.products.fields import format_price
from product_importer.products.history_schemas import FieldChange, HistoryEntry

_FIELDS = ("sku", "name", "description", "price", "active")

State = dict[str, Any]


def history(session: Session, product_id: int, number: int, limit: int) -> Page[HistoryEntry]:
    """One page of it, the newest change first, also of a product that is gone; raises NotFound if there never was one.

    It reaches back as far as events are kept.
    """
    total = repository.count(session, product_id)
    if total == 0:
        service.get(session, product_id)
    found = repository.history(session, product_id, limit, (number - 1) * limit)
    return Page(
        items=[_entry(told) for told in found],
        total=total,
        page=number,
        pages=page_count(total, limit),
        limit=limit,
    )


def _entry(told: repository.Told) -> HistoryEntry:
    return HistoryEntry(
        id=f"{told.position}-{told.id}",
        event=EventName(told.event),
        at=told.at,
        actor=told.actor,
        job_id=told.job_id,
        job_kind=told.job_kind,
        changes=list(changes(told.before, told.after)),
    )


def changes(before: State | None, after: State | None) -> Iterator[FieldChange]:
    """What differs between two snapshots of a product, field by field and attribute by attribute.

    Moving to the trash and back is the event itself, and changes no field.
    """
    former, latter = _fields(before), _fields(after)
    for field in [*former, *(field for field in latter if field not in former)]:
        if former.get(field) != latter.get(field):
            yield FieldChange(field=field, before=former.get(field), after=latter.get(field))


def _fields(state: State | None) -> dict[str, str | bool | None]:
    if state is None:
        return {}
    fields = {field: state[field] for field in _FIELDS}
    if state["price"] is not None:
        fields["price"] = format_price(Decimal(state["price"]))
    attributes = {f"attributes.{name}": value for name, value in sorted(state["attributes"].items())}
    return fields | attributes
