"""Every statement on the job tables. Times are the database's, because workers' clocks differ."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import CursorResult, delete, func, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from product_importer.core import request_ids, tracing
from product_importer.core.database import let_go_if_stopped
from product_importer.jobs.models import Job, JobBackend, JobTransition
from product_importer.jobs.states import CLAIMABLE, QUEUED_PHASE, TERMINAL, JobStatus

NOW = func.clock_timestamp()


def add(session: Session, kind: str, created_by: str, progress: Mapping[str, Any], undo_of: UUID | None) -> Job:
    """A new queued job with its first transition."""
    job = Job(
        kind=kind,
        status=JobStatus.QUEUED,
        phase=QUEUED_PHASE,
        progress=dict(progress),
        created_by=created_by,
        request_id=request_ids.current(),
        trace_parent=tracing.current(),
        undo_of=undo_of,
        woken_at=func.now(),
    )
    session.add(job)
    session.flush()
    _record(session, job)
    return job


def get(session: Session, job_id: UUID, *, lock: bool = False) -> Job | None:
    """One job, its row locked until commit when asked."""
    if lock:
        let_go_if_stopped(session)
    return session.get(Job, job_id, with_for_update=lock, populate_existing=True)


def newest(session: Session, limit: int, offset: int) -> Sequence[Job]:
    """Jobs, the newest first."""
    return session.scalars(select(Job).order_by(Job.created_at.desc(), Job.id.desc()).limit(limit).offset(offset)).all()


def count(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(Job)).one()


def transitions(session: Session, job_ids: Sequence[UUID], after: int = 0) -> Sequence[JobTransition]:
    """Changes of status and phase in their order."""
    statement = select(JobTransition).where(JobTransition.job_id.in_(job_ids), JobTransition.version > after)
    return session.scalars(statement.order_by(JobTransition.job_id, JobTransition.version)).all()


def undos(session: Session, job_ids: Sequence[UUID]) -> Sequence[Job]:
    """The undos that were ever started of these jobs, in the order of their start."""
    return session.scalars(select(Job).where(Job.undo_of.in_(job_ids)).order_by(Job.created_at, Job.id)).all()


def claim(session: Session, job_id: UUID, lease: timedelta) -> Job | None:
    """Take the lease of a job nobody holds; None when it is held, finished or gone."""
    let_go_if_stopped(session)
    statement = (
        update(Job)
        .where(Job.id == job_id, Job.status.in_(CLAIMABLE), _lease_free())
        .values(lease_token=Job.lease_token + 1, lease_until=NOW + lease, fruitless_claims=Job.fruitless_claims + 1)
        .returning(Job)
    )
    return session.scalars(statement, execution_options={"populate_existing": True}).one_or_none()


def renew(session: Session, job_id: UUID, token: int, lease: timedelta, news: Mapping[str, Any]) -> datetime | bool:
    """Extend the lease, with columns that are `news`. False: the lease is lost; a time: cancelling was asked."""
    let_go_if_stopped(session)
    values: dict[str, Any] = {"lease_until": NOW + lease, **news}
    if news:
        values["version"] = Job.version + 1
    statement = (
        update(Job)
        # A lease that was given back stays so, even when the heartbeat of who had it comes late.
        .where(Job.id == job_id, Job.lease_token == token, Job.lease_until.is_not(None), Job.finished_at.is_(None))
        .values(values)
        .returning(Job.cancel_requested_at)
    )
    row = session.execute(statement).one_or_none()
    if row is None:
        return False
    return row.cancel_requested_at or True


def hold(session: Session, job_id: UUID, token: int, *, unfinished: bool) -> bool:
    """Whether `token` still holds the job; until commit nobody can take it over, or end it."""
    let_go_if_stopped(session)
    statement = select(Job.id).where(Job.id == job_id, Job.lease_token == token)
    if unfinished:
        statement = statement.where(Job.finished_at.is_(None))
    return session.execute(statement.with_for_update(read=True)).first() is not None


def release(session: Session, job_id: UUID, token: int) -> None:
    """Give the lease back so that the next wake-up can take it; this claim was nobody's fault."""
    let_go_if_stopped(session)
    session.execute(
        update(Job)
        .where(Job.id == job_id, Job.lease_token == token)
        .values(lease_until=None, woken_at=None, fruitless_claims=func.greatest(Job.fruitless_claims - 1, 0))
    )


def checkpoint(session: Session, job_id: UUID) -> None:
    """The job got somewhere: claims start to count anew."""
    let_go_if_stopped(session)
    # Most often there is nothing to write, and then the row is not locked: several workers pass here at once.
    counted = (Job.id == job_id, Job.fruitless_claims != 0)
    session.execute(update(Job).where(*counted).values(fruitless_claims=0))


