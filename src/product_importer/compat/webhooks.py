"""Webhooks in other spellings: lists without pages, one `event_type`, and the log as rows of requests."""

import json
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from product_importer.access.session import SessionDep
from product_importer.compat.products import Deleted
from product_importer.core.pagination import DEFAULT_LIMIT
from product_importer.products.fields import UtcTime
from product_importer.webhooks import deliveries, router, service
from product_importer.webhooks.delivery_schemas import DeliveryDetail
from product_importer.webhooks.router import IfMatch
from product_importer.webhooks.schemas import WebhookInput, WebhookView, WebhookWithSecret

# A log row holds what was sent, which may be a batch of hundreds of products.
MOST_LOGS = 100


class OneEventInput(WebhookInput):
    """Where to tell what; what was read may be sent back, and `event` is `event_type` too."""

    @model_validator(mode="before")
    @classmethod
    def _one_name(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        event = [data[name] for name in ("event_type", "event") if name in data][:1]
        kept = {key: data[key] for key in data if key not in {"event_type", "event", "last_test_status"}}
        return {"events": event} | kept if event else kept


class OneEventView(WebhookView):
    """A webhook; `event_type` is the first of its events, `last_test_status` the HTTP status of the last test."""

    event_type: str
    last_test_status: int | None


class OneEventWithSecret(OneEventView):
    """A webhook with the secret that was made for it, shown this once."""

    secret: str | None


class LogQuery(BaseModel):
    """How many rows of the log, the newest first."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=DEFAULT_LIMIT, ge=1, le=MOST_LOGS)


class WebhookLog(BaseModel):
    """One message to a webhook, and how the last attempt to send it went."""

    id: UUID
    webhook_id: UUID
    event_type: str
    payload: JsonValue
    response_status: int | None
    response_time_ms: int | None
    error_message: str | None
    created_at: UtcTime


def list_webhooks(session: SessionDep) -> list[OneEventView]:
    """All webhooks, the newest first."""
    found = service.page(session, 1, service.MOST_WEBHOOKS)
    return [OneEventView(**_one_event(one)) for one in found.items]


def create_webhook(
    session: SessionDep, request: Request, response: Response, given: OneEventInput
) -> OneEventWithSecret:
    """Register a webhook; the secret that is made for it is shown this once."""
    return OneEventWithSecret(**_one_event(router.create_webhook(session, request, response, given)))


def get_webhook(session: SessionDep, response: Response, webhook_id: UUID) -> OneEventView:
    """One webhook."""
    return OneEventView(**_one_event(router.get_webhook(session, response, webhook_id)))


def replace_webhook(
    session: SessionDep, response: Response, webhook_id: UUID, given: OneEventInput, if_match: IfMatch = None
) -> OneEventView:
    """Every field anew; a secret that is left out stays."""
    return OneEventView(**_one_event(router.replace_webhook(session, response, webhook_id, given, if_match)))


def delete_webhook(session: SessionDep, webhook_id: UUID, if_match: IfMatch = None) -> Deleted:
    """Remove a webhook with the log of its deliveries."""
    service.delete(session, webhook_id, if_match)
    return Deleted()


def list_logs(session: SessionDep, webhook_id: UUID, query: Annotated[LogQuery, Query()]) -> list[WebhookLog]:
    """What was sent to a webhook, the newest first."""
    return [_log(one) for one in deliveries.newest(session, webhook_id, query.limit)]


def _one_event(shown: WebhookView | WebhookWithSecret) -> dict[str, Any]:
    status = shown.last_test.status if shown.last_test else None
    return shown.model_dump() | {"event_type": shown.events[0], "last_test_status": status}


def _log(one: DeliveryDetail) -> WebhookLog:
    last = one.attempt_log[0] if one.attempt_log else None
    return WebhookLog(
        id=one.id,
        webhook_id=one.webhook_id,
        event_type=one.event,
        payload=json.loads(one.body),
        response_status=last and last.status,
        response_time_ms=last and last.time_ms,
        error_message=one.last_error,
        created_at=one.created_at,
    )
