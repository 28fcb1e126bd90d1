"""A catalogue of any size straight into the tables, in minutes instead of through an import, for what reads it."""

import psycopg

from tests.acceptance.deployment import Deployment

MARKED = 100
"""Products that each filter of the benches finds, whatever the size: they are spread evenly over the catalogue."""

_WORDS = """
    select array_agg(substr(translate(md5(n::text), '0123456789', 'ghijklmnop'), 1, 4 + n % 6))
      from generate_series(1, 3000) as n
"""

_WORD = """
    create function pg_temp.word(number bigint) returns text language sql immutable
    return ('{{words}}'::text[])[1 + abs(hashint8(number) % 3000)]
"""

_PRODUCTS = """
    insert into products (sku, sku_key, name, description, price, active, attributes, created_at, updated_at)
    select 'SKU-' || lpad(n::text, 8, '0'), 'sku-' || lpad(n::text, 8, '0'),
           initcap({word}(n * 7919)) || ' ' || {word}(n * 104729) || case when marked then ' xylograph' else '' end,
           'Made of ' || {word}(n * 15485863) || ' and ' || {word}(n * 32452843)
                || case when marked then ', quixotic' else '' end,
           case when marked then 777.77 else (n * 37 % 70000) / 100.0 end,
           n % 7 <> 0,
           jsonb_build_object(
               'brand', 'Brand ' || n % 50, 'lot', case when marked then 'rare' else 'lot ' || n % 9 end
           ),
           now() - n * interval '1 second', now() - n * interval '1 second'
      from (
          select n, n % greatest({rows} / {marked}, 1) = 0 as marked from generate_series(1::bigint, {rows}) as n
      ) as numbered
"""

_COPIES = """
    insert into product_search (id, sku_key, name_key, price, active, attributes, created_at, updated_at, deleted_at)
    select id, sku_key, lower(name), price, active, attributes, created_at, updated_at, deleted_at from products;
    insert into product_words (id, sku, sku_key, name, description)
    select id, sku, sku_key, name, description from products;
    insert into search_state select 1, coalesce((select max(position) from event_batches), 0), {rows}, 0
        on conflict (id) do update set live = excluded.live, position = excluded.position;
"""

_INDEXES = """
    select indexname, indexdef from pg_indexes
     where tablename in ('product_search', 'product_words') and indexname not like 'pk_%%'
"""


def fill(deployment: Deployment, rows: int) -> None:
    """Make a catalogue of `rows` products that search has read; its indexes are built when the rows are in."""
    with psycopg.connect(deployment.database_url, autocommit=True) as connection:
        connection.execute(_WORD.replace("{words}", ",".join(_words(connection))).encode())
        statement = _PRODUCTS.replace("{word}", "pg_temp.word")
        connection.execute(statement.replace("{rows}", str(rows)).replace("{marked}", str(MARKED)).encode())
        indexes = connection.execute(_INDEXES.encode()).fetchall()
        for name, _ in indexes:
            connection.execute(f"drop index {name}".encode())
        connection.execute(_COPIES.replace("{rows}", str(rows)).encode())
        connection.execute("set maintenance_work_mem = '1GB'")
        for _, definition in indexes:
            connection.execute(definition.encode())
        connection.execute("vacuum analyze products, product_search, product_words")
        connection.execute("checkpoint")


def _words(connection: psycopg.Connection) -> list[str]:
    found = connection.execute(_WORDS.encode()).fetchone()
    assert found is not None
    return list(found[0])
