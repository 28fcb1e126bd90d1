"""Alembic's entry: runs the migrations on the connection that `core.migrate` hands over."""

from alembic import context
from sqlalchemy import Connection

from product_importer.access import idempotency_models as idempotency
from product_importer.access import models as access
from product_importer.core import sealing_models as sealing
from product_importer.core.database import Base, get_engine
from product_importer.events import models as events
from product_importer.imports import models as imports
from product_importer.jobs import models as jobs
from product_importer.products import bulk_models as bulk
from product_importer.products import kept_models as kept
from product_importer.products import models as products
from product_importer.products import search_models as search
from product_importer.products import undo_models as undo
from product_importer.products import view_models as views
from product_importer.webhooks import models as webhooks

TABLES = (access, bulk, events, idempotency, imports, jobs, kept, products, sealing, search, undo, views, webhooks)


def _run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=Base.metadata, compare_server_default=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:
    with get_engine().begin() as own:
        _run(own)
