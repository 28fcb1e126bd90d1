"""Confirming a plan: it is applied as it was shown, or made anew and shown again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from product_importer.core.errors import Conflict, NotFound
from product_importer.imports import repository
from product_importer.imports.models import Import
from product_importer.imports.run import Run, load_run
from product_importer.imports.staleness import is_stale
from product_importer.jobs import service as jobs
from product_importer.jobs.models import Job
from product_importer.jobs.states import JobStatus

WAITS_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Answer:
    """What became of a confirmation; `stale` says that the import is planned anew instead."""

    stale: bool

    def require_fresh(self, now: Mapping[str, Any]) -> None:
        """Raise Conflict `plan_stale` with the import as it is `now`; called once what was decided is committed."""
        if self.stale:
            raise Conflict(
                "plan_stale",
                "The catalogue has changed since this plan was made. It is being planned again: look at the new plan, "
                "then confirm that one.",
                extra={"import": dict(now)},
            )


def confirm(session: Session, import_id: UUID, plan_version: int | None) -> Answer:
    """Have the plan applied, or made anew when it no longer holds; raises NotFound or Conflict."""
    found = session.get(Import, import_id)
    if found is None:
        raise NotFound("import_not_found", f"There is no import {import_id}. See the list of imports.")
    job = jobs.get(session, import_id, lock=True)
    if job.status != JobStatus.AWAITING_CONFIRMATION or job.cancel_requested_at is not None:
        raise Conflict(
            "not_awaiting_confirmation", f"This import is {job.status}; there is no plan that waits for confirmation."
        )
    session.refresh(found)
    run = load_run(session, import_id)
    if plan_version is not None and plan_version != found.plan_version:
        raise Conflict(
            "plan_stale",
            f"Plan {plan_version} has been replaced by plan {found.plan_version}. Look at that one, then confirm it.",
            extra={"plan_version": found.plan_version},
        )
    stale = _no_longer_holds(session, run)
    if stale:
        repository.forget_plan(session, import_id, read_again=run.rejects_depend_on_catalogue)
    else:
        repository.confirm_plan(session, import_id, found.plan_version)
    jobs.resume(session, job)
    return Answer(stale)


def _no_longer_holds(session: Session, run: Run) -> bool:
    # Without its tables a plan cannot be compared; the worker reads the file again and compares then.
    return run.staging.holds(session, run.rows_counted) and is_stale(session, run)


def expire_plans(session: Session) -> int:
    """Cancel the imports that have waited for longer than a plan may; returns how many."""
    statement = (
        select(Import.id)
        .join(Job, Job.id == Import.id)
        .where(Job.status == JobStatus.AWAITING_CONFIRMATION, Import.planned_at < func.now() - WAITS_FOR)
    )
    expired = session.scalars(statement).all()
    for import_id in expired:
        jobs.cancel(session, import_id)
    return len(expired)
