"""The whole table of other spellings against real processes: each line and its shape, and imports by each document."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest

from product_importer.access.routes import _CONVERTOR
from product_importer.access.rules import RULES
from product_importer.compat.router import TAG
from product_importer.compat.table import TABLE, Spelling
from tests.acceptance.deployment import Deployment, deployed
from tests.conftest import application
from tests.waiting import wait_until
from tests.webhooks.receiver import Receiver, receiving

Json = dict[str, Any]

ROWS = 300
CATALOGUE = "sku,name,description,active\n" + "".join(f"RUG-{n},Wool rug {n},Warm,yes\n" for n in range(ROWS))
FILE = {"file": ("products.csv", CATALOGUE.encode(), "text/csv")}
STARTED = {"task_id", "job_id", "message"}
PRODUCT = {"id", "sku", "name", "description", "price", "active", "created_at", "updated_at"}
WEBHOOK = {"id", "url", "event_type", "enabled", "created_at", "updated_at", "last_test_status"}
LOG = {
    "id", "webhook_id", "event_type", "payload", "response_status", "response_time_ms", "error_message", "created_at",
}  # fmt: skip
TASK = {"task_id", "status", "current", "total", "created", "updated", "errors", "percent"}
UPLOAD = {"id", "job_id", "status", "progress", "percent", "message", "error"}
PAGE = {"items", "total", "page", "pages"}


@dataclass(frozen=True)
class Example:
    """What is sent, and what is in the answer: its fields, or those of each thing in a list."""

    fields: set[str]
    params: Json = field(default_factory=dict)
    body: Json | None = None
    status: int = 200
    uploads: bool = False


EXAMPLES = {
    "GET /api/products": Example(PAGE, {"page": 1, "limit": 50, "search": "", "active": "true"}),
    "POST /api/products": Example(PRODUCT, body={"sku": "NEW-1", "name": "Mug", "price": 2.5}, status=201),
    "DELETE /api/products": Example(STARTED, {"confirm": "all"}, status=202),
    "DELETE /api/products/bulk": Example(STARTED, {"confirm": "all"}, status=202),
    "GET /api/products/{product_id}": Example(PRODUCT),
    "PUT /api/products/{product_id}": Example(PRODUCT, body={"sku": "NEW-2", "name": "Mug", "active": False}),
    "DELETE /api/products/{product_id}": Example({"message"}),
    "POST /api/upload": Example(STARTED, status=202, uploads=True),
    "POST /api/uploads": Example(STARTED, status=202, uploads=True),
    "POST /api/uploads/": Example(STARTED, status=202, uploads=True),
    "GET /api/upload/status/{job_id}": Example(UPLOAD),
    "GET /api/uploads/{job_id}": Example(UPLOAD),
    "GET /api/uploads/{job_id}/status": Example(UPLOAD),
    "GET /api/jobs/{job_id}": Example({"id", "kind", "status", "progress", "result", "error"}),
    "GET /api/progress/{task_id}": Example({"status", "message", "imported", "errors"}),
    "GET /api/webhooks": Example(WEBHOOK),
    "POST /api/webhooks": Example(
        WEBHOOK | {"secret"},
        body={"url": "https://example.com/hook", "event_type": "product.created", "enabled": True},
        status=201,
    ),
    "GET /api/webhooks/{webhook_id}": Example(WEBHOOK),
    "PUT /api/webhooks/{webhook_id}": Example(
        WEBHOOK, body={"url": "https://example.com/other", "event_type": "product.deleted", "enabled": False}
    ),
    "DELETE /api/webhooks/{webhook_id}": Example({"message"}),
    "POST /api/webhooks/{webhook_id}/test": Example({"status", "time_ms"}, body={"payload": {"sku": "RUG-1"}}),
    "GET /api/webhooks/{webhook_id}/logs": Example(LOG, {"limit": 50}),
    "GET /api/v1/products/": Example(PAGE),
    "POST /api/v1/products/": Example(PRODUCT, body={"sku": "NEW-3", "name": "Mug", "is_active": True}, status=201),
    "DELETE /api/v1/products/all": Example(STARTED, {"confirm": "all"}, status=202),
    "POST /api/v1/products/upload": Example(STARTED, status=202, uploads=True),
    "GET /api/v1/products/upload/{task_id}/status": Example(TASK),
    "GET /api/v1/products/delete/{task_id}/status": Example(TASK),
    "GET /api/v1/webhooks/": Example(PAGE),
    "POST /api/v1/webhooks/": Example(
        {"id", "url", "events", "secret"}, body={"url": "https://example.com/v1", "events": ["*"]}, status=201
    ),
    "GET /api/v1/celery/workers": Example({"state", "workers", "queues"}),
    "POST /api/v1/celery/test": Example(STARTED, status=202),
    "GET /api/v1/celery/task/{task_id}": Example(TASK),
    "DELETE /api/v1/celery/task/{task_id}": Example(TASK, status=202),
    "GET /api/health": Example({"status"}),
    "GET /api/v1/hello": Example({"message", "docs"}),
}


def named(name: str) -> str:
    """A name as the document of the API writes it: the parameters without their kinds."""
    return _CONVERTOR.sub("}", name)


def each(wanted: Callable[[Spelling], bool] = lambda _: True) -> pytest.MarkDecorator:
    """The lines of the table as parameters."""
    return pytest.mark.parametrize("spelling", [pytest.param(one, id=one.name) for one in TABLE if wanted(one)])


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory, receiver: Receiver) -> Iterator[Deployment]:
    with deployed(tmp_path_factory.mktemp("compat"), WEBHOOK_ALLOWED_CIDRS="127.0.0.1/32") as made:
        yield made


@pytest.fixture
def api(deployment: Deployment) -> httpx2.Client:
    """The API, on an empty catalogue."""
    deployment.query("delete from webhooks")
    unfinished = "select count(*) from jobs where finished_at is null and status <> 'awaiting_confirmation'"
    wait_until(lambda: deployment.value(unfinished) == 0, "what the test before has begun ends")
    if deployment.value("select exists (select from products where deleted_at is null)"):
        emptied = deployment.api.delete("/api/v1/products", params={"confirm": "all"}).json()
        ended(deployment.api, f"/api/v1/jobs/{emptied['id']}", {"completed"})
    return deployment.api


def made(api: httpx2.Client, path: str, **sent: Any) -> Json:
    answer = api.post(path, **sent)
    assert answer.status_code in {200, 201, 202}, answer.text
    found: Json = answer.json()
    return found


def ended(api: httpx2.Client, path: str, words: set[str]) -> Json:
    """What a client that polls is told at last."""
    wait_until(lambda: api.get(path).json()["status"] in words, f"{path} ends")
    found: Json = api.get(path).json()
    return found


def identifiers(api: httpx2.Client, receiver: Receiver, name: str) -> Json:
    """Something that is there for each parameter of a path."""
    if "{product_id}" in name:
        return {"product_id": made(api, "/api/v1/products", json={"sku": "RUG-1", "name": "Wool rug"})["id"]}
    if "{webhook_id}" in name:
        hook = made(api, "/api/v1/webhooks", json={"url": receiver.url, "events": ["*"]})
        made(api, f"/api/v1/webhooks/{hook['id']}/test")
        return {"webhook_id": hook["id"]}
    if "_id}" not in name:
        return {}
    waits = name.startswith("DELETE")
    started = made(api, "/api/v1/imports", files=FILE, data={"options": json.dumps({"confirm": waits})})
    ended(api, f"/api/v1/imports/{started['id']}", {"awaiting_confirmation" if waits else "completed"})
    return {"job_id": started["id"], "task_id": started["id"]}


def lines(api: httpx2.Client, path: str, last_event_id: str | None = None) -> list[Json]:
    """The data of a stream's events, up to its end."""
    headers = {"Last-Event-ID": last_event_id} if last_event_id else {}
    with api.stream("GET", path, headers=headers, timeout=30) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        got = list(answer.iter_lines())
    assert not [line for line in got if line.startswith("event:")]
    return [json.loads(line.removeprefix("data: ")) for line in got if line.startswith("data: ")]


