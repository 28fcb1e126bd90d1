"""Products in other spellings: `search` for `q`, and a message where the API answers with nothing."""

from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import BaseModel, Field

from product_importer.access.actor import actor_of
from product_importer.access.session import SessionDep
from product_importer.compat.tasks import Started, started
from product_importer.core.pagination import Page
from product_importer.products import bulk, service
from product_importer.products.bulk_schemas import DeleteAllQuery
from product_importer.products.filters import Needle
from product_importer.products.router import IfMatch, ProductId
from product_importer.products.schemas import ProductListQuery, ProductView


class SearchQuery(ProductListQuery):
    """The list's own parameters, and `search`, which is `q` by another name."""

    search: Needle | None = Field(default=None, description="The same as `q`, which wins where both are given.")


class Deleted(BaseModel):
    """It is gone."""

    message: str = "Deleted"


def list_products(session: SessionDep, query: Annotated[SearchQuery, Query()]) -> Page[ProductView]:
    """The products that every given filter finds, the newest first."""
    given = query.model_dump(exclude_unset=True, exclude={"search"})
    if query.search and not query.q:
        given["q"] = query.search
    return service.listing(session, ProductListQuery.model_validate(given))


def delete_product(session: SessionDep, product_id: ProductId, if_match: IfMatch = None) -> Deleted:
    """Move to the trash, from where it can be restored."""
    service.trash(session, product_id, if_match)
    return Deleted()


def delete_all_products(
    session: SessionDep, request: Request, response: Response, query: Annotated[DeleteAllQuery, Query()]
) -> Started:
    """Move every product to the trash, as a job; only with `confirm=all`."""
    job = bulk.delete_all(session, query.confirm, actor_of(request))
    return started(response, "jobs", job.id, "Bulk delete started")
