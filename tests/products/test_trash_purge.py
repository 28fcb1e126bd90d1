"""The trash empties itself."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.products.bulk_running import run_bulk
from product_importer.products.bulk_tasks import purge_trash
from product_importer.schedule import scheduled_app
from tests.products.bulk_jobs import trashed
from tests.products.catalogue import create, found, logged, url
from tests.products.undo_jobs import JOBS, assert_log_is_true


def age_trash(days: float, *products: dict[str, Any]) -> None:
    """Have these been in the trash for so many days."""
    with transaction() as session:
        session.execute(
            text("update products set deleted_at = now() - make_interval(secs => 86400 * :days) where id = any(:ids)"),
            {"days": days, "ids": [product["id"] for product in products]},
        )


def jobs(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(JOBS).json()["items"]
    return found


def test_what_is_in_the_trash_for_thirty_days_is_deleted_for_good(client: TestClient) -> None:
    assert get_settings().trash_retention_days == 30
    live, new, old = create(client, sku="A"), trashed(client, sku="B"), trashed(client, sku="C")
    age_trash(29.9, new)
    age_trash(30.1, old)
    purge_trash()
    [job] = jobs(client)
    assert (job["kind"], job["created_by"]) == ("bulk", "system")
    run_bulk(UUID(job["id"]))
    [job] = jobs(client)
    assert job["result"] == {"action": "purge", "selected": 1, "changed": 1, "unchanged": 0, "kept": 0}
    assert (found(client), found(client, trashed="only")) == (["A"], ["B"])
    assert client.get(url(old)).status_code == 404
    assert [event.event for event in logged()[-2:]] == ["product.purged", "job.completed"]
    assert client.get(f"{url(old)}/history").json()["items"][0]["actor"] == "system"
    assert client.get(url(live)).status_code == 200
    assert_log_is_true()


def test_nothing_is_begun_while_nothing_has_expired(client: TestClient) -> None:
    trashed(client)
    purge_trash()
    assert jobs(client) == []


def test_of_several_purges_at_once_one_is_begun_and_after_it_none(client: TestClient) -> None:
    age_trash(31, trashed(client))
    with ThreadPoolExecutor(4) as threads:
        for _ in threads.map(lambda _: purge_trash(), range(4)):
            """Each has ended without an error."""
    [job] = jobs(client)
    run_bulk(UUID(job["id"]))
    purge_trash()
    assert len(jobs(client)) == 1


def test_what_was_restored_and_deleted_again_meanwhile_begins_its_time_anew(client: TestClient) -> None:
    made = trashed(client)
    age_trash(31, made)
    purge_trash()
    client.post(f"{url(made)}/restore")
    client.delete(url(made))
    run_bulk(UUID(jobs(client)[0]["id"]))
    assert jobs(client)[0]["result"]["kept"] == 1
    assert found(client, trashed="only") == ["SKU-1"]


def test_the_scheduler_sends_it_every_hour() -> None:
    entry = scheduled_app().conf.beat_schedule["trash.purge"]
    assert (entry["task"], entry["schedule"]) == (purge_trash.name, 3_600)
