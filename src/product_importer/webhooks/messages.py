"""The body of a message: built once, kept with its delivery, and sent as it is."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from product_importer.products.feed import FeedEvent, dump, timestamp
from product_importer.webhooks.catalogue import BATCH, CATALOGUE, TEST, EventType

BATCH_MOST = 500
BATCH_MAX_CHARACTERS = 1_000_000

_EXAMPLE_ID = "4712-90210"
_EXAMPLE_TIME = "2026-11-21T10:00:00Z"


def single(event: FeedEvent) -> str:
    """The body that tells one event."""
    return dump(event.envelope())


def batch(message_id: str, events: Sequence[str], at: datetime) -> str:
    """The body that tells several; `events` are their own bodies."""
    head = dump(_envelope(message_id, BATCH, timestamp(at), {}))
    assert head.endswith('"data":{}}')
    return f'{head.removesuffix("{}}")}{{"events":[{",".join(events)}]}}}}'


def in_batches(bodies: Sequence[str]) -> Iterator[Sequence[str]]:
    """The bodies of events, as many together as one message holds; a huge one stands alone."""
    begin = size = 0
    for index, body in enumerate(bodies):
        if index > begin and (index - begin == BATCH_MOST or size + len(body) > BATCH_MAX_CHARACTERS):
            yield bodies[begin:index]
            begin, size = index, 0
        size += len(body)
    if begin < len(bodies):
        yield bodies[begin:]


def made_up(message_id: str, event: str, at: datetime, data: dict[str, Any] | None) -> str:
    """The body of a test; without `data`, that of the example."""
    kind = CATALOGUE.get(event, CATALOGUE[TEST])
    return dump(_envelope(message_id, event, timestamp(at), kind.example if data is None else data))


def example(kind: EventType) -> dict[str, Any]:
    """A whole message of this kind."""
    return _envelope(_EXAMPLE_ID, kind.name, _EXAMPLE_TIME, kind.example)


def _envelope(message_id: str, event: str, at: str, data: dict[str, Any]) -> dict[str, Any]:
    return {"id": message_id, "type": event, "event": event, "timestamp": at, "data": data}
