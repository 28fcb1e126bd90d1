"""The statements of undo: what becomes of each product that a job touched, and doing it for a range of them.

The ids of one product's events grow in the order of their commits, because a writer holds the product's lock from
before it logs until it commits. So the state after an event is the `before` of the product's event with the next id,
or the row as it is now.
"""

from product_importer.products.holders import HOLDER
from product_importer.products.snapshot import SNAPSHOT

# What counts as a change of a product since: everything but its times.
_SAME = """(
    p.sku = {snapshot} ->> 'sku' and p.name = {snapshot} ->> 'name' and p.active = ({snapshot} ->> 'active')::boolean
    and p.price is not distinct from ({snapshot} ->> 'price')::numeric
    and p.description is not distinct from {snapshot} ->> 'description'
    and p.attributes = {snapshot} -> 'attributes'
    and (p.deleted_at is null) = ({snapshot} ->> 'deleted_at' is null)
)"""

_BATCHES = "select b.id from event_batches as b where b.job_id = :undone_id"
# Of a part of the products, the events are found by these and then compared with the batches, never the other way
# round: PostgreSQL's statistics do not know yet what was logged a moment ago.
_SPAN = f"""e.batch_id = any (array({_BATCHES}))
           and e.product_id between :first_id and :last_id"""

# The first and the last event of the job on each product, and what the product was before, which is not fetched by a
# join: of two sides that PostgreSQL takes for empty it may compare every row with every other.
_MINE = """
    mine as materialized (
        select distinct on (e.product_id)
               e.product_id, e.id as first_event, max(e.id) over (partition by e.product_id) as last_event,
               e.before as opening
          from events as e
         where {where}
         order by e.product_id, e.id
    )"""
_OF_ALL = _MINE.format(where=f"e.batch_id in ({_BATCHES}) and e.product_id is not null")
_OF_SPAN = _MINE.format(where=_SPAN)

# `key` is that of the SKU before the job: the row's own while the SKU is the same, else from Python (`renamed`, by id).
# `wanted_key` is the same where the product would come to hold it and does not now.
_FACTS = f"""
    facts as materialized (
        select mine.product_id, coalesce(p.sku, mine.opening ->> 'sku') as sku,
               coalesce(p.name, mine.opening ->> 'name') as name, case_of.verdict, key_of.key,
               case
                   when case_of.verdict in ('restore', 'return') and mine.opening ->> 'deleted_at' is null
                        and (p.deleted_at is not null or key_of.key is distinct from p.sku_key)
                   then key_of.key
               end as wanted_key
               {{carried}}
          from mine
          left join lateral (
               select n.id, n.before
                 from events as n
                where n.product_id = mine.product_id and n.id > mine.last_event
                order by n.id
                limit 1
          ) as following on true
          left join products as p on p.id = mine.product_id
         cross join lateral (
               select case
                   when mine.opening ->> 'sku' = p.sku then p.sku_key
                   else cast(:renamed as jsonb) ->> mine.product_id::text
               end as key
          ) as key_of
         cross join lateral (
               select case
                   when p.id is null and mine.opening is null then 'settled'
                   when p.id is null and following.id is null then 'purged'
                   when p.id is null then 'purged_since'
                   when mine.opening is not null
                        and (following.id is not null or mine.first_event <> mine.last_event)
                        and {_SAME.format(snapshot="mine.opening")} then 'settled'
                   when following.id is not null and not {_SAME.format(snapshot="following.before")}
                   then 'changed_since'
                   when mine.opening is null then 'remove'
                   when p.deleted_at is not null and mine.opening ->> 'deleted_at' is null then 'return'
                   else 'restore'
               end as verdict
          ) as case_of
    )"""

# A key goes to the newest product that wants it, unless a live one holds it that does not leave. The subqueries stand
# where PostgreSQL hashes them; as joins they would be nested loops, because it cannot estimate `facts`. A product that
# wants a key does not hold it.
_JUDGED = f"""
    judged as materialized (
        select facts.*,
               case
                   when facts.wanted_key is null then facts.verdict
                   when holder.id is not null and holder.id not in (
                            select leaving.product_id from facts as leaving where leaving.verdict = 'remove'
                        )
                        or facts.product_id not in (
                            select max(wanting.product_id)
                              from facts as wanting
                             where wanting.wanted_key is not null
                             group by wanting.wanted_key
                        )
                   then 'sku_taken'
                   else facts.verdict
               end as outcome
          from facts
          {HOLDER.format(key="facts.wanted_key")}
    )"""

