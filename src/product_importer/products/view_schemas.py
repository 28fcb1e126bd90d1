"""Shapes of saved views in the API."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictStr, StringConstraints

from product_importer.products.fields import UtcTime, error, storable
from product_importer.products.patterns import NOT_BLANK, STORABLE

NAME_MAX = 100


def _each_once(columns: list[str]) -> list[str]:
    if len(set(columns)) < len(columns):
        raise error("column_duplicate", "A column is named twice. Name each once.")
    return columns


_STORABLE: dict[str, Any] = {"pattern": STORABLE}

ViewName = Annotated[
    StrictStr,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_MAX),
    Field(json_schema_extra={"pattern": NOT_BLANK}),
    AfterValidator(storable),
]
Parameter = Annotated[
    StrictStr, Field(min_length=1, max_length=1_000, json_schema_extra=_STORABLE), AfterValidator(storable)
]
Value = Annotated[StrictStr, Field(max_length=4_000, json_schema_extra=_STORABLE), AfterValidator(storable)]


class ViewInput(BaseModel):
    """What to look at again: the list's parameters as in its address, and the columns from left to right."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[ViewName, Field(description="Unique, whatever the case.", examples=["Rugs without a price"])]
    search: Annotated[
        dict[Parameter, Value],
        # Names that do not match their pattern would be allowed with any value.
        Field(
            max_length=100,
            examples=[{"q": "rug", "sort": "-price"}],
            json_schema_extra={"additionalProperties": False},
        ),
    ] = {}
    columns: Annotated[
        list[Parameter],
        Field(max_length=1_000, json_schema_extra={"uniqueItems": True}, examples=[["sku", "attributes.colour"]]),
        AfterValidator(_each_once),
    ] = []


class View(BaseModel):
    """A saved view of the list of products."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    name: str
    search: dict[str, str]
    columns: list[str]
    created_by: str
    created_at: UtcTime
    updated_at: UtcTime


class Views(BaseModel):
    """All saved views, by name."""

    items: list[View]
