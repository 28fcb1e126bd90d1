import base64
import hashlib
import hmac
import os
import time
from collections.abc import Mapping

KEY = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))


def verify(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether `body`, the bytes as they arrived, was signed less than five minutes ago."""
    sent = headers["webhook-timestamp"]
    signed = f"{headers['webhook-id']}.{sent}.".encode() + body
    digest = hmac.new(KEY, signed, hashlib.sha256).digest()
    expected = f"v1,{base64.b64encode(digest).decode()}"
    given = headers["webhook-signature"].split(" ")
    fresh = abs(time.time() - int(sent)) < 300
    return fresh and any(hmac.compare_digest(one, expected) for one in given)
