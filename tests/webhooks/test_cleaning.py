"""The log of deliveries is kept to its age and its size; what is owed stays."""

from datetime import timedelta

from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.webhooks.cleaning import clean
from product_importer.webhooks.dispatching import dispatch
from tests.products.catalogue import create
from tests.webhooks.hooks import Json, deliveries, registered

GIB = 2**30


def owed(client: TestClient, count: int) -> Json:
    webhook = registered(client)
    for number in range(count):
        create(client, sku=f"SKU-{number}")
    dispatch()
    return webhook


def settle(where: str, hours: int) -> None:
    statement = f"""
        update webhook_deliveries
           set status = 'delivered', due_at = null, attempts = 1, finished_at = now() - make_interval(hours => {hours})
         where message_id in (select message_id from webhook_deliveries order by id {where})
    """
    with transaction() as session:
        session.execute(text(statement))


def test_what_is_settled_goes_after_so_many_days_and_what_is_owed_stays(client: TestClient) -> None:
    webhook = owed(client, 6)
    settle("limit 4", 31 * 24)
    settle("offset 2 limit 2", 29 * 24)
    assert clean(timedelta(days=30), GIB) == 2
    assert [one["status"] for one in deliveries(client, webhook)] == ["pending"] * 2 + ["delivered"] * 2


def test_of_too_many_the_oldest_go(client: TestClient) -> None:
    webhook = owed(client, 6)
    newest = [one["id"] for one in deliveries(client, webhook)][:2]
    settle("limit 5", 1)
    assert clean(timedelta(days=30), 4_000) > 0
    left = [one["id"] for one in deliveries(client, webhook)]
    assert left[:2] == newest
    assert len(left) < 6
