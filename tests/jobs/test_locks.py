"""What a job's transactions lock, and that nobody waits for the locks of a process that does not go on."""

from contextlib import ExitStack
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import InternalError, OperationalError
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.jobs import repository, service
from product_importer.jobs.lease import Cancelled, Lease, LeaseLost, assisting
from product_importer.jobs.models import Job, JobBackend
from product_importer.jobs.runner import complete, run_job
from product_importer.jobs.states import JobStatus


@pytest.fixture
def job_id(database_url: str) -> UUID:
    with transaction() as session:
        return service.create(session, "probe", "tester").id


@pytest.fixture
def short_lease(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(get_settings(), "job_lease_seconds", 0.3)


def claimed(job_id: UUID, seconds: float = 30) -> Lease:
    with transaction() as session:
        job = repository.claim(session, job_id, timedelta(seconds=seconds))
        assert job is not None
        return Lease(job)


def status(job_id: UUID) -> str:
    with transaction() as session:
        return service.get(session, job_id).status


def registered() -> int:
    with transaction() as session:
        return session.scalars(select(func.count()).select_from(JobBackend)).one()


def work_to_the_end(lease: Lease) -> None:
    with lease.transaction() as session:
        lease.enter(session, "working", "Working")
    with lease.transaction() as session:
        complete(session, lease, {})


def forget(session: object, job: Job) -> None:
    """Nothing hangs on the end of a probe."""


def test_who_stops_while_holding_the_jobs_row_does_not_keep_it(job_id: UUID, short_lease: None) -> None:
    zombie = claimed(job_id, 0)
    with pytest.raises(InternalError), zombie.transaction() as session:
        zombie.checkpoint(session)
        run_job(job_id, work_to_the_end, forget)
        session.execute(text("select 1"))
    assert status(job_id) == JobStatus.COMPLETED


def test_who_stops_in_the_turnstile_does_not_hold_up_the_log(database_url: str, short_lease: None) -> None:
    with pytest.raises(InternalError), transaction() as stopped:
        events.append(stopped, EventName.PRODUCT_UPDATED, 1, {"name": "as it was"})
        for close in stopped.info.pop("before_commit"):
            close(stopped)
        with transaction() as session:
            events.append(session, EventName.PRODUCT_UPDATED, 2, {"name": "as it was"})
        stopped.execute(text("select 1"))
    with transaction() as session:
        assert session.scalars(text("select product_id from events")).all() == [2]


def test_a_job_whose_row_is_locked_does_not_keep_the_sweep_from_finding_others(job_id: UUID) -> None:
    with transaction() as session:
        other = service.create(session, "probe", "tester").id
    with transaction() as holder:
        repository.get(holder, other, lock=True)
        with transaction() as session:
            session.execute(text("set local lock_timeout = '5s'"))
            assert service.sweep(session, timedelta(seconds=0)) == [job_id]


class Failure(Exception):
    """The work went wrong inside a transaction."""


def test_the_backend_of_a_transaction_that_failed_is_forgotten_because_others_use_it_next(job_id: UUID) -> None:
    lease = claimed(job_id)
    with pytest.raises(Failure), lease.transaction():
        assert registered() == 1
        raise Failure
    assert registered() == 0


def test_cancelling_leaves_alone_what_the_same_connection_does_for_others(job_id: UUID) -> None:
    lease = claimed(job_id)
    with pytest.raises(Failure), lease.transaction():
        raise Failure
    with transaction() as others:
        others.execute(text("select 1"))
        with transaction() as session:
            service.cancel(session, job_id)
        assert others.scalars(text("select count(*) from pg_sleep(0.05)")).one() == 1


def test_a_job_that_was_cancelled_is_not_put_to_wait(job_id: UUID) -> None:
    lease = claimed(job_id)
    with transaction() as session:
        repository.request_cancel(session, job_id)
    with pytest.raises(Cancelled), lease.transaction() as session:
        lease.pause(session, JobStatus.AWAITING_CONFIRMATION, "awaiting_confirmation", "Waiting")
    assert status(job_id) == JobStatus.QUEUED


def test_an_end_that_is_interrupted_is_made_again(job_id: UUID) -> None:
    ends: list[str] = []

    def cancelled(lease: Lease) -> None:
        raise Cancelled

    def interrupted_once(session: Session, job: Job) -> None:
        ends.append(job.status)
        if len(ends) == 1:
            session.execute(text("select pg_cancel_backend(pg_backend_pid()), pg_sleep(60)"))

    run_job(job_id, cancelled, interrupted_once)
    assert ends == [JobStatus.CANCELLED, JobStatus.CANCELLED]
    assert status(job_id) == JobStatus.CANCELLED


def test_an_assistants_locks_do_not_hold_up_the_end(job_id: UUID) -> None:
    def cancelled_while_an_assistant_works(lease: Lease) -> None:
        with lease.transaction() as session:
            lease.enter(session, "working", "Working")
        assistant = assisting(job_id, "working")
        assert assistant is not None
        session = stack.enter_context(assistant.transaction())
        session.execute(text("lock table products in share mode"))
        raise Cancelled

    def remove_what_it_used(session: Session, job: Job) -> None:
        session.execute(text("set local lock_timeout = '10s'"))
        session.execute(text("lock table products in access exclusive mode"))

    with pytest.raises(OperationalError), ExitStack() as stack:
        run_job(job_id, cancelled_while_an_assistant_works, remove_what_it_used)
    assert status(job_id) == JobStatus.CANCELLED
    assert registered() == 0


def test_an_assistant_writes_nothing_once_the_job_has_ended(job_id: UUID) -> None:
    lease = claimed(job_id)
    with lease.transaction() as session:
        lease.enter(session, "working", "Working")
    early, late = assisting(job_id, "working"), assisting(job_id, "working")
    assert early is not None
    assert late is not None
    with pytest.raises(LeaseLost), early.transaction() as session:
        session.execute(text("create table staging.should_not_exist (id int)"))
        work_to_the_end(lease)
    with pytest.raises(LeaseLost), late.transaction():
        pytest.fail("a transaction was opened for a job that has ended")
    with transaction() as session:
        assert session.scalars(text("select to_regclass('staging.should_not_exist')")).one() is None
    assert registered() == 0


def test_nobody_assists_a_job_that_is_not_in_the_phase(job_id: UUID) -> None:
    assert assisting(job_id, "working") is None
    run_job(job_id, work_to_the_end, forget)
    assert assisting(job_id, "working") is None
