"""The two steps of planning, each in the transaction of its caller and safe to repeat after a crash."""

from typing import Any

from sqlalchemy.orm import Session

from product_importer.core.errors import ProblemError
from product_importer.core.settings import get_settings
from product_importer.events import service as events
from product_importer.imports import missing, planning, preview, repository
from product_importer.imports.applying import StagingLost
from product_importer.imports.run import Run


def choose_winners(session: Session, run: Run) -> None:
    """Leave one row of each SKU; a plan that stands already must find the same number of them."""
    if run.plan is None:
        planning.settle_rejects(session, run.id, run.staging, run.changes, run.options.on_duplicate, run.column_headers)
    winners = planning.choose_winners(session, run.id, run.staging, run.options.on_duplicate)
    if run.plan is not None and winners != run.planned_winners:
        raise StagingLost(f"{winners} rows win instead of {run.planned_winners}")
    repository.save_winners(session, run.id, winners)


def make_plan(session: Session, run: Run) -> None:
    """Compare with the catalogue and count what would change; a plan of which chunks are in keeps its chunks."""
    if run.plan is not None and run.staging.exists(session, run.staging.known):
        return
    head = events.head(session)
    position = head.position if head else 0
    mask = run.changes.mask + preview.price_bits(run.changes, run.options.price_alert_percent)
    planning.meet_catalogue(session, run.staging, mask)
    if run.plan is not None:
        _recover(session, run)
        return
    chunk_rows = get_settings().import_chunk_rows
    planning.cut_chunks(session, run.id, run.staging, chunk_rows)
    plan = planning.count_changes(session, run.id, run.staging, run.changes)
    plan |= _find_missing(session, run, position, chunk_rows)
    repository.save_plan(session, run.id, plan, position)
    refuse_rejects(session, run)
    warnings = [*run.oddities, *preview.warnings(session, run, plan), *plan.pop("missing_warnings")]
    plan |= {"warnings": warnings, "samples": preview.samples(session, run, plan)}
    repository.save_previews(session, run.id, plan)


def _recover(session: Session, run: Run) -> None:
    """After a crash of the database: the chunks stand, and what their rows meet is found again."""
    planning.recount_chunks(session, run.id, run.staging)
    if run.options.missing != "ignore" and not run.missing_blocked:
        missing.find(session, run, run.planned_position or 0)
        missing.recount_chunks(session, run.id, run.staging)


def _find_missing(session: Session, run: Run, position: int, chunk_rows: int) -> dict[str, Any]:
    needs = run.options.confirm or run.options.dry_run
    found: dict[str, Any] = {"deactivated": 0, "deleted": 0, "needs_confirmation": needs, "missing_warnings": []}
    if run.options.missing == "ignore":
        return found
    if missing.is_blocked(session, run.id):
        return found | {"missing_warnings": [missing.blocked_warning()], "missing_blocked": True}
    count = missing.find(session, run, position)
    missing.cut_chunks(session, run.id, run.staging, chunk_rows)
    found["deactivated" if run.options.missing == "deactivate" else "deleted"] = count
    share = 100 * count / max(missing.count_live(session), 1)
    if share > run.options.missing_alert_percent:
        found |= {"missing_warnings": [missing.share_warning(run.options.missing, count, share)]}
    # Above a fifth of the catalogue it always waits, whatever was asked for.
    return found | {"needs_confirmation": needs or share > missing.ALWAYS_CONFIRMED_PERCENT}


def refuse_rejects(session: Session, run: Run) -> None:
    """All or nothing: raises ProblemError when more rows are rejected than the options allow."""
    allowed = run.options.rejects_allowed
    rejected = repository.count_rejects(session, run.id)
    if allowed is not None and rejected > allowed:
        raise ProblemError(
            "too_many_rejects",
            f"{rejected:,} rows were rejected and {allowed:,} are allowed, so nothing goes in. "
            "Download the rejects, mend them, then import the file again.",
        )
