"""Who may work on a job, and what happens to those who no longer may."""

import time
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import OperationalError

from product_importer.core.database import transaction
from product_importer.core.errors import Conflict, Invalid
from product_importer.jobs import lease as leases
from product_importer.jobs import repository, service
from product_importer.jobs.lease import Lease, LeaseLost
from product_importer.jobs.models import Job, JobBackend
from product_importer.jobs.runner import MAX_FRUITLESS_CLAIMS, complete, run_job
from product_importer.jobs.schemas import JobView
from product_importer.jobs.states import JobStatus


@pytest.fixture
def job_id(database_url: str) -> UUID:
    with transaction() as session:
        return service.create(session, "probe", "tester").id


@pytest.fixture
def stopping() -> Iterator[None]:
    leases.stopping.set()
    yield
    leases.stopping.clear()


def claimed(job_id: UUID) -> Lease:
    with transaction() as session:
        job = repository.claim(session, job_id, timedelta(seconds=30))
        assert job is not None
        return Lease(job)


def let_lease_run_out(job_id: UUID) -> None:
    with transaction() as session:
        session.execute(update(Job).where(Job.id == job_id).values(lease_until=text("now() - interval '1 second'")))


def view(job_id: UUID) -> JobView:
    with transaction() as session:
        return service.view(session, job_id)


def do_nothing(lease: Lease) -> None:
    with lease.transaction() as session:
        lease.enter(session, "working", "Working")
    with lease.transaction() as session:
        complete(session, lease, {"done": True})


def must_not_run(lease: Lease) -> None:
    pytest.fail(f"job {lease.job_id} had to end before it began")


def forget(session: object, job: Job) -> None:
    """Nothing hangs on the end of a probe."""


@pytest.mark.covers("000:96")
def test_a_job_is_done_once_however_often_it_is_woken(job_id: UUID) -> None:
    runs: list[int] = []

    def work(lease: Lease) -> None:
        runs.append(lease.token)
        run_job(job_id, work, forget)
        do_nothing(lease)

    run_job(job_id, work, forget)
    run_job(job_id, work, forget)
    assert len(runs) == 1
    assert view(job_id).result == {"done": True}


@pytest.mark.covers("003:56", "004:107", "004:331")
def test_every_phase_is_recorded_with_its_time(job_id: UUID) -> None:
    run_job(job_id, do_nothing, forget)
    seen = view(job_id)
    assert [(entry.status, entry.phase) for entry in seen.phases] == [
        ("queued", "queued"),
        ("running", "working"),
        ("completed", "completed"),
    ]
    assert seen.progress.percent == 100
    assert seen.started_at is not None
    assert seen.finished_at is not None
    assert seen.created_at <= seen.started_at <= seen.finished_at


def test_a_held_lease_cannot_be_claimed(job_id: UUID) -> None:
    claimed(job_id)
    with transaction() as session:
        assert repository.claim(session, job_id, timedelta(seconds=30)) is None


def test_a_worker_whose_lease_was_taken_over_cannot_commit(job_id: UUID) -> None:
    first = claimed(job_id)
    with pytest.raises(LeaseLost), first.transaction() as session:
        session.execute(text("create table staging.should_not_exist (id int)"))
        let_lease_run_out(job_id)
        assert claimed(job_id).token == first.token + 1
    with transaction() as session:
        assert session.scalars(text("select to_regclass('staging.should_not_exist')")).one() is None


def test_who_takes_over_ends_the_former_workers_backend_and_with_it_its_locks(job_id: UUID) -> None:
    first = claimed(job_id)
    with pytest.raises(OperationalError), first.transaction() as session:
        session.execute(text("lock table products in access exclusive mode"))
        let_lease_run_out(job_id)
        run_job(job_id, do_nothing, forget)
        session.execute(text("select 1"))
    assert view(job_id).status == JobStatus.COMPLETED


def test_a_backend_is_forgotten_by_the_transaction_it_served(job_id: UUID) -> None:
    with claimed(job_id).transaction() as session:
        session.execute(text("select 1"))
    with transaction() as session:
        assert session.query(JobBackend).count() == 0


def test_the_sweep_finds_what_nobody_holds_and_leaves_what_somebody_does(job_id: UUID) -> None:
    with transaction() as session:
        held = service.create(session, "probe", "tester").id
    claimed(held)
    with transaction() as session:
        session.execute(update(Job).values(woken_at=text("now() - interval '1 minute'")))
    with transaction() as session:
        assert service.sweep(session, timedelta(seconds=10)) == [job_id]
    with transaction() as session:
        assert service.sweep(session, timedelta(seconds=10)) == []


