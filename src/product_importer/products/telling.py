"""What the event log tells of a job that has ended."""

from sqlalchemy.orm import Session

from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.jobs.models import Job


def tell(session: Session, job: Job, event: EventName) -> None:
    """Log how a job has ended."""
    data = {"kind": job.kind, "status": job.status, "result": job.result}
    if job.undo_of is not None:
        data["undo_of"] = str(job.undo_of)
    if event == EventName.IMPORT_UNDONE:
        data["import_id"] = str(job.undo_of)
    events.append(session, event, job_id=job.id, data=data)


def tell_stopped(session: Session, job: Job) -> None:
    """Log that a job has failed or was cancelled, if it had changed products before that."""
    if events.changed_products(session, job.id):
        tell(session, job, EventName.JOB_COMPLETED)
