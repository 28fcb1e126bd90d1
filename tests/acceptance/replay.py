"""The event log replayed: each state of each product, who wrote it, and whether that is what they meant to write.

The state after an event is the `before` of the product's next event, or its live row; so an overwritten or invented
change shows as a writer whose state is not what it wrote.
"""

from collections.abc import Mapping
from pathlib import Path

import psycopg

from tests.acceptance.deployment import Deployment

_STATE = """jsonb_build_object(
    'sku', {0}.sku, 'name', {0}.name, 'description', {0}.description, 'price', {0}.price, 'active', {0}.active,
    'attributes', {0}.attributes, 'trashed', {0}.deleted_at is not null
)"""
_LOGGED = """jsonb_build_object(
    'sku', e.before -> 'sku', 'name', e.before -> 'name', 'description', e.before -> 'description',
    'price', (e.before ->> 'price')::numeric, 'active', e.before -> 'active', 'attributes', e.before -> 'attributes',
    'trashed', e.before ->> 'deleted_at' is not null
)"""

_STEPS = f"""
    drop table if exists steps;
    create table steps as
    with logged as (
        select e.id, e.product_id, e.event, b.job_id, case when e.before is not null then {_LOGGED} end as before
          from events as e
          join event_batches as b on b.id = e.batch_id
         where e.product_id is not null
    ),
    paths as (
        select *, row_number() over of_product as number, lead(id) over of_product as next_id,
               lead(before) over of_product as next_before
          from logged
        window of_product as (partition by product_id order by id)
    )
    select l.*, case when l.next_id is not null then l.next_before when p.id is not null then {_STATE.format("p")} end
           as after
      from paths as l
      left join products as p on p.id = l.product_id;
    create index on steps (product_id);
    analyze steps;
"""

# From `baseline` on, each event is a real change of the kind that it is called.
_BROKEN = f"""
    select count(*)
      from steps as s
      left join baseline as b on b.id = s.product_id
     where (s.number = 1 and s.before is distinct from case when b.id is not null then {_STATE.format("b")} end)
        or s.before is not distinct from s.after
        or (s.event = 'product.created') <> (s.before is null)
        or (s.event = 'product.purged') <> (s.after is null)
        or (s.event = 'product.deleted' and not (s.after -> 'trashed')::boolean)
        or (s.event = 'product.updated' and s.before -> 'trashed' <> s.after -> 'trashed')
"""

# What no event tells of is as it was.
_UNTOLD = f"""
    select count(*)
      from products as p
      full join baseline as b on b.id = p.id
     where not exists (select from steps as s where s.product_id = coalesce(p.id, b.id))
       and (case when p.id is not null then {_STATE.format("p")} end)
           is distinct from (case when b.id is not null then {_STATE.format("b")} end)
"""

_CELLS = """
    drop table if exists rows_of_file, last_rows;
    create table rows_of_file (
        line bigint generated always as identity,
        sku text, name text, description text, price text, active text, brand text
    );
"""
_LAST_WINS = """
    create table last_rows as
    select distinct on (lower(btrim(sku))) lower(btrim(sku)) as key, *
      from rows_of_file
     where name <> ''
     order by lower(btrim(sku)), line desc;
    create index on last_rows (key);
    analyze last_rows;
"""
_MISWRITTEN = """
    select count(*)
      from steps as s
      left join last_rows as c on c.key = lower(s.after ->> 'sku')
     where s.job_id = %s
       and (c.name, c.description, c.price::numeric, c.active::boolean, c.brand)
           is distinct from (s.after ->> 'name', s.after ->> 'description', (s.after ->> 'price')::numeric,
                             (s.after -> 'active')::boolean, s.after -> 'attributes' ->> 'brand')
"""

# An undo leads back to where the product was before the job that is undone touched it.
_MISRESTORED = """
    select count(*)
      from steps as s
      join jobs as undo on undo.id = s.job_id
      join (
           select distinct on (product_id, job_id) product_id, job_id, before from steps order by product_id, job_id, id
      ) as opening on opening.product_id = s.product_id and opening.job_id = undo.undo_of
     where s.job_id = %s and s.event <> 'product.deleted' and s.after is distinct from opening.before
"""

_EDITED = "select product_id, (after ->> 'price')::text from steps where job_id is null"


def replay(deployment: Deployment) -> None:
    """Write every step of the log into the table `steps`, and check that they lead from `baseline` to the catalogue."""
    deployment.query(_STEPS)
    assert deployment.value(_BROKEN) == 0, deployment.query(_BROKEN.replace("count(*)", "s.*") + " limit 3")
    assert deployment.value(_UNTOLD) == 0


def assert_written(deployment: Deployment, import_id: str, path: Path) -> None:
    """After `replay`: each change that an import made is to what its file says."""
    with psycopg.connect(deployment.database_url, autocommit=True) as connection:
        connection.execute("drop table if exists cells")
        connection.execute(_CELLS)
        copy = "copy rows_of_file (sku, name, description, price, active, brand) from stdin (format csv, header)"
        with connection.cursor().copy(copy) as target:
            target.write(path.read_bytes())
        connection.execute(_LAST_WINS)
    assert deployment.value(_MISWRITTEN, import_id) == 0


def assert_restored(deployment: Deployment, undo_id: str) -> None:
    """After `replay`: each change that an undo made leads back to before the job it undoes."""
    assert deployment.value(_MISRESTORED, undo_id) == 0


def assert_edited(deployment: Deployment, prices: Mapping[str, int]) -> None:
    """After `replay`: the changes by no job are these prices, each given to the product with this id."""
    found = deployment.query(_EDITED)
    assert {(f"{float(price):.2f}", product_id) for product_id, price in found} == set(prices.items())
    assert len(found) == len(prices)
