"""Starting changes of many products at once: the set is taken as it is now, and counted before anything runs."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.core.errors import ProblemError
from product_importer.core.settings import get_settings
from product_importer.events.service import ANONYMOUS
from product_importer.jobs import service as jobs
from product_importer.jobs.models import Job
from product_importer.jobs.schemas import Progress
from product_importer.products import bulk_repository as repository
from product_importer.products import finding
from product_importer.products.bulk_models import Bulk
from product_importer.products.bulk_schemas import BulkAction, BulkRequest, BulkResult
from product_importer.products.filters import ProductFilters, conditions
from product_importer.products.finding import PRODUCTS
from product_importer.products.models import Product

KIND = "bulk"

# Writes down the products of a job in chunks of a size, and counts them.
Selection = Callable[[Session, UUID, BulkAction, int], int]


def start(session: Session, request: BulkRequest, created_by: str) -> Job:
    """Queue a change of many products; raises ProblemError when it is about everything and nobody has said so."""
    if request.everything and request.confirm is None:
        raise _unconfirmed(
            'This is about every product. Send `"confirm": "all"` if that is meant, or narrow the filter.'
        )
    values = request.values.model_dump(mode="json", exclude_unset=True) if request.values else None
    return _start(session, request.action, _selection(session, request), created_by, values)


def delete_all(session: Session, confirm: str | None, created_by: str) -> Job:
    """Queue the move of every live product to the trash; raises ProblemError unless it is confirmed."""
    if confirm is None:
        raise _unconfirmed("This moves every product to the trash. Add `?confirm=all` if that is meant.")
    return start(session, BulkRequest(action=BulkAction.DELETE, filter=ProductFilters(), confirm="all"), created_by)


def purge_expired(session: Session) -> Job | None:
    """Queue the purge of what has been in the trash for too long; None when nothing has, or it is under way."""
    where = repository.expired(timedelta(days=get_settings().trash_retention_days))
    repository.lock_purges(session)
    if repository.is_running(session, BulkAction.PURGE, ANONYMOUS) or not repository.any_product(session, where):
        return None
    return _start(session, BulkAction.PURGE, partial(repository.select_found, where=where), ANONYMOUS)


def result(session: Session, bulk: Bulk) -> dict[str, Any]:
    """What a bulk job has done so far, as its job's `result`."""
    action, totals = BulkAction(bulk.action), repository.totals(session, bulk.id)
    return BulkResult(action=action, selected=bulk.selected, **totals).model_dump(mode="json")


def _selection(session: Session, request: BulkRequest) -> Selection:
    if request.ids is not None:
        return partial(repository.select_ids, ids=request.ids)
    assert request.filter is not None
    if request.filter.whole_list:
        return partial(repository.select_found, where=conditions(request.filter, PRODUCTS))
    found = finding.identities(finding.sources(session).parts(request.filter))
    return partial(repository.select_found, where=[Product.id.in_(found)])


def _start(
    session: Session, action: BulkAction, selection: Selection, created_by: str, values: dict[str, Any] | None = None
) -> Job:
    job = jobs.create(session, KIND, created_by)
    selected = selection(session, job.id, action, get_settings().bulk_chunk_rows)
    session.add(Bulk(id=job.id, action=action, new_values=values, selected=selected))
    job.progress = Progress(total=selected).model_dump()
    job.result = BulkResult(action=action, selected=selected).model_dump(mode="json")
    session.flush()
    return job


def _unconfirmed(detail: str) -> ProblemError:
    return ProblemError("confirmation_required", detail)
