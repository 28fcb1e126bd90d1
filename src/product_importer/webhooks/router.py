"""Webhooks over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response

from product_importer.access.actor import actor_of
from product_importer.access.idempotency import IDEMPOTENT, NO_STORE, IdempotentRoute
from product_importer.access.session import SessionDep
from product_importer.core.openapi import API_PREFIX, problems
from product_importer.core.pagination import Page
from product_importer.jobs.router import PageQuery
from product_importer.webhooks import service
from product_importer.webhooks.catalogue import CATALOGUE
from product_importer.webhooks.messages import example
from product_importer.webhooks.models import Webhook
from product_importer.webhooks.schemas import (
    EventTypes,
    EventTypeView,
    RotateInput,
    WebhookInput,
    WebhookPatch,
    WebhookView,
    WebhookWithSecret,
)

router = APIRouter(tags=["webhooks"], route_class=IdempotentRoute)

IfMatch = Annotated[str | None, Header(description="Change only the version with this ETag; else 412.")]

_TAG = {"ETag": {"description": "A strong tag of how it is set.", "schema": {"type": "string"}}}
_LOCATION = {"Location": {"description": "Where the webhook is.", "schema": {"type": "string"}}}
_TAGGED: dict[int | str, dict[str, Any]] = {200: {"headers": _TAG}}
_CREATED: dict[int | str, dict[str, Any]] = {201: {"headers": _TAG | _LOCATION}}


@router.get("/event-types", operation_id="list_event_types")
@router.get("/webhooks/event-types", include_in_schema=False)
def list_event_types() -> EventTypes:
    """The events that webhooks and the feed tell of, each with its schema and an example."""
    return EventTypes(
        items=[
            EventTypeView(name=one.name, description=one.description, data_schema=one.schema, example=example(one))
            for one in CATALOGUE.values()
        ]
    )


@router.get("/webhooks", operation_id="list_webhooks", responses=problems(422, 503))
def list_webhooks(session: SessionDep, query: Annotated[PageQuery, Query()]) -> Page[WebhookView]:
    """All webhooks, the newest first."""
    return service.page(session, query.page, query.limit)


@router.post(
    "/webhooks",
    status_code=201,
    operation_id="create_webhook",
    dependencies=[IDEMPOTENT],
    responses=_CREATED | problems(409, 422, 503),
)
def create_webhook(session: SessionDep, request: Request, response: Response, given: WebhookInput) -> WebhookWithSecret:
    """Register a webhook; the secret that is made for it is shown this once."""
    webhook, made = service.create(session, given, actor_of(request))
    response.headers["Location"] = f"{API_PREFIX}/webhooks/{webhook.id}"
    return _with_secret(session, response, webhook, made)


@router.get("/webhooks/{webhook_id}", operation_id="get_webhook", responses=_TAGGED | problems(404, 422, 503))
def get_webhook(session: SessionDep, response: Response, webhook_id: UUID) -> WebhookView:
    """One webhook."""
    return _tagged(response, service.view(session, service.get(session, webhook_id)))


@router.put("/webhooks/{webhook_id}", operation_id="replace_webhook", responses=_TAGGED | problems(404, 412, 422, 503))
def replace_webhook(
    session: SessionDep, response: Response, webhook_id: UUID, given: WebhookInput, if_match: IfMatch = None
) -> WebhookView:
    """Every field anew; a secret that is left out stays. Enabled again, it is told of what happens from now on."""
    return _tagged(response, service.view(session, service.change(session, webhook_id, given, if_match)))


@router.patch("/webhooks/{webhook_id}", operation_id="update_webhook", responses=_TAGGED | problems(404, 412, 422, 503))
def update_webhook(
    session: SessionDep, response: Response, webhook_id: UUID, given: WebhookPatch, if_match: IfMatch = None
) -> WebhookView:
    """Change the fields that are given."""
    return _tagged(response, service.view(session, service.change(session, webhook_id, given, if_match)))


@router.delete(
    "/webhooks/{webhook_id}", status_code=204, operation_id="delete_webhook", responses=problems(404, 412, 422, 503)
)
def delete_webhook(session: SessionDep, webhook_id: UUID, if_match: IfMatch = None) -> None:
    """Remove a webhook with the log of its deliveries; what is owed to it is not sent any more."""
    service.delete(session, webhook_id, if_match)


@router.post(
    "/webhooks/{webhook_id}/rotate-secret",
    operation_id="rotate_webhook_secret",
    dependencies=[IDEMPOTENT],
    responses=_TAGGED | problems(404, 422, 503),
)
def rotate_webhook_secret(
    session: SessionDep, response: Response, webhook_id: UUID, given: RotateInput | None = None
) -> WebhookWithSecret:
    """Another secret, shown this once; for 24 hours the former one signs too."""
    webhook, made = service.rotate(session, webhook_id, given.secret if given else None)
    return _with_secret(session, response, webhook, made)


def _with_secret(session: SessionDep, response: Response, webhook: Webhook, secret: str | None) -> WebhookWithSecret:
    response.headers["Cache-Control"] = NO_STORE
    shown = _tagged(response, service.view(session, webhook))
    return WebhookWithSecret(**shown.model_dump(), secret=secret)


def _tagged(response: Response, shown: WebhookView) -> WebhookView:
    response.headers["ETag"] = service.etag(shown)
    return shown
