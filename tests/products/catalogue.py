"""What tests of the catalogue do again and again, through public functions."""

from typing import Any, NamedTuple

from fastapi.testclient import TestClient
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.events.models import events
from product_importer.events.names import EventName
from product_importer.events.service import append
from product_importer.products.models import Product

PRODUCTS = "/api/v1/products"

Json = dict[str, Any]


class LoggedEvent(NamedTuple):
    """One row of the log."""

    event: str
    product_id: int
    before: Json | None


def create(client: TestClient, **fields: Any) -> Json:
    """A product made through the API; `sku` and `name` have defaults."""
    answer = client.post(PRODUCTS, json={"sku": "SKU-1", "name": "Wool blanket"} | fields)
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


def url(product: Json) -> str:
    """Where the product is."""
    return f"{PRODUCTS}/{product['id']}"


def tag(client: TestClient, product: Json) -> str:
    """The current entity tag of the product."""
    return client.get(url(product)).headers["ETag"]


def logged() -> list[LoggedEvent]:
    """The whole log, oldest first."""
    rows = select(events.c.event, events.c.product_id, events.c.before).order_by(events.c.id)
    with transaction() as session:
        return [LoggedEvent(*row) for row in session.execute(rows)]


def found(client: TestClient, **query: Any) -> list[str]:
    """The SKUs that the list finds, in its order."""
    answer = client.get(PRODUCTS, params=query)
    assert answer.status_code == 200, answer.text
    return [item["sku"] for item in answer.json()["items"]]


def history(client: TestClient, product: Json, **query: Any) -> Json:
    """One page of the product's history."""
    answer = client.get(f"{url(product)}/history", params=query)
    assert answer.status_code == 200, answer.text
    page: Json = answer.json()
    return page


def changed(entry: Json) -> dict[str, tuple[Any, Any]]:
    """The fields that an entry of a history changed, before and after."""
    return {change["field"]: (change["before"], change["after"]) for change in entry["changes"]}


def fill(rows: list[Json]) -> None:
    """Make these rows of the table the whole catalogue, and log it."""
    with transaction() as session:
        former = session.execute(delete(Product).returning(Product.id, Product.deleted_at)).all()
        for product_id, trashed in former:
            _log(session, product_id, [*([] if trashed else [EventName.PRODUCT_DELETED]), EventName.PRODUCT_PURGED])
        if rows:
            session.execute(insert(Product), rows)
        for row in rows:
            made = [EventName.PRODUCT_CREATED, *([EventName.PRODUCT_DELETED] if row.get("deleted_at") else [])]
            _log(session, row["id"], made)


def _log(session: Session, product_id: int, names: list[EventName]) -> None:
    for name in names:
        append(session, name, product_id)


def who_am_i(client: TestClient) -> str:
    """By which name what `client` does is told."""
    return str(client.get("/api/v1/whoami").json()["actor"])
