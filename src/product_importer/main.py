"""The web application: routers, error handlers and the built web UI."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from product_importer.access.audit_router import router as access_events
from product_importer.access.authorization import Authorization
from product_importer.access.guard import Guard
from product_importer.access.idempotency import Replayed, replay
from product_importer.access.keys_router import router as keys
from product_importer.access.modes import require_startable, say_how_open
from product_importer.access.openid_router import router as openid
from product_importer.access.rate_limiting import HEADERS, RateLimiting
from product_importer.access.rate_limits import PER_ADDRESS, PER_USER
from product_importer.access.request_log import RequestLog
from product_importer.access.routes import ruled
from product_importer.access.rules import RULES
from product_importer.access.session_router import router as sessions
from product_importer.access.set_up import announce as announce_set_up
from product_importer.access.users_router import router as users
from product_importer.compat.router import other_spellings
from product_importer.core import request_ids, tracing
from product_importer.core.api_docs import OPENAPI, install_api_docs
from product_importer.core.bell import Bell
from product_importer.core.celery import configure_broker
from product_importer.core.health import router as health
from product_importer.core.known_key import require_known_key
from product_importer.core.logging import configure_logging
from product_importer.core.memory import use_system_allocator
from product_importer.core.metrics_router import metrics_router
from product_importer.core.openapi import API_PREFIX, REPLAYED, DocumentedApi, problems
from product_importer.core.other_settings import say_what_changes_nothing
from product_importer.core.patience import BoundedBodies
from product_importer.core.problem_handlers import install_problem_handlers
from product_importer.core.settings import get_settings
from product_importer.core.status_router import router as status
from product_importer.core.unknown_paths import install_unknown_paths
from product_importer.events.metrics import measure as events_measure
from product_importer.events.service import CHANNEL as EVENTS
from product_importer.imports.metrics import measure as imports_measure
from product_importer.imports.profiles_router import router as profiles
from product_importer.imports.resumable_router import router as resumable
from product_importer.imports.router import router as imports
from product_importer.imports.tus import EXPOSED_HEADERS
from product_importer.imports.undo_router import router as import_undo
from product_importer.imports.uploads_router import router as uploads
from product_importer.jobs.metrics import measure as jobs_measure
from product_importer.jobs.router import router as jobs
from product_importer.jobs.service import CHANNEL as JOBS
from product_importer.products.bulk_router import router as bulk
from product_importer.products.export_router import MEDIA_TYPES
from product_importer.products.export_router import router as export
from product_importer.products.feed_router import router as feed
from product_importer.products.kept_router import router as kept
from product_importer.products.router import router as products
from product_importer.products.undo_router import router as undo
from product_importer.products.views_router import router as views
from product_importer.web import install_web_ui
from product_importer.webhooks.deliveries_router import router as deliveries
from product_importer.webhooks.metrics import measure as webhooks_measure
from product_importer.webhooks.router import router as webhooks

MOST_BODY_BYTES = 8 * 1024**2
# Files go to storage as they arrive, and have a limit of their own; anything else is read whole.
FILES = re.compile(
    rf"{API_PREFIX}/(uploads|imports|uploads/resumable|uploads/resumable/[^/]+|products/upload)|/api/uploads?/?"
)
COMPRESS_FROM_BYTES = 1_024
# On an export it is 1.5 times as quick as 6 and 4 times as quick as the default 9, and not a hundredth larger.
COMPRESSION_LEVEL = 4
COMPRESSED_ALREADY = (*DEFAULT_EXCLUDED_CONTENT_TYPES, MEDIA_TYPES["xlsx"])


def create_app() -> FastAPI:
    """The application as every API process serves it."""
    settings = get_settings()
    configure_logging(settings)
    tracing.start(settings)
    require_startable(settings)
    require_known_key(settings)
    say_how_open(settings)
    say_what_changes_nothing()
    configure_broker()
    use_system_allocator()
    app = DocumentedApi(
        title="Product Importer",
        version=version("product-importer"),
        openapi_url=OPENAPI,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    install_problem_handlers(app)
    app.add_exception_handler(Replayed, replay)
    install_api_docs(app)
    app.include_router(health)
    app.include_router(metrics_router(jobs_measure, imports_measure, webhooks_measure, events_measure))
    of_imports = (uploads, resumable, profiles, imports, import_undo)
    of_products = (export, bulk, products, views, undo, kept)
    of_access = (sessions, openid, users, keys, access_events)
    routers = (*of_imports, *of_products, webhooks, deliveries, feed, jobs, status, *of_access)
    for router in routers:
        app.include_router(router, prefix=API_PREFIX, responses=problems(401, 403))
    app.include_router(other_spellings(health, *routers), responses=problems(401, 403))
    install_unknown_paths(app)
    install_web_ui(app, Path(__file__).parent / "ui")
    app.add_middleware(
        GZipMiddleware,
        minimum_size=COMPRESS_FROM_BYTES,
        compresslevel=COMPRESSION_LEVEL,
        exclude_content_types=COMPRESSED_ALREADY,
    )
    routes = ruled(app, RULES)
    app.add_middleware(RateLimiting, limit=PER_USER)
    app.add_middleware(Authorization, routes=routes)
    app.add_middleware(RateLimiting, limit=PER_ADDRESS)
    if settings.auth_mode == "required":
        app.open_routes = {route.name for route in routes if route.rule.open}
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["*"],
            allow_headers=["*"],
            expose_headers=[*EXPOSED_HEADERS, *HEADERS, REPLAYED, request_ids.HEADER],
        )
    app.add_middleware(BoundedBodies, most_bytes=MOST_BODY_BYTES, but=FILES)
    app.add_middleware(Guard)
    app.add_middleware(RequestLog)
    if settings.trusted_proxies:
        trusted = [str(network) for network in settings.trusted_proxies]
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=trusted)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    await run_in_threadpool(announce_set_up, get_settings())
    app.state.job_bell, app.state.event_bell = Bell(JOBS), Bell(EVENTS)
    listeners = [asyncio.create_task(bell.listen()) for bell in (app.state.job_bell, app.state.event_bell)]
    yield
    for listener in listeners:
        await _stop(listener)
    await run_in_threadpool(tracing.stop)


async def _stop(task: asyncio.Task[None]) -> None:
    """Cancel again until it ends: the Redis client loses a cancellation that meets it while it connects."""
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=0.1)