def test_the_table_has_an_example_of_each_line_and_none_of_anything_else() -> None:
    assert {named(one.name) for one in TABLE} == EXAMPLES.keys()
    assert len({one.name for one in TABLE}) == len(TABLE)


def test_the_page_about_other_spellings_lists_each() -> None:
    page = (Path(__file__).parents[2] / "docs" / "compatibility.md").read_text()
    rows = [line for line in page.splitlines() if re.match(r"\| `[A-Z]+ /", line)]
    assert rows == [f"| `{named(one.name)}` | `{named(one.successor)}` |" for one in TABLE]


@each()
def test_each_spelling_answers_in_the_shape_of_its_document(
    api: httpx2.Client, receiver: Receiver, spelling: Spelling
) -> None:
    name = named(spelling.name)
    example, given = EXAMPLES[name], identifiers(api, receiver, name)
    if name == "GET /api/webhooks":
        made(api, "/api/v1/webhooks", json={"url": receiver.url, "events": ["*"]})
    path = name.split(" ")[1].format(**given)
    sent: Json = {"files": FILE} if example.uploads else {} if example.body is None else {"json": example.body}
    answer = api.request(spelling.method, path, params=example.params, **sent)
    assert answer.status_code == example.status, answer.text
    if "text/event-stream" in answer.headers["content-type"]:
        assert lines(api, path)[-1].keys() >= example.fields
    else:
        body = answer.json()
        shown = body if isinstance(body, list) else [body]
        assert shown
        assert all(one.keys() >= example.fields for one in shown)
    assert answer.headers["deprecation"].startswith("@")
    successor = named(spelling.successor).split(" ")[1].format(**given)
    assert answer.headers["link"] == f'<{successor}>; rel="successor-version"'
    if spelling.method == "GET":
        with api.stream("GET", successor) as followed:
            assert followed.status_code == 200


