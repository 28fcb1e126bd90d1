"""What the person who imports has decided, apart from the mapping."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool


class Mode(StrEnum):
    """Which rows write: known SKUs are skipped by `create`, unknown ones by `update`."""

    UPSERT = "upsert"
    CREATE = "create"
    UPDATE = "update"


class OnDuplicate(StrEnum):
    """Which of several valid rows with one SKU goes in."""

    LAST = "last"
    FIRST = "first"
    REJECT = "reject"


class Blank(StrEnum):
    """What a blank cell of a mapped column does to a field that has a value."""

    KEEP = "keep"
    CLEAR = "clear"


def _number(value: object) -> object:
    """Pydantic would take `true` for 1 and a text of digits for their number."""
    if isinstance(value, bool | str):
        raise ValueError("it is not a number")
    return value


WHOLE = BeforeValidator(_number)
"""For a whole number of JSON, which may be written as `20.0`; named last, or the bounds would not be documented."""

NumberFormat = Literal["point", "comma"]


class ImportOptions(BaseModel):
    """How an import treats its rows. `blank` is one rule for all columns or one for each column by its key.

    `number_format` null is the one detected for the upload. A price that moves by more than `price_alert_percent`, and
    products missing from the file beyond `missing_alert_percent` of the catalogue, are warned of.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    mode: Mode = Mode.UPSERT
    on_duplicate: OnDuplicate = OnDuplicate.LAST
    blank: Blank | dict[str, Blank] = Blank.CLEAR
    on_error: Literal["skip", "abort"] = "skip"
    max_errors: Annotated[int, Field(ge=0, le=1_000_000_000), WHOLE] | None = None
    number_format: NumberFormat | None = None
    missing: Literal["ignore", "deactivate", "delete"] = "ignore"
    dry_run: StrictBool = False
    confirm: StrictBool = False
    price_alert_percent: Annotated[int, Field(ge=1, le=1_000_000), WHOLE] | None = 50
    missing_alert_percent: Annotated[int, Field(ge=0, le=100), WHOLE] = 20

    def blank_rule(self, column: str) -> Blank:
        """The rule for the column with this key; a column that is not named is cleared."""
        return self.blank.get(column, Blank.CLEAR) if isinstance(self.blank, dict) else self.blank

    @property
    def rejects_allowed(self) -> int | None:
        """How many rejected rows an import may have before nothing of it goes in; None for any number."""
        return (self.max_errors or 0) if self.on_error == "abort" else self.max_errors
