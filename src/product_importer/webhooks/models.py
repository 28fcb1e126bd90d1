"""Tables of webhooks: who is told what, how far each has been told, what is owed, and each try."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, LargeBinary, SmallInteger, Text, func, text
from sqlalchemy.orm import Mapped, mapped_column

from product_importer.core.database import Base, new_id


class Webhook(Base):
    """An endpoint that somebody registered.

    `sealed_secrets` and `sealed_headers` are encrypted JSON. `failing_since` is null from a success to the next
    failure; until `paused_until` the receiver has asked to be left alone.
    """

    __tablename__ = "webhooks"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    url: Mapped[str] = mapped_column(Text)
    events: Mapped[list[Any]]
    enabled: Mapped[bool] = mapped_column(Boolean, server_default=text("true"))
    description: Mapped[str | None] = mapped_column(Text)
    sealed_headers: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_secrets: Mapped[bytes | None] = mapped_column(LargeBinary)
    retry_count: Mapped[int] = mapped_column(Integer)
    timeout_seconds: Mapped[int] = mapped_column(Integer)
    rate_limit_per_hour: Mapped[int | None] = mapped_column(Integer)
    import_mode: Mapped[str] = mapped_column(Text)
    success_count: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    failure_count: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    last_triggered_at: Mapped[datetime | None]
    last_error: Mapped[str | None] = mapped_column(Text)
    failing_since: Mapped[datetime | None]
    paused_until: Mapped[datetime | None]
    disabled_reason: Mapped[str | None] = mapped_column(Text)
    last_test: Mapped[dict[str, Any] | None]
    created_by: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class WebhookCursor(Base):
    """How far a webhook has been told of the event log, in one of its lanes.

    Everything up to the event `event_id` of `position` has become deliveries. A cursor with `until` is a replay, of
    one job or of all, and goes when it is there; of others each lane has one.
    """

    __tablename__ = "webhook_cursors"
    __table_args__ = (
        Index("ix_webhook_cursors_webhook_id", "webhook_id"),
        Index("uq_webhook_cursors_lane", "webhook_id", "lane", unique=True, postgresql_where=text("until is null")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    webhook_id: Mapped[UUID] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"))
    lane: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(BigInteger)
    event_id: Mapped[int] = mapped_column(BigInteger)
    until: Mapped[int | None] = mapped_column(BigInteger)
    job_id: Mapped[UUID | None]


class Delivery(Base):
    """One message owed to a webhook: its body stands from the beginning, whatever is tried.

    It is to be sent at `due_at`, null once it is settled. A worker that takes it moves that on by the length of a
    lease and takes the next `token`, by which alone its outcome counts. `tries` counts the attempts since it was last
    queued, `attempts` all.
    """

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        Index(
            "ix_webhook_deliveries_due",
            "webhook_id",
            "priority",
            "due_at",
            "id",
            postgresql_where=text("due_at is not null"),
        ),
        Index("ix_webhook_deliveries_webhook_id", "webhook_id", "id"),
        Index("ix_webhook_deliveries_failed", "webhook_id", "id", postgresql_where=text("status = 'failed'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    webhook_id: Mapped[UUID] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"))
    message_id: Mapped[str] = mapped_column(Text)
    event: Mapped[str] = mapped_column(Text)
    events: Mapped[int] = mapped_column(Integer, server_default=text("1"))
    job_id: Mapped[UUID | None]
    priority: Mapped[int] = mapped_column(SmallInteger)
    body: Mapped[str] = mapped_column(Text)
    occurred_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(Text, server_default=text("'pending'"))
    attempts: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    tries: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    due_at: Mapped[datetime | None]
    token: Mapped[int] = mapped_column(BigInteger, server_default=text("0"))
    last_status: Mapped[int | None] = mapped_column(Integer)
    last_error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    finished_at: Mapped[datetime | None]


class Attempt(Base):
    """One HTTP try of a delivery; headers that are secret are not in it."""

    __tablename__ = "webhook_attempts"
    __table_args__ = (
        Index("ix_webhook_attempts_delivery_id", "delivery_id", "number"),
        Index("ix_webhook_attempts_started_at", "webhook_id", "started_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    delivery_id: Mapped[UUID] = mapped_column(ForeignKey("webhook_deliveries.id", ondelete="CASCADE"))
    webhook_id: Mapped[UUID]
    number: Mapped[int] = mapped_column(Integer)
    started_at: Mapped[datetime]
    time_ms: Mapped[int] = mapped_column(Integer)
    ok: Mapped[bool] = mapped_column(Boolean)
    status: Mapped[int | None] = mapped_column(Integer)
    error_code: Mapped[str | None] = mapped_column(Text)
    error: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    request_headers: Mapped[dict[str, Any]]
    response_headers: Mapped[list[Any] | None]
    response_excerpt: Mapped[str | None] = mapped_column(Text)


class WebhookMinute(Base):
    """How many requests a webhook with a limit was given in one minute."""

    __tablename__ = "webhook_minutes"

    webhook_id: Mapped[UUID] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"), primary_key=True)
    minute: Mapped[datetime] = mapped_column(primary_key=True)
    requests: Mapped[int] = mapped_column(Integer)
