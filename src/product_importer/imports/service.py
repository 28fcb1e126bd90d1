"""Imports as the API sees them."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.errors import Invalid, NotFound
from product_importer.core.pagination import Page, page_count
from product_importer.imports import confirming, reject_files, repository, uploads
from product_importer.imports.file_format import Format
from product_importer.imports.mapping import Targets, check_blank_rules, resolve
from product_importer.imports.models import Import, Upload
from product_importer.imports.options import ImportOptions
from product_importer.imports.records import RejectCode
from product_importer.imports.schemas import Counts, DriftView, ImportView, Plan, RejectView, UndoState
from product_importer.jobs import service as jobs
from product_importer.jobs.models import Job
from product_importer.jobs.schemas import JobError
from product_importer.jobs.states import JobStatus

KIND = "import"
REJECTS_AT_ONCE = 1_000


def start(session: Session, upload: Upload, mapping: Targets | None, given: ImportOptions, created_by: str) -> Import:
    """Queue an import of `upload`; what is not given keeps its suggestion.

    Raises Invalid for a mapping or options that cannot be, Conflict when the file is gone.
    """
    uploads.check_kept(upload)
    file_format = Format.model_validate(upload.format)
    resolved = resolve(file_format.columns, upload.suggested_mapping, mapping)
    options = _completed(given, uploads.suggested_options(upload))
    check_blank_rules(options, resolved.keys)
    _check_retry(upload, options)
    job = jobs.create(session, KIND, created_by)
    found = Import(
        id=job.id,
        upload_id=upload.id,
        options=options.model_dump(mode="json"),
        mapping=dict(resolved.targets),
        format=upload.format,
        retry_of=upload.retry_of,
        retry_attempt=uploads.attempt(session, upload.retry_of),
    )
    session.add(found)
    session.flush()
    return found


def _completed(given: ImportOptions, suggested: ImportOptions) -> ImportOptions:
    """The options with what was not said taken from the suggestion; what takes products away is said each time."""
    settled = suggested.model_dump() | {"missing": "ignore"} | given.model_dump(exclude_unset=True)
    return ImportOptions.model_validate(settled)


def _check_retry(upload: Upload, options: ImportOptions) -> None:
    if upload.retry_of is not None and options.missing != "ignore":
        raise Invalid(
            "missing_in_retry",
            "This file brings rejected rows again, so the products that it does not have are not missing. "
            "Leave `missing` at `ignore`.",
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
    undos = jobs.last_undos(session, [one.id for one, _, _ in found])
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
            plan=one.plan and _plan(one, job.status),
            drift=repository.count_drift(session, one.id) if one.plan else 0,
            retry_of=one.retry_of,
            attempt=one.retry_attempt,
            waits_for=one.waits_for,
            undo=_undo(undos.get(one.id)),
        )
        for (one, upload, _), job in zip(found, seen, strict=True)
    ]  # fmt: skip


def _plan(found: Import, status: JobStatus) -> Plan:
    waits_until = found.planned_at and found.planned_at + confirming.WAITS_FOR
    times = {
        "planned_at": found.planned_at,
        "expires_at": waits_until if status == JobStatus.AWAITING_CONFIRMATION else None,
    }
    return Plan.model_validate((found.plan or {}) | times)


def _undo(job: Job | None) -> UndoState | None:
    return None if job is None else UndoState(job_id=job.id, status=JobStatus(job.status))


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


def drift(session: Session, import_id: UUID, number: int, limit: int) -> Page[DriftView]:
    """One page of the rows that met something else than planned."""
    _existing(session, import_id)
    total = repository.count_drift(session, import_id)
    rows = repository.drift(session, import_id, limit, (number - 1) * limit)
    items = [DriftView.model_validate(dict(row)) for row in rows]
    return Page(items=items, total=total, page=number, pages=page_count(total, limit), limit=limit)


def rejects_csv(import_id: UUID, file_format: Format, *, bom: bool = False) -> Iterator[bytes]:
    """The rejected rows, each behind its position and reason, to be mended and uploaded again.

    Opens a short transaction for each thousand rows, because a client may take its time.
    """
    dialect = reject_files.dialect_of(file_format)
    mark = reject_files.BYTE_ORDER_MARK if bom else b""
    yield mark + reject_files.header_line([column.key for column in file_format.columns], dialect)
    row, reject_id = -1, -1
    while True:
        with transaction() as session:
            found = repository.rejects_after(session, import_id, row, reject_id, REJECTS_AT_ONCE)
        if not found:
            return
        row, reject_id = found[-1]["row"], found[-1]["id"]
        yield reject_files.reject_lines(import_id, found, dialect)


def rejects_source(session: Session, import_id: UUID) -> tuple[Format, str]:
    """How the imported file was read, and its name; raises NotFound."""
    found, upload, _ = _existing(session, import_id)
    return Format.model_validate(found.format), upload.filename
