"""The rules of each field as the API takes it: types that parse, check and describe one value."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    StrictBool,
    StrictStr,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from product_importer.core.settings import get_settings
from product_importer.products import patterns
from product_importer.products.limits import NAME_MAX, PRICE_DECIMALS, PRICE_INTEGER_DIGITS, SKU_MAX

_PRICE = re.compile(rf"\+?(?:0*[0-9]{{1,{PRICE_INTEGER_DIGITS}}}(?:\.[0-9]+)?|\.[0-9]+)")
_PRICE_LIMIT = Decimal(10) ** PRICE_INTEGER_DIGITS
_PRICE_STEP = Decimal(1).scaleb(-PRICE_DECIMALS)


def error(code: str, message: str) -> PydanticCustomError:
    """A field error whose type is the stable code that clients see."""
    return PydanticCustomError(code, message)


def required(code: str, message: str) -> Callable[[Any], Any]:
    """A validator that refuses null with `code`."""

    def check(value: Any) -> Any:
        if value is None:
            raise error(code, message)
        return value

    return check


def storable(value: str) -> str:
    """The text itself, if PostgreSQL can store it: no NUL, and no half of a surrogate pair, which is no character."""
    if "\0" in value:
        raise error("nul_byte", "The text holds a NUL character. Remove it.")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise error("undecodable", "The text holds half of a surrogate pair. Remove it.")
    return value


def _sku(value: str) -> str:
    sku = storable(value).strip()
    if not sku:
        raise error("sku_required", "The SKU is blank. Fill it in.")
    if len(sku) > SKU_MAX:
        raise error("sku_too_long", f"The SKU has {len(sku)} characters. Shorten it to {SKU_MAX}.")
    if any(unicodedata.category(character) == "Cc" for character in sku):
        raise error("sku_invalid", "The SKU holds a control character, such as a tab or a line break. Remove it.")
    pattern = get_settings().sku_pattern
    if pattern is not None and _compiled(pattern).fullmatch(sku) is None:
        raise error("sku_invalid", "The SKU does not have the form that SKU_PATTERN asks for. Write it in that form.")
    return sku


@lru_cache(maxsize=1)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _name(value: str) -> str:
    if not storable(value).strip():
        raise error("name_required", "The name is blank. Fill it in.")
    if len(value) > NAME_MAX:
        raise error("name_too_long", f"The name has {len(value)} characters. Shorten it to {NAME_MAX}.")
    return value


def _description(value: str) -> str | None:
    """Blank is none, as in an imported file, so that an export imported back changes nothing."""
    return value if storable(value).strip() else None


def _price(value: Any) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, str):
        price = _price_in_text(value)
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        price = _price_in_number(value)
    else:
        raise error("price_invalid", "The price is not a number. Write it as a string such as `1234.56`.")
    return price.quantize(_PRICE_STEP)


def _price_in_text(text: str) -> Decimal:
    if text.startswith("-"):
        raise error("price_invalid", "The price is negative. Write a price of 0 or more.")
    if _PRICE.fullmatch(text) is None:
        raise error(
            "price_invalid",
            f"This is not a price. Write it as `1234.56`, with at most {PRICE_INTEGER_DIGITS} digits before the point.",
        )
    if len(text.partition(".")[2]) > PRICE_DECIMALS:
        raise _too_precise()
    return Decimal(text)


def _price_in_number(number: int | float | Decimal) -> Decimal:
    # The shortest text that reads back as the same float is what its writer meant: 0.1, not 0.1000000000000000055.
    price = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    if not price.is_finite() or price < 0 or price >= _PRICE_LIMIT:
        raise error("price_invalid", f"The price must be 0 or more and below {_PRICE_LIMIT}.")
    if price.quantize(_PRICE_STEP) != price:
        raise _too_precise()
    return abs(price)


def _too_precise() -> PydanticCustomError:
    return error(
        "price_precision", f"The price has more than {PRICE_DECIMALS} decimals. Round it, nothing is rounded here."
    )


def format_price(price: Decimal) -> str:
    """At least two decimals, no more zeros than that: `12.50`, `0.0035`."""
    whole, _, decimals = f"{price:f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def _attributes(values: dict[str, str | None]) -> dict[str, str | None]:
    """Trimmed names; a blank value becomes null, which means absent."""
    trimmed: dict[str, str | None] = {}
    for key, value in values.items():
        name = storable(key).strip()
        if not name:
            raise error("attribute_name_required", "An attribute has a blank name. Name it or leave it out.")
        if name in trimmed:
            raise error("attribute_duplicate", "Two attributes have the same name. Keep one of them.")
        trimmed[name] = value if value is not None and storable(value).strip() else None
    return trimmed


def _present(values: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}


def _whole(value: Any) -> Any:
    """JSON has one kind of number: `8.0` is the integer 8."""
    if isinstance(value, Decimal):
        # What has more digits than any limit allows stays as it is, and is refused.
        value = float(value)
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


_STORABLE: dict[str, Any] = {"pattern": patterns.STORABLE}

Sku = Annotated[
    StrictStr,
    BeforeValidator(required("sku_required", "A product needs a SKU. Fill it in.")),
    AfterValidator(_sku),
    Field(
        examples=["SKU-0001"],
        description="1 to 255 characters without control characters; one live product whatever its case.",
        json_schema_extra={"minLength": 1, "maxLength": SKU_MAX, "pattern": patterns.SKU},
    ),
]
Name = Annotated[
    StrictStr,
    BeforeValidator(required("name_required", "A product needs a name. Fill it in.")),
    AfterValidator(_name),
    Field(
        examples=["Wool blanket"],
        json_schema_extra={"minLength": 1, "maxLength": NAME_MAX, "pattern": patterns.NOT_BLANK},
    ),
]
Description = Annotated[StrictStr, AfterValidator(_description), Field(json_schema_extra=_STORABLE)] | None
Price = Annotated[
    Decimal | None,
    BeforeValidator(_price),
    # As a client sees prices everywhere, where its own request is shown to it.
    PlainSerializer(format_price, return_type=str, when_used="json-unless-none"),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": patterns.PRICE},
                {"type": "number", "minimum": 0, "exclusiveMaximum": 10**PRICE_INTEGER_DIGITS, "multipleOf": 0.0001},
                {"type": "null"},
            ],
            "description": "At most ten digits before and four after the point.",
            "examples": ["12.50"],
        }
    ),
]
Active = Annotated[
    StrictBool, BeforeValidator(required("active_invalid", "A product is active or not. Write `true` or `false`."))
]
_Texts = dict[StrictStr, Annotated[StrictStr, Field(json_schema_extra=_STORABLE)] | None]
_NAMES: dict[str, Any] = {"propertyNames": {"pattern": patterns.NOT_BLANK}}
AttributeChanges = Annotated[_Texts, AfterValidator(_attributes), Field(json_schema_extra=_NAMES)]
Attributes = Annotated[
    _Texts,
    AfterValidator(_attributes),
    AfterValidator(_present),
    Field(
        examples=[{"colour": "red"}],
        description="Texts by name; an empty one is the same as none.",
        json_schema_extra=_NAMES,
    ),
]

PriceText = Annotated[
    Decimal,
    PlainSerializer(format_price, return_type=str),
    Field(examples=["12.50"], description="At least two decimals."),
]
WHOLE = BeforeValidator(_whole)
UtcTime = Annotated[datetime, AfterValidator(_in_utc)]
