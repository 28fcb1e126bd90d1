"""The states of a job and what may follow what."""

from enum import StrEnum


class JobStatus(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    AWAITING_CONFIRMATION = "awaiting_confirmation"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNDONE = "undone"


TERMINAL = frozenset({JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.UNDONE})
# What has ended with its changes standing: these alone may become undone.
UNDOABLE = frozenset({JobStatus.COMPLETED, JobStatus.FAILED, JobStatus.CANCELLED})
# What a worker may claim: everything that has work left and waits for nobody.
CLAIMABLE = (JobStatus.QUEUED, JobStatus.RUNNING)

QUEUED_PHASE = "queued"
