"""Uploads and imports as the API sees them."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.errors import Conflict, FieldError, Invalid, NotFound
from product_importer.core.pagination import Page, page_count
from product_importer.core.storage import Storage
from product_importer.imports import repository
from product_importer.imports.detection import Format
from product_importer.imports.mapping import resolve
from product_importer.imports.models import Import, Upload
from product_importer.imports.options import ImportOptions
from product_importer.imports.records import RejectCode
from product_importer.imports.schemas import (
    Counts,
    FileFormat,
    ImportView,
    MappingInput,
    RejectView,
    UploadColumn,
    UploadView,
    UploadWarning,
    plan_view,
)
from product_importer.imports.suggestion import suggest
from product_importer.jobs import service as jobs
from product_importer.jobs.models import Job
from product_importer.jobs.schemas import JobError

if TYPE_CHECKING:
    # Only the API receives files; a worker need not load what parses them.
    from product_importer.imports.receiving import ReceivedFile

KIND = "import"
REJECTS_AT_ONCE = 1_000
REJECT_COLUMNS = ("_row", "_line", "_column", "_code", "_message")


def add_upload(session: Session, received: "ReceivedFile", shape: Format, created_by: str) -> Upload:
    """Register a file whose bytes are in storage and whose format is known."""
    suggested = suggest(shape.columns)
    upload = Upload(
        filename=received.filename,
        size_bytes=received.size_bytes,
        sha256=received.sha256,
        storage_key=received.storage_key,
        format=shape.model_dump(mode="json"),
        suggested_mapping=suggested,
        warnings=_warnings(suggested),
        created_by=created_by,
    )
    session.add(upload)
    session.flush()
    return upload


def _warnings(suggested: MappingInput) -> list[dict[str, Any]]:
    missing = [field for field in ("sku", "name") if field not in suggested.values()]
    return [
        UploadWarning(
            code=f"{field}_not_recognised",
            message=f"No column was recognised as `{field}`; choose one before you import.",
        ).model_dump(mode="json")
        for field in missing
    ]


def get_upload(session: Session, upload_id: UUID) -> Upload:
    """One upload; raises NotFound."""
    upload = session.get(Upload, upload_id)
    if upload is None:
        raise NotFound("upload_not_found", f"There is no upload {upload_id}. Upload the file again.")
    return upload


def upload_view(upload: Upload) -> UploadView:
    """An upload as the API shows it."""
    shape = Format.model_validate(upload.format)
    columns = [
        UploadColumn(
            key=column.key,
            header=column.header,
            sample=column.sample,
            suggestion=upload.suggested_mapping.get(column.key),
        )
        for column in shape.columns
    ]
    return UploadView(
        id=upload.id,
        filename=upload.filename,
        size_bytes=upload.size_bytes,
        sha256=upload.sha256,
        format=FileFormat.model_validate(shape.model_dump()),
        columns=columns,
        suggested_mapping=upload.suggested_mapping,
        sample=shape.sample_rows,
        rows_estimate=shape.rows_estimate,
        warnings=[UploadWarning.model_validate(warning) for warning in upload.warnings],
        created_at=upload.created_at,
    )


def start(
    session: Session, upload: Upload, mapping: MappingInput | None, options: ImportOptions, created_by: str
) -> Import:
    """Queue an import of `upload`; raises Invalid for a mapping that cannot be, Conflict when the file is gone."""
    if upload.removed_at is not None:
        raise Conflict("upload_expired", "This file is no longer kept. Upload it again.")
    shape = Format.model_validate(upload.format)
    resolved = resolve(shape.columns, upload.suggested_mapping, mapping)
    _check_blank_rules(options, resolved.keys)
    job = jobs.create(session, KIND, created_by)
    found = Import(
        id=job.id,
        upload_id=upload.id,
        options=options.model_dump(mode="json"),
        mapping=dict(resolved.targets),
        format=upload.format,
    )
    session.add(found)
    session.flush()
    return found


def _check_blank_rules(options: ImportOptions, keys: Sequence[str]) -> None:
    named = options.blank if isinstance(options.blank, dict) else {}
    unknown = [key for key in named if key not in keys]
    if unknown:
        detail = f"`blank` names columns that the file does not have: {', '.join(unknown)}. Use the columns' keys."
        raise Invalid(
            "blank_unknown_column",
            detail,
            errors=[
                FieldError(field=f"options.blank.{key}", code="blank_unknown_column", message=detail) for key in unknown
            ],
        )


def view(session: Session, import_id: UUID) -> ImportView:
    """One import; raises NotFound."""
    return _views(session, [_existing(session, import_id)])[0]


def _existing(session: Session, import_id: UUID) -> tuple[Import, Upload, Job]:
    found = repository.get(session, import_id)
    if found is None:
        raise NotFound("import_not_found", f"There is no import {import_id}. See the list of imports.")
    return found


def page(session: Session, number: int, limit: int) -> Page[ImportView]:
    """One page of all imports, the newest first."""
    total = repository.count(session)
    items = _views(session, repository.newest(session, limit, (number - 1) * limit))
    return Page(items=items, total=total, page=number, pages=page_count(total, limit), limit=limit)


def _views(session: Session, found: Sequence[tuple[Import, Upload, Job]]) -> list[ImportView]:
    counts = repository.live_counts(session, [one for one, _, _ in found])
    seen = jobs.views(session, [job for _, _, job in found])
    return [
        ImportView(
            **job.model_dump(
                include={
                    "id", "status", "phase", "phases", "progress", "cancel_requested",
                    "created_by", "created_at", "started_at", "finished_at",
                }
            ),
            error=job.error and JobError.model_validate(job.error),
            upload_id=upload.id,
            filename=upload.filename,
            size_bytes=upload.size_bytes,
            sha256=upload.sha256,
            options=ImportOptions.model_validate(one.options),
            mapping=one.mapping,
            counts=Counts.model_validate(counts[one.id]),
            rejects_by_code=repository.rejects_by_code(session, one.id) if counts[one.id]["rejected"] else {},
            plan=plan_view(one.plan),
        )
        for (one, upload, _), job in zip(found, seen, strict=True)
    ]  # fmt: skip


def cancel(session: Session, import_id: UUID) -> ImportView:
    """Ask a running import to stop; what it has written stays. Raises NotFound or Conflict."""
    _existing(session, import_id)
    jobs.cancel(session, import_id)
    return view(session, import_id)


def rejects(session: Session, import_id: UUID, code: RejectCode | None, number: int, limit: int) -> Page[RejectView]:
    """One page of the rows that did not go in, in the order of the file."""
    _existing(session, import_id)
    total = repository.count_rejects(session, import_id, code=code)
    rows = repository.rejects(session, import_id, code, limit, (number - 1) * limit)
    items = [RejectView.model_validate(dict(row)) for row in rows]
    return Page(items=items, total=total, page=number, pages=page_count(total, limit), limit=limit)


def rejects_csv(import_id: UUID, header: Sequence[str], delimiter: str) -> Iterator[bytes]:
    """The rejected rows as they stood in the file, each behind its position and reason, in the file's own dialect.

    Opens a short transaction for each thousand rows, because a client may take its time.
    """
    yield _csv_line([*REJECT_COLUMNS, *header], delimiter)
    row, reject_id = -1, -1
    while True:
        with transaction() as session:
            found = repository.rejects_after(session, import_id, row, reject_id, REJECTS_AT_ONCE)
        if not found:
            return
        row, reject_id = found[-1]["row"], found[-1]["id"]
        yield b"".join(_reject_line(reject, delimiter) for reject in found)


def _reject_line(reject: RowMapping, delimiter: str) -> bytes:
    position = [reject["row"], reject["line"], reject["column"] or "", reject["code"], reject["message"]]
    return _csv_line(position, delimiter, reject["original"])


def _csv_line(cells: Sequence[object], delimiter: str, original: str | None = None) -> bytes:
    """One line; `original` is appended as it was written, so that nothing of a broken row is changed."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="").writerow(cells)
    line = buffer.getvalue() if original is None else f"{buffer.getvalue()}{delimiter}{original}"
    return (line + "\r\n").encode()


def reject_header(session: Session, import_id: UUID) -> tuple[list[str], str, str]:
    """The file's column keys, its delimiter and its name; raises NotFound."""
    _, upload, _ = _existing(session, import_id)
    shape = Format.model_validate(upload.format)
    return [column.key for column in shape.columns], shape.delimiter or ",", upload.filename


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
    known = repository.known_keys(session, old)
    abandoned = [key for key in old if key not in known]
    for key in abandoned:
        storage.delete(key)
    return len(abandoned)
