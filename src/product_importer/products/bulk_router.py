"""Changes of many products at once, over HTTP; each is a job."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy.orm import Session

from product_importer.access.actor import actor_of
from product_importer.access.idempotency import IDEMPOTENT
from product_importer.access.session import SessionDep
from product_importer.core.openapi import API_PREFIX, problems
from product_importer.jobs import service as jobs
from product_importer.jobs.models import Job
from product_importer.jobs.schemas import JobView
from product_importer.products import bulk
from product_importer.products.bulk_schemas import BulkRequest, DeleteAllQuery
from product_importer.products.router import ExactNumbersRoute

router = APIRouter(prefix="/products", tags=["products"], route_class=ExactNumbersRoute)

_STARTED: dict[int | str, dict[str, Any]] = {
    202: {"headers": {"Location": {"description": "Where the job is.", "schema": {"type": "string"}}}}
}


@router.post(
    "/bulk",
    status_code=202,
    operation_id="change_products",
    dependencies=[IDEMPOTENT],
    responses=_STARTED | problems(400, 413, 422),
)
def change_products(session: SessionDep, request: Request, response: Response, data: BulkRequest) -> JobView:
    """Change many products as a job: those with these ids, or all that a filter finds now, counted in `result`.

    A filter that narrows nothing needs `confirm`.
    """
    return _started(session, response, bulk.start(session, data, actor_of(request)))


@router.delete("", status_code=202, operation_id="delete_all_products", responses=_STARTED | problems(400, 422))
def delete_all_products(
    session: SessionDep, request: Request, response: Response, query: Annotated[DeleteAllQuery, Query()]
) -> JobView:
    """Move every product to the trash, as a job; only with `confirm=all`."""
    return _started(session, response, bulk.delete_all(session, query.confirm, actor_of(request)))


def _started(session: Session, response: Response, job: Job) -> JobView:
    response.headers["Location"] = f"{API_PREFIX}/jobs/{job.id}"
    return jobs.view(session, job.id)
