"""The rules of each field of a webhook as the API takes it."""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PlainValidator, StrictInt, StrictStr, WithJsonSchema

from product_importer.core.settings import get_settings
from product_importer.outgoing.urls import URL_MAX, UrlRefused, check_url
from product_importer.products.fields import WHOLE, error, storable
from product_importer.products.patterns import STORABLE
from product_importer.webhooks import own_headers
from product_importer.webhooks.catalogue import CATALOGUE, PATTERN, matched
from product_importer.webhooks.signing import check_secret

SECRET_MAX = 500

DEFAULT_RETRIES = 8
DEFAULT_TIMEOUT_SECONDS = 30
DEFAULT_RATE_PER_HOUR = 1_000

ImportMode = Literal["each", "batch", "digest"]


def _url(url: str) -> str:
    try:
        check_url(url, get_settings().webhook_allowed_cidrs)
    except UrlRefused as refused:
        raise error(refused.code, str(refused)) from refused
    return url


def _events(patterns: list[str]) -> list[str]:
    for pattern in patterns:
        if re.fullmatch(PATTERN, pattern) is None:
            known = ", ".join(name for name in CATALOGUE if matched([name]))
            raise error("event_unknown", f"{pattern} means no event. Choose among *, product.*, import.*, {known}.")
    return list(dict.fromkeys(patterns))


def _headers(headers: dict[str, str | None]) -> dict[str, str | None]:
    try:
        own_headers.check_headers(headers)
    except ValueError as wrong:
        raise error("header_invalid", str(wrong)) from wrong
    return headers


def _secret(secret: Any) -> str | bool:
    return False if secret is False else _own_secret(secret)


def _own_secret(secret: Any) -> str:
    try:
        if not isinstance(secret, str) or len(secret) > SECRET_MAX:
            raise ValueError(f"it is no text of at most {SECRET_MAX} characters")
        check_secret(storable(secret))
    except ValueError as wrong:
        raise error("secret_invalid", f"The secret cannot be used: {wrong}. Leave it out to have one made.") from wrong
    return secret


def _description(text: str | None) -> str | None:
    return text if text is not None and storable(text).strip() else None


Url = Annotated[
    StrictStr,
    AfterValidator(_url),
    Field(
        examples=["https://example.com/hooks/products"],
        description="https:// or http://, of a host on the public Internet, without user name, password or fragment.",
        json_schema_extra={"maxLength": URL_MAX, "pattern": "^https?://"},
    ),
]
Events = Annotated[
    list[Annotated[StrictStr, Field(json_schema_extra={"pattern": PATTERN})]],
    Field(min_length=1, max_length=50, examples=[["product.*", "import.completed"]]),
    AfterValidator(_events),
]
WebhookDescription = (
    Annotated[StrictStr, Field(max_length=1_000, json_schema_extra={"pattern": STORABLE}), AfterValidator(_description)]
    | None
)
Headers = Annotated[
    dict[
        StrictStr,
        Annotated[StrictStr, Field(json_schema_extra={"pattern": own_headers.VALUE})] | None,
    ],
    Field(
        max_length=own_headers.HEADERS_MOST,
        examples=[{"X-Shop": "north"}],
        description="Sent with every request. A value whose name says that it is a secret is shown as null ever after; "
        "null keeps the value that is there.",
        json_schema_extra={"propertyNames": {"pattern": own_headers.NAME}},
    ),
    AfterValidator(_headers),
]
Retries = Annotated[StrictInt, Field(ge=0, le=20), WHOLE]
TimeoutSeconds = Annotated[StrictInt, Field(ge=1, le=60), WHOLE]
RatePerHour = Annotated[StrictInt, Field(ge=1, le=10_000_000), WHOLE]
_SECRET_TEXT = {"type": "string", "minLength": 16, "maxLength": SECRET_MAX, "pattern": STORABLE}
Secret = Annotated[
    str | bool,
    PlainValidator(_secret),
    WithJsonSchema(
        {
            "anyOf": [_SECRET_TEXT, {"const": False}],
            "description": "Text of at least 16 bytes; `false` for none. Left out, one is made for a new webhook.",
        }
    ),
]
NextSecret = Annotated[
    str,
    PlainValidator(_own_secret),
    WithJsonSchema({**_SECRET_TEXT, "description": "Text of at least 16 bytes. Left out, one is made."}),
]