def test_cancelling_a_queued_job_ends_it_before_it_does_anything(job_id: UUID) -> None:
    with transaction() as session:
        assert service.cancel(session, job_id).cancel_requested
    run_job(job_id, must_not_run, forget)
    assert view(job_id).status == JobStatus.CANCELLED


def test_cancelling_twice_is_harmless_and_cancelling_what_has_ended_is_refused(job_id: UUID) -> None:
    for _ in range(2):
        with transaction() as session:
            service.cancel(session, job_id)
    run_job(job_id, do_nothing, forget)
    with pytest.raises(Conflict) as refused, transaction() as session:
        service.cancel(session, job_id)
    assert refused.value.code == "job_finished"


def test_the_heartbeat_brings_a_cancellation_to_the_worker(job_id: UUID) -> None:
    def work(lease: Lease) -> None:
        with transaction() as session:
            service.cancel(session, job_id)
        while True:
            lease.report(0.5, 100, "Half way")
            lease.check()

    run_job(job_id, work, forget)
    seen = view(job_id)
    assert seen.status == JobStatus.CANCELLED
    assert (seen.progress.percent, seen.progress.current) == (50, 50)


def test_a_cancellation_that_was_taken_is_kept_though_the_work_is_done_before_anybody_sees_it(job_id: UUID) -> None:
    def work(lease: Lease) -> None:
        with lease.transaction() as session:
            lease.enter(session, "working", "Working")
        with transaction() as session:
            assert service.cancel(session, job_id).cancel_requested
        with lease.transaction() as session:
            complete(session, lease, {"done": True})

    run_job(job_id, work, forget)
    assert view(job_id).status == JobStatus.CANCELLED


def test_a_cancellation_that_came_between_two_statements_ends_the_second(job_id: UUID) -> None:
    began = time.monotonic()

    def work(lease: Lease) -> None:
        with transaction() as session:
            service.cancel(session, job_id)
        with lease.transaction() as session:
            session.execute(text("select pg_sleep(60)"))

    run_job(job_id, work, forget)
    assert view(job_id).status == JobStatus.CANCELLED
    assert time.monotonic() - began < 30


def test_progress_never_goes_back(job_id: UUID) -> None:
    lease = claimed(job_id)
    lease.report(0.6, 1_000, "Further")
    lease.report(0.2, 1_000, "Again from the start")
    assert (lease.progress.percent, lease.progress.current) == (60, 600)


def test_a_stopping_worker_hands_its_job_back(job_id: UUID, stopping: None) -> None:
    run_job(job_id, must_not_run, forget)
    assert view(job_id).status == JobStatus.QUEUED
    leases.stopping.clear()
    run_job(job_id, do_nothing, forget)
    assert view(job_id).status == JobStatus.COMPLETED


def test_a_late_heartbeat_does_not_take_back_a_lease_that_was_given_up(job_id: UUID) -> None:
    lease = claimed(job_id)
    with transaction() as session:
        repository.release(session, job_id, lease.token)
        assert repository.renew(session, job_id, lease.token, timedelta(seconds=30), {}) is False
    assert claimed(job_id).token == lease.token + 1


@pytest.mark.covers("004:823")
def test_an_expected_failure_carries_its_code_and_sentence(job_id: UUID) -> None:
    def work(lease: Lease) -> None:
        raise Invalid("bad_file", "Choose another file.")

    run_job(job_id, work, forget)
    error = view(job_id).error
    assert error is not None
    assert (error.code, error.detail) == ("bad_file", "Choose another file.")


@pytest.mark.covers("004:312")
def test_an_unexpected_failure_is_an_end_too_and_shows_no_internals(job_id: UUID) -> None:
    def work(lease: Lease) -> None:
        raise RuntimeError("secret internals")

    run_job(job_id, work, forget)
    seen = view(job_id)
    assert seen.status == JobStatus.FAILED
    assert seen.error is not None
    assert "secret" not in seen.error.detail


def test_work_that_kills_every_worker_ends_too(job_id: UUID) -> None:
    for _ in range(MAX_FRUITLESS_CLAIMS):
        claimed(job_id)
        let_lease_run_out(job_id)
    run_job(job_id, do_nothing, forget)
    error = view(job_id).error
    assert error is not None
    assert error.code == "worker_lost"


def test_a_watcher_who_was_away_gets_every_change_of_phase(job_id: UUID) -> None:
    seen_first = view(job_id).version
    run_job(job_id, do_nothing, forget)
    with transaction() as session:
        missed = service.changes(session, job_id, seen_first)
    assert [change.phase for change in missed] == ["working", "completed"]
    assert [change.version for change in missed] == sorted({change.version for change in missed})
    with transaction() as session:
        assert service.changes(session, job_id, missed[-1].version) == []
