"""Undo of what a job did to products: what goes back, and what is left alone."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.orm import Session

from product_importer.core.database import transaction
from product_importer.core.settings import get_settings
from product_importer.events.models import event_batches, events
from product_importer.products import service
from product_importer.products.schemas import ProductCreate, ProductPatch
from product_importer.products.sku_key import sku_key
from product_importer.products.undo_running import run_undo
from tests.products.catalogue import create, found, logged, url
from tests.products.undo_jobs import (
    JOBS,
    Change,
    Json,
    assert_log_is_true,
    get_job,
    job_that,
    kept,
    preview,
    purge,
    start_undo,
    stopping_after,
    table,
    undo,
    undo_cancelled_after,
    undone,
)

NOBODY = "01a1fd00-0000-7000-8000-000000000000"


def creates(sku: str, name: str = "New") -> Change:
    return partial(service.create, data=ProductCreate(sku=sku, name=name))


def patches(product: Json, **values: object) -> Change:
    return partial(service.patch, product_id=product["id"], data=ProductPatch.model_validate(values))


def trashes(product: Json) -> Change:
    return partial(service.trash, product_id=product["id"])


def restores(product: Json) -> Change:
    return partial(service.restore, product_id=product["id"])


def meanwhile(call: Callable[..., object], *arguments: object, **named: object) -> Change:
    """What somebody else does while the job runs."""

    def run(session: Session) -> None:
        call(*arguments, **named)

    return run


def test_a_product_that_the_job_created_leaves_the_table(client: TestClient) -> None:
    create(client, sku="Old")
    before = table()
    job_id = job_that(creates("New"))
    assert undone(client, job_id) == {"removed": 1}
    assert table() == before
    assert_log_is_true()


def test_who_listens_is_told_that_a_product_that_leaves_was_deleted_and_then_purged(client: TestClient) -> None:
    job_id = job_that(creates("New", "Wool blanket"))
    undo_id = undo(client, job_id)["id"]
    *_, deleted, purged, completed = logged()
    assert [deleted.event, purged.event, completed.event] == ["product.deleted", "product.purged", "job.completed"]
    assert deleted.before is not None
    assert purged.before is not None
    assert (deleted.before["name"], deleted.before["deleted_at"]) == ("Wool blanket", None)
    assert purged.before == deleted.before | {"deleted_at": purged.before["deleted_at"]}
    assert purged.before["deleted_at"] is not None
    with transaction() as session:
        found = session.query(event_batches.c.job_id).join(events, events.c.batch_id == event_batches.c.id)
        told = found.filter(events.c.event.in_([deleted.event, purged.event, completed.event])).all()
    assert [row.job_id for row in told] == [UUID(undo_id)] * 3


def test_a_changed_product_gets_every_former_value_back(client: TestClient) -> None:
    made = create(client, description="Warm", price="1.5", active=False, attributes={"colour": "red"})
    before = table()
    change = patches(made, name="Cap", description=None, price="2", active=True, attributes={"colour": "blue"})
    assert undone(client, job_that(change)) == {"restored": 1}
    assert table() == before
    assert client.get(url(made)).json()["updated_at"] > made["updated_at"]
    assert [event.event for event in logged()] == [
        "product.created",
        "product.updated",
        "product.updated",
        "job.completed",
    ]


def test_several_changes_of_one_job_go_back_to_before_the_first(client: TestClient) -> None:
    made = create(client)
    before = table()
    job_id = job_that(patches(made, name="B"), patches(made, name="C"), trashes(made))
    assert undone(client, job_id) == {"returned": 1}
    assert table() == before
    assert_log_is_true()


def test_a_trashed_product_returns_and_a_restored_one_goes_back_as_it_was(client: TestClient) -> None:
    live, gone = create(client, sku="Live"), create(client, sku="Gone")
    client.delete(url(gone))
    before = table()
    assert undone(client, job_that(trashes(live), restores(gone))) == {"returned": 1, "restored": 1}
    assert table() == before
    assert [event.event for event in logged()[-3:-1]] == ["product.restored", "product.deleted"]
    assert_log_is_true()


@pytest.mark.parametrize("sku", ["Other", "ÄRMEL-İ", "ΟΔΟΣ", "e\u0301", "SKU-1 b"])
def test_a_changed_sku_goes_back_with_its_key(client: TestClient, sku: str) -> None:
    made = create(client, sku=sku)
    before = table()
    assert undone(client, job_that(patches(made, sku="Renamed"))) == {"restored": 1}
    assert table() == before
    assert table()[made["id"]][2] == sku_key(made["sku"])


def test_a_product_that_was_changed_since_is_kept_and_listed(client: TestClient) -> None:
    made = create(client)
    job_id = job_that(patches(made, name="By the job"))
    client.patch(url(made), json={"price": "7"})
    edited = table()
    job = undo(client, job_id)
    assert (job["status"], job["result"]["kept"]) == ("completed", 1)
    assert table() == edited
    listed = client.get(f"{JOBS}/{job['id']}/kept").json()
    assert listed["total"] == 1
    item = listed["items"][0]
    assert (item["product_id"], item["sku"], item["name"]) == (made["id"], "SKU-1", "By the job")
    assert (item["code"], "stays as it is" in item["reason"]) == ("changed_since", True)


def test_a_created_product_that_was_changed_or_trashed_since_is_kept(client: TestClient) -> None:
    job_id = job_that(creates("A"), creates("B"))
    client.patch("/api/v1/products/1", json={"name": "Mine"})
    client.delete("/api/v1/products/2")
    after = table()
    undo_id = undo(client, job_id)["id"]
    assert kept(client, undo_id) == {1: "changed_since", 2: "changed_since"}
    assert table() == after


def test_a_product_that_was_changed_and_changed_back_is_undone(client: TestClient) -> None:
    made = create(client)
    before = table()
    job_id = job_that(patches(made, name="By the job"))
    client.patch(url(made), json={"name": "Mine"})
    client.patch(url(made), json={"name": "By the job"})
    assert undone(client, job_id) == {"restored": 1}
    assert table() == before


def test_what_is_as_it_was_already_is_left_alone_without_an_event(client: TestClient) -> None:
    first, second = create(client, sku="A"), create(client, sku="B")
    job_id = job_that(patches(first, name="X"), patches(second, name="Y"), patches(second, name="Wool blanket"))
    client.patch(url(first), json={"name": "Wool blanket"})
    log = logged()
    assert undone(client, job_id) == {"settled": 2}
    assert logged()[:-1] == log


def test_a_product_that_is_gone_for_good_is_listed(client: TestClient) -> None:
    since, by_job, created = create(client, sku="A"), create(client, sku="B"), create(client, sku="C")
    client.delete(url(by_job))
    job_id = job_that(
        patches(since, name="X"), partial(purge, product_id=by_job["id"]), creates("D"), patches(created, name="Z")
    )
    client.delete(url(since))
    client.delete("/api/v1/products/4")
    with transaction() as session:
        purge(session, since["id"])
        purge(session, 4)
    job = undo(client, job_id)
    assert job["result"] == {"removed": 0, "restored": 1, "returned": 0, "kept": 2, "settled": 1}
    listed = client.get(f"{JOBS}/{job['id']}/kept").json()["items"]
    assert [(item["sku"], item["name"], item["code"]) for item in listed] == [
        ("A", "Wool blanket", "purged_since"),
        ("B", "Wool blanket", "purged"),
    ]


def test_a_product_does_not_return_over_a_live_one_with_its_sku(client: TestClient) -> None:
    made = create(client, sku="abc")
    job_id = job_that(trashes(made))
    create(client, sku="ABC")
    after = table()
    assert preview(client, job_id)["kept_samples"][0]["code"] == "sku_taken"
    undo_id = undo(client, job_id)["id"]
    assert kept(client, undo_id) == {made["id"]: "sku_taken"}
    assert table() == after


def test_a_former_sku_that_another_product_took_is_not_taken_back(client: TestClient) -> None:
    made = create(client, sku="Ärmel")
    job_id = job_that(patches(made, sku="Sleeve"))
    create(client, sku="ärmel")
    after = table()
    undo_id = undo(client, job_id)["id"]
    assert kept(client, undo_id) == {made["id"]: "sku_taken"}
    assert table() == after


@pytest.mark.parametrize("chunk", [1, 10])
def test_of_several_trashed_products_of_one_sku_the_newest_returns(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(get_settings(), "import_chunk_rows", chunk)
    old = create(client, sku="A")
    job_id = job_that(trashes(old), meanwhile(create, client, sku="a"), partial(service.trash, product_id=2))
    assert preview(client, job_id)["returned"] == 1
    job = undo(client, job_id)
    assert (job["result"]["returned"], kept(client, job["id"])) == (1, {old["id"]: "sku_taken"})
    assert found(client) == ["a"]
    assert_log_is_true()


@pytest.mark.parametrize("chunk", [1, 10])
def test_one_that_the_job_created_leaves_before_one_that_it_trashed_comes_back_under_its_sku(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    monkeypatch.setattr(get_settings(), "import_chunk_rows", chunk)
    made = create(client, sku="A")
    before = table()
    job_id = job_that(trashes(made), creates("a"))
    seen = preview(client, job_id)
    assert (seen["created"], seen["returned"], seen["kept"]) == (1, 1, 0)
    assert undone(client, job_id) == {"removed": 1, "returned": 1}
    assert table() == before


def test_the_preview_says_what_will_be_done(client: TestClient) -> None:
    products = [create(client, sku=f"S{number}") for number in range(6)]
    job_id = job_that(
        creates("New"),
        patches(products[0], name="X"),
        patches(products[1], active=False),
        trashes(products[2]),
        patches(products[3], name="X"),
        patches(products[4], name="X"),
    )
    client.patch(url(products[3]), json={"name": "Mine"})
    client.patch(url(products[4]), json={"name": "Wool blanket"})
    seen = preview(client, job_id)
    assert (seen["possible"], seen["code"], seen["reason"]) == (True, None, None)
    assert (seen["created"], seen["updated"], seen["returned"], seen["kept"]) == (1, 2, 1, 1)
    assert [(kept["product_id"], kept["code"]) for kept in seen["kept_samples"]] == [(4, "changed_since")]
    assert undone(client, job_id) == {"removed": 1, "restored": 2, "returned": 1, "kept": 1, "settled": 1}


def refused(client: TestClient, job_id: object) -> str:
    """The code with which an undo is refused, the same in preview and start."""
    seen = preview(client, job_id)
    answer = client.post(f"{JOBS}/{job_id}/undo")
    assert answer.status_code == 409, answer.text
    assert (seen["possible"], seen["code"], seen["reason"]) == (
        False,
        answer.json()["code"],
        answer.json()["detail"],
    )
    return str(seen["code"])


def test_an_undo_that_cannot_be_done_is_refused_with_its_reason(client: TestClient) -> None:
    job_id = job_that(creates("A"))
    assert refused(client, job_that()) == "nothing_to_undo"
    undo_id = start_undo(client, job_id)
    assert refused(client, job_id) == "undo_running"
    assert refused(client, undo_id) == "not_undoable"
    run_undo(UUID(undo_id))
    assert refused(client, job_id) == "already_undone"


def test_a_job_that_has_not_ended_cannot_be_undone(client: TestClient) -> None:
    posted = client.post("/api/v1/imports", files={"file": ("a.csv", b"sku,name\nA,Mug\n")})
    assert refused(client, posted.json()["id"]) == "job_not_finished"


def test_a_job_older_than_the_log_is_kept_cannot_be_undone(client: TestClient) -> None:
    job_id = job_that(creates("A"))
    with transaction() as session:
        session.execute(text("update jobs set started_at = now() - interval '89 days'"))
    assert preview(client, job_id)["possible"]
    with transaction() as session:
        session.execute(text("update jobs set started_at = now() - interval '91 days'"))
    assert refused(client, job_id) == "undo_expired"


def test_what_does_not_exist_is_404(client: TestClient) -> None:
    for path in ("undo", "kept"):
        assert client.get(f"{JOBS}/{NOBODY}/{path}").json()["code"] == "job_not_found"
    assert client.post(f"{JOBS}/{NOBODY}/undo").status_code == 404
    answer = client.get(f"{JOBS}/{job_that(creates('A'))}/kept")
    assert (answer.status_code, answer.json()["code"]) == (404, "keeps_no_list")


def test_an_undo_that_was_handed_back_half_way_goes_on_where_it_was(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "import_chunk_rows", 2)
    made = create(client)
    before = table()
    job_id = job_that(patches(made, name="X"), *(creates(f"S{number}") for number in range(6)))
    undo_id = start_undo(client, job_id)
    with stopping_after(2):
        run_undo(UUID(undo_id))
    assert len(table()) == 3
    assert get_job(client, undo_id)["status"] == "running"
    run_undo(UUID(undo_id))
    assert get_job(client, undo_id)["result"]["removed"] == 6
    assert table() == before
    assert_log_is_true()


def test_a_cancelled_undo_says_what_it_has_done_and_another_does_the_rest(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "import_chunk_rows", 1)
    made = create(client)
    before = table()
    job_id = job_that(patches(made, name="X"), *(creates(f"S{number}") for number in range(3)))
    cancelled = undo_cancelled_after(client, job_id, 2)
    assert (cancelled["status"], cancelled["result"]["removed"]) == ("cancelled", 2)
    assert get_job(client, job_id)["status"] == "completed"
    seen = preview(client, job_id)
    assert (seen["possible"], seen["created"], seen["updated"], seen["kept"]) == (True, 1, 1, 0)
    assert undone(client, job_id) == {"removed": 1, "restored": 1, "settled": 2}
    assert table() == before
    assert_log_is_true()


def test_a_watcher_of_the_undone_job_sees_that_it_is_undone_and_when_it_finished_stays(client: TestClient) -> None:
    job_id = job_that(creates("A"))
    finished = get_job(client, job_id)
    undone(client, job_id)
    after = get_job(client, job_id)
    assert [entry["status"] for entry in after["phases"]] == ["queued", "running", "completed", "undone"]
    assert (after["finished_at"], after["version"]) == (finished["finished_at"], finished["version"] + 1)
