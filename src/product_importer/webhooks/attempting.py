"""One HTTP try of a delivery: what is sent, and what came of it in words."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from product_importer.core import tracing
from product_importer.core.database import new_id
from product_importer.core.errors import ProblemError
from product_importer.outgoing.guarded import Answer, GuardedClient, SendFailed
from product_importer.webhooks import own_headers, sealed
from product_importer.webhooks.backoff import parse_retry_after, retry_seconds
from product_importer.webhooks.claiming import Claimed
from product_importer.webhooks.signing import signature_headers

EXCERPT_MAX = 4_000
_HEADERS_MOST = 50
_BUSY = (429, 503)


@dataclass(frozen=True)
class Outcome:
    """What came of an attempt; `answer` is null where there was none, and then `code` says why."""

    claimed: Claimed
    started_at: datetime
    time_ms: int
    answer: Answer | None
    code: str | None
    error: str | None
    headers: dict[str, str | None]
    id: UUID = field(default_factory=new_id)

    @property
    def ok(self) -> bool:
        return self.error is None

    def row(self, *, is_test: bool = False) -> dict[str, Any]:
        """The outcome as it is written down."""
        claimed, answer, after = self.claimed, self.answer, self._retry_after()
        retries = claimed.retry_count if answer is None or answer.status != 410 else 0
        return {
            "attempt_id": self.id,
            "delivery_id": claimed.id,
            "token": claimed.token,
            "webhook_id": claimed.webhook_id,
            "started_at": self.started_at.isoformat(),
            "time_ms": self.time_ms,
            "ok": self.ok,
            "status": answer and answer.status,
            "error_code": self.code,
            "error": self.error,
            "url": claimed.url,
            "request_headers": self.headers,
            "response_headers": answer and [[n, _text(v)] for n, v in answer.headers[:_HEADERS_MOST]],
            "response_excerpt": answer and _text(answer.body.decode(errors="replace")[:EXCERPT_MAX]),
            "retry_seconds": None if self.ok or is_test else retry_seconds(claimed.tries + 1, retries, after),
            "pause_seconds": after if answer and answer.status in _BUSY else None,
            "is_test": is_test,
        }

    def _retry_after(self) -> float | None:
        return parse_retry_after(self.answer.header("retry-after"), datetime.now(UTC)) if self.answer else None


async def attempt(client: GuardedClient, claimed: Claimed) -> Outcome:
    """Send a delivery once."""
    if not tracing.is_on():
        return await _attempt(client, claimed)
    told = {
        "webhook.id": str(claimed.webhook_id),
        "webhook.delivery_id": str(claimed.id),
        "webhook.event": claimed.event,
        "http.request.method": "POST",
        # Without its path, which is a secret at many receivers.
        "server.address": urlsplit(claimed.url).hostname or "",
    }
    with tracing.span("webhook.deliver", "client", told, claimed.trace_parent):
        outcome = await _attempt(client, claimed)
        if outcome.answer is not None:
            tracing.tell({"http.response.status_code": outcome.answer.status})
        if outcome.code is not None:
            tracing.fail(outcome.code)
    return outcome


async def _attempt(client: GuardedClient, claimed: Claimed) -> Outcome:
    now = datetime.now(UTC)
    began = time.perf_counter()
    body = claimed.body.encode()
    answer: Answer | None = None
    code: str | None = None
    error: str | None = None
    shown: dict[str, str | None] = {}
    try:
        sent, shown = _headers(claimed, body, now)
        answer = await client.post(claimed.url, sent, body, claimed.timeout_seconds)
        code, error = _judged(answer.status)
    except SendFailed as failed:
        code, error = failed.code, str(failed)
    except ProblemError as unsealable:
        code, error = unsealable.code, unsealable.detail
    return Outcome(claimed, now, round((time.perf_counter() - began) * 1_000), answer, code, error, shown)


def _headers(claimed: Claimed, body: bytes, now: datetime) -> tuple[dict[str, str], dict[str, str | None]]:
    """The headers to send, and the same as they may be seen."""
    timestamp = int(now.timestamp())
    secrets = [one.text for one in sealed.secrets_in_force(claimed.webhook_id, claimed.sealed_secrets, now)]
    ours = {
        "Content-Type": "application/json",
        "User-Agent": user_agent(),
        "webhook-id": claimed.message_id,
        "webhook-timestamp": str(timestamp),
        "X-Webhook-Event": claimed.event,
    }
    signatures = signature_headers(claimed.message_id, timestamp, body, secrets)
    own = sealed.own_headers(claimed.webhook_id, claimed.sealed_headers)
    # With a signature from the log anybody who reads it could send this message once more.
    return own | ours | signatures, own_headers.shown(own) | ours | dict.fromkeys(signatures)


def _judged(status: int) -> tuple[str | None, str | None]:
    if 200 <= status < 300:
        return None, None
    if 300 <= status < 400:
        return "redirected", f"The receiver answered {status}. Redirects are not followed: register where it leads to."
    return "refused", f"The receiver answered {status}."


@lru_cache
def user_agent() -> str:
    """What requests say of their sender."""
    return f"ProductImporter-Webhook/{version('product-importer')}"


def _text(value: str) -> str:
    """What PostgreSQL can keep."""
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}")
