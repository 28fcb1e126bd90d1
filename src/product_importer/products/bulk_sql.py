"""The statements of bulk jobs: what becomes of each product of a chunk, and doing it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from product_importer.events.names import EventName
from product_importer.products.bulk_schemas import BulkAction
from product_importer.products.holders import HOLDER
from product_importer.products.snapshot import SNAPSHOT

_IDS = "(select product_ids from bulk_chunks where job_id = :job_id and number = :number)"

# For a chunk that has met other writers. What the rows are is read by the next statement, whose snapshot is taken after
# the locks are held.
LOCK = f"""
    select count(*)
      from (
          select p.id
            from products as p
           where p.id = any ({_IDS}::bigint[])
           order by p.sku_key, p.id
             for update of p
      ) as locked
"""

# A product is written at the place it was read from, so one that somebody has changed in between is not written at all,
# and the counts tell. As by every writer of many rows they are met in the order of the keys, locked before or not.
_WRITE = f"""
    with found as materialized (
        select p.*, p.ctid as place, {{verdict}} as outcome
          from products as p {{beside}}
         where p.id = any ({_IDS}::bigint[])
         order by p.sku_key, p.id
    ),
    gone as (
        select id
          from unnest({_IDS}::bigint[]) as id
         where (select count(*) from found) < :products and id not in (select id from found)
    ),
    written as (
        {{change}} where p.ctid = found.place and found.outcome = 'changed'
        returning p.id
    ),
    logged as (
        insert into events (batch_id, event, product_id, before)
        select :batch_id, :event, found.id, {SNAPSHOT.format(product="found")}
          from found
         where outcome = 'changed'
        returning product_id
    ),
    listed as (
        insert into kept_products (job_id, product_id, sku, name, code)
        select :job_id, id, sku, name, outcome from found where outcome not in ('changed', 'unchanged')
         union all
        select :job_id, gone.id, last.before ->> 'sku', last.before ->> 'name', 'gone'
          from gone
          left join lateral (
               select before from events where product_id = gone.id order by id desc limit 1
          ) as last on true
        returning product_id
    )
    select (select count(*) from found where outcome = 'changed') as changed,
           (select count(*) from written) as written,
           (select count(*) from logged) as logged,
           (select count(*) from found where outcome = 'unchanged') as unchanged,
           (select count(*) from listed) as kept
"""

_LIVE = """case
            when p.deleted_at is not null then 'trashed'
            when {different} then 'changed'
            else 'unchanged'
        end"""
_DELETE = "case when p.deleted_at is null then 'changed' else 'unchanged' end"
# A key goes to the newest product that wants it, unless a live one holds it. All of one key are in the same chunk.
_RESTORE = """case
            when p.deleted_at is null then 'unchanged'
            when holder.id is not null or p.id < max(p.id) over (partition by p.sku_key) then 'sku_taken'
            else 'changed'
        end"""
# What came to the trash since it was asked for was not meant.
_PURGE = "case when p.deleted_at <= :asked_at then 'changed' else 'not_trashed' end"

_UPDATE = "update products as p set {assignments} from found"

_FIELDS = {
    "name": "cast(:name as text)",
    "description": "cast(:description as text)",
    "price": "cast(:price as numeric(14, 4))",
    "active": "cast(:active as boolean)",
    "attributes": "(p.attributes - cast(:removed as text[])) || cast(:added as jsonb)",
}


@dataclass(frozen=True)
class Statement:
    """What a bulk job does to each of its chunks, with the parameters that are the same for all."""

    write: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    asks_for_holders: bool = False


def statement(action: BulkAction, values: Mapping[str, Any]) -> Statement:
    """The statement of an action; `values` are those of the fields to set, as `ProductValues` has them."""
    match action:
        case BulkAction.ACTIVATE:
            return _set({"active": True})
        case BulkAction.DEACTIVATE:
            return _set({"active": False})
        case BulkAction.SET:
            return _set(values)
        case BulkAction.DELETE:
            return _move(EventName.PRODUCT_DELETED, _DELETE, "deleted_at = statement_timestamp()")
        case BulkAction.RESTORE:
            return _move(EventName.PRODUCT_RESTORED, _RESTORE, "deleted_at = null", HOLDER.format(key="p.sku_key"))
        case BulkAction.PURGE:
            write = _WRITE.format(verdict=_PURGE, beside="", change="delete from products as p using found")
            return Statement(write, {"event": EventName.PRODUCT_PURGED})


def _set(values: Mapping[str, Any]) -> Statement:
    new = {name: _FIELDS[name] for name in values}
    different = " or ".join(f"p.{name} is distinct from {value}" for name, value in new.items())
    assignments = ", ".join(
        [*(f"{name} = {value}" for name, value in new.items()), "updated_at = statement_timestamp()"]
    )
    write = _WRITE.format(
        verdict=_LIVE.format(different=different), beside="", change=_UPDATE.format(assignments=assignments)
    )
    return Statement(write, {"event": EventName.PRODUCT_UPDATED} | _parameters(values))


def _move(event: EventName, verdict: str, assignment: str, beside: str = "") -> Statement:
    """To the trash and back, which is no change of `updated_at`."""
    write = _WRITE.format(verdict=verdict, beside=beside, change=_UPDATE.format(assignments=assignment))
    return Statement(write, {"event": event}, asks_for_holders=bool(beside))


def _parameters(values: Mapping[str, Any]) -> dict[str, Any]:
    parameters = {name: value for name, value in values.items() if name != "attributes"}
    attributes = values.get("attributes", {})
    return parameters | {
        "removed": list(attributes),
        "added": json.dumps({name: value for name, value in attributes.items() if value is not None}),
    }