@pytest.mark.covers("000:229", "001:71", "004:352")
@each(lambda one: one.successor == "DELETE /api/v1/products")
def test_everything_is_deleted_only_when_that_is_said(api: httpx2.Client, spelling: Spelling) -> None:
    made(api, "/api/v1/products", json={"sku": "RUG-1", "name": "Wool rug"})
    for params, code in (({}, "confirmation_required"), ({"sku": "x", "confirm": "all"}, "invalid_request")):
        answer = api.delete(spelling.path, params=params)
        assert (answer.status_code, answer.json()["code"]) == (422 if params else 400, code)
    assert api.get("/api/v1/products").json()["total"] == 1


@each()
def test_who_may_ask_is_what_the_successor_says(spelling: Spelling) -> None:
    asks_more = spelling.name == "POST /api/v1/celery/test"
    same = RULES[named(spelling.name)] == RULES[_rule_of(spelling.successor)]
    assert same is not asks_more


def _rule_of(successor: str) -> str:
    """The rule's name, whose parameters are named as in the real route."""
    for name, parameter in (("/imports/", "import_id"), ("/jobs/", "job_id")):
        if name in successor:
            return successor.replace("{job_id}", f"{{{parameter}}}").replace("{task_id}", f"{{{parameter}}}")
    return successor


@pytest.mark.covers("004:864")
@pytest.mark.usefixtures("database_url")
def test_the_document_has_each_as_deprecated_with_its_successor() -> None:
    deprecated = {
        f"{method.upper()} {path}": operation
        for path, methods in application().openapi()["paths"].items()
        for method, operation in methods.items()
        if operation.get("deprecated")
    }
    assert deprecated.keys() == EXAMPLES.keys()
    for one in TABLE:
        operation = deprecated[named(one.name)]
        assert operation["tags"] == [TAG]
        assert f"Use `{one.successor}` instead." in operation["description"]


