"""Secrets at rest: sealed with a key that is derived from SECRET_KEY.

While SECRET_KEY is being replaced, what the former one has sealed can be opened as well.
"""

import os
from collections.abc import Iterator
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from product_importer.core.errors import Unavailable
from product_importer.core.settings import Settings, get_settings

# In front of what is sealed, so that another SECRET_KEY is told from damage.
_NAME_BYTES = 4
_NONCE_BYTES = 12
_KEY_BYTES = 32


def seal(secret: bytes, context: str) -> bytes:
    """Encrypt `secret`; only the same `context` opens it again. Raises Unavailable without a SECRET_KEY."""
    name, key = _newest()
    nonce = os.urandom(_NONCE_BYTES)
    return name + nonce + AESGCM(key).encrypt(nonce, secret, context.encode())


def unseal(sealed: bytes, context: str) -> bytes:
    """Decrypt what `seal` made; raises Unavailable when the SECRET_KEY is missing or not the one of that time."""
    _newest()
    nonce, text = sealed[_NAME_BYTES : _NAME_BYTES + _NONCE_BYTES], sealed[_NAME_BYTES + _NONCE_BYTES :]
    try:
        key = dict(_keys(get_settings())).get(sealed[:_NAME_BYTES])
        if key is None:
            raise InvalidTag
        return AESGCM(key).decrypt(nonce, text, context.encode())
    except InvalidTag as wrong:
        raise Unavailable(
            "secret_key_changed",
            "A secret in the database was sealed with another SECRET_KEY. Set that one again, or set the secret anew.",
        ) from wrong


def key_names(settings: Settings) -> list[bytes]:
    """By what it is told which key has sealed something: of SECRET_KEY, and of the former one behind it."""
    return [name for name, _ in _keys(settings)]


def _newest() -> tuple[bytes, bytes]:
    for found in _keys(get_settings()):
        return found
    raise Unavailable(
        "secret_key_missing",
        "Secrets cannot be kept without SECRET_KEY. Set it to a long random text, the same for every process.",
    )


def _keys(settings: Settings) -> Iterator[tuple[bytes, bytes]]:
    if settings.secret_key is not None:
        yield _derived(settings.secret_key.get_secret_value())
        if settings.secret_key_former is not None:
            yield _derived(settings.secret_key_former.get_secret_value())


@lru_cache(maxsize=4)
def _derived(secret_key: str) -> tuple[bytes, bytes]:
    """The name of the key and the key itself."""
    found = HKDF(hashes.SHA256(), _NAME_BYTES + _KEY_BYTES, salt=None, info=b"product-importer at rest").derive(
        secret_key.encode()
    )
    return found[:_NAME_BYTES], found[_NAME_BYTES:]
