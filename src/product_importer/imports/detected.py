"""What looking at a file of any kind finds out."""

from dataclasses import dataclass
from typing import Any

from product_importer.imports import errors
from product_importer.imports.file_format import FormatOverrides


@dataclass(frozen=True, slots=True)
class Detected:
    """The sample's cells by column, and in `written` the fields of a Format that its kind of file has."""

    written: dict[str, Any]
    headers: list[str]
    columns: list[list[str]]
    rows_estimate: int
    evidence: list[str]


def refuse_overrides(overrides: FormatOverrides, kind: str, *fields: str) -> None:
    """Raise ProblemError where a person chose what this kind of file does not have."""
    for field in fields:
        if getattr(overrides, field) is not None:
            raise errors.not_for_this_kind(field, kind)
