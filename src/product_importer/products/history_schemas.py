"""Shapes of a product's history in the API."""

from uuid import UUID

from pydantic import BaseModel, Field

from product_importer.events.names import EventName
from product_importer.products.fields import UtcTime


class FieldChange(BaseModel):
    """One field before and after, null where the product did not have it or was not there."""

    field: str = Field(description="`sku`, `name`, `description`, `price`, `active`, or `attributes.<name>`.")
    before: str | bool | None
    after: str | bool | None


class HistoryEntry(BaseModel):
    """One change of a product: when, by whom, by which job, and what is different since."""

    id: str = Field(description="The event's public id, by which the change feed and webhooks know it too.")
    event: EventName
    at: UtcTime
    actor: str
    job_id: UUID | None = Field(description="The job that made the change; an import's id is its job's id.")
    job_kind: str | None
    changes: list[FieldChange]
