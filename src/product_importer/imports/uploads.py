"""Uploads: files in storage, what was found out about them, and how long they are kept."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.core.errors import Conflict, NotFound
from product_importer.core.storage import Storage
from product_importer.imports import repository
from product_importer.imports import upload_repository as lookup
from product_importer.imports.detection import detect
from product_importer.imports.file_format import Format, FormatOverrides
from product_importer.imports.models import Import, Profile, Upload
from product_importer.imports.options import ImportOptions
from product_importer.imports.recognition import recognise
from product_importer.imports.stored_file import StoredFile
from product_importer.imports.upload_schemas import FileFormat, ProfileName, UploadColumn, UploadView, UploadWarning
from product_importer.imports.upload_warnings import format_warnings, same_bytes_warning


def add(session: Session, stored: StoredFile, file_format: Format, created_by: str) -> Upload:
    """Register a file whose bytes are in storage and whose format is known."""
    upload = Upload(
        id=stored.id,
        filename=stored.filename,
        size_bytes=stored.size_bytes,
        sha256=stored.sha256,
        storage_key=stored.storage_key,
        created_by=created_by,
    )
    _describe(session, upload, file_format)
    session.add(upload)
    session.flush()
    return upload


def look_again(session: Session, storage: Storage, upload_id: UUID, overrides: FormatOverrides) -> Upload:
    """Read an upload as `overrides` says: those set replace the former ones, and None takes one back.

    Raises NotFound, Conflict `upload_expired`, and what detection raises for a file that cannot be read that way.
    """
    upload = get(session, upload_id, lock=True)
    check_kept(upload)
    wanted = (upload.overrides or {}) | overrides.model_dump(exclude_unset=True)
    upload.overrides = {name: value for name, value in wanted.items() if value is not None}
    chosen = FormatOverrides.model_validate(upload.overrides)
    _describe(session, upload, detect(lambda: storage.open(upload.storage_key), upload.filename, chosen))
    session.flush()
    return upload


def _describe(session: Session, upload: Upload, file_format: Format) -> None:
    found = recognise(session, file_format.columns)
    upload.format = file_format.model_dump(mode="json")
    upload.suggested_mapping = dict(found.mapping)
    upload.suggested_options = found.options.model_dump(mode="json")
    upload.profile_id, upload.retry_of = found.profile_id, found.retry_of
    earlier = lookup.last_import_of(session, upload.sha256)
    warnings = [same_bytes_warning(*earlier)] if earlier else []
    warnings += format_warnings(file_format, found.mapping)
    upload.warnings = [warning.model_dump(mode="json") for warning in warnings]


def get(session: Session, upload_id: UUID, *, lock: bool = False) -> Upload:
    """One upload, its row locked until commit when asked; raises NotFound."""
    upload = session.get(Upload, upload_id, with_for_update=lock)
    if upload is None:
        raise NotFound("upload_not_found", f"There is no upload {upload_id}. Upload the file again.")
    return upload


def check_kept(upload: Upload) -> None:
    """Raises Conflict when the bytes are no longer in storage."""
    if upload.removed_at is not None:
        raise Conflict("upload_expired", "This file is no longer kept. Upload it again.")


def suggested_options(upload: Upload) -> ImportOptions:
    """The options that an upload suggests: the defaults, a profile's, or those of the import it retries."""
    return ImportOptions.model_validate(upload.suggested_options or {})


def attempt(session: Session, retry_of: UUID | None) -> int:
    """Which attempt an import is: 1, or one more than the import whose rejects it brings again."""
    return 1 if retry_of is None else session.get_one(Import, retry_of).retry_attempt + 1


def view(session: Session, upload: Upload) -> UploadView:
    """An upload as the API shows it."""
    file_format = Format.model_validate(upload.format)
    profile = session.get(Profile, upload.profile_id) if upload.profile_id else None
    return UploadView(
        id=upload.id,
        filename=upload.filename,
        size_bytes=upload.size_bytes,
        sha256=upload.sha256,
        format=FileFormat.model_validate(file_format.model_dump()),
        columns=[
            UploadColumn(
                key=column.key,
                header=column.header,
                sample=column.sample,
                suggestion=upload.suggested_mapping.get(column.key),
            )
            for column in file_format.columns
        ],
        suggested_mapping=upload.suggested_mapping,
        sample=file_format.sample_rows,
        rows_estimate=file_format.rows_estimate,
        warnings=[UploadWarning.model_validate(warning) for warning in upload.warnings],
        profile=profile and ProfileName(id=profile.id, name=profile.name),
        suggested_options=suggested_options(upload),
        retry_of=upload.retry_of,
        attempt=attempt(session, upload.retry_of),
        created_at=upload.created_at,
    )


def remove_expired(session: Session, storage: Storage, now: datetime, keep_days: int) -> int:
    """Remove files that no import needs any more; returns how many."""
    expired = repository.expired_uploads(session, now - timedelta(days=keep_days))
    for upload in expired:
        storage.delete(upload.storage_key)
        upload.removed_at = now
    return len(expired)


def remove_abandoned(session: Session, storage: Storage, now: datetime, after: timedelta) -> int:
    """Remove stored files that never became an upload, because a client or this program went away."""
    old = [found.key for found in storage.objects() if found.modified < (now - after).timestamp()]
    known = lookup.known_keys(session, old)
    abandoned = [key for key in old if key not in known]
    for key in abandoned:
        storage.delete(key)
    return len(abandoned)
