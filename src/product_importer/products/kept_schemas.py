"""Why a job leaves a product as it is, and the shape in which the API lists it."""

from enum import StrEnum

from pydantic import BaseModel, Field


class KeptCode(StrEnum):
    """Why a product is left as it is."""

    CHANGED_SINCE = "changed_since"
    PURGED_SINCE = "purged_since"
    PURGED = "purged"
    SKU_TAKEN = "sku_taken"
    GONE = "gone"
    TRASHED = "trashed"
    NOT_TRASHED = "not_trashed"


REASONS = {
    KeptCode.CHANGED_SINCE: (
        "It was changed after the job, so it stays as it is. Its history shows what it was before; "
        "change it by hand if you want that back."
    ),
    KeptCode.PURGED_SINCE: (
        "It was deleted for good after the job. Create it again if you need it; its history shows what it was."
    ),
    KeptCode.PURGED: (
        "The job deleted it for good, which is final. Create it again if you need it; its history shows what it was."
    ),
    KeptCode.SKU_TAKEN: (
        "Another product has its SKU by now. Rename or delete that one first, then restore this one by hand."
    ),
    KeptCode.GONE: (
        "There is no such product, or not any more. Create it again if you need it; its history shows what it was."
    ),
    KeptCode.TRASHED: "It is in the trash, where nothing is changed. Restore it first, then change it.",
    KeptCode.NOT_TRASHED: (
        "It was not in the trash when this was asked for, and only what is there is deleted for good. "
        "Move it to the trash first."
    ),
}


class KeptView(BaseModel):
    """A product that a job leaves as it is, why, and what to do about it."""

    product_id: int
    sku: str | None = Field(description="Null for a product of which nothing is known.")
    name: str | None
    code: KeptCode
    reason: str
