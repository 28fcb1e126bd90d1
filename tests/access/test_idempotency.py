"""Idempotency-Key: what was done is not done again, and is answered as the first time."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import func, select, update

from product_importer.access import idempotency_repository as repository
from product_importer.access.idempotency import IDEMPOTENT
from product_importer.access.idempotency_models import IdempotencyKey
from product_importer.access.session import SessionDep
from product_importer.access.tasks import clean_keys
from product_importer.core.database import transaction
from product_importer.core.storage import get_storage
from product_importer.imports.engine import run_import
from product_importer.products import service
from product_importer.products.schemas import ProductCreate
from tests.products.catalogue import PRODUCTS, Json, create, logged, tag, url
from tests.products.test_concurrency import wait_for_waiters

API = "/api/v1"
KEY = {"Idempotency-Key": "7b0f6c1e-order-17"}
RUG = {"sku": "RUG", "name": "Wool rug"}
CSV = b"sku,name\nA,Mug\n"

# Each POST that is sent again without a key, and why that does no harm.
WITHOUT_A_KEY = {
    "test_webhook": "it is one request to a receiver, which is sent to be looked at",
    "create_resumable_upload": "the protocol has no answer to repeat; what is announced and never sent is removed",
    "confirm_import": "the second time is told that the plan does not wait any more",
    "cancel_import": "asking twice to stop is asking once",
    "log_in": "it makes another session in place of the browser's former one",
    "look_at_link": "it changes nothing",
    "use_link": "a link is used once, and the second time is told so",
    "restore_product": "a product that is not in the trash stays as it is",
    "other_post_api_webhooks_webhook_id_test": "as test_webhook, whose other spelling it is",
    "other_post_api_v1_celery_test": "its job has nothing to do, and shows that a worker takes jobs each time",
}


def kept() -> int:
    with transaction() as session:
        return session.scalars(select(func.count()).select_from(IdempotencyKey)).one()


def total(client: TestClient, what: str) -> int:
    page = client.get(f"{API}/{what}").json()
    return int(page.get("total", len(page["items"])))


def assert_repeated(first: Any, second: Any) -> None:
    assert first.is_success, first.text
    assert (second.status_code, second.content) == (first.status_code, first.content)
    for name in ("location", "etag", "content-type"):
        assert second.headers.get(name) == first.headers.get(name)
    assert (first.headers.get("idempotency-replayed"), second.headers["idempotency-replayed"]) == (None, "true")


def test_a_product_is_made_once_and_answered_twice(client: TestClient) -> None:
    first, second = (client.post(PRODUCTS, json=RUG, headers=KEY) for _ in range(2))
    assert_repeated(first, second)
    assert second.headers["location"] == url(first.json())
    assert second.headers["etag"] == tag(client, first.json())
    assert [event.event for event in logged()] == ["product.created"]


def test_the_answer_is_that_of_the_first_time_whatever_happened_since(client: TestClient) -> None:
    first = client.post(PRODUCTS, json=RUG, headers=KEY)
    client.delete(url(first.json()))
    assert_repeated(first, client.post(PRODUCTS, json=RUG, headers=KEY))
    assert total(client, "products") == 0


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("profiles", {"name": "Supplier", "columns": ["Ref"], "mapping": {"Ref": "sku"}}),
        ("views", {"name": "Rugs", "search": {"q": "rug"}}),
    ],
)
def test_what_is_saved_under_a_name_is_saved_once(client: TestClient, what: str, body: Json) -> None:
    assert_repeated(*(client.post(f"{API}/{what}", json=body, headers=KEY) for _ in range(2)))
    assert total(client, what) == 1


def upload(client: TestClient, headers: dict[str, str] | None = None) -> Any:
    return client.post(f"{API}/uploads", files={"file": ("a.csv", CSV)}, headers=headers)


def post_file(client: TestClient, content: bytes = CSV, **options: object) -> Any:
    """An import whose form has a boundary of its own each time, as clients make them."""
    files = {"file": ("a.csv", content)}
    return client.post(f"{API}/imports", files=files, data={"options": json.dumps(options)}, headers=KEY)


def stored() -> set[str]:
    return {found.key for found in get_storage().objects()}


def test_a_staged_file_is_imported_once(client: TestClient) -> None:
    wanted = {"upload_id": upload(client).json()["id"]}
    assert_repeated(*(client.post(f"{API}/imports", json=wanted, headers=KEY) for _ in range(2)))
    assert total(client, "imports") == total(client, "jobs") == 1


@pytest.mark.covers("002:200")
def test_a_file_that_is_sent_again_is_imported_once_and_stored_once(client: TestClient) -> None:
    first = post_file(client, confirm=True)
    files = stored()
    second = post_file(client, confirm=True)
    assert first.request.headers["content-type"] != second.request.headers["content-type"]
    assert_repeated(first, second)
    assert total(client, "imports") == 1
    assert stored() == files


def test_a_file_that_is_sent_again_is_staged_once(client: TestClient) -> None:
    first = upload(client, KEY)
    files = stored()
    assert_repeated(first, upload(client, KEY))
    assert stored() == files


def test_with_another_file_or_other_options_a_key_is_refused_and_nothing_stored(client: TestClient) -> None:
    post_file(client)
    files = stored()
    for answer in (post_file(client, b"sku,name\nB,Cup\n"), post_file(client, mode="create")):
        assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert stored() == files
    assert total(client, "imports") == 1


@pytest.mark.parametrize("of", ["imports", "jobs"])
def test_what_is_undone_is_undone_once(client: TestClient, of: str) -> None:
    import_id = post_file(client).json()["id"]
    run_import(UUID(import_id))
    undo = {"Idempotency-Key": "undo"}
    assert_repeated(*(client.post(f"{API}/{of}/{import_id}/undo", headers=undo) for _ in range(2)))
    assert total(client, "jobs") == 2


@pytest.mark.parametrize(
    ("path", "body"), [(PRODUCTS, RUG | {"name": "Rug"}), (f"{API}/views", RUG), (f"{PRODUCTS}?a=b", RUG)]
)
def test_a_key_is_of_one_request(client: TestClient, path: str, body: Json) -> None:
    client.post(PRODUCTS, json=RUG, headers=KEY)
    answer = client.post(path, json=body, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert "idempotency-replayed" not in answer.headers
    assert (total(client, "products"), total(client, "views")) == (1, 0)


@pytest.mark.parametrize("body", [RUG, {"sku": "", "name": "Wrong"}])
def test_a_request_that_failed_leaves_its_key_free(client: TestClient, body: Json) -> None:
    taken = create(client, **RUG)
    assert client.post(PRODUCTS, json=body, headers=KEY).status_code in {409, 422}
    assert kept() == 0
    client.delete(url(taken))
    answer = client.post(PRODUCTS, json=RUG, headers=KEY)
    assert (answer.status_code, answer.headers.get("idempotency-replayed")) == (201, None)


@pytest.mark.covers("004:839")
def test_an_answer_that_cannot_be_kept_undoes_the_work(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(repository, "keep", fail)
        assert client.post(PRODUCTS, json=RUG, headers=KEY).status_code == 500
    assert (total(client, "products"), kept(), logged()) == (0, 0, [])
    assert client.post(PRODUCTS, json=RUG, headers=KEY).status_code == 201


class GivenUp(Exception):
    """The process that was first did not come to its end."""


def while_another_holds(hold: Callable[[Any], object], posts: int, client: TestClient) -> list[Any]:
    """The answers of requests with one key that wait for a transaction which is then rolled back."""
    with ThreadPoolExecutor(posts) as threads:
        try:
            with transaction() as session:
                hold(session)
                waiting = [threads.submit(client.post, PRODUCTS, json=RUG, headers=KEY) for _ in range(posts)]
                wait_for_waiters(posts)
                raise GivenUp
        except GivenUp:
            return sorted((one.result() for one in waiting), key=lambda one: "idempotency-replayed" in one.headers)


def test_of_two_at_once_the_second_waits_and_gets_the_answer_of_the_first(client: TestClient) -> None:
    # The first waits for the SKU, the second for the first.
    answers = while_another_holds(
        lambda session: service.create(session, ProductCreate(sku="rug", name="x")), 2, client
    )
    assert_repeated(*answers)
    assert total(client, "products") == 1


def test_who_waited_for_a_request_that_came_to_nothing_is_the_first(local: TestClient) -> None:
    asked = KEY["Idempotency-Key"], "POST", f"{PRODUCTS}?", "0" * 64
    (answer,) = while_another_holds(lambda session: repository.take(session, "local", *asked), 1, local)
    assert (answer.status_code, answer.headers.get("idempotency-replayed")) == (201, None)


def test_a_key_belongs_to_who_sent_it(client: TestClient) -> None:
    with transaction() as session:
        repository.take(session, "somebody else", KEY["Idempotency-Key"], "POST", "/elsewhere?", "0" * 64)
        repository.keep(session, "somebody else", KEY["Idempotency-Key"], status=204, headers=[], body=b"")
    assert client.post(PRODUCTS, json=RUG, headers=KEY).status_code == 201


def age(hours: float) -> None:
    with transaction() as session:
        session.execute(update(IdempotencyKey).values(created_at=func.now() - timedelta(hours=hours)))


def test_a_key_is_free_again_after_a_day(client: TestClient) -> None:
    first = client.post(PRODUCTS, json=RUG, headers=KEY)
    age(23.9)
    assert_repeated(first, client.post(PRODUCTS, json=RUG, headers=KEY))
    client.delete(url(first.json()))
    age(24.1)
    second = client.post(PRODUCTS, json=RUG, headers=KEY)
    assert (second.status_code, second.json()["id"]) == (201, first.json()["id"] + 1)
    assert_repeated(second, client.post(PRODUCTS, json=RUG, headers=KEY))


def test_keys_are_forgotten_after_a_day(client: TestClient) -> None:
    client.post(PRODUCTS, json=RUG, headers=KEY)
    clean_keys()
    assert kept() == 1
    age(24.1)
    clean_keys()
    assert kept() == 0


@pytest.mark.parametrize("key", ["", " ", "a b", "a\tb", "ü", "x" * 256])
def test_a_key_that_cannot_be_is_refused(client: TestClient, key: str) -> None:
    answer = client.post(PRODUCTS, json=RUG, headers={b"Idempotency-Key": key.encode()})
    assert answer.status_code == 422
    assert [error["code"] for error in answer.json()["errors"]] == ["idempotency_key_invalid"]
    assert total(client, "products") == 0


def test_the_longest_key_of_the_strangest_characters_is_one(client: TestClient) -> None:
    headers = {"Idempotency-Key": ("!\"#'%,;=\\{}~" * 22)[:255]}
    assert_repeated(*(client.post(PRODUCTS, json=RUG, headers=headers) for _ in range(2)))


def test_every_post_takes_a_key_or_says_why_not(client: TestClient) -> None:
    posts = [path["post"] for path in client.get("/api/openapi.json").json()["paths"].values() if "post" in path]
    without = [one for one in posts if "idempotency-key" not in [known["name"] for known in one.get("parameters", ())]]
    assert {one["operationId"] for one in without} == WITHOUT_A_KEY.keys()
    for one in posts:
        answers = [answer for status, answer in one["responses"].items() if status.startswith("2")]
        assert ["Idempotency-Replayed" in answer.get("headers", {}) for answer in answers] == [one not in without]


@pytest.mark.usefixtures("database_url")
def test_a_route_that_would_not_keep_its_answers_is_a_fault_at_once() -> None:
    router = APIRouter()

    @router.post("/made", dependencies=[IDEMPOTENT])
    def make(session: SessionDep) -> int:
        return service.create(session, ProductCreate(sku="A", name="A")).id

    app = FastAPI()
    app.include_router(router)
    with TestClient(app) as client, pytest.raises(RuntimeError, match="IdempotentRoute"):
        client.post("/made", headers=KEY)
    assert (kept(), logged()) == (0, [])
