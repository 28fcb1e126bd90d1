"""Shapes of webhooks in the API."""

from typing import Any
from uuid import UUID

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, StrictBool, model_validator

from product_importer.products.fields import UtcTime
from product_importer.webhooks import fields
from product_importer.webhooks.fields import ImportMode

# What a client that read a webhook sends back with it; it cannot be set, and is no mistake either.
_READ_ONLY = frozenset(
    {
        "id",
        "signed",
        "former_secret_until",
        "success_count",
        "failure_count",
        "pending_count",
        "last_triggered_at",
        "last_error",
        "failing_since",
        "disabled_reason",
        "last_test",
        "created_by",
        "created_at",
        "updated_at",
    }
)

# A default of None would show in OpenAPI as a value that may be sent.
_UNSET: Any = None


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _writable(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        kept = {key: data[key] for key in data if key not in _READ_ONLY}
        if "event_type" in kept and "events" not in kept:
            kept["events"] = [kept.pop("event_type")]
        return kept


class WebhookInput(_Input):
    """Where to tell what; instead of `events`, `event_type` may name one."""

    url: fields.Url
    events: fields.Events
    enabled: StrictBool = Field(default=True, validation_alias=AliasChoices("enabled", "is_active"))
    description: fields.WebhookDescription = None
    headers: fields.Headers = {}
    retry_count: fields.Retries = fields.DEFAULT_RETRIES
    timeout_seconds: fields.TimeoutSeconds = fields.DEFAULT_TIMEOUT_SECONDS
    rate_limit_per_hour: fields.RatePerHour | None = fields.DEFAULT_RATE_PER_HOUR
    import_mode: ImportMode = "digest"
    secret: fields.Secret = Field(default_factory=lambda: _UNSET)


class WebhookPatch(_Input):
    """Fields to change: what is left out stays."""

    url: fields.Url = Field(default_factory=lambda: _UNSET)
    events: fields.Events = Field(default_factory=lambda: _UNSET)
    enabled: StrictBool = Field(default_factory=lambda: _UNSET, validation_alias=AliasChoices("enabled", "is_active"))
    description: fields.WebhookDescription = Field(default_factory=lambda: _UNSET)
    headers: fields.Headers = Field(default_factory=lambda: _UNSET)
    retry_count: fields.Retries = Field(default_factory=lambda: _UNSET)
    timeout_seconds: fields.TimeoutSeconds = Field(default_factory=lambda: _UNSET)
    rate_limit_per_hour: fields.RatePerHour | None = Field(default_factory=lambda: _UNSET)
    import_mode: ImportMode = Field(default_factory=lambda: _UNSET)
    secret: fields.Secret = Field(default_factory=lambda: _UNSET)


class LastTest(BaseModel):
    """What came of the last test: the status of the answer or why there was none, and how long it took."""

    status: int | None
    time_ms: int
    at: UtcTime
    error: str | None


class WebhookView(BaseModel):
    """A webhook; its secret and the headers that are secret are never shown."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    url: str
    events: list[str]
    enabled: bool
    description: str | None
    headers: dict[str, str | None]
    retry_count: int
    timeout_seconds: int
    rate_limit_per_hour: int | None
    import_mode: ImportMode
    signed: bool = Field(description="Whether it has a secret.")
    former_secret_until: UtcTime | None = Field(description="Until then the secret before this one signs too.")
    success_count: int
    failure_count: int
    pending_count: int = Field(description="Deliveries that wait, or are to be tried again; 1,000 stands for more.")
    last_triggered_at: UtcTime | None
    last_error: str | None
    failing_since: UtcTime | None = Field(description="The first failure since the last success.")
    disabled_reason: str | None
    last_test: LastTest | None
    created_by: str
    created_at: UtcTime
    updated_at: UtcTime


class WebhookWithSecret(WebhookView):
    """A webhook with its secret, shown this once; null where it was given, or there is none."""

    secret: str | None


class RotateInput(BaseModel):
    """The next secret; left out, one is made."""

    model_config = ConfigDict(extra="forbid")

    secret: fields.NextSecret = Field(default_factory=lambda: _UNSET)


class EventTypeView(BaseModel):
    """An event that a webhook can ask for: the JSON Schema of its data, and an example of a whole message."""

    name: str
    description: str
    data_schema: dict[str, Any]
    example: dict[str, Any]


class EventTypes(BaseModel):
    """All of them."""

    items: list[EventTypeView]
