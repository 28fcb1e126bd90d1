"""Sealing what webhooks have of secrets with the newest SECRET_KEY."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from product_importer.core.errors import Unavailable
from product_importer.core.sealing import seal, unseal
from product_importer.webhooks.models import Webhook

LOST = "Its secret was lost with a former SECRET_KEY. Give it a new one and its headers again, then enable it."


@dataclass(frozen=True)
class Resealed:
    """Of how many webhooks the secrets were sealed anew, and how many had to be turned off without."""

    webhooks: int
    lost: int


def reseal(session: Session, *, give_up: bool) -> Resealed:
    """Open every secret and seal it anew.

    Raises Unavailable when one does not open; with `give_up` its webhook loses it and is turned off.
    """
    sealed = Webhook.sealed_secrets.is_not(None) | Webhook.sealed_headers.is_not(None)
    found = session.scalars(select(Webhook).where(sealed).order_by(Webhook.id).with_for_update()).all()
    lost = 0
    for webhook in found:
        try:
            secrets, headers = (_anew(webhook, one) for one in (webhook.sealed_secrets, webhook.sealed_headers))
        except Unavailable:
            if not give_up:
                raise
            secrets = headers = None
            webhook.enabled, webhook.disabled_reason = False, LOST
            lost += 1
        webhook.sealed_secrets, webhook.sealed_headers = secrets, headers
    return Resealed(len(found) - lost, lost)


def _anew(webhook: Webhook, sealed: bytes | None) -> bytes | None:
    return None if sealed is None else seal(unseal(sealed, str(webhook.id)), str(webhook.id))
