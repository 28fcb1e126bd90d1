"""How this installation is doing, for the people who look after it."""

from fastapi import APIRouter

from product_importer.core import status
from product_importer.core.settings import get_settings
from product_importer.core.status_schemas import StatusView, WorkersView

router = APIRouter(tags=["status"])


@router.get("/status", operation_id="get_status")
def get_status() -> StatusView:
    """Versions, limits in force, and each thing that is needed: how it is and what to do; takes about a second."""
    return status.status(get_settings())


@router.get("/workers", operation_id="list_workers")
def list_workers() -> WorkersView:
    """Live workers, queues and their depth; takes about a second, because nobody knows how many will answer."""
    return status.workers()
