"""Which headers usually mean which field, as `aliases.yaml` lists them."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Any
from unicodedata import combining, normalize

import yaml

_SEPARATORS = re.compile(r"[\s_\-.:?*]+")
# What an export writes behind a name: Akeneo its locale, channel and currency, Vendure a language behind a colon,
# spreadsheets a currency, in brackets or as a sign. `Price EUR` is none of these: Medusa means cents by it.
_VARIANTS = re.compile(
    r"(?P<name>.+?)(?:"
    r"-[a-z]{2,3}_[A-Z]{2}(?:-\w+)?|-[A-Z]{3}|-\w+-[A-Z]{3}"
    r"|:[a-z]{2}(?:_[A-Z]{2})?"
    r"|\s*[(\[](?:in )?(?:[A-Z]{3}|[€$£¥])[)\]]|\s*(?:in )?[€$£¥]|\s+in [A-Z]{3}"
    r")"
)


class Certainty(IntEnum):
    """How far a header alone can be believed, the furthest first."""

    OWN = 0
    SURE = 1
    LIKELY = 2
    GROUP = 3


@dataclass(frozen=True, slots=True)
class Alias:
    """What a header means for a field; `rank` is its place among those of its certainty.

    A `variant` is a name with a language or currency behind it.
    """

    certainty: Certainty
    rank: int
    variant: bool = False

    @property
    def order(self) -> tuple[int, bool, int]:
        """The smallest is the surest."""
        return self.certainty, self.variant, self.rank


def alias_of(field: str, header: str) -> Alias | None:
    """What `header` says about `field`, None when it does not name it."""
    names = aliases()[field]
    if known := names.get(folded(header)):
        return known
    variant = _VARIANTS.fullmatch(header.strip())
    base = names.get(folded(variant["name"])) if variant else None
    return base and Alias(max(base.certainty, Certainty.SURE), base.rank, variant=True)


def is_known_header(header: str) -> bool:
    """Whether the header names a field."""
    return any(alias_of(field, header) for field in aliases())


def kind_of_person(header: str) -> str | None:
    """What the header says about a person, such as `phone`; None for any other."""
    return _people().get(folded(header))


def folded(header: str) -> str:
    """A header as it is compared: case, accents, separators and padding do not count."""
    plain = "".join(character for character in normalize("NFKD", header) if not combining(character))
    return _SEPARATORS.sub(" ", plain).strip().casefold()


@cache
def aliases() -> dict[str, dict[str, Alias]]:
    """For each field its headers, in the form of `folded`."""
    return {field: _ranked(lists) for field, lists in _table().items() if field != "people"}


@cache
def _people() -> dict[str, str]:
    return {folded(name): kind for kind, names in _table()["people"].items() for name in names}


def _ranked(lists: dict[str, list[str]]) -> dict[str, Alias]:
    certainties = {"sure": Certainty.SURE, "likely": Certainty.LIKELY, "groups": Certainty.GROUP}
    ranked: dict[str, Alias] = {}
    for kind, names in lists.items():
        for rank, name in enumerate(names):
            alias = Alias(certainties[kind] if ranked else Certainty.OWN, rank)
            ranked.setdefault(folded(name), alias)
    return ranked


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(
        files("product_importer.imports").joinpath("aliases.yaml").read_text(encoding="utf-8")
    )
    return table
