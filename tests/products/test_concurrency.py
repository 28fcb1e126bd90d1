"""Several writers of the same product at once."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from fastapi.testclient import TestClient

from product_importer.core.database import transaction
from product_importer.products import repository, service
from product_importer.products.schemas import ProductCreate, ProductPatch
from tests.products.catalogue import PRODUCTS, Json, create, found, logged, tag, url
from tests.waiting import backends_waiting_for_a_lock, wait_until


def at_once(*calls: Callable[[], Any]) -> list[int]:
    """The statuses of requests that start together, in ascending order."""
    barrier = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> int:
        barrier.wait()
        return int(call().status_code)

    with ThreadPoolExecutor(len(calls)) as threads:
        return sorted(threads.map(run, calls))


def wait_for_waiters(count: int) -> None:
    wait_until(lambda: backends_waiting_for_a_lock() == count, f"{count} waiting connections")


def test_of_two_editors_one_is_told_what_the_other_wrote(client: TestClient) -> None:
    made = create(client)
    headers = {"If-Match": tag(client, made)}
    with ThreadPoolExecutor(2) as threads:
        with transaction() as session:
            repository.lock(session, made["id"])
            edits = [
                threads.submit(client.patch, url(made), json={"name": name}, headers=headers) for name in ("One", "Two")
            ]
            wait_for_waiters(2)
        answers = sorted((edit.result() for edit in edits), key=lambda answer: answer.status_code)
    assert [answer.status_code for answer in answers] == [200, 412]
    assert answers[1].json()["current"] == answers[0].json() == client.get(url(made)).json()
    assert {answers[0].json()["name"], answers[1].json()["submitted"]["name"]} == {"One", "Two"}
    assert [event.event for event in logged()] == ["product.created", "product.updated"]


def test_of_two_editors_the_slower_is_shown_both_versions_and_nothing_is_lost(client: TestClient) -> None:
    made = create(client)
    seen = {"If-Match": tag(client, made)}
    edits: list[Json] = [{"name": "By the one"}, {"price": "7.00", "attributes": {"colour": "by the other"}}]
    barrier = Barrier(2)

    def edit(changes: Json, headers: dict[str, str]) -> Any:
        barrier.wait()
        return changes, client.patch(url(made), json=changes, headers=headers)

    with ThreadPoolExecutor(2) as threads:
        answers = sorted(threads.map(edit, edits, [seen, seen]), key=lambda answered: int(answered[1].status_code))
    (first, done), (second, refused) = answers
    assert (done.status_code, refused.status_code) == (200, 412)
    assert (refused.json()["current"], refused.json()["submitted"]) == (done.json(), second)
    again = client.patch(url(made), json=second, headers={"If-Match": refused.headers["ETag"]})
    assert again.status_code == 200
    assert made | first | second | {"updated_at": again.json()["updated_at"]} == again.json()
    assert [event.before and event.before["name"] for event in logged()] == [None, made["name"], done.json()["name"]]


def test_without_a_tag_no_edit_is_lost_where_fields_differ(client: TestClient) -> None:
    made = create(client)
    edits = [{"name": "Other"}, {"description": "Warm"}, {"price": "3"}, {"active": False}]
    assert at_once(*(lambda edit=edit: client.patch(url(made), json=edit) for edit in edits)) == [200] * 4
    after = client.get(url(made)).json()
    assert (after["name"], after["description"], after["price"], after["active"]) == ("Other", "Warm", "3.00", False)
    befores = [event.before for event in logged()[1:]]
    assert [before["updated_at"] for before in befores if before] == sorted(
        before["updated_at"] for before in befores if before
    )


@pytest.mark.covers("000:262", "002:511", "002:72", "004:165")
def test_of_concurrent_creates_of_one_sku_one_wins(client: TestClient) -> None:
    for number in range(5):
        bodies = [{"sku": f"S{number}", "name": "A"}, {"sku": f"s{number}", "name": "B"}]
        assert at_once(*(lambda body=body: client.post(PRODUCTS, json=body) for body in bodies)) == [201, 409]
    assert len(logged()) == 5


def waiting_create(client: TestClient, threads: ThreadPoolExecutor) -> "Future[Any]":
    future = threads.submit(client.post, PRODUCTS, json={"sku": "a", "name": "Mine"})
    wait_for_waiters(1)
    return future


def test_a_create_waits_for_another_and_names_it_as_the_holder(client: TestClient) -> None:
    with ThreadPoolExecutor(1) as threads:
        with transaction() as session:
            first = service.create(session, ProductCreate(sku="A", name="First"))
            answer = waiting_create(client, threads)
        assert answer.result().status_code == 409
        assert answer.result().json()["holder"]["id"] == first.id


class GivenUp(Exception):
    """The other writer changed its mind."""


def test_a_create_goes_through_when_the_other_is_rolled_back(client: TestClient) -> None:
    with ThreadPoolExecutor(1) as threads:
        try:
            with transaction() as session:
                service.create(session, ProductCreate(sku="A", name="First"))
                answer = waiting_create(client, threads)
                raise GivenUp
        except GivenUp:
            assert answer.result().status_code == 201
    assert [item["name"] for item in client.get(PRODUCTS).json()["items"]] == ["Mine"]


def test_concurrent_restores_of_one_sku_bring_one_back(client: TestClient) -> None:
    trashed = []
    for sku in ("a", "A"):
        trashed.append(create(client, sku=sku))
        client.delete(url(trashed[-1]))
    restores = [lambda product=product: client.post(f"{url(product)}/restore") for product in trashed]
    assert at_once(*restores) == [200, 409]
    assert len(found(client)) == 1


def test_of_two_writers_that_wait_for_each_other_one_is_told_to_try_again(client: TestClient) -> None:
    first, second = create(client, sku="A"), create(client, sku="B")
    with ThreadPoolExecutor(1) as threads:
        with transaction() as session:
            service.patch(session, first["id"], ProductPatch(sku="X"))
            rename = threads.submit(client.patch, url(second), json={"sku": "x"})
            wait_for_waiters(1)
            service.patch(session, second["id"], ProductPatch(name="Mine"))
        answer = rename.result()
    assert (answer.status_code, answer.json()["code"]) == (409, "sku_taken")
    assert answer.headers["Retry-After"] == "1"
    assert client.get(url(second)).json()["name"] == "Mine"
