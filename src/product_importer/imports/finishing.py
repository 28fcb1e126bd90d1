"""Finish: check that every row is accounted for, refresh statistics, drop staging, tell the log."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.errors import ProblemError
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.imports import repository, staging
from product_importer.imports.models import Import
from product_importer.imports.run import Run
from product_importer.jobs.lease import Lease
from product_importer.jobs.runner import complete

# Below this many written rows the planner's statistics are near enough.
ANALYZE_FROM_ROWS = 1_000


def finish(lease: Lease, run: Run) -> None:
    """Complete the import; raises ProblemError when its rows do not add up, which must never happen."""
    with transaction() as session:
        counts = repository.live_counts(session, [session.get_one(Import, run.id)])[run.id]
        _refresh_statistics(session, counts["created"] + counts["updated"])
    with lease.transaction() as session:
        counts = repository.save_counts(session, run.id)
        _check_equation(counts)
        staging.drop(session, run.id)
        events.append(session, EventName.IMPORT_COMPLETED, job_id=run.id)
        complete(session, lease, counts)


def _refresh_statistics(session: Session, written: int) -> None:
    if written >= ANALYZE_FROM_ROWS:
        session.execute(text("analyze products"))


def _check_equation(counts: dict[str, int]) -> None:
    outcomes = sum(counts[name] for name in repository.OUTCOMES)
    if outcomes != counts["read"]:
        raise ProblemError(
            "accounting_mismatch",
            f"{counts['read']} rows were read but {outcomes} are accounted for. Nothing is known to be lost, but "
            "this must never happen: keep the file and report it.",
        )
