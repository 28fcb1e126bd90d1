"""Shapes of undo in the API."""

from enum import StrEnum

from pydantic import BaseModel

from product_importer.products.kept_schemas import KeptView


class Obstacle(StrEnum):
    """Why a job cannot be undone."""

    JOB_NOT_FINISHED = "job_not_finished"
    NOT_UNDOABLE = "not_undoable"
    ALREADY_UNDONE = "already_undone"
    UNDO_RUNNING = "undo_running"
    UNDO_EXPIRED = "undo_expired"
    NOTHING_TO_UNDO = "nothing_to_undo"


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
