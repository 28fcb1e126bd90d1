"""The shapes of what events tell, for the catalogue, and an example of each."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field

_TIME = "2026-11-21T10:00:00Z"
_IMPORT_ID = "0198f1c2-7f00-7cc3-98c8-5f9a1b2c3d4e"
_CURSOR = "4711-0"


class ProductState(BaseModel):
    """A product; its price is a text, so that nobody rounds it."""

    id: int
    sku: str
    name: str
    description: str | None
    price: str | None = Field(examples=["12.50"])
    active: bool
    attributes: dict[str, str]
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None


class ProductData(ProductState):
    """The whole product after the event; of one product a larger `sequence` is newer, whatever arrives first."""

    sequence: int


class ProductUpdatedData(ProductData):
    """The whole product after the event, and before it."""

    before: ProductState


class JobData(BaseModel):
    """A job that has ended; the feed from `cursor` on, with its `job_id`, is what it changed."""

    job_id: UUID
    kind: str
    status: str
    result: dict[str, Any]
    undo_of: UUID | None = None
    cursor: str | None


class ImportData(BaseModel):
    """An import; `task_id` is its id too, `errors` are its rejects, and the feed from `cursor` on what it changed."""

    import_id: UUID
    job_id: UUID
    task_id: UUID
    filename: str
    total_rows: int | None
    created: int
    updated: int
    errors: int
    counts: dict[str, int]
    error: str | None
    cursor: str | None


class UndoneData(BaseModel):
    """The undo of an import: `job_id` is its own, and `result` how many products ended how."""

    import_id: UUID
    job_id: UUID
    kind: str
    status: str
    result: dict[str, Any]
    undo_of: UUID
    cursor: str | None


class TestData(BaseModel):
    """Nothing has happened."""

    __test__ = False

    message: str


PRODUCT: dict[str, Any] = {
    "id": 42,
    "sku": "RUG-1",
    "name": "Wool rug",
    "description": "Hand-woven",
    "price": "129.00",
    "active": True,
    "attributes": {"colour": "red"},
    "created_at": _TIME,
    "updated_at": _TIME,
    "deleted_at": None,
    "sequence": 90210,
}
TRASHED = PRODUCT | {"deleted_at": _TIME}
BEFORE = {name: value for name, value in PRODUCT.items() if name != "sequence"} | {"price": "119.00"}
_COUNTS = {
    "read": 1000,
    "created": 400,
    "updated": 550,
    "unchanged": 40,
    "duplicate": 3,
    "rejected": 7,
    "skipped": 0,
    "deactivated": 0,
    "deleted": 0,
}
COMPLETED: dict[str, Any] = {
    "import_id": _IMPORT_ID,
    "task_id": _IMPORT_ID,
    "filename": "products.csv",
    "total_rows": 1000,
    "created": 400,
    "updated": 550,
    "errors": 7,
    "counts": _COUNTS,
    "error": None,
    "job_id": _IMPORT_ID,
    "cursor": _CURSOR,
}
STARTED = COMPLETED | {"total_rows": None, "created": 0, "updated": 0, "errors": 0, "counts": dict.fromkeys(_COUNTS, 0)}
FAILED = STARTED | {"error": "The column `sku` is not mapped. Map it and try again."}
UNDONE: dict[str, Any] = {
    "import_id": _IMPORT_ID,
    "kind": "undo",
    "status": "completed",
    "result": {"removed": 400, "restored": 0, "returned": 549, "kept": 1, "settled": 0},
    "undo_of": _IMPORT_ID,
    "job_id": "0198f1c3-0000-7cc3-98c8-5f9a1b2c3d4e",
    "cursor": _CURSOR,
}
JOB: dict[str, Any] = {
    "kind": "bulk",
    "status": "completed",
    "result": {"action": "deactivate", "selected": 12, "changed": 12, "unchanged": 0, "kept": 0},
    "undo_of": None,
    "job_id": _IMPORT_ID,
    "cursor": _CURSOR,
}
TEST = {"message": "This is a test. Nothing has happened."}
