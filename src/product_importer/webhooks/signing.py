"""How a message is signed: by Standard Webhooks, and by the older `X-Webhook-Signature`."""

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Sequence

PREFIX = "whsec_"
_MADE_BYTES = 32
_FEWEST_BYTES = 16


def make_secret() -> str:
    """A new random secret."""
    return PREFIX + base64.b64encode(secrets.token_bytes(_MADE_BYTES)).decode()


def check_secret(secret: str) -> None:
    """Raise ValueError when a secret is too short, or begins with `whsec_` and is not Base64 after it."""
    try:
        key = _key(secret)
    except binascii.Error as wrong:
        raise ValueError("what follows `whsec_` is not Base64") from wrong
    if len(key) < _FEWEST_BYTES:
        raise ValueError(f"it is shorter than {_FEWEST_BYTES} bytes")


def signature_headers(message_id: str, timestamp: int, body: bytes, secrets: Sequence[str]) -> dict[str, str]:
    """The headers that sign `body`; `secrets` are those in force, the newest first. Empty without one.

    By `webhook-signature` a receiver may check any of them; `X-Webhook-Signature` has room for one, the oldest, which
    every receiver knows until it ends.
    """
    if not secrets:
        return {}
    signed = f"{message_id}.{timestamp}.".encode() + body
    signatures = (base64.b64encode(_hmac(_key(secret), signed).digest()).decode() for secret in secrets)
    return {
        "webhook-signature": " ".join(f"v1,{signature}" for signature in signatures),
        "X-Webhook-Signature": f"sha256={_hmac(secrets[-1].encode(), body).hexdigest()}",
    }


def _key(secret: str) -> bytes:
    """Standard Webhooks: the bytes behind `whsec_`; of any other text its own."""
    return (
        base64.b64decode(secret.removeprefix(PREFIX), validate=True) if secret.startswith(PREFIX) else secret.encode()
    )


def _hmac(key: bytes, message: bytes) -> hmac.HMAC:
    return hmac.new(key, message, hashlib.sha256)
