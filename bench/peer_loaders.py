"""Loads a file of products as each peer's own documentation shows it; runs in the environment of `peers.txt`.

    python bench/peer_loaders.py LOADER DATABASE_URL FILE FOLDER

Nothing is added that a peer does not do by itself: the first error it does not handle ends it. Rows come to be in the
table `peer`, or where dlt puts them. Prints `{seconds, error}`; what it takes to start and to import is not counted.
"""

import csv
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

FIELDS = ("name", "description", "price", "active", "brand", "colour")
BATCH = 1_000
AT_ONCE = 10_000

# For those that bring rows into a table of their own: of several rows of one SKU the last wins.
MERGE = """
    insert into peer (sku, name, description, price, active, brand, colour)
    select distinct on (sku)
           sku, name, description, cast(price as numeric(14, 4)), cast(active as boolean), brand, colour
      from peer_stage
     order by sku, ctid desc
        on conflict (sku) do update
       set name = excluded.name, description = excluded.description, price = excluded.price,
           active = excluded.active, brand = excluded.brand, colour = excluded.colour
"""
STAGE = """
    create unlogged table peer_stage (
        sku text not null, name text not null, description text, price numeric(14, 4), active boolean not null,
        brand text, colour text
    )
"""

Load = Callable[[], None]


@dataclass(frozen=True)
class Given:
    """Into which database, what, and a folder to work in."""

    url: str
    file: Path
    folder: Path


Loader = Callable[[Given], Load]


def rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            yield {**row, "active": row["active"] == "yes"}


def orm_row_by_row(given: Given) -> Load:
    from sqlalchemy import Numeric, create_engine, select
    from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

    class Base(DeclarativeBase):
        pass

    class Peer(Base):
        __tablename__ = "peer"
        id: Mapped[int] = mapped_column(primary_key=True)
        sku: Mapped[str]
        name: Mapped[str]
        description: Mapped[str | None]
        price: Mapped[Any] = mapped_column(Numeric(14, 4))
        active: Mapped[bool]
        brand: Mapped[str | None]
        colour: Mapped[str | None]

    engine = create_engine(given.url)

    def load() -> None:
        with Session(engine) as session:
            for row in rows(given.file):
                known = session.scalars(select(Peer).where(Peer.sku == row["sku"])).one_or_none()
                if known is None:
                    session.add(Peer(**row))
                else:
                    for field in FIELDS:
                        setattr(known, field, row[field])
                session.commit()

    return load


def batches_on_conflict(given: Given) -> Load:
    from sqlalchemy import MetaData, Table, create_engine
    from sqlalchemy.dialects.postgresql import insert

    engine = create_engine(given.url)
    peer = Table("peer", MetaData(), autoload_with=engine)

    def load() -> None:
        source = rows(given.file)
        while batch := list(islice(source, BATCH)):
            # PostgreSQL refuses a batch that has one SKU twice.
            statement = insert(peer).values(list({row["sku"]: row for row in batch}.values()))
            news = {field: statement.excluded[field] for field in FIELDS}
            with engine.begin() as connection:
                connection.execute(statement.on_conflict_do_update(index_elements=["sku"], set_=news))

    return load


def pandas_to_sql(given: Given) -> Load:
    import pandas
    from sqlalchemy import create_engine, text

    engine = create_engine(given.url)

    def load() -> None:
        frame = pandas.read_csv(given.file)
        frame.to_sql("peer_stage", engine, index=False, chunksize=AT_ONCE)
        with engine.begin() as connection:
            connection.execute(text(MERGE))

    return load


