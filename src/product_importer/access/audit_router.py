"""The list of access events, for admins, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from product_importer.access import audit
from product_importer.access.audit_repository import Wanted
from product_importer.access.schemas import AccessEventQuery, AccessEventView
from product_importer.access.session import SessionDep
from product_importer.core.openapi import problems
from product_importer.core.pagination import Page

router = APIRouter(tags=["access"])


@router.get(
    "/access-events",
    operation_id="list_access_events",
    response_model=Page[AccessEventView],
    responses=problems(422, 503) | {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
def list_access_events(
    session: SessionDep, query: Annotated[AccessEventQuery, Query()]
) -> Page[AccessEventView] | Response:
    """Logins, failures, keys, roles and links, the newest first; `format=csv` downloads all that fit the filter."""
    wanted = Wanted(query.event, query.actor, query.subject, query.address, query.since, query.until)
    if query.format == "csv":
        headers = {"Content-Disposition": "attachment; filename=access-events.csv"}
        return StreamingResponse(audit.as_csv(wanted), media_type="text/csv; charset=utf-8", headers=headers)
    return audit.page(session, wanted, query.page, query.limit)
