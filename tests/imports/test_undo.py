"""Undo of imports: the catalogue before, whatever the order, except for what somebody changed since."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from product_importer.core.database import transaction
from product_importer.core.errors import Conflict
from product_importer.core.settings import get_settings
from product_importer.imports.engine import run_import
from product_importer.jobs.lease import Cancelled, Lease
from product_importer.products.undo_running import run_undo
from tests.imports.conftest import Importer
from tests.products.undo_jobs import assert_log_is_true, get_job, kept, table, undone

IMPORTS = "/api/v1/imports"
NOBODY = "01a1fd00-0000-7000-8000-000000000000"
FIRST = "sku,name,price,colour\nA,Mug,1,blue\nB,Cup,2,red\nC,Jug,,\n"
SECOND = "sku,name,price,colour\na,Mug,1.5,\nB,Cup,2,red\nC,Jar,3,green\nD,Bowl,4,\n"


def fields(product: dict[str, Any]) -> tuple[Any, ...]:
    return product["sku"], product["name"], product["price"], product["attributes"]


def test_undoing_an_import_gives_the_catalogue_before(client: TestClient, import_file: Importer) -> None:
    import_file(FIRST)
    before = table()
    import_id = import_file(SECOND)["id"]
    seen = client.get(f"{IMPORTS}/{import_id}/undo").json()
    assert (seen["possible"], seen["created"], seen["updated"], seen["kept"]) == (True, 1, 2, 0)
    answer = client.post(f"{IMPORTS}/{import_id}/undo")
    assert answer.status_code == 202, answer.text
    undo_id = answer.json()["id"]
    assert answer.headers["location"] == f"/api/v1/jobs/{undo_id}"
    assert (answer.json()["kind"], answer.json()["undo_of"]) == ("undo", import_id)
    run_undo(UUID(undo_id))
    assert table() == before
    assert_log_is_true()


def test_an_undone_import_says_so_and_keeps_its_receipt(client: TestClient, import_file: Importer) -> None:
    receipt = import_file(FIRST)
    undone(client, receipt["id"])
    after = client.get(f"{IMPORTS}/{receipt['id']}").json()
    assert (after["status"], after["phase"]) == ("undone", "undone")
    assert (after["counts"], after["finished_at"]) == (receipt["counts"], receipt["finished_at"])
    assert client.post(f"{IMPORTS}/{receipt['id']}/undo").json()["code"] == "already_undone"


def test_an_import_names_its_latest_undo(client: TestClient, import_file: Importer) -> None:
    receipt = import_file(FIRST)
    assert receipt["undo"] is None
    undo_id = client.post(f"{IMPORTS}/{receipt['id']}/undo").json()["id"]
    assert client.get(f"{IMPORTS}/{receipt['id']}").json()["undo"] == {"job_id": undo_id, "status": "queued"}
    run_undo(UUID(undo_id))
    assert client.get(f"{IMPORTS}/{receipt['id']}").json()["undo"] == {"job_id": undo_id, "status": "completed"}


@pytest.mark.parametrize(("missing", "outcome"), [("delete", "returned"), ("deactivate", "restored")])
def test_products_that_a_file_did_not_have_come_back(
    client: TestClient, import_file: Importer, missing: str, outcome: str
) -> None:
    import_file(FIRST)
    before = table()
    receipt = import_file("sku,name\nA,Mug\n", missing=missing)
    assert client.post(f"{IMPORTS}/{receipt['id']}/confirm").status_code == 202
    run_import(UUID(receipt["id"]))
    assert table() != before
    assert undone(client, receipt["id"]) == {outcome: 2}
    assert table() == before
    assert_log_is_true()


def test_the_log_tells_that_an_import_was_undone_under_the_undos_id(client: TestClient, import_file: Importer) -> None:
    import_id = import_file(FIRST)["id"]
    undone(client, import_id)
    with transaction() as session:
        last = session.execute(
            text(
                "select event, jobs.kind, jobs.undo_of from events join event_batches as b on b.id = batch_id "
                "join jobs on jobs.id = b.job_id order by position desc limit 1"
            )
        ).one()
    assert tuple(last) == ("import.undone", "undo", UUID(import_id))


def test_the_newer_and_then_the_older_of_two_imports_are_undone_fully(
    client: TestClient, import_file: Importer
) -> None:
    empty = table()
    older = import_file(FIRST)["id"]
    between = table()
    newer = import_file(SECOND)["id"]
    assert undone(client, newer) == {"removed": 1, "restored": 2}
    assert table() == between
    assert undone(client, older) == {"removed": 3}
    assert table() == empty


def test_the_older_of_two_imports_keeps_exactly_what_the_newer_changed(
    client: TestClient, import_file: Importer, catalogue: Callable[[], dict[str, dict[str, Any]]]
) -> None:
    older = import_file(FIRST)["id"]
    newer = import_file(SECOND)["id"]
    ids = {sku: product["id"] for sku, product in catalogue().items()}
    seen = client.get(f"{IMPORTS}/{older}/undo").json()
    assert (seen["created"], seen["kept"]) == (1, 2)
    undo_id = client.post(f"{IMPORTS}/{older}/undo").json()["id"]
    run_undo(UUID(undo_id))
    assert kept(client, undo_id) == {ids["A"]: "changed_since", ids["C"]: "changed_since"}
    assert {sku: fields(product) for sku, product in catalogue().items()} == {
        "A": ("A", "Mug", "1.50", {}),
        "C": ("C", "Jar", "3.00", {"colour": "green"}),
        "D": ("D", "Bowl", "4.00", {}),
    }
    assert undone(client, newer) == {"removed": 1, "restored": 2}
    assert {sku: fields(product) for sku, product in catalogue().items()} == {
        "A": ("A", "Mug", "1.00", {"colour": "blue"}),
        "C": ("C", "Jug", None, {}),
    }
    assert_log_is_true()


def test_a_product_that_somebody_edited_since_is_kept(
    client: TestClient, import_file: Importer, catalogue: Callable[[], dict[str, dict[str, Any]]]
) -> None:
    import_file(FIRST)
    import_id = import_file(SECOND)["id"]
    edited = catalogue()["C"]
    client.patch(f"/api/v1/products/{edited['id']}", json={"price": "9"})
    assert undone(client, import_id) == {"removed": 1, "restored": 1, "kept": 1}
    assert fields(catalogue()["C"]) == ("C", "Jar", "9.00", {"colour": "green"})


def test_an_import_that_changed_nothing_has_nothing_to_undo(client: TestClient, import_file: Importer) -> None:
    import_file(FIRST)
    import_id = import_file(FIRST)["id"]
    assert client.get(f"{IMPORTS}/{import_id}/undo").json()["code"] == "nothing_to_undo"


def test_what_a_cancelled_import_had_written_can_be_undone(
    client: TestClient, import_file: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_file(FIRST)
    before = table()
    import_id, written = stopped_while_applying(client, monkeypatch, Cancelled())
    assert client.get(f"{IMPORTS}/{import_id}").json()["status"] == "cancelled"
    assert sum(undone(client, import_id).values()) == written
    assert table() == before


def test_what_a_failed_import_had_written_is_undone_by_itself_and_the_error_stays(
    client: TestClient, import_file: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_file(FIRST)
    before = table()
    import_id, written = stopped_while_applying(client, monkeypatch, Conflict("chunk_contended", "Try again."))
    failed = client.get(f"{IMPORTS}/{import_id}").json()
    assert (failed["status"], failed["undo"]["status"]) == ("failed", "queued")
    run_undo(UUID(failed["undo"]["job_id"]))
    assert sum(get_job(client, failed["undo"]["job_id"])["result"].values()) == written
    after = client.get(f"{IMPORTS}/{import_id}").json()
    assert (after["status"], after["error"]["code"]) == ("undone", "chunk_contended")
    assert table() == before


def stopped_while_applying(client: TestClient, monkeypatch: pytest.MonkeyPatch, reason: Exception) -> tuple[UUID, int]:
    """An import that stops between two chunks for this reason; returns its id and how many products it changed."""
    import_id = UUID(client.post(IMPORTS, files={"file": ("b.csv", SECOND.encode())}).json()["id"])

    def check(lease: Lease) -> None:
        if changed(import_id):
            raise reason

    with monkeypatch.context() as patch:
        patch.setattr(get_settings(), "import_chunk_rows", 1)
        patch.setattr(Lease, "check", check)
        run_import(import_id)
    written = changed(import_id)
    assert 0 < written < 3
    return import_id, written


def changed(import_id: UUID) -> int:
    statement = text(
        "select count(*) from events join event_batches as b on b.id = batch_id "
        "where job_id = :import_id and product_id is not null"
    )
    with transaction() as session:
        return int(session.scalars(statement, {"import_id": import_id}).one())


def test_what_is_no_import_is_404(client: TestClient) -> None:
    for call in (client.get, client.post):
        answer = call(f"{IMPORTS}/{NOBODY}/undo")
        assert (answer.status_code, answer.json()["code"]) == (404, "import_not_found")


def test_an_undo_is_no_import(client: TestClient, import_file: Importer) -> None:
    undo_id = client.post(f"{IMPORTS}/{import_file(FIRST)['id']}/undo").json()["id"]
    assert client.post(f"{IMPORTS}/{undo_id}/undo").status_code == 404
