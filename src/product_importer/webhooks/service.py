"""Registering webhooks and changing them."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.core.database import after_commit, new_id
from product_importer.core.errors import Conflict, NotFound, PreconditionFailed
from product_importer.core.pagination import Page, page_count
from product_importer.core.redis import ring
from product_importer.events import service as events
from product_importer.products.feed import MAX_ID
from product_importer.webhooks import own_headers, repository, sealed
from product_importer.webhooks.models import Webhook
from product_importer.webhooks.schemas import WebhookInput, WebhookPatch, WebhookView
from product_importer.webhooks.sealed import Secret
from product_importer.webhooks.signing import make_secret

MOST_WEBHOOKS = 1_000

_SWITCHED_OFF = "The webhook was disabled before this was delivered. Replay it once it is enabled again."
_COUNTED = (
    "success_count",
    "failure_count",
    "pending_count",
    "last_triggered_at",
    "last_error",
    "failing_since",
    "last_test",
    "updated_at",
)


def get(session: Session, webhook_id: UUID, *, lock: bool = False) -> Webhook:
    """One webhook, its row locked until commit when asked; raises NotFound."""
    webhook = repository.get(session, webhook_id, lock=lock)
    if webhook is None:
        raise NotFound("webhook_not_found", f"There is no webhook {webhook_id}. See the list of webhooks.")
    return webhook


def page(session: Session, number: int, limit: int) -> Page[WebhookView]:
    """One page of all webhooks, the newest first."""
    total = repository.count(session)
    found = repository.newest(session, limit, (number - 1) * limit)
    pages = page_count(total, limit)
    return Page(items=views(session, found), total=total, page=number, pages=pages, limit=limit)


def create(session: Session, given: WebhookInput, created_by: str) -> tuple[Webhook, str | None]:
    """A new webhook, which is told of what happens from now on, and the secret that was made for it, if one was."""
    if repository.count(session) >= MOST_WEBHOOKS:
        raise Conflict(
            "too_many_webhooks", f"There are {MOST_WEBHOOKS} webhooks already. Delete one, then add this one."
        )
    made = None if "secret" in given.model_fields_set else make_secret()
    webhook = Webhook(id=new_id(), created_by=created_by, **given.model_dump(exclude={"headers", "secret"}))
    webhook.sealed_headers = sealed.seal_headers(webhook.id, own_headers.merged(given.headers, {}))
    _set_secret(webhook, given.secret if made is None else made)
    session.add(webhook)
    session.flush()
    session.refresh(webhook)
    _start_from_now(session, webhook)
    return webhook, made


def change(
    session: Session, webhook_id: UUID, given: WebhookInput | WebhookPatch, if_match: str | None = None
) -> Webhook:
    """Change the fields that are given; of a WebhookInput all, but for a secret that is left out.

    Raises NotFound or PreconditionFailed.
    """
    webhook = get(session, webhook_id, lock=True)
    require_match(session, webhook, if_match)
    values = given.model_dump(exclude_unset=isinstance(given, WebhookPatch), exclude={"headers", "secret"})
    if given.headers is not None and ("headers" in given.model_fields_set or isinstance(given, WebhookInput)):
        kept = sealed.own_headers(webhook.id, webhook.sealed_headers)
        values["sealed_headers"] = sealed.seal_headers(webhook.id, own_headers.merged(given.headers, kept))
    if "secret" in given.model_fields_set:
        _set_secret(webhook, given.secret)
    switched = values.get("enabled", webhook.enabled) != webhook.enabled
    repository.write(session, webhook, values)
    if switched:
        _switch(session, webhook)
    after_commit(session, wake)
    return webhook


def rotate(session: Session, webhook_id: UUID, given: str | None) -> tuple[Webhook, str | None]:
    """Give the webhook another secret, beside which the former signs for a day; returns one that was made."""
    webhook = get(session, webhook_id, lock=True)
    now = repository.now(session)
    made = make_secret() if given is None else None
    former = sealed.secrets_in_force(webhook.id, webhook.sealed_secrets, now)
    fresh = sealed.rotated(former, given or made or "", now)
    repository.write(session, webhook, {"sealed_secrets": sealed.seal_secrets(webhook.id, fresh)})
    return webhook, made


def delete(session: Session, webhook_id: UUID, if_match: str | None = None) -> None:
    """Remove a webhook with its log; raises NotFound or PreconditionFailed."""
    webhook = get(session, webhook_id, lock=True)
    require_match(session, webhook, if_match)
    repository.remove(session, webhook)


def wake() -> None:
    """Have deliveries that are due sent now; for after the commit."""
    ring(events.CHANNEL, "")


def views(session: Session, webhooks: Sequence[Webhook]) -> list[WebhookView]:
    """Webhooks as they may be seen."""
    pending, now = repository.pending_counts(session, [one.id for one in webhooks]), repository.now(session)
    return [WebhookView.model_validate(_shown(one, pending[one.id], now)) for one in webhooks]


def view(session: Session, webhook: Webhook) -> WebhookView:
    """One webhook as it may be seen."""
    return views(session, [webhook])[0]


def etag(shown: WebhookView) -> str:
    """A strong tag of how a webhook is set; what was counted since does not change it."""
    content = shown.model_dump(mode="json", exclude=set(_COUNTED))
    return f'"{hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]}"'


def require_match(session: Session, webhook: Webhook, if_match: str | None) -> None:
    """Raise PreconditionFailed, with the webhook as it is, unless the tag is current."""
    if if_match is None or if_match.strip() == "*":
        return
    current = view(session, webhook)
    tag = etag(current)
    if tag not in (one.strip() for one in if_match.split(",")):
        raise PreconditionFailed(
            "webhook_changed",
            "This webhook was changed since you read it. Look at `current`, then send your change again with the new "
            "ETag in `If-Match`.",
            extra={"current": current.model_dump(mode="json")},
            headers={"ETag": tag},
        )


def _set_secret(webhook: Webhook, secret: str | bool | None) -> None:
    secrets = [Secret(secret)] if isinstance(secret, str) else []
    webhook.sealed_secrets = sealed.seal_secrets(webhook.id, secrets)


def _switch(session: Session, webhook: Webhook) -> None:
    if not webhook.enabled:
        repository.give_up_pending(session, [webhook.id], _SWITCHED_OFF)
        return
    repository.write(session, webhook, {"disabled_reason": None, "failing_since": None, "paused_until": None})
    _start_from_now(session, webhook)
    # Somebody may have been at turning events into deliveries when it was disabled.
    repository.give_up_pending(session, [webhook.id], _SWITCHED_OFF)


def _start_from_now(session: Session, webhook: Webhook) -> None:
    head = events.head(session)
    repository.start_cursors(session, webhook.id, head.position if head else 0, MAX_ID)


def _shown(webhook: Webhook, pending: int, now: Any) -> Mapping[str, Any]:
    secrets = sealed.secrets_in_force(webhook.id, webhook.sealed_secrets, now)
    columns = {name: getattr(webhook, name) for name in Webhook.__table__.columns.keys()}  # noqa: SIM118
    return columns | {
        "headers": own_headers.shown(sealed.own_headers(webhook.id, webhook.sealed_headers)),
        "signed": bool(secrets),
        "former_secret_until": secrets[-1].ends() if secrets else None,
        "pending_count": pending,
    }
