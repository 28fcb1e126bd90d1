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
    ("given", "allowed"),
    [
        ({}, None),
        ({"max_errors": 5}, 5),
        ({"on_error": "abort"}, 0),
        ({"on_error": "abort", "max_errors": 5}, 5),
    ],
)
def test_how_many_rejects_an_import_may_have(given: dict[str, Any], allowed: int | None) -> None:
    assert ImportOptions.model_validate(given).rejects_allowed == allowed


@pytest.mark.parametrize(
    "wrong",
    [
        {"on_error": "stop"},
        {"max_errors": -1},
        {"number_format": "1.234,56"},
        {"missing": "purge"},
        {"price_alert_percent": 0},
        {"missing_alert_percent": 101},
        {"missing_alert_percent": True},
        {"max_errors": "5"},
        {"confirm": "yes"},
    ],
)
def test_an_option_that_means_nothing_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ImportOptions.model_validate(wrong)


def test_giving_their_defaults_is_fine() -> None:
    given = {"on_error": "skip", "missing": "ignore", "dry_run": False, "confirm": False, "number_format": None}
    assert ImportOptions.model_validate(given) == ImportOptions()


@pytest.mark.parametrize("options", [{"mdoe": "create"}, {"mode": "replace"}, {"blank": "erase"}])
def test_a_misspelled_option_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ImportOptions.model_validate(options)
