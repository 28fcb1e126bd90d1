"""Shapes of deliveries in the API."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, JsonValue, StrictStr, model_validator

from product_importer.core.pagination import DEFAULT_LIMIT, MAX_LIMIT
from product_importer.products.fields import UtcTime, error
from product_importer.products.filters import Moment
from product_importer.webhooks.catalogue import CATALOGUE, TEST

DeliveryStatus = Literal["pending", "delivered", "failed"]


class DeliveryQuery(BaseModel):
    """Which deliveries of a webhook, the newest first."""

    model_config = ConfigDict(extra="forbid")

    status: DeliveryStatus | None = None
    event: str | None = Field(default=None, max_length=100, pattern=r"^[^\u0000]*$")
    since: Moment | None = Field(default=None, description="Made at this time or later.")
    limit: int = Field(default=DEFAULT_LIMIT, ge=1, le=MAX_LIMIT)
    cursor: str | None = Field(default=None, max_length=4000, description="`next_cursor` of the page before.")


class DeliveryView(BaseModel):
    """One message to a webhook; `message_id` is its `webhook-id`, the same at every attempt."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    webhook_id: UUID
    message_id: str
    event: str
    events: int = Field(description="How many events it tells of.")
    job_id: UUID | None
    occurred_at: UtcTime
    status: DeliveryStatus
    attempts: int
    next_attempt_at: UtcTime | None = Field(validation_alias=AliasChoices("next_attempt_at", "due_at"))
    last_status: int | None = Field(description="The HTTP status of the last answer.")
    last_error: str | None
    created_at: UtcTime
    finished_at: UtcTime | None


class AttemptView(BaseModel):
    """One HTTP try; headers that are secret are null."""

    model_config = ConfigDict(from_attributes=True)

    number: int
    started_at: UtcTime
    time_ms: int
    ok: bool
    status: int | None
    error_code: str | None
    error: str | None
    url: str
    request_headers: dict[str, str | None]
    response_headers: list[list[str]] | None
    response_excerpt: str | None


class DeliveryDetail(DeliveryView):
    """A delivery with what is sent and each attempt, the last one first."""

    body: str
    attempt_log: list[AttemptView]


class DeliveryPage(BaseModel):
    """One page of deliveries; of very many `total` is a lower bound."""

    items: list[DeliveryView]
    total: int
    total_exact: bool
    page: None = None
    pages: None = None
    limit: int
    next_cursor: str | None


class TestInput(BaseModel):
    """What to send; left out, `webhook.test`. `data` (or `payload`) stands in the place of the event's example."""

    __test__ = False

    model_config = ConfigDict(extra="forbid")

    event: Annotated[StrictStr, Field(json_schema_extra={"enum": list(CATALOGUE)})] = TEST
    data: dict[str, JsonValue] | None = Field(default=None, validation_alias=AliasChoices("data", "payload"))

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.event not in CATALOGUE:
            raise error("event_unknown", f"There is no event of this name. Choose among {', '.join(CATALOGUE)}.")
        return self


class TestResult(BaseModel):
    """What came of a test: the HTTP status, or why there was none."""

    __test__ = False

    ok: bool
    status: int | None
    time_ms: int
    error: str | None
    response_excerpt: str | None
    delivery_id: UUID


class ReplayInput(BaseModel):
    """What to send again: all that failed, or every event since a time, or of one import or other job."""

    model_config = ConfigDict(extra="forbid")

    since: Moment | None = None
    import_id: UUID | None = Field(default=None, description="The import's or another job's id.")

    @model_validator(mode="after")
    def _one(self) -> Self:
        if self.since is not None and self.import_id is not None:
            raise error("replay_ambiguous", "Give `since` or `import_id`, not both; or neither for all that failed.")
        return self


class Replay(BaseModel):
    """What is sent again: so many deliveries that had failed, or the events from one position of the log to another."""

    deliveries: int | None = None
    from_position: int | None = None
    to_position: int | None = None


class StatsQuery(BaseModel):
    """Over how many hours, in how many steps."""

    model_config = ConfigDict(extra="forbid")

    hours: int = Field(default=24, ge=1, le=720)
    buckets: int = Field(default=48, ge=1, le=500)


class Bucket(BaseModel):
    """The attempts of one step: `p50_ms` and `p95_ms` are of the time until the answer."""

    at: UtcTime
    succeeded: int
    failed: int
    success_rate: float | None
    p50_ms: float | None
    p95_ms: float | None


class Stats(BaseModel):
    """How a webhook's receiver has answered, over time."""

    bucket_seconds: int
    buckets: list[Bucket]
