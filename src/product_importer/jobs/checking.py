"""A job with nothing to do: it ends once a worker has taken it, which shows that jobs find a worker."""

from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.jobs import service
from product_importer.jobs.lease import Lease
from product_importer.jobs.models import Job
from product_importer.jobs.runner import complete, run_job

KIND = "check"


def start(session: Session, created_by: str) -> Job:
    """Queue one."""
    return service.create(session, KIND, created_by)


def run_check(job_id: UUID) -> None:
    """Carry it out: there is nothing to it but to end."""
    run_job(job_id, _work, _ended)


def _work(lease: Lease) -> None:
    with lease.transaction() as session:
        complete(session, lease, {})


def _ended(_session: Session, _job: Job) -> None:
    """Cancelled before a worker had it; nothing was done."""
