"""The list of products that a job was to change and left as they are."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from product_importer.core.errors import NotFound
from product_importer.core.pagination import Page, page_count
from product_importer.jobs import service as jobs
from product_importer.products import kept_repository as repository
from product_importer.products.kept_schemas import REASONS, KeptCode, KeptView

# The kinds of jobs that list what they leave alone.
KINDS = frozenset({"undo", "bulk"})


def page(session: Session, job_id: UUID, number: int, limit: int) -> Page[KeptView]:
    """One page of the products that a job has left as they are; raises NotFound."""
    job = jobs.get(session, job_id)
    if job.kind not in KINDS:
        raise NotFound(
            "keeps_no_list",
            f"Job {job_id} is neither an undo nor a bulk job, and has no such list. Ask with the id of one of these.",
        )
    total = repository.count(session, job_id)
    found = repository.page(session, job_id, limit, (number - 1) * limit)
    items = [view(row.product_id, row.sku, row.name, row.code) for row in found]
    return Page(items=items, total=total, page=number, pages=page_count(total, limit), limit=limit)


def view(product_id: int, sku: str | None, name: str | None, code: Any) -> KeptView:
    """A kept product with the reason in words."""
    return KeptView(product_id=product_id, sku=sku, name=name, code=code, reason=REASONS[KeptCode(code)])
