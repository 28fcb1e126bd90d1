"""How far a job is, in the words that clients of other spellings wait for."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from product_importer.jobs.schemas import JobView
from product_importer.jobs.states import JobStatus


class Step(StrEnum):
    """The states of a Celery task, as clients of `/api/v1/products/upload` know them."""

    PENDING = "PENDING"
    STARTED = "STARTED"
    PROGRESS = "PROGRESS"
    SUCCESS = "SUCCESS"
    FAILURE = "FAILURE"


_ENDED = {
    JobStatus.COMPLETED: Step.SUCCESS,
    JobStatus.FAILED: Step.FAILURE,
    # What was asked for is not in the catalogue, and these clients know no third end.
    JobStatus.CANCELLED: Step.FAILURE,
    JobStatus.UNDONE: Step.FAILURE,
}
_WORDS = {JobStatus.CANCELLED: "This was cancelled.", JobStatus.UNDONE: "What this did was taken back."}


def step_of(job: JobView) -> Step:
    """The step of a job; it makes progress once it is known how much there is to do."""
    if job.status in _ENDED:
        return _ENDED[job.status]
    if job.status == JobStatus.QUEUED:
        return Step.PENDING
    return Step.STARTED if job.progress.total is None else Step.PROGRESS


def reason(job: JobView) -> str | None:
    """Why it failed; None unless it did."""
    return job.error.detail if job.error else _WORDS.get(job.status)


def imported(result: Mapping[str, Any]) -> int:
    """How many products are now as the file has them, the unchanged among them."""
    return sum(result.get(name, 0) for name in ("created", "updated", "unchanged"))


def deleted(result: Mapping[str, Any]) -> int:
    """How many products a job has moved to the trash."""
    by_bulk = result.get("changed", 0) if result.get("action") == "delete" else 0
    return int(by_bulk or result.get("deleted", 0))
