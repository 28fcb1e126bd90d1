"""Pages of a list: by number for people, by keyset cursor for programs."""

import base64
import binascii
import json
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from product_importer.core.errors import Invalid

DEFAULT_LIMIT = 50
MAX_LIMIT = 500

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    """One page; `page` and `pages` are null when it was asked for by cursor."""

    items: list[T]
    total: int
    total_exact: bool = True
    page: int | None
    pages: int | None
    limit: int
    next_cursor: str | None = None


def page_count(total: int, limit: int) -> int:
    """How many pages `total` items fill; an empty list still has one."""
    return max(1, -(-total // limit))


def encode_cursor(values: list[Any]) -> str:
    """The place after a row, as an opaque string; `values` are the row's sort keys, JSON-serialisable."""
    return base64.urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")


def decode_cursor(cursor: str, length: int) -> list[Any]:
    """The sort keys in `cursor`; raises Invalid when it is not one of ours."""
    try:
        values = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        values = None
    if not isinstance(values, list) or len(values) != length:
        raise Invalid("cursor_invalid", "This cursor is not one this list gave out. Start again without `cursor`.")
    return values
