"""Shapes of a product in the API."""

from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, model_validator

from product_importer.core.pagination import DEFAULT_LIMIT, MAX_LIMIT
from product_importer.products.fields import (
    Active,
    AttributeChanges,
    Attributes,
    Description,
    Name,
    Price,
    PriceText,
    Sku,
    UtcTime,
)
from product_importer.products.filters import ProductFilters
from product_importer.products.sorting import Sort

# What a client that read a product sends back with it; it cannot be set, and is no mistake either.
_READ_ONLY = frozenset({"id", "created_at", "updated_at", "deleted_at"})

# A default of None would show in OpenAPI as a value that may be sent.
_UNSET: Any = None


class ProductView(BaseModel):
    """One product; `deleted_at` is null unless it is in the trash."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    sku: str
    name: str
    description: str | None
    price: PriceText | None
    active: bool
    attributes: dict[str, str]
    created_at: UtcTime
    updated_at: UtcTime
    deleted_at: UtcTime | None


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _writable(cls, data: Any) -> Any:
        return {key: data[key] for key in data if key not in _READ_ONLY} if isinstance(data, dict) else data


class ProductCreate(_Input):
    """A new product."""

    sku: Sku
    name: Name
    description: Description = None
    price: Price = None
    active: Active = Field(default=True, validation_alias=AliasChoices("active", "is_active"))
    attributes: Attributes = {}


class ProductReplace(ProductCreate):
    """A whole product in place of the one there: what is left out is cleared, `active` becomes true."""


class ProductValues(_Input):
    """Fields to change, the SKU aside: what is left out stays, null clears; an attribute that is null is removed."""

    name: Name = Field(default_factory=lambda: _UNSET)
    description: Description = Field(default_factory=lambda: _UNSET)
    price: Price = Field(default_factory=lambda: _UNSET)
    active: Active = Field(default_factory=lambda: _UNSET, validation_alias=AliasChoices("active", "is_active"))
    attributes: AttributeChanges = Field(default_factory=lambda: _UNSET)


class ProductPatch(ProductValues):
    """Fields to change: what is left out stays, null clears; an attribute that is null or empty is removed."""

    sku: Sku = Field(default_factory=lambda: _UNSET)


class ProductListQuery(ProductFilters):
    """Which products, in which order, and which page of them; with `cursor`, `page` is ignored."""

    sort: Sort = Field(default="-created_at", description="A leading `-` sorts downwards; nulls come last.")
    page: int = Field(default=1, ge=1, le=1_000_000_000)
    limit: int = Field(default=DEFAULT_LIMIT, ge=1, le=MAX_LIMIT)
    cursor: str | None = Field(default=None, max_length=4000, description="`next_cursor` of the page before.")


class AttributeInUse(BaseModel):
    """An attribute that products have, and how many of them."""

    name: str
    filled: float = Field(ge=0, le=1, description="The share of the products looked at that have it.")


class AttributesInUse(BaseModel):
    """The attributes there are to choose from, the most common first, by a sample of the catalogue."""

    items: list[AttributeInUse]
