"""The event log as others are told it: each event with its product, in the one order, from a cursor on."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.core.errors import Invalid
from product_importer.events.names import EventName
from product_importer.products import feed_repository as repository
from product_importer.products.feed_repository import Scope, Told
from product_importer.products.fields import format_price

MAX_ID = 2**63 - 1
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_CURSOR = re.compile(r"(0|[1-9][0-9]{0,18})-(0|[1-9][0-9]{0,18})")
# How many batches are looked at to begin with: of an import one is enough, and of edits each holds one event.
_FIRST_BATCHES, _MOST_BATCHES = 1, 512


class Cursor(NamedTuple):
    """The place after an event: everything up to event `event_id` of `position` lies before it."""

    position: int
    event_id: int

    def __str__(self) -> str:
        return f"{self.position}-{self.event_id}"


@dataclass(frozen=True)
class FeedEvent:
    """An event as it is told; `id` is its cursor too."""

    id: str
    event: str
    at: datetime
    job_id: UUID | None
    product_id: int | None
    data: dict[str, Any]

    def envelope(self) -> dict[str, Any]:
        """The event as JSON has it; `type` is what Standard Webhooks calls `event`."""
        return {
            "id": self.id,
            "type": self.event,
            "event": self.event,
            "timestamp": timestamp(self.at),
            "data": self.data,
        }


@dataclass(frozen=True)
class Stretch:
    """Events in a row, and the place after them; `complete` when nothing more is in the log so far."""

    events: Sequence[FeedEvent]
    end: Cursor
    complete: bool


def parse_cursor(text: str) -> Cursor:
    """The cursor that an event's id is; raises Invalid when it is none."""
    found = _CURSOR.fullmatch(text)
    if found is None or any(int(part) > MAX_ID for part in found.groups()):
        raise Invalid("cursor_invalid", "This is no cursor of the feed. Take the `id` of the last event that you read.")
    return Cursor(*(int(part) for part in found.groups()))


def read(session: Session, after: Cursor, head: int, scope: Scope, most: int) -> Stretch:
    """At most `most` of the events of this scope after the cursor, up to the position `head`.

    Each is told with its product as the event left it, whatever has happened since.
    """
    told: list[Told] = []
    size, end = _FIRST_BATCHES, after
    while len(told) < most:
        batches = repository.batches(session, end, head, scope, size)
        if not batches:
            return Stretch([_event(one) for one in told], _beyond(end, head), complete=True)
        found = repository.told(session, [batch.id for batch in batches], end, scope, most - len(told))
        told += found
        whole = len(told) < most
        end = Cursor(batches[-1].position, MAX_ID) if whole else Cursor(told[-1].position, told[-1].id)
        size = min(size * 2, _MOST_BATCHES)
    return Stretch([_event(one) for one in told], end, complete=False)


def _beyond(end: Cursor, head: int) -> Cursor:
    """The end of the log, unless the cursor is further than that."""
    return max(end, Cursor(head, MAX_ID))


def timestamp(moment: datetime) -> str:
    """RFC 3339, UTC."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def dump(content: dict[str, Any]) -> str:
    """JSON text; the same content is always the same text."""
    return _JSON.encode(content)


def _event(told: Told) -> FeedEvent:
    return FeedEvent(
        id=str(Cursor(told.position, told.id)),
        event=told.event,
        at=told.at,
        job_id=told.job_id,
        product_id=told.product_id,
        data=_of_job(told) if told.product_id is None else _of_product(told),
    )


def _of_job(told: Told) -> dict[str, Any]:
    """With the place from which on the feed holds what the job changed."""
    begins = None if told.job_begins is None else str(Cursor(told.job_begins, 0))
    return {**(told.data or {}), "job_id": str(told.job_id) if told.job_id else None, "cursor": begins}


def _of_product(told: Told) -> dict[str, Any]:
    state = told.before if told.after is None else told.after
    # Where neither is known any more, the log has been cut off between the two.
    data = {"id": told.product_id, **(_shown(state) if state else {}), "sequence": told.id}
    if told.event == EventName.PRODUCT_UPDATED and told.before is not None:
        data["before"] = {"id": told.product_id, **_shown(told.before)}
    return data


def _shown(state: dict[str, Any]) -> dict[str, Any]:
    """A snapshot in the spelling of the API: prices to two places at least, times with a zone."""
    price = None if state["price"] is None else format_price(Decimal(state["price"]))
    times = {name: state[name] and _spelled(state[name]) for name in ("created_at", "updated_at", "deleted_at")}
    return {
        "sku": state["sku"],
        "name": state["name"],
        "description": state["description"],
        "price": price,
        "active": state["active"],
        "attributes": state["attributes"],
        **times,
    }


def _spelled(moment: str) -> str:
    """PostgreSQL leaves out the zone, and zeros at the end."""
    return timestamp(datetime.fromisoformat(moment).replace(tzinfo=UTC))
