"""A catalogue, an import into it, people who edit it meanwhile, and what the log must say then."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.acceptance.catalogue_files import CHUNK_ROWS, HEADER, KNOWN, row
from tests.acceptance.deployment import Deployment
from tests.waiting import wait_until

Row = tuple[Any, ...]

# Every column but `updated_at`, which may differ after an undo.
DUMP = """
    select id, sku, sku_key, name, description, price, active, attributes::text, created_at, deleted_at
      from products order by id
"""
UNDONE_CHUNKS = "select count(*) from undo_chunks where undone_at is not null"
TAKING_BACK = """
    select exists (
        select from pg_stat_activity as activity join job_backends as backend using (pid)
         where activity.state = 'active' and activity.query like '%%facts as materialized%%'
    )
"""
# The state after each event is the next one's `before`; one event for each change, none lost and none twice.
BROKEN_LINKS = """
    select count(*)
      from (
          select event, before is null as absent, before ->> 'deleted_at' is not null as trashed,
                 lag(event) over (partition by product_id order by id) as earlier
            from events
           where product_id is not null
      ) as path
     where absent <> (event = 'product.created')
        or (absent and earlier is not null)
        or earlier = 'product.purged'
        or trashed <> (event in ('product.purged', 'product.restored'))
"""
WRITTEN = "select count(*) > 0 from events where product_id is not null"
# Whether each of two jobs wrote to the log before the other's last word.
SIDE_BY_SIDE = """
    select min(one.position) < max(other.position) and min(other.position) < max(one.position)
      from event_batches as one, event_batches as other
     where one.job_id = %s and other.job_id = %s
"""
# Products with an event of the import and a later one of somebody else.
EDITED_SINCE = """
    select distinct mine.product_id
      from events as mine
      join event_batches as batch on batch.id = mine.batch_id and batch.job_id = %s
      join events as later on later.product_id = mine.product_id and later.id > mine.id
      join event_batches as other on other.id = later.batch_id and other.job_id is null
"""
EDITS = """
    select count(*)
      from events as edit
      join event_batches as batch on batch.id = edit.batch_id and batch.job_id is null
     where edit.event = 'product.updated'
"""
# Edits after which the product did not have the price that was given to it.
LOST_EDITS = """
    select count(*)
      from events as edit
      join event_batches as batch on batch.id = edit.batch_id and batch.job_id is null
      left join lateral (
           select n.before ->> 'price' as price
             from events as n
            where n.product_id = edit.product_id and n.id > edit.id
            order by n.id
            limit 1
      ) as following on true
      left join products on products.id = edit.product_id
     where edit.product_id is not null
       and coalesce(following.price, products.price::text) is distinct from '123456.0000'
"""


@dataclass
class Scene:
    """A deployment with a catalogue that stands behind `baseline`, and a file of changes to it."""

    deployment: Deployment
    changes: Path
    counts: dict[str, int]

    def reset(self) -> list[Row]:
        """The catalogue as it was before, and nothing else; returns its rows."""
        self.deployment.back_to_baseline()
        return self.dump()

    def dump(self) -> list[Row]:
        return self.deployment.query(DUMP)

    def run_import(self) -> str:
        """Import the changes to the end."""
        import_id: str = self.deployment.post_import(self.changes)["id"]
        found = self.deployment.finished(import_id)
        assert (found["status"], found["counts"]["created"]) == ("completed", self.counts["created"]), found
        return import_id

    def start_undo(self, import_id: str) -> str:
        answer = self.deployment.api.post(f"/api/v1/imports/{import_id}/undo")
        assert answer.status_code == 202, answer.text
        undo_id: str = answer.json()["id"]
        return undo_id

    def undone(self, undo_id: str) -> dict[str, int]:
        """What an undo has done, once it is completed."""
        wait_until(lambda: self.ended(undo_id), "the undo ends", 120)
        job = self.deployment.api.get(f"/api/v1/jobs/{undo_id}").json()
        assert job["status"] == "completed", (job["error"], self.deployment.log("worker")[-3000:])
        assert self.deployment.get_import(job["undo_of"])["status"] == "undone"
        assert self.deployment.value(BROKEN_LINKS) == 0
        result: dict[str, int] = job["result"]
        return result

    def kept(self, undo_id: str) -> dict[int, str]:
        return dict(self.deployment.query("select product_id, code from kept_products where job_id = %s", undo_id))

    def edit(self, product_id: int) -> int:
        """Give a product a price that no file has; returns the status of the answer."""
        return self.deployment.api.patch(f"/api/v1/products/{product_id}", json={"price": "123456"}).status_code

    def import_newer(self, folder: Path) -> str:
        """Import another edition of every fifth product of the changes, to the end."""
        path = folder / "newer.csv"
        path.write_text(HEADER + "".join(row(number, 3) for number in range(0, KNOWN + CHUNK_ROWS, 5)))
        import_id: str = self.deployment.post_import(path)["id"]
        assert self.deployment.finished(import_id)["status"] == "completed"
        return import_id

    def ended(self, job_id: str) -> bool:
        return bool(self.deployment.value("select finished_at is not null from jobs where id = %s", job_id))

    def half_way(self, undo_id: str, chunks: int) -> bool:
        """Whether an undo is inside a chunk behind so many others, or is over."""
        inside = self.deployment.value(UNDONE_CHUNKS) >= chunks and self.deployment.value(TAKING_BACK)
        return inside or self.ended(undo_id)

    def edit_until(self, over: Callable[[], bool]) -> list[int]:
        """Edit products one after the other, chosen by chance, until `over`; returns those that were."""
        product_ids = [product_id for (product_id,) in self.deployment.query("select id from baseline order by id")]
        chance, edited = random.Random(7), list[int]()
        for product_id in chance.sample(product_ids, len(product_ids)):
            if over():
                break
            assert self.edit(product_id) == 200
            edited.append(product_id)
        return edited

    def edit_some(self, count: int) -> list[int]:
        """Edit so many products of those that are there now."""
        chosen = random.Random(8).sample([row[0] for row in self.dump()], count)
        assert {self.edit(product_id) for product_id in chosen} == {200}
        return chosen


def with_edit(row: Row) -> Row:
    """The row as it is after `Scene.edit`."""
    return (*row[:5], Decimal("123456.0000"), *row[6:])
