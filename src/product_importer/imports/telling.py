"""What the event log tells of an import, in the fields that its webhooks have."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.imports import repository
from product_importer.imports.models import Import, Upload


def telling(session: Session, import_id: UUID, error: str | None = None) -> dict[str, Any]:
    """The import as it is now; `error` is why it failed."""
    found = session.get_one(Import, import_id)
    counts = repository.live_counts(session, [found])[import_id]
    return {
        "import_id": str(import_id),
        "task_id": str(import_id),
        "filename": session.get_one(Upload, found.upload_id).filename,
        "total_rows": found.read_rows,
        "created": counts["created"],
        "updated": counts["updated"],
        "errors": counts["rejected"],
        "counts": counts,
        "error": error,
    }
