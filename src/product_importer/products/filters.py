"""What the list of products can be narrowed to, and the SQL conditions that do it."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from sqlalchemy import ColumnElement, Table, func, not_, or_, select

from product_importer.products.fields import error, storable
from product_importer.products.limits import PRICE_DECIMALS, PRICE_INTEGER_DIGITS
from product_importer.products.patterns import ATTRIBUTE, ATTRIBUTE_FIELD, BOUND, STORABLE
from product_importer.products.search_models import product_search, product_words
from product_importer.products.sku_key import sku_key
from product_importer.products.unread_words import has_words

_BLANKABLE = ("description", "price")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _plain(price: object) -> object:
    """A price as it is written everywhere here: no exponent, no white space."""
    if isinstance(price, str) and re.search(BOUND, price) is None:
        raise ValueError("it is not a price such as 12.50")
    return price


def _written(moment: object) -> object:
    """Pydantic would take a number for seconds since 1970."""
    if isinstance(moment, str) and _DATE.match(moment) is None:
        raise ValueError("it is not a date and time such as 2026-11-21T10:00:00Z")
    return moment


def _utc_unless_said(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _attribute_filter(name: str) -> str:
    if not name.startswith(ATTRIBUTE) or not name.removeprefix(ATTRIBUTE).strip():
        raise error("extra_forbidden", "There is no such filter. An attribute is written `attributes.<name>`.")
    return storable(name)


def _blankable(field: str) -> str:
    if field in _BLANKABLE or field.removeprefix(ATTRIBUTE).strip() not in ("", field):
        return storable(field)
    raise error("field_unknown", "Only `description`, `price` and `attributes.<name>` can be empty. Name one of them.")


Needle = Annotated[str, Field(max_length=1000, json_schema_extra={"pattern": STORABLE}), AfterValidator(storable)]
PriceBound = Annotated[
    Decimal,
    BeforeValidator(_plain),
    Field(max_digits=PRICE_INTEGER_DIGITS + PRICE_DECIMALS, decimal_places=PRICE_DECIMALS),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": BOUND, "examples": ["12.50"]},
                {
                    "type": "number",
                    "exclusiveMinimum": -(10**PRICE_INTEGER_DIGITS),
                    "exclusiveMaximum": 10**PRICE_INTEGER_DIGITS,
                    "multipleOf": 0.0001,
                },
            ]
        }
    ),
]
Moment = Annotated[datetime, BeforeValidator(_written), AfterValidator(_utc_unless_said)]
Blankable = Annotated[
    str,
    Field(max_length=1000, json_schema_extra={"pattern": rf"^(description|price)$|{ATTRIBUTE_FIELD}"}),
    AfterValidator(_blankable),
]


def _with_attributes(schema: dict[str, Any]) -> None:
    """In JSON `attributes.<name>` may stand beside the other filters."""
    schema["patternProperties"] = {ATTRIBUTE_FIELD: {"type": "string", "maxLength": 1000, "pattern": STORABLE}}
    schema["additionalProperties"] = False


class ProductFilters(BaseModel):
    """Which products; every filter that is given must hold. A time without an offset is UTC.

    `attributes.<name>` finds the products whose attribute is this text; a blank text those that have none.
    """

    model_config = ConfigDict(extra="allow", json_schema_extra=_with_attributes)

    __pydantic_extra__: dict[Annotated[str, AfterValidator(_attribute_filter)], Needle]

    q: Needle | None = Field(
        default=None,
        description="Words or beginnings of words, in any order, case and accents aside; each must stand in the SKU, "
        "name or description.",
    )
    sku: Needle | None = Field(default=None, description="Contained in the SKU, whatever the case.")
    name: Needle | None = Field(default=None, description="Contained in the name, whatever the case.")
    description: Needle | None = Field(default=None, description="Contained in the description, whatever the case.")
    active: bool | None = None
    price_min: PriceBound | None = Field(default=None, description="At least this price.")
    price_max: PriceBound | None = Field(default=None, description="At most this price.")
    created_after: Moment | None = None
    updated_after: Moment | None = None
    empty: list[Blankable] = Field(
        default=[], max_length=50, description="Fields that are empty: `description`, `price`, `attributes.<name>`."
    )
    filled: list[Blankable] = Field(default=[], max_length=50, description="Fields that are not empty.")
    trashed: Literal["only", "any"] | None = Field(
        default=None, description="`only` the trash, or `any` product; without it those that are live."
    )

    @model_validator(mode="before")
    @classmethod
    def _flat(cls, data: object) -> object:
        """In JSON attributes may also stand in an object: `{"attributes": {"colour": "red"}}`."""
        if not isinstance(data, dict) or not isinstance(data.get("attributes"), dict):
            return data
        named = {f"{ATTRIBUTE}{name}": value for name, value in data["attributes"].items()}
        return {name: value for name, value in data.items() if name != "attributes"} | named

    @property
    def attributes(self) -> dict[str, str]:
        """The texts that attributes must have, by name."""
        given = self.model_extra or {}
        return {name.removeprefix(ATTRIBUTE).strip(): text for name, text in given.items()}

    @property
    def words(self) -> str | None:
        """What `q` asks for, if anything."""
        return self.q if self.q and self.q.strip() else None

    @property
    def whole_list(self) -> bool:
        """Whether nothing but `trashed` narrows the list."""
        narrowing = ProductFilters.model_fields.keys() - {"trashed", "q"}
        return not (self.words or self.attributes) and all(getattr(self, name) in (None, [], "") for name in narrowing)


def conditions(filters: ProductFilters, table: Table) -> list[ColumnElement[bool]]:
    """The WHERE clause over `products`, or over the copy of it that is searched, to be joined by AND."""
    rest = _but_words(filters, table)
    if filters.words is None:
        return rest
    return [*rest, or_(_words(filters.words, filters.words, table), _is_exact(filters.words, table))]


def split_conditions(
    filters: ProductFilters, table: Table, rare: str
) -> tuple[list[ColumnElement[bool]], list[ColumnElement[bool]]]:
    """The same in two parts that have no row in common: the very SKU that `q` asks for, and what has its words.

    `rare` are those of its words that an index is asked for.
    """
    assert filters.words is not None
    rest, exact = _but_words(filters, table), _is_exact(filters.words, table)
    return [*rest, exact], [*rest, not_(exact), _words(filters.words, rare, table)]


def _but_words(filters: ProductFilters, table: Table) -> list[ColumnElement[bool]]:
    return [*_kept_or_trashed(filters, table), *_contained(filters, table), *_values(filters, table)]


def _is_exact(given: str, table: Table) -> ColumnElement[bool]:
    return table.c.sku_key == sku_key(given)


def _contained(filters: ProductFilters, table: Table) -> Iterator[ColumnElement[bool]]:
    if table is product_search:
        among = list(_contained(filters, product_words))
        if among:
            yield _with_words(among)
        return
    if filters.sku:
        yield table.c.sku_key.contains(sku_key(filters.sku), autoescape=True)
    if filters.name:
        yield table.c.name.icontains(filters.name, autoescape=True)
    if filters.description:
        yield table.c.description.icontains(filters.description, autoescape=True)


def _words(given: str, rare: str, table: Table) -> ColumnElement[bool]:
    if table is product_search:
        looked_up = product_words.c.words.bool_op("@@")(func.search_query(rare))
        # The function, unlike the operator, is never looked up.
        compared = func.ts_match_vq(product_words.c.words, func.search_query(given))
        return _with_words([looked_up] if rare == given else [looked_up, compared])
    return has_words(given, table)


def _with_words(among: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    found: ColumnElement[bool] = product_search.c.id.in_(select(product_words.c.id).where(*among))
    return found


def _values(filters: ProductFilters, table: Table) -> Iterator[ColumnElement[bool]]:
    if filters.active is not None:
        yield table.c.active.is_(filters.active)
    if filters.price_min is not None:
        yield table.c.price >= filters.price_min
    if filters.price_max is not None:
        yield table.c.price <= filters.price_max
    if filters.created_after is not None:
        yield table.c.created_at > filters.created_after
    if filters.updated_after is not None:
        yield table.c.updated_at > filters.updated_after
    wanted = {name: text for name, text in filters.attributes.items() if text.strip()}
    if wanted:
        yield table.c.attributes.contains(wanted)
    absent = [ATTRIBUTE + name for name, text in filters.attributes.items() if not text.strip()]
    yield from (_is_blank(field, table, blank=True) for field in [*filters.empty, *absent])
    yield from (_is_blank(field, table, blank=False) for field in filters.filled)


def _is_blank(field: str, table: Table, *, blank: bool) -> ColumnElement[bool]:
    if field == "description" and table is product_search:
        return _with_words([_is_blank(field, product_words, blank=blank)])
    if field in _BLANKABLE:
        return table.c[field].is_(None) if blank else table.c[field].is_not(None)
    present: ColumnElement[bool] = table.c.attributes.has_key(field.removeprefix(ATTRIBUTE).strip())
    return not_(present) if blank else present


def _kept_or_trashed(filters: ProductFilters, table: Table) -> list[ColumnElement[bool]]:
    match filters.trashed:
        case "any":
            return []
        case "only":
            return [table.c.deleted_at.is_not(None)]
        case None:
            return [table.c.deleted_at.is_(None)]
