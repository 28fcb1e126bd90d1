"""`GET /metrics`, as Prometheus reads it."""

from fastapi import APIRouter, Response
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from product_importer.core.metrics import Installation, Measure


def metrics_router(*measures: Measure) -> APIRouter:
    """The route with what this process counts, and with what `measures` find in the database."""
    router, installation = APIRouter(), CollectorRegistry(auto_describe=False)
    installation.register(Installation(measures))

    @router.get("/metrics", include_in_schema=False)
    def metrics() -> Response:
        """Figures of this process and of the installation."""
        return Response(generate_latest(REGISTRY) + generate_latest(installation), media_type=CONTENT_TYPE_LATEST)

    return router