@pytest.mark.covers(
    "000:190",
    "000:191",
    "001:60",
    "001:62",
    "002:231",
    "002:407",
    "002:408",
    "003:49",
    "003:57",
    "003:58",
    "004:347",
)
@pytest.mark.parametrize(
    ("upload", "status", "pending", "done"),
    [
        ("/api/upload", "/api/upload/status/{}", {"pending", "processing"}, "completed"),
        ("/api/uploads", "/api/uploads/{}", {"pending", "processing"}, "completed"),
        ("/api/uploads/", "/api/uploads/{}/status", {"pending", "processing"}, "completed"),
        ("/api/v1/products/upload", "/api/v1/products/upload/{}/status", {"PENDING", "STARTED", "PROGRESS"}, "SUCCESS"),
        ("/api/v1/products/upload", "/api/v1/celery/task/{}", {"PENDING", "STARTED", "PROGRESS"}, "SUCCESS"),
    ],
)
def test_a_whole_import_is_followed_by_polling(
    api: httpx2.Client, upload: str, status: str, pending: set[str], done: str
) -> None:
    started = made(api, upload, files=FILE)
    assert started["task_id"] == started["job_id"]
    path = status.format(started["task_id"])
    assert api.get(path).json()["status"] in {*pending, done}
    last = ended(api, path, {done})
    assert (last["created"], last["updated"], last["errors"], last["percent"]) == (ROWS, 0, 0, 100)
    assert last["current"] == last["total"] == ROWS
    again = ended(api, status.format(made(api, upload, files=FILE)["task_id"]), {done})
    assert (again["created"], again["updated"]) == (0, 0)
    assert api.get("/api/products", params={"search": "rug 17", "active": "true"}).json()["total"] == 11


@pytest.mark.covers(
    "004:326",
    "004:336",
    "004:364",
    "004:368",
    "004:370",
    "004:372",
    "004:411",
    "004:433",
    "004:461",
    "004:597",
    "004:610",
    "004:622",
    "004:636",
    "004:79",
)
def test_a_whole_import_is_followed_by_its_lines(deployment: Deployment, api: httpx2.Client) -> None:
    deployment.kill("worker")
    started = made(api, "/api/upload", files=FILE)
    path = f"/api/progress/{started['task_id']}"
    with api.stream("GET", path, timeout=60) as answer:
        assert answer.headers["cache-control"] == "no-store"
        got = answer.iter_lines()
        first = next(line for line in got if line.startswith("data: "))
        deployment.start_worker()
        told = [json.loads(line[6:]) for line in (first, *got) if line.startswith("data: ")]
    assert told[0] == {"status": "started", "message": "Waiting for a worker"}
    assert list(dict.fromkeys(one["status"] for one in told)) == ["started", "processing", "complete"]
    for one in told:
        if one["status"] == "processing":
            assert one.keys() == {"status", "current", "total", "percent", "message"}
    last = told[-1]
    assert (last["imported"], last["errors"], last["total"], last["percent"]) == (ROWS, 0, ROWS, 100)
    version = api.get(f"/api/jobs/{started['job_id']}").json()["version"]
    assert api.get(path, headers={"Last-Event-ID": str(version)}).status_code == 204


@pytest.mark.covers("002:164", "004:374", "004:474")
def test_what_ends_otherwise_is_an_error_with_its_reason(api: httpx2.Client) -> None:
    started = made(api, "/api/v1/imports", files=FILE, data={"options": '{"confirm": true}'})
    ended(api, f"/api/v1/imports/{started['id']}", {"awaiting_confirmation"})
    assert api.get(f"/api/v1/celery/task/{started['id']}").json()["status"] == "PROGRESS"
    assert api.delete(f"/api/v1/celery/task/{started['id']}").status_code == 202
    last = ended(api, f"/api/v1/celery/task/{started['id']}", {"FAILURE"})
    assert last["error"] == "This was cancelled."
    assert lines(api, f"/api/progress/{started['id']}")[-1] == {"status": "error", "message": "This was cancelled."}
    assert api.get(f"/api/uploads/{started['id']}").json()["status"] == "failed"
    answer = api.delete(f"/api/v1/celery/task/{started['id']}")
    assert (answer.status_code, answer.json()["code"]) == (409, "job_finished")


