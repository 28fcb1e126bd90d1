"""Who has a SKU now: asked for each of many keys, and always by the index of live keys.

Where most products are in the trash, PostgreSQL takes the live ones for a handful by its statistics, and reads all of
them for each key. The index of live keys alone has their order, so it is taken when sorting is off.
"""

from sqlalchemy.orm import Session

from product_importer.core.database import set_local

HOLDER = """left join lateral (
               select near.id, near.sku_key
                 from products as near
                where near.deleted_at is null and near.sku_key >= {key}
                order by near.sku_key
                limit 1
          ) as holder on holder.sku_key = {key}"""
"""The live product with the key, as a join; its statement has to be run after `plan_for_holders`."""


def plan_for_holders(session: Session) -> None:
    """For the rest of this transaction, have holders looked up by the index of live keys."""
    # A sort that has to be done all the same is taken for so expensive that PostgreSQL 15 to 17 would compile the plan.
    set_local(session, enable_sort="off", jit="off")
