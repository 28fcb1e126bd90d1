"""Shapes of saved profiles in the API."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from product_importer.imports.mapping import Targets
from product_importer.imports.options import ImportOptions
from product_importer.products.fields import storable
from product_importer.products.patterns import NOT_BLANK


class ProfileInput(BaseModel):
    """A mapping and options to save, for files with these columns."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    name: Annotated[
        str, Field(min_length=1, max_length=200, json_schema_extra={"pattern": NOT_BLANK}), AfterValidator(storable)
    ]
    columns: Annotated[
        list[Annotated[str, Field(min_length=1, json_schema_extra={"pattern": NOT_BLANK}), AfterValidator(storable)]],
        Field(min_length=1, max_length=1000, json_schema_extra={"uniqueItems": True}),
    ]
    mapping: Targets
    options: ImportOptions = Field(default_factory=ImportOptions)

    @field_validator("columns")
    @classmethod
    def _each_once(cls, keys: list[str]) -> list[str]:
        if len(set(keys)) < len(keys):
            raise ValueError("a column is named twice")
        return keys


class ProfileView(BaseModel):
    """A saved profile, found again by the columns of a file."""

    id: UUID
    name: str
    columns: list[str]
    mapping: Targets
    options: ImportOptions
    created_at: datetime
    updated_at: datetime
