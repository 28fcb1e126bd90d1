"""Which headers usually mean which field."""

import re
from functools import cache
from importlib.resources import files
from unicodedata import normalize

import yaml

_SEPARATORS = re.compile(r"[\s_\-.:]+")


@cache
def aliases() -> dict[str, dict[str, int]]:
    """For each field its headers, in the form of `folded`, with their rank: 0 is the surest."""
    source = files("product_importer.imports").joinpath("aliases.yaml").read_text(encoding="utf-8")
    return {field: {folded(name): rank for rank, name in enumerate(names)} for field, names in _load(source).items()}


def folded(header: str) -> str:
    """A header as it is compared: case, separators and padding do not count."""
    return _SEPARATORS.sub(" ", normalize("NFC", header)).strip().casefold()


def is_known_header(header: str) -> bool:
    """Whether the header names a field."""
    return any(folded(header) in names for names in aliases().values())


def _load(source: str) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = yaml.safe_load(source)
    return fields
