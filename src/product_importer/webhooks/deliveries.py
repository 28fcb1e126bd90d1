"""The log of deliveries, and sending again what is in it."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.core.database import after_commit
from product_importer.core.errors import Conflict, Invalid, NotFound
from product_importer.core.pagination import decode_cursor, encode_cursor
from product_importer.core.settings import get_settings
from product_importer.events import retention
from product_importer.events import service as events
from product_importer.products import feed_repository
from product_importer.webhooks import delivery_repository as repository
from product_importer.webhooks import service
from product_importer.webhooks.delivery_schemas import (
    AttemptView,
    Bucket,
    DeliveryDetail,
    DeliveryPage,
    DeliveryQuery,
    DeliveryView,
    Replay,
    ReplayInput,
    Stats,
    StatsQuery,
)
from product_importer.webhooks.models import Delivery, Webhook, WebhookCursor
from product_importer.webhooks.repository import EDITS, JOBS


def page(session: Session, webhook_id: UUID, query: DeliveryQuery) -> DeliveryPage:
    """One page of the deliveries of a webhook, the newest first; raises NotFound or Invalid."""
    service.get(session, webhook_id)
    before = _place(query.cursor) if query.cursor else None
    matching = repository.matching(webhook_id, query.status, query.event, query.since)
    total = repository.count(session, matching)
    found = repository.newest(session, matching, before, query.limit + 1)
    shown = found[: query.limit]
    return DeliveryPage(
        items=[DeliveryView.model_validate(one) for one in shown],
        total=min(total, repository.COUNTED_MOST),
        total_exact=total <= repository.COUNTED_MOST,
        limit=query.limit,
        next_cursor=encode_cursor([str(shown[-1].id)]) if len(found) > query.limit else None,
    )


def detail(session: Session, delivery_id: UUID) -> DeliveryDetail:
    """A delivery with its attempts; raises NotFound."""
    found = _get(session, delivery_id)
    return _detailed(found, [AttemptView.model_validate(one) for one in repository.attempts(session, delivery_id)])


def newest(session: Session, webhook_id: UUID, limit: int) -> list[DeliveryDetail]:
    """The newest deliveries of a webhook with what is sent and their attempts; raises NotFound."""
    service.get(session, webhook_id)
    found = repository.newest(session, repository.matching(webhook_id, None, None, None), None, limit)
    tried: dict[UUID, list[AttemptView]] = {one.id: [] for one in found}
    for attempt in repository.attempts(session, *tried):
        tried[attempt.delivery_id].append(AttemptView.model_validate(attempt))
    return [_detailed(one, tried[one.id]) for one in found]


def redeliver(session: Session, delivery_id: UUID) -> DeliveryView:
    """Send one delivery again, as it was; raises NotFound, or Conflict when its webhook is disabled."""
    found = _get(session, delivery_id, lock=True)
    _require_enabled(service.get(session, found.webhook_id))
    repository.send_again(session, found)
    after_commit(session, service.wake)
    return DeliveryView.model_validate(found)


def replay(session: Session, webhook_id: UUID, given: ReplayInput) -> Replay:
    """Send again what has failed, or every event since a time or of a job; raises NotFound or Conflict."""
    _require_enabled(service.get(session, webhook_id, lock=True))
    after_commit(session, service.wake)
    if given.since is None and given.import_id is None:
        return Replay(deliveries=repository.send_failed_again(session, webhook_id))
    first, head = _first(session, given.since, given.import_id), events.head(session)
    assert head is not None
    lanes = (JOBS,) if given.import_id else (EDITS, JOBS)
    session.add_all(
        WebhookCursor(
            webhook_id=webhook_id, lane=lane, position=first, event_id=0, until=head.position, job_id=given.import_id
        )
        for lane in lanes
    )
    return Replay(from_position=first, to_position=head.position)


def stats(session: Session, webhook_id: UUID, query: StatsQuery) -> Stats:
    """How the receiver has answered over time; raises NotFound."""
    service.get(session, webhook_id)
    span = timedelta(hours=query.hours)
    found = repository.stats(session, webhook_id, span, query.buckets)
    buckets = [Bucket(**one, success_rate=_rate(one["succeeded"], one["failed"])) for one in found]
    return Stats(bucket_seconds=int(span.total_seconds() / query.buckets), buckets=buckets)


def _detailed(found: Delivery, log: list[AttemptView]) -> DeliveryDetail:
    return DeliveryDetail(**DeliveryView.model_validate(found).model_dump(), body=found.body, attempt_log=log)


def _get(session: Session, delivery_id: UUID, *, lock: bool = False) -> Delivery:
    found = repository.get(session, delivery_id, lock=lock)
    if found is None:
        raise NotFound(
            "delivery_not_found",
            f"There is no delivery {delivery_id}, or it is older than deliveries are kept. See those of its webhook.",
        )
    return found


def _place(cursor: str) -> UUID:
    try:
        return UUID(str(decode_cursor(cursor, 1)[0]))
    except ValueError as wrong:
        raise Invalid(
            "cursor_invalid", "This cursor is not one this list gave out. Start again without `cursor`."
        ) from wrong


def _require_enabled(webhook: Webhook) -> None:
    if not webhook.enabled:
        raise Conflict(
            "webhook_disabled", "This webhook is disabled, so nothing is sent to it. Enable it, then try again."
        )


def _first(session: Session, since: datetime | None, job_id: UUID | None) -> int:
    first = feed_repository.first_position(session, since=since, job_id=job_id)
    if first is None:
        raise Conflict("nothing_to_replay", "The log holds no such event. Look into the feed for those that it holds.")
    if retention.floor(session).position and first == feed_repository.first_position(session):
        raise Conflict(
            "replay_expired",
            f"Some of these events are older than the {get_settings().event_retention_days} days for which they are "
            "kept. Replay from a later time on, and read the products anew.",
        )
    return first


def _rate(succeeded: int, failed: int) -> float | None:
    return round(succeeded / (succeeded + failed), 4) if succeeded + failed else None
