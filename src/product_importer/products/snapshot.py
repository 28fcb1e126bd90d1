"""A product as the event log keeps it: what `before` holds, from Python and from SQL, to the letter the same.

The price is text, so that no JSON parser makes a float of it; times are UTC without an offset, because the log must
not depend on the time zone of the session that wrote it.
"""

from datetime import UTC, datetime
from typing import Any

from product_importer.products.models import Product

SNAPSHOT = """jsonb_build_object(
    'sku', {product}.sku, 'name', {product}.name, 'description', {product}.description,
    'price', {product}.price::text, 'active', {product}.active, 'attributes', {product}.attributes,
    'created_at', {product}.created_at at time zone 'UTC', 'updated_at', {product}.updated_at at time zone 'UTC',
    'deleted_at', {product}.deleted_at at time zone 'UTC'
)"""
"""The SQL expression; `{product}` is the alias of `products` in the statement."""


def snapshot(product: Product) -> dict[str, Any]:
    """The same of a product that was loaded, before it is changed."""
    return {
        "sku": product.sku,
        "name": product.name,
        "description": product.description,
        "price": None if product.price is None else f"{product.price:.4f}",
        "active": product.active,
        "attributes": product.attributes,
        "created_at": _utc(product.created_at),
        "updated_at": _utc(product.updated_at),
        "deleted_at": None if product.deleted_at is None else _utc(product.deleted_at),
    }


def _utc(moment: datetime) -> str:
    """As PostgreSQL writes it: a fraction of a second without trailing zeros, none when it is whole."""
    text = moment.astimezone(UTC).replace(tzinfo=None).isoformat()
    return text.rstrip("0") if moment.microsecond else text
