"""Every route of the OpenAPI document, asked by every role, every scope, and nobody."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

from product_importer.access.roles import Role, Scope
from product_importer.access.routes import NoRule, ruled
from product_importer.access.rules import OPEN, RULES, V1, Rule
from product_importer.main import create_app
from tests.access.people import browser, create_key, log_in, logged_in, person, with_text
from tests.conftest import application

pytestmark = pytest.mark.usefixtures("required")

NO_ID = "01a2107a-5cba-7562-87c9-e42f171ca053"

# Said once more, and by hand, so that a slip in the table is not a slip in its test: what strangers may ask, what
# viewers may do besides reading, and what only admins do.
FOR_STRANGERS = {
    "GET /health/live",
    "GET /health/ready",
    f"GET {V1}/session",
    f"POST {V1}/session",
    f"DELETE {V1}/session",
    f"GET {V1}/openid/login",
    f"GET {V1}/openid/callback",
    f"POST {V1}/links/look",
    f"POST {V1}/links/use",
    "GET /api/health",
    f"GET {V1}/hello",
}
OF_ONES_OWN = {
    f"DELETE {V1}/sessions",
    f"DELETE {V1}/sessions/{{session_id}}",
    f"PUT {V1}/password",
    f"POST {V1}/keys",
    f"DELETE {V1}/keys/{{key_id}}",
}
FOR_ADMINS = re.compile(rf"^[A-Z]+ {V1}/(users|access-events)")
FOR_EDITORS = re.compile(rf"^[A-Z]+ (/api|{V1})/(webhooks|deliveries)(/|$)")
FOR_PEOPLE = re.compile(rf"^[A-Z]+ {V1}/(sessions|password)")
READING = {"GET", "HEAD"}
THAT_LOG_OUT = {f"DELETE {V1}/session", f"DELETE {V1}/sessions"}

Ask = Callable[[str], TestClient]


def documented() -> list[str]:
    paths: dict[str, Any] = application().openapi()["paths"]
    return [f"{method.upper()} {path}" for path, methods in paths.items() for method in methods]


def asked(client: TestClient, name: str) -> int:
    """The status with which a route answers a request without a body, about something that is not there."""
    method, path = name.split(" ")
    known = {"product_id": "4711"}
    there = re.sub(r"\{(\w+)\}", lambda found: known.get(found[1], NO_ID), path)
    return client.request(method, there).status_code


def let_in(status: int) -> bool:
    assert status < 500
    return status not in {401, 403}


@pytest.fixture
def anew() -> Ask:
    """Callers by what they are, made anew once a request has ended their session."""
    keys: dict[str, str] = {}
    admin = logged_in(Role.ADMIN)
    # One more, so that nobody is the last.
    person(Role.ADMIN, "second@example.com")
    for role in (Role.VIEWER, Role.EDITOR):
        person(role)
    for scope in Scope:
        keys[f"key:{scope}"] = create_key(admin, scope)["key"]

    def caller(kind: str) -> TestClient:
        if kind in keys:
            return with_text(keys[kind])
        client = browser()
        if kind != "nobody":
            assert log_in(client, f"{kind}@example.com").status_code == 200
        return client

    return caller


@pytest.mark.covers("004:781", "004:851")
def test_every_route_answers_each_role_scope_and_nobody_as_the_table_says(client: TestClient, anew: Ask) -> None:
    wrong = []
    for kind in ("nobody", *Role, *(f"key:{scope}" for scope in Scope)):
        caller = anew(kind)
        for name in documented():
            status = asked(caller, name)
            if name in THAT_LOG_OUT:
                caller = anew(kind)
            if let_in(status) != may(kind, RULES[name]):
                wrong.append(f"{kind}: {name} answers {status}")
            elif kind == "nobody" and not RULES[name].open:
                assert status == 401, name
    assert wrong == []


def may(kind: str, rule: Rule) -> bool:
    if rule.open:
        return True
    if kind in list(Role):
        return Role(kind).reaches(rule.least)
    return kind != "nobody" and Scope(kind.removeprefix("key:")) in rule.scopes


@pytest.mark.parametrize("name", sorted(RULES))
def test_the_table_keeps_what_was_said_of_it(name: str) -> None:
    rule, method = RULES[name], name.split(" ")[0]
    if name.startswith(f"{method} /api/"):
        assert rule.open == (name in FOR_STRANGERS)
    if rule.open or method == "*":
        return
    if method not in READING and name not in OF_ONES_OWN:
        assert rule.least in {Role.EDITOR, Role.ADMIN}
    if method not in READING:
        assert Scope.READ not in rule.scopes
    assert (rule.least is Role.ADMIN) == bool(FOR_ADMINS.match(name))
    if FOR_EDITORS.match(name) and "event-types" not in name:
        assert rule.least is Role.EDITOR
        assert rule.scopes == frozenset({Scope.WEBHOOKS})
    assert bool(FOR_PEOPLE.match(name)) == (not rule.scopes)


def test_a_route_without_a_rule_keeps_the_api_from_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    router = APIRouter()

    @router.post("/secrets/{secret_id}")
    def spill(secret_id: int) -> None: ...

    app = FastAPI()
    app.include_router(router, prefix=V1)
    with pytest.raises(NoRule, match=r"POST /api/v1/secrets/\{secret_id\}"):
        ruled(app, RULES)

    without = {name: rule for name, rule in RULES.items() if name != f"GET {V1}/products"}
    monkeypatch.setattr("product_importer.main.RULES", without)
    with pytest.raises(NoRule, match="GET /api/v1/products"):
        create_app()


def test_a_rule_about_nothing_keeps_the_api_from_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("product_importer.main.RULES", RULES | {"GET /nowhere": OPEN})
    with pytest.raises(NoRule, match="GET /nowhere"):
        create_app()


@pytest.mark.parametrize(
    "path",
    [
        f"{V1}/products/",
        f"{V1}//products",
        f"/x/..{V1}/products",
        "/api/v1/%70roducts",
        f"{V1}/products;a=b",
        "/API/v1/products",
        f"{V1}/products%00",
        f"{V1}/session/../users",
    ],
)
def test_no_spelling_of_a_path_gets_around_its_rule(path: str) -> None:
    answer = browser().get(path)
    # The page of the web UI, the same for everybody, is what else may answer.
    assert answer.status_code in {401, 404} or V1 not in str(answer.url)
    assert "items" not in answer.text


def test_a_path_in_front_of_the_api_gets_nobody_around_a_rule() -> None:
    client = TestClient(application(), base_url="http://shop.example", root_path="/shop")
    assert client.get(f"/shop{V1}/products").status_code == 401


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "QUERY"])
@pytest.mark.parametrize("path", [f"{V1}/products", f"{V1}/users", "/api/openapi.json", "/api/docs"])
def test_no_method_gets_around_a_rule(method: str, path: str) -> None:
    assert browser().request(method, path).status_code == 401


def test_the_document_says_where_a_credential_is_needed() -> None:
    paths: dict[str, Any] = create_app().openapi()["paths"]
    without = {
        f"{method.upper()} {path}"
        for path, methods in paths.items()
        for method, operation in methods.items()
        if "security" not in operation
    }
    assert without == FOR_STRANGERS
