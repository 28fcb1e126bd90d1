"""What the event log tells of a job that has ended."""

from sqlalchemy.orm import Session

from product_importer.events import service as events
from product_importer.events.names import EventName
from product_importer.jobs.models import Job


def tell(session: Session, job: Job, event: EventName) -> None:
    """Log how a job has ended; one that was stopped half way has changed products too."""
    data = {"kind": job.kind, "status": job.status, "result": job.result}
    if job.undo_of is not None:
        data["undo_of"] = str(job.undo_of)
    if event == EventName.IMPORT_UNDONE:
        data["import_id"] = str(job.undo_of)
    events.append(session, event, job_id=job.id, data=data)