@pytest.mark.covers("002:136", "002:139", "004:352", "004:482", "004:500")
def test_a_whole_deletion_is_followed_to_its_end(api: httpx2.Client) -> None:
    ended(api, f"/api/uploads/{made(api, '/api/upload', files=FILE)['job_id']}", {"completed"})
    answer = api.delete("/api/v1/products/all", params={"confirm": "all"})
    task = answer.json()["task_id"]
    last = ended(api, f"/api/v1/products/delete/{task}/status", {"SUCCESS"})
    assert (last["deleted"], last["current"], last["total"]) == (ROWS, ROWS, ROWS)
    assert lines(api, f"/api/progress/{task}")[-1] == {
        "status": "complete",
        "message": f"Deleted {ROWS} products",
        "percent": 100,
        "deleted": ROWS,
    }
    assert api.get("/api/products").json()["total"] == 0


@pytest.mark.covers("002:161", "002:162", "002:163")
def test_a_test_task_goes_through_the_broker_to_a_worker(api: httpx2.Client) -> None:
    wait_until(lambda: api.get("/api/v1/celery/workers").json()["state"] == "ok", "a worker answers")
    task = made(api, "/api/v1/celery/test")["task_id"]
    assert ended(api, f"/api/v1/celery/task/{task}", {"SUCCESS"})["error"] is None
    assert lines(api, f"/api/progress/{task}")[-1]["status"] == "complete"


@pytest.mark.covers(
    "000:195", "001:74", "001:75", "001:76", "001:78", "003:37", "004:337", "004:381", "004:383", "004:384", "004:387"
)
def test_a_webhook_lives_its_whole_life_in_the_words_of_one_event(api: httpx2.Client, receiver: Receiver) -> None:
    hook = made(api, "/api/webhooks", json={"url": receiver.url, "event": "product.created", "secret": "s" * 32})
    path = f"/api/webhooks/{hook['id']}"
    read = api.get(path).json()
    assert (read["event_type"], read["events"], read["last_test_status"]) == (
        "product.created",
        ["product.created"],
        None,
    )
    answer = api.put(path, json=read | {"event_type": "product.*", "events": ["product.*"], "enabled": False})
    assert (answer.status_code, answer.json()["event_type"]) == (200, "product.*")
    tested = made(api, f"{path}/test", json={"event": "product.created", "payload": {"sku": "RUG-1"}})
    assert tested["status"] == 200
    assert [one["last_test_status"] for one in api.get("/api/webhooks").json()] == [200]
    (log,) = api.get(f"{path}/logs", params={"limit": 50}).json()
    assert (log["event_type"], log["response_status"], log["error_message"]) == ("product.created", 200, None)
    assert log["payload"]["data"] == {"sku": "RUG-1"}
    assert log["response_time_ms"] >= 0
    assert api.delete(path).json() == {"message": "Deleted"}
    assert api.get(path).json()["code"] == "webhook_not_found"


@pytest.mark.covers("000:186")
def test_a_spelling_refuses_as_the_api_does(api: httpx2.Client) -> None:
    made(api, "/api/products", json={"sku": "RUG-1", "name": "Wool rug"})
    refused = api.post("/api/products", json={"sku": "rug-1", "name": "Other"})
    assert (refused.status_code, refused.json()["code"]) == (409, "sku_taken")
    assert refused.headers["content-type"] == "application/problem+json"
    for path, code in (
        ("upload", "not_multipart"),
        ("uploads/", "not_multipart"),
        ("v1/products/upload", "not_multipart"),
    ):
        answer = api.post(f"/api/{path}", json={})
        assert (answer.status_code, answer.json()["code"]) == (415, code)
    nothing = "01a2107a-5cba-7562-87c9-e42f171ca053"
    assert api.get(f"/api/progress/{nothing}").json()["code"] == "job_not_found"
    assert api.get(f"/api/uploads/{nothing}").json()["code"] == "import_not_found"


def test_a_file_larger_than_other_bodies_may_be_goes_through_each_spelling(api: httpx2.Client) -> None:
    large = "sku,name,description\n" + "".join(f"BIG-{n},Rug,{'x' * 4_000}\n" for n in range(2_200))
    for path in ("/api/upload", "/api/uploads/", "/api/v1/products/upload"):
        task = made(api, path, files={"file": ("large.csv", large.encode())})["task_id"]
        ended(api, f"/api/uploads/{task}", {"completed"})
