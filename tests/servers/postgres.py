"""The embedded PostgreSQL as tests start it."""

import psycopg

from product_importer.embedded.cluster import SUPERUSER
from product_importer.embedded.postgres import EmbeddedPostgres


def start(postgres: EmbeddedPostgres) -> str:
    """Start it and return its URL.

    It does not wait for the disk: what a killed process has written, the system has, and no test cuts the power.
    """
    url = postgres.start()
    with psycopg.connect(postgres.url(SUPERUSER, "postgres"), autocommit=True) as connection:
        connection.execute("alter system set fsync = off")
        connection.execute("select pg_reload_conf()")
    return url
