"""What a new file is taken for: the mended rejects of an import, the file of a saved profile, or a stranger."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.imports import profiles
from product_importer.imports import upload_repository as repository
from product_importer.imports.file_format import Column, Format
from product_importer.imports.mapping import Targets, merged
from product_importer.imports.models import Import, Profile
from product_importer.imports.options import ImportOptions
from product_importer.imports.reject_files import IMPORT_COLUMN
from product_importer.imports.suggestion import suggest


@dataclass(frozen=True, slots=True)
class Recognised:
    """Where the columns go and how rows are treated if nobody says otherwise, and whence that is known."""

    mapping: Targets
    options: ImportOptions = field(default_factory=ImportOptions)
    profile_id: UUID | None = None
    retry_of: UUID | None = None


def recognise(session: Session, columns: Sequence[Column]) -> Recognised:
    """What to suggest for a file with these columns."""
    suggested = suggest(columns)
    keys = [column.key for column in columns]
    if (former := _retried(session, columns)) is not None:
        return _as_before(former, keys, suggested)
    if (profile := profiles.find(session, keys)) is not None:
        return _as_saved(profile, keys, suggested)
    return Recognised(suggested)


def _retried(session: Session, columns: Sequence[Column]) -> Import | None:
    """The import whose rejects these are: its id stands in every row, so in each cell of the sample."""
    values = {value for column in columns if column.key == IMPORT_COLUMN for value in column.sample}
    if len(values) != 1:
        return None
    try:
        return repository.find_import(session, UUID(values.pop()))
    except ValueError:
        return None


def _as_before(former: Import, keys: Sequence[str], suggested: Targets) -> Recognised:
    """What the import was started with, apart from `missing`: the rejects alone are not the catalogue."""
    given = {key: target for key, target in former.mapping.items() if key in keys}
    options = ImportOptions.model_validate(former.options)
    numbers = options.number_format or Format.model_validate(former.format).number_format
    settled = {"missing": "ignore", "number_format": numbers, "blank": _known_blanks(options, keys)}
    return Recognised(merged(keys, suggested, given), options.model_copy(update=settled), retry_of=former.id)


def _as_saved(profile: Profile, keys: Sequence[str], suggested: Targets) -> Recognised:
    options = ImportOptions.model_validate(profile.options)
    return Recognised(merged(keys, suggested, profile.mapping), options, profile_id=profile.id)


def _known_blanks(options: ImportOptions, keys: Sequence[str]) -> object:
    if not isinstance(options.blank, dict):
        return options.blank
    return {key: rule for key, rule in options.blank.items() if key in keys}
