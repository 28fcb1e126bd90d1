"""A webhook's secrets and headers, as they are kept: encrypted JSON, bound to the webhook."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from product_importer.core.sealing import seal, unseal

ROTATION = timedelta(hours=24)
"""For so long after a rotation the former secret signs too."""


@dataclass(frozen=True)
class Secret:
    """A secret, and until when it signs; null while it is the newest."""

    text: str
    until: str | None = None

    def ends(self) -> datetime | None:
        """Until when it signs."""
        return None if self.until is None else datetime.fromisoformat(self.until)


def seal_secrets(webhook_id: UUID, secrets: Sequence[Secret]) -> bytes | None:
    """The secrets, the newest first, as they are kept."""
    return _seal(webhook_id, [asdict(secret) for secret in secrets])


def secrets_in_force(webhook_id: UUID, sealed: bytes | None, now: datetime) -> list[Secret]:
    """Those that sign at this time, the newest first."""
    found = [Secret(**one) for one in _unseal(webhook_id, sealed) or []]
    return [secret for secret in found if (ends := secret.ends()) is None or ends > now]


def rotated(secrets: Sequence[Secret], text: str, now: datetime) -> list[Secret]:
    """A new secret before those in force, each of which ends after a while."""
    ending = (now + ROTATION).isoformat()
    return [Secret(text), *(Secret(one.text, one.until or ending) for one in secrets)]


def seal_headers(webhook_id: UUID, headers: Mapping[str, str]) -> bytes | None:
    """Own headers as they are kept."""
    return _seal(webhook_id, dict(headers))


def own_headers(webhook_id: UUID, sealed: bytes | None) -> dict[str, str]:
    """Own headers with their values."""
    return _unseal(webhook_id, sealed) or {}


def _seal(webhook_id: UUID, content: Any) -> bytes | None:
    return seal(json.dumps(content).encode(), str(webhook_id)) if content else None


def _unseal(webhook_id: UUID, sealed: bytes | None) -> Any:
    return None if sealed is None else json.loads(unseal(sealed, str(webhook_id)))