def move(session: Session, job: Job, status: JobStatus, phase: str, **values: Any) -> None:
    """Change status and phase, and record the transition for watchers who are away."""
    job.status, job.phase, job.version = status, phase, job.version + 1
    for name, value in values.items():
        setattr(job, name, value)
    if status in TERMINAL and job.finished_at is None:
        job.finished_at, job.lease_until = session.scalars(select(NOW)).one(), None
    session.flush()
    _record(session, job)


def _record(session: Session, job: Job) -> None:
    session.execute(
        insert(JobTransition).values(
            job_id=job.id, version=job.version, status=job.status, phase=job.phase, progress=job.progress
        )
    )


def any_held(session: Session) -> bool:
    """Whether there is a job with a lease that has not run out."""
    held = select(Job.id).where(Job.finished_at.is_(None), Job.lease_until > NOW).limit(1)
    return session.execute(held).first() is not None


def lost(session: Session, patience: timedelta) -> Sequence[Job]:
    """Unfinished jobs that nobody holds and that were not woken within `patience`; marks them as woken now."""
    nobodys = (
        select(Job.id)
        .where(
            Job.finished_at.is_(None),
            Job.status.in_(CLAIMABLE),
            _lease_free(),
            or_(Job.woken_at.is_(None), Job.woken_at < NOW - patience),
        )
        # One that is locked is being worked on, and must not keep the others from being found.
        .with_for_update(skip_locked=True)
    )
    statement = update(Job).where(Job.id.in_(nobodys)).values(woken_at=NOW).returning(Job)
    return session.scalars(statement).all()


def _lease_free() -> Any:
    return or_(Job.lease_until.is_(None), Job.lease_until < NOW)


def add_backend(session: Session, job_id: UUID, token: int, pid: int, started_at: datetime) -> None:
    """Note that this PostgreSQL backend writes for this claim."""
    statement = insert(JobBackend).values(job_id=job_id, lease_token=token, pid=pid, started_at=started_at)
    session.execute(statement.on_conflict_do_nothing())


def has_backends(session: Session, job_id: UUID) -> bool:
    """Whether any backend writes for this job."""
    return session.execute(select(JobBackend.pid).where(JobBackend.job_id == job_id).limit(1)).first() is not None


def own_backend(session: Session) -> tuple[int, datetime]:
    """Process id and start time of the backend that serves this transaction."""
    statement = text("select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()")
    pid, started_at = session.execute(statement).one()
    return pid, started_at


def end_backends(session: Session, job_id: UUID, before_token: int) -> int:
    """End the backends of former claims that are still alive, and forget them; returns how many were alive.

    A stopped worker (SIGSTOP) keeps its transaction open and so its row locks; without this its successor would wait
    for them forever. The start time guards against a reused process id. They are ended before their rows are removed,
    because such a worker may hold the lock of its own row.
    """
    former = {"job_id": job_id, "token": before_token}
    ended = session.scalars(text(_END_BACKENDS), former).one()
    session.execute(text("delete from job_backends where job_id = :job_id and lease_token < :token"), former)
    return int(ended)


_END_BACKENDS = """
    select count(pg_terminate_backend(activity.pid, 5000))
      from job_backends as former
      join pg_stat_activity as activity
        on activity.pid = former.pid and activity.backend_start = former.started_at
     where former.job_id = :job_id and former.lease_token < :token and former.pid <> pg_backend_pid()
"""


def cancel_statements(session: Session, job_id: UUID) -> None:
    """Interrupt what is executed for this job just now."""
    session.execute(text(_CANCEL_STATEMENTS), {"job_id": job_id})


_CANCEL_STATEMENTS = """
    select pg_cancel_backend(activity.pid)
      from job_backends as backend
      join pg_stat_activity as activity
        on activity.pid = backend.pid and activity.backend_start = backend.started_at
     where backend.job_id = :job_id
"""


def remove_backend(session: Session, job_id: UUID, pid: int) -> None:
    """Forget a backend in the very transaction it served."""
    session.execute(delete(JobBackend).where(JobBackend.job_id == job_id, JobBackend.pid == pid))


def remove_backends(session: Session, job_id: UUID) -> None:
    """Forget all backends of a job that has ended."""
    session.execute(delete(JobBackend).where(JobBackend.job_id == job_id))


def request_cancel(session: Session, job_id: UUID) -> int:
    """Ask the holder to stop; returns how many unfinished jobs were asked (0 or 1)."""
    statement = (
        update(Job)
        .where(Job.id == job_id, Job.finished_at.is_(None))
        .values(cancel_requested_at=func.coalesce(Job.cancel_requested_at, NOW), version=Job.version + 1)
    )
    result = session.execute(statement)
    assert isinstance(result, CursorResult)
    return result.rowcount
