"""Shapes of bulk jobs in the API."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, model_validator

from product_importer.products.fields import WHOLE, error
from product_importer.products.filters import ProductFilters
from product_importer.products.schemas import ProductValues

IDS_MAX = 10_000


class BulkAction(StrEnum):
    """What is done to each product."""

    ACTIVATE = "activate"
    DEACTIVATE = "deactivate"
    SET = "set"
    DELETE = "delete"
    RESTORE = "restore"
    PURGE = "purge"


BulkId = Annotated[StrictInt, Field(ge=1, lt=2**63), WHOLE]


class DeleteAllQuery(BaseModel):
    """The word without which nothing is deleted."""

    model_config = ConfigDict(extra="forbid")

    confirm: Literal["all"] | None = None


class BulkRequest(BaseModel):
    """What to do, and to which products: those with these `ids`, or all that `filter` finds now."""

    model_config = ConfigDict(extra="forbid")

    action: BulkAction
    ids: Annotated[list[BulkId], Field(min_length=1, max_length=IDS_MAX)] | None = None
    filter: ProductFilters | None = None
    values: ProductValues | None = Field(default=None, description="For `set`: the fields to change, the SKU aside.")
    confirm: Literal["all"] | None = Field(default=None, description="Needed where the filter narrows nothing.")

    @model_validator(mode="after")
    def _complete(self) -> "BulkRequest":
        if (self.ids is None) == (self.filter is None):
            raise error("selection_required", "Say which products: give either `ids` or `filter`.")
        if self.action == BulkAction.SET and (self.values is None or not self.values.model_fields_set):
            raise error("values_required", "Say in `values` which fields to set, and to what.")
        if self.action != BulkAction.SET and self.values is not None:
            raise error("values_unexpected", "`values` belong to the action `set`. Leave them out.")
        return self

    @property
    def everything(self) -> bool:
        """Whether it is about every product, or all of the trash."""
        if self.filter is None or self.filter.attributes:
            return False
        narrowing = type(self.filter).model_fields.keys() - {"trashed"}
        return all(_is_blank(getattr(self.filter, name)) for name in narrowing)


def _is_blank(value: object) -> bool:
    """Whether a filter of this value narrows nothing; a blank text may, but is too near to it."""
    return (
        value is None
        or (isinstance(value, str) and not value.strip())
        or (isinstance(value, list | dict) and not value)
    )


class BulkResult(BaseModel):
    """What a bulk job has done so far: `changed + unchanged + kept` is `selected` at its end."""

    action: BulkAction
    selected: int
    changed: int = 0
    unchanged: int = 0
    kept: int = 0
