"""What a job left alone, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from product_importer.access.session import SessionDep
from product_importer.core.openapi import problems
from product_importer.core.pagination import Page
from product_importer.jobs.router import PageQuery
from product_importer.products import kept
from product_importer.products.kept_schemas import KeptView

router = APIRouter(prefix="/jobs/{job_id}", tags=["jobs"])


@router.get("/kept", operation_id="list_kept", responses=problems(404, 422))
def list_kept(session: SessionDep, job_id: UUID, query: Annotated[PageQuery, Query()]) -> Page[KeptView]:
    """The products that this undo or bulk job has left as they are, each with the reason."""
    return kept.page(session, job_id, query.page, query.limit)
