"""The rules of what is sent about people and keys."""

import re
import unicodedata
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field, SecretStr, StrictStr
from pydantic_core import PydanticCustomError

EMAIL_MAX = 254
NAME_MAX = 100
# Longer than any password that is taken, so that it is told by its own rule; and no longer, because it is hashed.
PASSWORD_MAX = 1_000
TOKEN_MAX = 200

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


def email_key(email: str) -> str:
    """By what an address is one: its lower case."""
    return unicodedata.normalize("NFC", email.strip()).lower()


def _email(text: str) -> str:
    found = unicodedata.normalize("NFC", text.strip())
    if not _EMAIL.fullmatch(found) or not found.isprintable():
        raise PydanticCustomError("email_invalid", "This is no e-mail address. Write it as name@example.com.")
    return found


def _name(text: str) -> str:
    found = text.strip()
    if not found or not found.isprintable():
        raise PydanticCustomError("name_invalid", "A name has 1 to 100 characters, none of them a control character.")
    return found


def _text(secret: SecretStr) -> SecretStr:
    """JSON can spell half a character, which no keyboard writes and no hash takes."""
    try:
        secret.get_secret_value().encode()
    except UnicodeEncodeError as half:
        raise PydanticCustomError("not_text", "This is no text in Unicode. Type it again.") from half
    return secret


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Email = Annotated[
    StrictStr,
    Field(max_length=EMAIL_MAX, examples=["ann@example.com"], json_schema_extra={"pattern": r"^[^@\s]+@[^@\s]+$"}),
    AfterValidator(_email),
]
Name = Annotated[StrictStr, Field(min_length=1, max_length=NAME_MAX, examples=["Ann Example"]), AfterValidator(_name)]
Password = Annotated[SecretStr, Field(max_length=PASSWORD_MAX), AfterValidator(_text)]
Token = Annotated[SecretStr, Field(min_length=1, max_length=TOKEN_MAX), AfterValidator(_text)]
UtcTime = Annotated[AwareDatetime, AfterValidator(_in_utc)]
