"""What to look at before a file is imported, in words."""

from collections.abc import Mapping
from datetime import UTC

from product_importer.imports.file_format import Format
from product_importer.imports.models import Import, Upload
from product_importer.imports.options import NumberFormat
from product_importer.imports.suggestion import lists_people
from product_importer.imports.upload_schemas import UploadWarning
from product_importer.jobs.models import Job
from product_importer.jobs.states import JobStatus

_OUTCOMES = ("created", "updated", "unchanged", "skipped", "duplicate", "rejected")


def format_warnings(file_format: Format, mapping: Mapping[str, str | None]) -> list[UploadWarning]:
    """What the columns and their values leave open."""
    missing = [field for field in ("sku", "name") if field not in mapping.values()]
    warnings = [_not_recognised(field) for field in missing]
    if missing and lists_people(file_format.columns):
        warnings.insert(0, _people())
    if file_format.number_format_ambiguous and "price" in mapping.values():
        warnings.append(_ambiguous(file_format.number_format))
    return warnings


def _not_recognised(field: str) -> UploadWarning:
    message = f"No column was recognised as `{field}`; choose one before you import."
    return UploadWarning(code=f"{field}_not_recognised", message=message)


def _people() -> UploadWarning:
    message = "This looks like a list of people, not of products, so no column was suggested. Is it the right file?"
    return UploadWarning(code="looks_like_people", message=message)


def _ambiguous(taken: NumberFormat) -> UploadWarning:
    written = "1,234.56" if taken == "point" else "1.234,56"
    message = f"The prices can be read in two ways. They are read as `{written}`; see that the sample is right."
    return UploadWarning(code="number_format_ambiguous", message=message)


def same_bytes_warning(earlier: Import, upload: Upload, job: Job) -> UploadWarning:
    """That these very bytes were imported before, when that was, and what came of it."""
    when = f"{job.created_at.astimezone(UTC):%Y-%m-%d at %H:%M} UTC"
    return UploadWarning(
        code="same_bytes",
        message=f"The very same bytes were sent as `{upload.filename}` on {when}: {_outcome(earlier, job)}",
        href=f"/imports/{earlier.id}",
    )


def _outcome(earlier: Import, job: Job) -> str:
    if job.status == JobStatus.AWAITING_CONFIRMATION:
        return "that import still waits for its plan to be confirmed."
    if job.status != JobStatus.COMPLETED:
        return "that import is still under way."
    counts = earlier.counts or {}
    parts = [f"{counts.get('read', 0):,} read", *(f"{counts[name]:,} {name}" for name in _OUTCOMES if counts.get(name))]
    return f"{', '.join(parts)}."
