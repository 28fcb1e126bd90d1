"""Entity tags of products, and `If-Match`: whoever changes a version that is gone is told, and shown both."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel

from product_importer.core.errors import PreconditionFailed
from product_importer.products.models import Product
from product_importer.products.schemas import ProductView


def etag(product: ProductView) -> str:
    """A strong tag of the content: the same content has the same tag, whenever it was written."""
    content = product.model_dump(mode="json", exclude={"created_at", "updated_at"})
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def require_match(if_match: str | None, product: Product, submitted: BaseModel | None = None) -> None:
    """Raise PreconditionFailed, with the current version and the submitted one, unless the tag is current."""
    current = ProductView.model_validate(product)
    tag = etag(current)
    if if_match is None or if_match.strip() == "*" or tag in (one.strip() for one in if_match.split(",")):
        return
    raise PreconditionFailed(
        "product_changed",
        "This product was changed since you read it. Compare `current` with what you sent, then send your change "
        "again with the new ETag in `If-Match`.",
        extra={"current": current.model_dump(mode="json"), "submitted": _as_sent(submitted)},
        headers={"ETag": tag},
    )


def _as_sent(submitted: BaseModel | None) -> dict[str, Any] | None:
    return submitted.model_dump(mode="json", exclude_unset=True) if submitted else None
