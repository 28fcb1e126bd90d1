"""PostgreSQL and Valkey from installed packages, and the processes of a one-machine set-up."""

from product_importer.embedded.data_dir import DataDir
from product_importer.embedded.errors import (
    AlreadyRunning,
    DataDirVersionMismatch,
    EmbeddedError,
    ServerStartFailed,
)
from product_importer.embedded.postgres import EmbeddedPostgres
from product_importer.embedded.supervisor import Supervisor
from product_importer.embedded.valkey import EmbeddedValkey, celery_broker_url

__all__ = [
    "AlreadyRunning",
    "DataDir",
    "DataDirVersionMismatch",
    "EmbeddedError",
    "EmbeddedPostgres",
    "EmbeddedValkey",
    "ServerStartFailed",
    "Supervisor",
    "celery_broker_url",
]