_KEPT = "('changed_since', 'purged_since', 'purged', 'sku_taken')"

PREVIEW = f"""
    with {_OF_ALL}, {_FACTS.format(carried="")}, {_JUDGED}
    select (select jsonb_object_agg(outcome, products)
              from (select outcome, count(*) as products from judged group by outcome) as counted) as counts,
           (select jsonb_agg(to_jsonb(kept))
              from (select product_id, sku, name, outcome as code
                      from judged
                     where outcome in {_KEPT}
                     order by product_id
                     limit :samples) as kept) as samples
"""

# Numbered from the newest product down: one that the job created leaves before an older one that it trashed comes
# back under the same SKU.
CUT_CHUNKS = f"""
    insert into undo_chunks (undo_id, number, first_id, last_id, products)
    select :undo_id, number, min(product_id), max(product_id), count(*)
      from (
          select product_id, ((row_number() over (order by product_id desc) - 1) / :size)::int as number
            from (
                select distinct e.product_id
                  from events as e
                 where e.batch_id in ({_BATCHES})
                   and e.product_id is not null
            ) as touched
      ) as numbered
     group by number
"""

# Every writer of many rows locks in the order of the keys; what the rows are is read by later statements, whose
# snapshots are taken after the locks are held.
LOCK = f"""
    select count(*)
      from (
          select p.id
            from products as p
           where p.id in (select e.product_id from events as e where {_SPAN})
           order by p.sku_key, p.id
             for update of p
      ) as locked
"""

# Products whose former SKU is spelled otherwise than the one they have now.
RENAMED = f"""
    with {_OF_SPAN}
    select p.id, mine.opening ->> 'sku' as sku
      from mine
      join products as p on p.id = mine.product_id
     where mine.opening ->> 'sku' <> p.sku
"""

_CARRIED = f""",
               mine.opening as target, p.deleted_at is null as live,
               {SNAPSHOT.format(product="p")} as now"""

# A product that leaves is told as deleted and then as purged, the second as if it had gone through the trash.
TAKE_BACK = f"""
    with {_OF_SPAN}, {_FACTS.format(carried=_CARRIED)}, {_JUDGED},
    removed as (
        delete from products as p
         using judged
         where p.id = judged.product_id and judged.outcome = 'remove'
        returning p.id
    ),
    written as (
        update products as p
           set sku = judged.target ->> 'sku',
               sku_key = judged.key,
               name = judged.target ->> 'name',
               description = judged.target ->> 'description',
               price = (judged.target ->> 'price')::numeric,
               active = (judged.target ->> 'active')::boolean,
               attributes = judged.target -> 'attributes',
               deleted_at = (judged.target ->> 'deleted_at')::timestamp at time zone 'UTC',
               updated_at = case
                   when judged.live = (judged.target ->> 'deleted_at' is null) then statement_timestamp()
                   else p.updated_at
               end
          from judged
         where p.id = judged.product_id
           and judged.outcome in ('restore', 'return')
           -- Makes it wait for `removed`, so that the SKU of a product that leaves is free.
           and (select count(*) from removed) >= 0
        returning p.id, judged.outcome
    ),
    logged as (
        insert into events (batch_id, event, product_id, before)
        select :batch_id, told.event, judged.product_id, told.before
          from judged
         cross join lateral (
               select 1 as step, 'product.deleted' as event, judged.now as before
                where judged.outcome = 'remove' and judged.live
               union all
               select 2, 'product.purged',
                      judged.now || case
                          when judged.live
                          then jsonb_build_object('deleted_at', statement_timestamp() at time zone 'UTC')
                          else '{{}}'
                      end
                where judged.outcome = 'remove'
               union all
               select 1,
                      case
                          when judged.live = (judged.target ->> 'deleted_at' is null) then 'product.updated'
                          when judged.live then 'product.deleted'
                          else 'product.restored'
                      end,
                      judged.now
                where judged.outcome in ('restore', 'return')
          ) as told
         order by judged.product_id, told.step
    ),
    listed as (
        insert into kept_products (job_id, product_id, sku, name, code)
        select :undo_id, product_id, sku, name, outcome
          from judged
         where outcome in {_KEPT}
        returning product_id
    )
    select (select count(*) from removed) as removed,
           (select count(*) from written where outcome = 'restore') as restored,
           (select count(*) from written where outcome = 'return') as returned,
           (select count(*) from listed) as kept,
           (select count(*) from judged where outcome = 'settled') as settled
"""
