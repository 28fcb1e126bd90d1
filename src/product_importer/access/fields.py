"""The rules of what is sent about people and keys."""

import re
import unicodedata
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, SecretStr, StrictStr
from pydantic_core import PydanticCustomError

EMAIL_MAX = 254
NAME_MAX = 100
# Longer than any password that is taken, so that it is told by its own rule; and no longer, because it is hashed.
PASSWORD_MAX = 1_000
TOKEN_MAX = 200

_CONTROL = r"\u0000-\u001f\u007f-\u009f"
_BLANK = r"\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
# The same in Python and in the document, whose patterns are those of JavaScript.
_EMAIL = rf"^[^@{_CONTROL}{_BLANK}]+@[^@{_CONTROL}{_BLANK}]+$"
_NAME = rf"^[^{_CONTROL}]*[^{_CONTROL}{_BLANK}][^{_CONTROL}]*$"


def email_key(email: str) -> str:
    """By what an address is one: its lower case."""
    return unicodedata.normalize("NFC", email.strip()).lower()


def is_email(text: str) -> bool:
    """Whether it may be an address."""
    return re.fullmatch(_EMAIL, text) is not None


def _email(text: str) -> str:
    found = unicodedata.normalize("NFC", text)
    if not is_email(found):
        raise PydanticCustomError("email_invalid", "This is no e-mail address. Write it as name@example.com.")
    return found


def _name(text: str) -> str:
    found = text.strip()
    if not re.fullmatch(_NAME, text):
        raise PydanticCustomError("name_invalid", "A name has 1 to 100 characters, none of them a control character.")
    return found


def _text(secret: SecretStr) -> SecretStr:
    """JSON can spell half a character, which no keyboard writes and no hash takes."""
    try:
        secret.get_secret_value().encode()
    except UnicodeEncodeError as half:
        raise PydanticCustomError("not_text", "This is no text in Unicode. Type it again.") from half
    return secret


def _written(value: Any) -> Any:
    """A time as RFC 3339 has it; a number would be taken for seconds since 1970."""
    if isinstance(value, datetime) or (isinstance(value, str) and "T" in value.upper()):
        return value
    raise PydanticCustomError("time_invalid", "This is no time. Write it as 2026-11-21T10:00:00Z.")


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as beyond:
        raise PydanticCustomError("time_invalid", "This time is beyond the calendar. Write another.") from beyond


Email = Annotated[
    StrictStr,
    Field(max_length=EMAIL_MAX, examples=["owner@example.com"], json_schema_extra={"pattern": _EMAIL}),
    AfterValidator(_email),
]
Name = Annotated[
    StrictStr,
    Field(min_length=1, max_length=NAME_MAX, examples=["Shop Owner"], json_schema_extra={"pattern": _NAME}),
    AfterValidator(_name),
]
Password = Annotated[SecretStr, Field(max_length=PASSWORD_MAX), AfterValidator(_text)]
Token = Annotated[SecretStr, Field(min_length=1, max_length=TOKEN_MAX), AfterValidator(_text)]
UtcTime = Annotated[AwareDatetime, AfterValidator(_in_utc)]
Moment = Annotated[UtcTime, BeforeValidator(_written)]
