"""Shapes of undo in the API."""

from enum import StrEnum

from pydantic import BaseModel


class Obstacle(StrEnum):
    """Why a job cannot be undone."""

    JOB_NOT_FINISHED = "job_not_finished"
    NOT_UNDOABLE = "not_undoable"
    ALREADY_UNDONE = "already_undone"
    UNDO_RUNNING = "undo_running"
    UNDO_EXPIRED = "undo_expired"
    NOTHING_TO_UNDO = "nothing_to_undo"


class KeptCode(StrEnum):
    """Why a product is left as it is."""

    CHANGED_SINCE = "changed_since"
    PURGED_SINCE = "purged_since"
    PURGED = "purged"
    SKU_TAKEN = "sku_taken"


REASONS = {
    KeptCode.CHANGED_SINCE: (
        "It was changed after the job, so it stays as it is. Its history shows what it was before; "
        "change it by hand if you want that back."
    ),
    KeptCode.PURGED_SINCE: (
        "It was deleted for good after the job. Create it again if you need it; its history shows what it was."
    ),
    KeptCode.PURGED: (
        "The job deleted it for good, which is final. Create it again if you need it; its history shows what it was."
    ),
    KeptCode.SKU_TAKEN: (
        "Another product has its SKU by now. Rename or delete that one first, then restore this one by hand."
    ),
}


class KeptView(BaseModel):
    """A product that an undo leaves as it is, why, and what to do about it."""

    product_id: int
    sku: str
    name: str
    code: KeptCode
    reason: str


class UndoPreview(BaseModel):
    """What an undo would do now: how many products leave, get their former values, return from the trash, are kept.

    Where it is not `possible`, `code` and `reason` say why, and nothing was counted.
    """

    possible: bool
    code: Obstacle | None = None
    reason: str | None = None
    created: int = 0
    updated: int = 0
    returned: int = 0
    kept: int = 0
    kept_samples: list[KeptView] = []


class UndoResult(BaseModel):
    """What an undo has done so far; `settled` products were as before the job already."""

    removed: int = 0
    restored: int = 0
    returned: int = 0
    kept: int = 0
    settled: int = 0
