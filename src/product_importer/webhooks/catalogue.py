"""The events that a webhook can ask for: what each means, the schema of its data, and an example."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from product_importer.events.names import EventName
from product_importer.webhooks import payloads

TEST = "webhook.test"
BATCH = "product.batch"

_PRODUCT = "product."
# What tells a webhook in `digest` mode that a job has changed products, where it asked for the products themselves.
DIGESTS = frozenset(
    {
        EventName.JOB_COMPLETED,
        EventName.IMPORT_COMPLETED,
        EventName.IMPORT_FAILED,
        EventName.IMPORT_CANCELLED,
        EventName.IMPORT_UNDONE,
    }
)


@dataclass(frozen=True)
class EventType:
    """One event of the catalogue; `model` is the shape of its data."""

    name: str
    description: str
    model: type[BaseModel]
    example: dict[str, Any]

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of its data."""
        return self.model.model_json_schema(mode="serialization")


_CATALOGUE: tuple[tuple[EventName, str, type[BaseModel], dict[str, Any]], ...] = (
    (EventName.PRODUCT_CREATED, "A product was created.", payloads.ProductData, payloads.PRODUCT),
    (
        EventName.PRODUCT_UPDATED,
        "Fields of a product changed; `before` is the product as it was.",
        payloads.ProductUpdatedData,
        payloads.PRODUCT | {"before": payloads.BEFORE},
    ),
    (EventName.PRODUCT_DELETED, "A product was moved to the trash.", payloads.ProductData, payloads.TRASHED),
    (EventName.PRODUCT_RESTORED, "A product was taken out of the trash.", payloads.ProductData, payloads.PRODUCT),
    (
        EventName.PRODUCT_PURGED,
        "A product was deleted for good; the data is what it was last.",
        payloads.ProductData,
        payloads.TRASHED,
    ),
    (EventName.JOB_COMPLETED, "A bulk job, or the undo of one, has ended.", payloads.JobData, payloads.JOB),
    (EventName.IMPORT_STARTED, "A file is being read.", payloads.ImportData, payloads.STARTED),
    (EventName.IMPORT_COMPLETED, "An import is in.", payloads.ImportData, payloads.COMPLETED),
    (
        EventName.IMPORT_FAILED,
        "An import failed; what it had changed is taken back, which `import.undone` tells.",
        payloads.ImportData,
        payloads.FAILED,
    ),
    (
        EventName.IMPORT_CANCELLED,
        "An import was cancelled; what it had changed stays.",
        payloads.ImportData,
        payloads.COMPLETED,
    ),
    (EventName.IMPORT_UNDONE, "An import was taken back.", payloads.UndoneData, payloads.UNDONE),
)

CATALOGUE: dict[str, EventType] = {
    TEST: EventType(TEST, "Sent by hand, to try a webhook.", payloads.TestData, payloads.TEST),
    **{name.value: EventType(name.value, text, model, example) for name, text, model, example in _CATALOGUE},
}

_LOGGED = tuple(EventName)
_GROUPS = tuple(dict.fromkeys(f"{name.partition('.')[0]}.*" for name in _LOGGED))
PATTERN = f"^({'|'.join(re.escape(name) for name in ('*', *_GROUPS, *_LOGGED))})$"
"""What may stand for events: all, those of a kind, or one."""


def matched(patterns: Iterable[str]) -> set[str]:
    """The events of the log that any of these patterns means: a name, `product.*` or `*`."""
    return {str(name) for name in _LOGGED for pattern in patterns if fnmatchcase(name, pattern)}


def wanted(patterns: Iterable[str], *, digest: bool) -> set[str]:
    """The same; in a digest the ends of jobs stand for the products that they changed."""
    names = matched(patterns)
    if digest and any(is_of_product(name) for name in names):
        names |= DIGESTS
    return names


def is_of_product(event: str) -> bool:
    return event.startswith(_PRODUCT)
