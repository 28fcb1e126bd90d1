"""What an import of one file into a known catalogue has to leave behind, as plain SQL over the file's own cells."""

from pathlib import Path

import psycopg

from tests.acceptance.deployment import Deployment

_TABLES = """
    drop table if exists cells, expected;
    create table cells (
        line bigint generated always as identity,
        sku text, name text, description text, price text, active text, brand text
    );
"""

# The last good row of each SKU wins; a product keeps the spelling of its SKU.
_FOLD = r"""
    create table expected as
    with winners as (
        select distinct on (lower(btrim(sku))) *
          from cells
         where price ~ '^\d+(\.\d+)?$' and name <> ''
         order by lower(btrim(sku)), line desc
    )
    select coalesce(b.sku_key, lower(btrim(w.sku))) as sku_key, coalesce(b.sku, btrim(w.sku)) as sku,
           coalesce(w.name, b.name) as name, coalesce(w.description, b.description) as description,
           coalesce(w.price::numeric(14, 4), b.price) as price, coalesce(w.active::boolean, b.active) as active,
           coalesce(b.attributes, '{}') || coalesce(jsonb_build_object('brand', w.brand), '{}') as attributes
      from winners as w
      full join baseline as b on b.sku_key = lower(btrim(w.sku));
    create unique index on expected (sku_key);
    analyze expected;
"""

_FIELDS = "sku, name, description, price, active, attributes"
_P, _E, _B = (", ".join(f"{alias}.{field}" for field in _FIELDS.split(", ")) for alias in "peb")

# Products that are not as the fold has them.
DIFFERENT = f"""
    select count(*)
      from expected as e
      full join (select * from products where deleted_at is null) as p using (sku_key)
     where ({_E}) is distinct from ({_P})
"""

# Products whose events are not exactly the one change they went through, with what they were before it.
MISTOLD = f"""
    with told as (
        select product_id, count(*) as times, min(event) as event, (array_agg(before))[1] as before
          from events
         where product_id is not null
         group by product_id
    )
    select count(*)
      from products as p
      left join baseline as b on b.id = p.id
      full join told as t on t.product_id = p.id
     where p.id is null
        or case
               when b.id is null
               then (t.times, t.event) is distinct from (1::bigint, 'product.created') or t.before is not null
               when ({_P}) is distinct from ({_B})
               then (t.times, t.event) is distinct from (1::bigint, 'product.updated')
                    or (t.before ->> 'sku', t.before ->> 'name', t.before ->> 'description',
                        (t.before ->> 'price')::numeric, (t.before ->> 'active')::boolean, t.before -> 'attributes')
                       is distinct from ({_B})
               else t.times is not null
           end
"""


def make_reference(deployment: Deployment, changes: Path) -> None:
    """Fold `changes` into the table `baseline`, into a table `expected`."""
    with psycopg.connect(deployment.database_url, autocommit=True) as connection:
        connection.execute(_TABLES)
        copy = "copy cells (sku, name, description, price, active, brand) from stdin (format csv, header)"
        with connection.cursor().copy(copy) as target, changes.open("rb") as file:
            while block := file.read(1 << 20):
                target.write(block)
        connection.execute(_FOLD)