def django_import_export(given: Given) -> Load:
    import django
    import psycopg
    import tablib
    from django.conf import settings

    parts = psycopg.conninfo.conninfo_to_dict(given.url)
    names = {"NAME": "dbname", "USER": "user", "HOST": "host", "PORT": "port"}
    database = {name: str(parts[key]) for name, key in names.items()}
    databases = {"default": {"ENGINE": "django.db.backends.postgresql", **database}}
    settings.configure(DATABASES=databases, INSTALLED_APPS=["import_export"], USE_TZ=True)
    django.setup()
    from django.db import models
    from import_export import resources

    class Peer(models.Model):
        id = models.BigAutoField(primary_key=True)
        sku = models.TextField(unique=True)
        name = models.TextField()
        description = models.TextField(null=True)
        price = models.DecimalField(max_digits=14, decimal_places=4, null=True)
        active = models.BooleanField(default=True)
        brand = models.TextField(null=True)
        colour = models.TextField(null=True)

        class Meta:
            app_label = "import_export"
            db_table = "peer"

    class PeerResource(resources.ModelResource):
        class Meta:
            model = Peer
            fields = ("sku", *FIELDS)
            import_id_fields = ("sku",)

    def load() -> None:
        with given.file.open(encoding="utf-8", newline="") as source:
            dataset = tablib.Dataset().load(source, format="csv")
        result = PeerResource().import_data(dataset, raise_errors=False)
        if result.has_errors() or result.has_validation_errors():
            faults = sorted({str(error.error) for _, errors in result.row_errors() for error in errors})
            wrong = len(result.row_errors()) + len(result.invalid_rows)
            raise ValueError(f"{wrong} rows have errors, and none of the file is kept: {'; '.join(faults)}")

    return load


def dlt_merge(strategy: str) -> Loader:
    def loader(given: Given) -> Load:
        os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
        import dlt

        # dlt asks for a host and a password; the socket of the URL is what counts, and it needs none.
        destination = dlt.destinations.postgres(given.url.replace("@/", ":none@localhost/"))
        pipeline = dlt.pipeline(
            "peer", pipelines_dir=str(given.folder / "dlt"), destination=destination, dataset_name="peer_dlt"
        )
        columns: Any = {"price": {"data_type": "decimal"}}

        @dlt.resource(
            name="products",
            primary_key="sku",
            columns=columns,
            write_disposition={"disposition": "merge", "strategy": strategy},
        )
        def products() -> Iterator[list[dict[str, Any]]]:
            source = rows(given.file)
            while batch := list(islice(source, AT_ONCE)):
                yield batch

        def load() -> None:
            pipeline.run(products())

        return load

    return loader


def run(*command: str, script: str | None = None) -> None:
    done = subprocess.run(command, input=script, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError((done.stderr + done.stdout).strip())


def psql(url: str, script: str) -> None:
    run("psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", url, script=script)


def csvsql(given: Given) -> Load:
    program = str(Path(sys.executable).with_name("csvsql"))

    def load() -> None:
        alchemy = given.url.replace("postgresql://", "postgresql+psycopg://")
        run(program, "--db", alchemy, "--tables", "peer_stage", "--insert", "--chunk-size", "1000", str(given.file))
        psql(given.url, MERGE)

    return load


def psql_copy(given: Given) -> Load:
    def load() -> None:
        psql(given.url, f"{STAGE};\n\\copy peer_stage from '{given.file}' with (format csv, header)\n{MERGE};")

    return load


def pgloader(given: Given) -> Load:
    import psycopg

    parts = psycopg.conninfo.conninfo_to_dict(given.url)
    target = f"postgresql://{parts['user']}@unix:{parts['host']}:{parts['port']}/{parts['dbname']}"
    names = ", ".join(("sku", *FIELDS))
    commands = given.folder / "products.load"
    commands.write_text(f"""
        load csv from '{given.file}' ({names}) into {target}?tablename=peer_stage ({names})
        with skip header = 1, fields optionally enclosed by '"', fields escaped by double-quote,
             fields terminated by ',', batch rows = 25000
        before load do $$ {STAGE} $$
        after load do $$ {MERGE} $$;
    """)

    def load() -> None:
        run("pgloader", "--quiet", "--root-dir", str(given.folder / "pgloader"), str(commands))

    return load


LOADERS: dict[str, Loader] = {
    "orm": orm_row_by_row,
    "batches": batches_on_conflict,
    "pandas": pandas_to_sql,
    "django": django_import_export,
    "dlt-delete-insert": dlt_merge("delete-insert"),
    "dlt-upsert": dlt_merge("upsert"),
    "pgloader": pgloader,
    "csvsql": csvsql,
    "psql": psql_copy,
}


def main(name: str, url: str, file: str, folder: str) -> None:
    load, error = LOADERS[name](Given(url, Path(file), Path(folder))), None
    started = time.perf_counter()
    try:
        load()
    except Exception as raised:  # whatever a peer ends with is its result here
        error = f"{type(raised).__name__}: {raised}"
    print(json.dumps({"seconds": time.perf_counter() - started, "error": error}))


if __name__ == "__main__":
    main(*sys.argv[1:])
