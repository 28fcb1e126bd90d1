"""What the phases of an import need to know of it, loaded afresh for each."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.imports.changes import Changes, changes
from product_importer.imports.detection import Format
from product_importer.imports.mapping import Mapping, resolve
from product_importer.imports.models import Import, Upload
from product_importer.imports.options import ImportOptions
from product_importer.imports.staging import Staging


@dataclass(frozen=True)
class Run:
    """One import as its rows describe it. `staged_rows` and `winning_rows` are null until that phase is done."""

    id: UUID
    attempt: int
    filename: str
    storage_key: str
    size_bytes: int
    format: Format
    mapping: Mapping
    options: ImportOptions
    read_rows: int | None
    staged_rows: int | None
    winning_rows: int | None
    plan: dict[str, Any] | None
    planned_position: int | None
    confirmed: bool
    oddities: list[dict[str, Any]]

    @property
    def staging(self) -> Staging:
        return Staging(self.id, self.attempt)

    @property
    def winners_chosen(self) -> bool:
        return self.winning_rows is not None

    @property
    def rows_counted(self) -> int | None:
        """How many rows staging must hold: all valid ones, or the winners once they are chosen."""
        return self.staged_rows if self.winning_rows is None else self.winning_rows

    @property
    def planned_winners(self) -> int:
        """The rows that the plan found to win; 0 before it is made."""
        return int(self.plan["winners"]) if self.plan else 0

    @property
    def waits(self) -> bool:
        """Whether the plan has to be confirmed before it is applied, and is not yet."""
        return bool(self.plan and self.plan["needs_confirmation"]) and not self.confirmed

    @property
    def missing_blocked(self) -> bool:
        """Whether a row that cannot be read keeps products from being taken for missing."""
        return bool(self.plan and self.plan.get("missing_blocked"))

    @property
    def rejects_depend_on_catalogue(self) -> bool:
        """Whether a row without a name is rejected only where it would create a product."""
        return self.changes.needs_name and self.changes.creates

    @property
    def changes(self) -> Changes:
        """What a staged row does to a product."""
        return changes(self.mapping, self.options, [column.key for column in self.format.columns])

    @property
    def column_headers(self) -> dict[str, str | None]:
        """The header of the column that each mapped field comes from, for messages."""
        return {field: self.format.columns[index].key for field, index in self.mapping.fields.items()}

    def without_staging(self) -> "Run":
        """The same import with its staging taken for lost."""
        return replace(self, staged_rows=None, winning_rows=None)


def load_run(session: Session, import_id: UUID) -> Run:
    """The import as it stands in the database now."""
    found = session.get_one(Import, import_id)
    upload = session.get_one(Upload, found.upload_id)
    shape = Format.model_validate(found.format)
    return Run(
        id=found.id,
        attempt=found.attempt,
        filename=upload.filename,
        storage_key=upload.storage_key,
        size_bytes=upload.size_bytes,
        format=shape,
        mapping=resolve(shape.columns, {}, found.mapping),
        options=ImportOptions.model_validate(found.options),
        read_rows=found.read_rows,
        staged_rows=found.staged_rows,
        winning_rows=found.winning_rows,
        plan=found.plan,
        planned_position=found.planned_position,
        oddities=found.oddities or [],
        confirmed=found.plan is not None and found.confirmed_version == found.plan_version,
    )
