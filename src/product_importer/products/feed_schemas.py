"""Parameters of the feed."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

LIMIT_MAX = 10_000
WAIT_MAX = 60


class FeedQuery(BaseModel):
    """From where on, how much, and how long to wait for it."""

    model_config = ConfigDict(extra="forbid")

    after: str | None = Field(
        default=None,
        max_length=50,
        description="The `id` of the last event that was read, or `latest` for the end of the log. "
        "Left out, the feed begins with the earliest event that is kept.",
    )
    limit: int = Field(default=1_000, ge=1, le=LIMIT_MAX)
    job_id: UUID | None = Field(default=None, description="Only the events of one job, such as an import.")
    wait: float = Field(default=0, ge=0, le=WAIT_MAX, description="Seconds to wait for an event when there is none.")
