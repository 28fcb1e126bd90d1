"""Finish: check that every row is accounted for, drop staging, tell the log; afterwards, tidy the table."""

from product_importer.core.errors import ProblemError
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.imports import repository, staging, turns
from product_importer.imports.making_plans import refuse_rejects
from product_importer.imports.run import Run
from product_importer.imports.telling import telling
from product_importer.jobs.lease import Lease
from product_importer.jobs.runner import complete
from product_importer.products.tidying import tidy


def finish(lease: Lease, run: Run) -> None:
    """Complete the import; raises ProblemError when its rows do not add up, which must never happen."""
    with lease.transaction() as session:
        counts = repository.save_counts(session, run.id)
        _check_equation(counts)
        refuse_rejects(session, run)
        turns.leave(session, run.id)
        staging.drop(session, run.id)
        events.append(session, EventName.IMPORT_COMPLETED, job_id=run.id, data=telling(session, run.id))
        complete(session, lease, counts)
    tidy(counts["created"] + counts["updated"])


def _check_equation(counts: dict[str, int]) -> None:
    outcomes = sum(counts[name] for name in repository.OUTCOMES)
    if outcomes != counts["read"]:
        raise ProblemError(
            "accounting_mismatch",
            f"{counts['read']} rows were read but {outcomes} are accounted for. Nothing is known to be lost, but "
            "this must never happen: keep the file and report it.",
        )
