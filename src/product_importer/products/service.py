"""Every way to change one product: under a lock, logged, and only when something changes."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func
from sqlalchemy.orm import Session

from product_importer.core.errors import Conflict, FieldError, NotFound
from product_importer.core.openapi import API_PREFIX
from product_importer.core.pagination import Page, page_count
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.events.reading import read
from product_importer.products import finding, repository
from product_importer.products.counting import Total, total
from product_importer.products.finding import Part
from product_importer.products.models import Product
from product_importer.products.preconditions import require_match
from product_importer.products.schemas import (
    AttributeInUse,
    AttributesInUse,
    ProductCreate,
    ProductListQuery,
    ProductPatch,
    ProductReplace,
    ProductView,
)
from product_importer.products.sku_key import sku_key
from product_importer.products.snapshot import snapshot
from product_importer.products.sorting import Order, Place

# Of so few everything that matches is sorted, rather than an order gone along in search of them.
FEW = 5_000

ATTRIBUTES_SAMPLED, ATTRIBUTES_NAMED = 1_000, 1_000


def listing(session: Session, query: ProductListQuery) -> Page[ProductView]:
    """One page of the products that the query finds; raises Invalid for a cursor that is not of this list."""
    return read(session, lambda there: _listing(there, query))


def _listing(session: Session, query: ProductListQuery) -> Page[ProductView]:
    order = Order(query.sort)
    after = order.place(query.cursor) if query.cursor else None
    found = finding.sources(session)
    parts = found.parts(query, order, exact_first="sort" not in query.model_fields_set)
    count = total(found, query, parts)
    few = not query.whole_list and count.exact and count.count <= FEW
    if after is None:
        places = _by_number(session, parts, order, query, count, few=few)
    else:
        places = finding.page(session, parts, order, query.limit + 1, after=after, few=few)
    shown = places[: query.limit]
    return Page(
        items=[
            ProductView.model_validate(product) for product in repository.in_order(session, [at.id for at in shown])
        ],
        total=count.count,
        total_exact=count.exact,
        page=None if query.cursor else query.page,
        pages=None if query.cursor else page_count(count.count, query.limit),
        limit=query.limit,
        next_cursor=order.cursor(shown[-1]) if len(places) > query.limit else None,
    )


def _by_number(
    session: Session, parts: Sequence[Part], order: Order, query: ProductListQuery, count: Total, *, few: bool
) -> list[Place]:
    """The page and, if there is more, the place after it."""
    offset, wanted = (query.page - 1) * query.limit, query.limit + 1
    to_end = count.count - offset
    if not count.exact or to_end > offset:
        return finding.page(session, parts, order, wanted, offset, few=few)
    # Nearer to the end: counted from there, so that the last page is as quick as the first.
    wanted = min(wanted, to_end)
    if wanted <= 0:
        return []
    found = finding.page(session, parts, order, wanted, to_end - wanted, backwards=True, few=few)
    return found[::-1]


def attributes_in_use(session: Session) -> AttributesInUse:
    """The names of attributes to choose columns and filters from."""
    found = repository.attributes_in_use(session, ATTRIBUTES_SAMPLED, ATTRIBUTES_NAMED)
    return AttributesInUse(items=[AttributeInUse(**one) for one in found])


def get(session: Session, product_id: int) -> Product:
    """The product, trashed or not; raises NotFound."""
    return _existing(repository.get(session, product_id), product_id)


def create(session: Session, data: ProductCreate) -> Product:
    """A new product; raises Conflict when a live one has the SKU."""
    values = data.model_dump() | {"sku_key": sku_key(data.sku)}
    try:
        product = repository.create(session, values)
    except repository.SkuTaken as taken:
        raise _sku_taken(session, data.sku) from taken
    events.append(session, EventName.PRODUCT_CREATED, product.id)
    return product


def replace(session: Session, product_id: int, data: ProductReplace, if_match: str | None = None) -> Product:
    """Every field as in `data`; raises NotFound, Conflict or PreconditionFailed."""
    product = _lock_live(session, product_id)
    require_match(if_match, product, data)
    return _change(session, product, data.model_dump())


def patch(session: Session, product_id: int, data: ProductPatch, if_match: str | None = None) -> Product:
    """The fields that `data` names; raises NotFound, Conflict or PreconditionFailed."""
    product = _lock_live(session, product_id)
    require_match(if_match, product, data)
    values = data.model_dump(exclude_unset=True)
    if "attributes" in values:
        merged = product.attributes | values["attributes"]
        values["attributes"] = {name: text for name, text in merged.items() if text is not None}
    return _change(session, product, values)


def trash(session: Session, product_id: int, if_match: str | None = None) -> None:
    """Move to the trash; nothing happens to one that is there. Raises NotFound or PreconditionFailed."""
    product = _existing(repository.lock(session, product_id), product_id)
    if product.deleted_at is not None:
        return
    require_match(if_match, product)
    before = snapshot(product)
    repository.change(session, product, {"deleted_at": func.clock_timestamp()})
    events.append(session, EventName.PRODUCT_DELETED, product_id, before)


def restore(session: Session, product_id: int) -> Product:
    """Take out of the trash; raises NotFound, or Conflict when a live product has its SKU by now."""
    product = _existing(repository.lock(session, product_id), product_id)
    if product.deleted_at is None:
        return product
    before = snapshot(product)
    restored = _write(session, product, {"deleted_at": None})
    events.append(session, EventName.PRODUCT_RESTORED, product_id, before)
    return restored


def _change(session: Session, product: Product, values: Mapping[str, Any]) -> Product:
    changed = {field: value for field, value in values.items() if getattr(product, field) != value}
    if not changed:
        return product
    if "sku" in changed:
        changed["sku_key"] = sku_key(changed["sku"])
    before = snapshot(product)
    # Not now(): the transaction may have begun before the change that it waited for.
    written = _write(session, product, changed | {"updated_at": func.clock_timestamp()})
    events.append(session, EventName.PRODUCT_UPDATED, product.id, before)
    return written


def _write(session: Session, product: Product, values: Mapping[str, Any]) -> Product:
    sku = values.get("sku", product.sku)
    try:
        return repository.change(session, product, values)
    except repository.SkuTaken as taken:
        raise _sku_taken(session, sku) from taken


def _lock_live(session: Session, product_id: int) -> Product:
    product = _existing(repository.lock(session, product_id), product_id)
    if product.deleted_at is not None:
        raise Conflict(
            "product_trashed",
            f"Product {product_id} is in the trash. Restore it with POST {_href(product_id)}/restore, then change it.",
        )
    return product


def _existing(product: Product | None, product_id: int) -> Product:
    if product is None:
        raise NotFound("product_not_found", f"There is no product {product_id}. Look it up in {API_PREFIX}/products.")
    return product


def _sku_taken(session: Session, sku: str) -> Conflict:
    holder = repository.live_with_key(session, sku_key(sku))
    if holder is None:
        return Conflict(
            "sku_taken",
            f"Another change is giving the SKU `{sku}` to a product just now. Try again in a moment.",
            errors=[FieldError(field="sku", code="sku_taken", message="This SKU is being taken just now.")],
            headers={"Retry-After": "1"},
        )
    return Conflict(
        "sku_taken",
        f"Product {holder.id} has the SKU `{holder.sku}`. Choose another one, or change that product.",
        errors=[FieldError(field="sku", code="sku_taken", message=f"Product {holder.id} has this SKU.")],
        extra={"holder": {"id": holder.id, "sku": holder.sku, "name": holder.name, "href": _href(holder.id)}},
    )


def _href(product_id: int) -> str:
    return f"{API_PREFIX}/products/{product_id}"
