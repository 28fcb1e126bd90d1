"""Which options an import takes, and that none is silently ignored."""

from typing import Any

import pytest
from pydantic import ValidationError

from product_importer.imports.options import Blank, ImportOptions, Mode, OnDuplicate


def test_the_defaults_are_those_of_the_documentation() -> None:
    options = ImportOptions()
    assert (options.mode, options.on_duplicate, options.blank) == (Mode.UPSERT, OnDuplicate.LAST, Blank.CLEAR)


def test_blank_is_one_rule_or_one_for_each_column() -> None:
    assert ImportOptions(blank=Blank.KEEP).blank_rule("Title") == Blank.KEEP
    each = ImportOptions.model_validate({"blank": {"Title": "keep"}})
    assert (each.blank_rule("Title"), each.blank_rule("Price")) == (Blank.KEEP, Blank.CLEAR)


@pytest.mark.parametrize(
    "options",
    [
        {"on_error": "abort"},
        {"max_errors": 5},
        {"number_format": "comma"},
        {"missing": "delete"},
        {"dry_run": True},
        {"confirm": True},
    ],
)
def test_an_option_that_is_not_carried_out_yet_is_refused_by_name(options: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=f"`{next(iter(options))}`: not available in this version"):
        ImportOptions.model_validate(options)


def test_giving_their_defaults_is_fine() -> None:
    given = {"on_error": "skip", "missing": "ignore", "dry_run": False, "confirm": False, "number_format": None}
    assert ImportOptions.model_validate(given) == ImportOptions()


@pytest.mark.parametrize("options", [{"mdoe": "create"}, {"mode": "replace"}, {"blank": "erase"}])
def test_a_misspelled_option_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ImportOptions.model_validate(options)
