"""The log of deliveries over HTTP, and sending by hand."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from product_importer.access.idempotency import IDEMPOTENT, IdempotentRoute
from product_importer.access.session import SessionDep
from product_importer.core.openapi import problems
from product_importer.webhooks import deliveries
from product_importer.webhooks.delivery_schemas import (
    DeliveryDetail,
    DeliveryPage,
    DeliveryQuery,
    DeliveryView,
    Replay,
    ReplayInput,
    Stats,
    StatsQuery,
    TestInput,
    TestResult,
)
from product_importer.webhooks.testing import send_test

router = APIRouter(tags=["webhooks"], route_class=IdempotentRoute)


@router.get("/webhooks/{webhook_id}/deliveries", operation_id="list_deliveries", responses=problems(404, 422))
@router.get("/webhooks/{webhook_id}/logs", include_in_schema=False)
def list_deliveries(session: SessionDep, webhook_id: UUID, query: Annotated[DeliveryQuery, Query()]) -> DeliveryPage:
    """What was sent to a webhook, or is still owed to it, the newest first."""
    return deliveries.page(session, webhook_id, query)


@router.get("/webhooks/{webhook_id}/stats", operation_id="get_webhook_stats", responses=problems(404, 422))
def get_webhook_stats(session: SessionDep, webhook_id: UUID, query: Annotated[StatsQuery, Query()]) -> Stats:
    """How the receiver has answered over time: how many attempts succeeded, and how long they took."""
    return deliveries.stats(session, webhook_id, query)


@router.post("/webhooks/{webhook_id}/test", operation_id="test_webhook", responses=problems(404, 422))
async def try_webhook(webhook_id: UUID, given: TestInput | None = None) -> TestResult:
    """Send a message now and say how it went; it is not tried again, also where the webhook is disabled."""
    return await send_test(webhook_id, given or TestInput())


@router.post(
    "/webhooks/{webhook_id}/replay",
    status_code=202,
    operation_id="replay_webhook",
    dependencies=[IDEMPOTENT],
    responses=problems(404, 409, 422),
)
def replay_webhook(session: SessionDep, webhook_id: UUID, given: ReplayInput | None = None) -> Replay:
    """Send again what has failed, or every event since a time or of one import, each under the id that it had."""
    return deliveries.replay(session, webhook_id, given or ReplayInput())


@router.get("/deliveries/{delivery_id}", operation_id="get_delivery", responses=problems(404, 422))
def get_delivery(session: SessionDep, delivery_id: UUID) -> DeliveryDetail:
    """One delivery with what is sent, and each attempt."""
    return deliveries.detail(session, delivery_id)


@router.post(
    "/deliveries/{delivery_id}/redeliver",
    status_code=202,
    operation_id="redeliver",
    dependencies=[IDEMPOTENT],
    responses=problems(404, 409, 422),
)
def redeliver(session: SessionDep, delivery_id: UUID) -> DeliveryView:
    """Send one delivery again, under the same id and with the same body."""
    return deliveries.redeliver(session, delivery_id)
