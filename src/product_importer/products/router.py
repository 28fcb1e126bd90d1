"""The catalogue over HTTP."""

import json
from collections.abc import Callable, Coroutine
from decimal import Decimal
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request, Response

from product_importer.access.idempotency import IDEMPOTENT, IdempotentRoute
from product_importer.access.session import SessionDep
from product_importer.core.bodies import limited_body
from product_importer.core.openapi import API_PREFIX, problems
from product_importer.core.pagination import Page
from product_importer.jobs.router import PageQuery
from product_importer.products import history, service
from product_importer.products.history_schemas import HistoryEntry
from product_importer.products.models import Product
from product_importer.products.preconditions import etag
from product_importer.products.schemas import (
    AttributesInUse,
    ProductCreate,
    ProductListQuery,
    ProductPatch,
    ProductReplace,
    ProductView,
)

MAX_BODY_BYTES = 8 * 1024 * 1024


class _ExactRequest(Request):
    async def body(self) -> bytes:
        if not hasattr(self, "_body"):
            self._body = await limited_body(self, MAX_BODY_BYTES)
        return self._body

    async def json(self) -> Any:
        return json.loads(await self.body(), parse_float=Decimal)


class ExactNumbersRoute(IdempotentRoute):
    """A route whose JSON numbers arrive as they were written, not as the nearest binary float."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handler = super().get_route_handler()

        async def exact(request: Request) -> Response:
            limited = _ExactRequest(request.scope, request.receive)
            # Read here: inside the handler any error while reading is answered as a malformed body.
            await limited.body()
            return await handler(limited)

        return exact


router = APIRouter(prefix="/products", tags=["products"], route_class=ExactNumbersRoute)

ProductId = Annotated[int, Path(ge=1, lt=2**63)]
IfMatch = Annotated[str | None, Header(description="Change only the version with this ETag; else 412.")]

_TAG = {"ETag": {"description": "A strong tag of the content.", "schema": {"type": "string"}}}
_LOCATION = {"Location": {"description": "Where the product is.", "schema": {"type": "string"}}}
_TAGGED: dict[int | str, dict[str, Any]] = {200: {"headers": _TAG}}
_CREATED: dict[int | str, dict[str, Any]] = {201: {"headers": _TAG | _LOCATION}}


@router.get("", operation_id="list_products", responses=problems(422))
def list_products(session: SessionDep, query: Annotated[ProductListQuery, Query()]) -> Page[ProductView]:
    """The products that every given filter finds, the newest first."""
    return service.listing(session, query)


@router.post(
    "",
    status_code=201,
    operation_id="create_product",
    dependencies=[IDEMPOTENT],
    responses=_CREATED | problems(409, 413, 422),
)
def create_product(session: SessionDep, response: Response, data: ProductCreate) -> ProductView:
    """A new product; 409 when a live one has the SKU, whatever the case."""
    created = _tagged(response, service.create(session, data))
    response.headers["Location"] = f"{API_PREFIX}/products/{created.id}"
    return created


@router.get("/attributes", operation_id="list_attributes")
def list_attributes(session: SessionDep) -> AttributesInUse:
    """The attributes that products have, the most common first, by a sample of the catalogue."""
    return service.attributes_in_use(session)


@router.get("/{product_id:int}", operation_id="get_product", responses=_TAGGED | problems(404, 422))
def get_product(session: SessionDep, response: Response, product_id: ProductId) -> ProductView:
    """One product, also when it is in the trash."""
    return _tagged(response, service.get(session, product_id))


@router.put("/{product_id:int}", operation_id="replace_product", responses=_TAGGED | problems(404, 409, 412, 413, 422))
def replace_product(
    session: SessionDep, response: Response, product_id: ProductId, data: ProductReplace, if_match: IfMatch = None
) -> ProductView:
    """The whole product anew: what is left out is cleared."""
    return _tagged(response, service.replace(session, product_id, data, if_match))


@router.patch("/{product_id:int}", operation_id="update_product", responses=_TAGGED | problems(404, 409, 412, 413, 422))
def update_product(
    session: SessionDep, response: Response, product_id: ProductId, data: ProductPatch, if_match: IfMatch = None
) -> ProductView:
    """Change the fields that are given; when none differs, nothing is written."""
    return _tagged(response, service.patch(session, product_id, data, if_match))


@router.delete("/{product_id:int}", status_code=204, operation_id="delete_product", responses=problems(404, 412, 422))
def delete_product(session: SessionDep, product_id: ProductId, if_match: IfMatch = None) -> None:
    """Move to the trash, from where it can be restored."""
    service.trash(session, product_id, if_match)


@router.post("/{product_id:int}/restore", operation_id="restore_product", responses=_TAGGED | problems(404, 409, 422))
def restore_product(session: SessionDep, response: Response, product_id: ProductId) -> ProductView:
    """Take out of the trash; 409 when a live product has the SKU by now."""
    return _tagged(response, service.restore(session, product_id))


@router.get("/{product_id:int}/history", operation_id="list_product_history", responses=problems(404, 422))
def list_product_history(
    session: SessionDep, product_id: ProductId, query: Annotated[PageQuery, Query()]
) -> Page[HistoryEntry]:
    """Who or what changed this product, when, and from what to what; the newest change first."""
    return history.history(session, product_id, query.page, query.limit)


def _tagged(response: Response, product: Product) -> ProductView:
    view = ProductView.model_validate(product)
    response.headers["ETag"] = etag(view)
    return view
