"""Headers of a user's own that go with every request: which may be given, and which are shown again."""

import re
from collections.abc import Mapping

HEADERS_MOST = 50
NAME = r"^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$"
VALUE = r"^[!-~]([ -~]{0,3998}[!-~])?$"

# What frames a request, routes it, or is said of every message: a second one would be read differently by another.
_RESERVED = re.compile(
    r"host|content-.*|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect|date|via|user-agent"
    r"|accept-encoding|proxy-.*|http2-settings|forwarded|x-forwarded-.*|webhook-.*|x-webhook-.*"
)
_SECRET = re.compile(r"auth|token|secret|key|passw|cookie|credential|signature|session|bearer", re.IGNORECASE)

Shown = dict[str, str | None]


def check_headers(headers: Mapping[str, str | None]) -> None:
    """Raise ValueError for headers that would change how the request is read."""
    if len({name.lower() for name in headers}) < len(headers):
        raise ValueError("Two headers have the same name. Keep one of them.")
    for name, value in headers.items():
        if re.fullmatch(NAME, name) is None:
            raise ValueError(f"{name[:100]!r} is no name of a header. Use letters, digits and hyphens.")
        if _RESERVED.fullmatch(name.lower()):
            raise ValueError(f"The header {name} is set here, or by a proxy. Choose another name.")
        if value is not None and re.fullmatch(VALUE, value) is None:
            raise ValueError(f"The value of {name} must be 1 to 4,000 visible ASCII characters.")


def shown(headers: Mapping[str, str]) -> Shown:
    """The headers as they may be seen: null in the place of a value that, by its name, is a secret."""
    return {name: None if _SECRET.search(name) else value for name, value in headers.items()}


def merged(given: Mapping[str, str | None], kept: Mapping[str, str]) -> dict[str, str]:
    """The headers to keep: null stands for the value that is there already, so that what was read can be sent back."""
    known = {name.lower(): value for name, value in kept.items()}
    chosen = {name: known.get(name.lower()) if value is None else value for name, value in given.items()}
    return {name: value for name, value in chosen.items() if value is not None}
