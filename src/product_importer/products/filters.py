"""What the list of products can be narrowed to, and the SQL conditions that do it."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from sqlalchemy import ColumnElement, or_

from product_importer.products.fields import storable
from product_importer.products.models import Product
from product_importer.products.sku_key import sku_key


def _utc_unless_said(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


Needle = Annotated[str, Field(max_length=1000), AfterValidator(storable)]
PriceBound = Annotated[Decimal, Field(max_digits=20, decimal_places=10)]
Moment = Annotated[datetime, AfterValidator(_utc_unless_said)]


class ProductFilters(BaseModel):
    """Which products; every filter that is given must hold. A time without an offset is UTC."""

    model_config = ConfigDict(extra="forbid")

    q: Needle | None = Field(default=None, description="Words; each must stand in the SKU, name or description.")
    sku: Needle | None = Field(default=None, description="Contained in the SKU, whatever the case.")
    name: Needle | None = Field(default=None, description="Contained in the name, whatever the case.")
    description: Needle | None = Field(default=None, description="Contained in the description, whatever the case.")
    active: bool | None = None
    price_min: PriceBound | None = Field(default=None, description="At least this price.")
    price_max: PriceBound | None = Field(default=None, description="At most this price.")
    created_after: Moment | None = None
    updated_after: Moment | None = None
    trashed: Literal["only", "any"] | None = Field(
        default=None, description="`only` the trash, or `any` product; without it those that are live."
    )

    @property
    def whole_list(self) -> bool:
        """Whether nothing but `trashed` narrows the list."""
        narrowing = ProductFilters.model_fields.keys() - {"trashed"}
        return all(getattr(self, name) is None for name in narrowing)


def conditions(filters: ProductFilters) -> list[ColumnElement[bool]]:
    """The WHERE clause, to be joined by AND."""
    found = [_holds(word) for word in (filters.q or "").split()]
    if filters.sku:
        found.append(_sku_holds(filters.sku))
    if filters.name:
        found.append(Product.name.icontains(filters.name, autoescape=True))
    if filters.description:
        found.append(Product.description.icontains(filters.description, autoescape=True))
    if filters.active is not None:
        found.append(Product.active.is_(filters.active))
    if filters.price_min is not None:
        found.append(Product.price >= filters.price_min)
    if filters.price_max is not None:
        found.append(Product.price <= filters.price_max)
    if filters.created_after is not None:
        found.append(Product.created_at > filters.created_after)
    if filters.updated_after is not None:
        found.append(Product.updated_at > filters.updated_after)
    return [*_kept_or_trashed(filters), *found]


def _holds(word: str) -> ColumnElement[bool]:
    return or_(
        _sku_holds(word),
        Product.name.icontains(word, autoescape=True),
        Product.description.icontains(word, autoescape=True),
    )


def _sku_holds(text: str) -> ColumnElement[bool]:
    return Product.sku_key.contains(sku_key(text), autoescape=True)


def _kept_or_trashed(filters: ProductFilters) -> list[ColumnElement[bool]]:
    match filters.trashed:
        case "any":
            return []
        case "only":
            return [Product.deleted_at.is_not(None)]
        case None:
            return [Product.deleted_at.is_(None)]
