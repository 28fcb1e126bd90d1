"""Trying a webhook by hand: sent at once by the same client, and kept in the log like any other delivery."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from product_importer.core.database import new_id, transaction
from product_importer.outgoing.guarded import GuardedClient
from product_importer.webhooks import messages, service
from product_importer.webhooks.attempting import Outcome, attempt
from product_importer.webhooks.claiming import Claimed
from product_importer.webhooks.delivery_schemas import TestInput, TestResult
from product_importer.webhooks.models import Delivery, Webhook
from product_importer.webhooks.recording import record


async def send_test(webhook_id: UUID, given: TestInput) -> TestResult:
    """Send now, and wait for the answer; raises NotFound. No transaction is open meanwhile."""
    claimed = await run_in_threadpool(_prepare, webhook_id, given)
    async with GuardedClient() as client:
        outcome = await attempt(client, claimed)
    await run_in_threadpool(_record, outcome)
    row = outcome.row(is_test=True)
    return TestResult(
        ok=outcome.ok,
        status=row["status"],
        time_ms=outcome.time_ms,
        error=outcome.error,
        response_excerpt=row["response_excerpt"],
        delivery_id=claimed.id,
    )


def _prepare(webhook_id: UUID, given: TestInput) -> Claimed:
    with transaction() as session:
        webhook = service.get(session, webhook_id)
        made = _delivery(webhook, given)
        session.add(made)
        session.flush()
        return _claimed(webhook, made)


def _delivery(webhook: Webhook, given: TestInput) -> Delivery:
    """A delivery that nobody else takes, because it is never due."""
    made_id, now = new_id(), datetime.now(UTC)
    body = messages.made_up(str(made_id), given.event, now, given.data)
    return Delivery(
        id=made_id,
        webhook_id=webhook.id,
        message_id=str(made_id),
        event=given.event,
        priority=0,
        body=body,
        occurred_at=now,
        token=1,
    )


def _claimed(webhook: Webhook, made: Delivery) -> Claimed:
    return Claimed(
        id=made.id,
        token=1,
        message_id=made.message_id,
        event=made.event,
        body=made.body,
        tries=0,
        webhook_id=webhook.id,
        url=webhook.url,
        sealed_headers=webhook.sealed_headers,
        sealed_secrets=webhook.sealed_secrets,
        retry_count=0,
        timeout_seconds=webhook.timeout_seconds,
    )


def _record(outcome: Outcome) -> None:
    with transaction() as session:
        record(session, [outcome.row(is_test=True)])
        _remember(session, outcome)


def _remember(session: Session, outcome: Outcome) -> None:
    webhook = session.get(Webhook, outcome.claimed.webhook_id)
    if webhook is not None:
        webhook.last_test = {
            "status": outcome.answer and outcome.answer.status,
            "time_ms": outcome.time_ms,
            "at": outcome.started_at.isoformat(),
            "error": outcome.error,
        }
