"""What tests of access do again and again: an API that asks for credentials, and people and keys made through it."""

from typing import Any

from fastapi.testclient import TestClient

from product_importer.access import passwords, users
from product_importer.access.actor import COMMAND_LINE, Asker
from product_importer.access.roles import Role
from product_importer.core.database import transaction
from tests.conftest import application

API = "/api/v1"
PASSWORD = "a heron under nine umbrellas"
OTHER_PASSWORD = "eleven quiet typewriters rust"
HERE = "http://shop.example"

Json = dict[str, Any]


def browser() -> TestClient:
    """A browser of its own, with no cookie yet, on a name that is not this machine's."""
    return TestClient(application(), base_url=HERE, raise_server_exceptions=False)


def person(role: Role, email: str | None = None, password: str = PASSWORD) -> str:
    """Somebody who can log in; returns their address."""
    address = email or f"{role}@example.com"
    with transaction() as session:
        user = users.add(session, Asker(COMMAND_LINE), address, None, role=role, password_hash=_hashed(password))
        return user.email


_HASHES: dict[str, str] = {}


def _hashed(password: str) -> str:
    # Slow by intent, and the same for everybody here.
    if password not in _HASHES:
        _HASHES[password] = passwords.hash_password(password)
    return _HASHES[password]


def log_in(client: TestClient, email: str, password: str = PASSWORD) -> Any:
    """The answer to a login."""
    return client.post(f"{API}/session", json={"email": email, "password": password})


def logged_in(role: Role = Role.ADMIN, email: str | None = None) -> TestClient:
    """A browser in which somebody new of this role has logged in."""
    client = browser()
    answer = log_in(client, person(role, email))
    assert answer.status_code == 200, answer.text
    return client


def with_key(client: TestClient, *scopes: str, **fields: Any) -> TestClient:
    """A program with a new key of whoever is logged in at `client`."""
    made = create_key(client, *scopes, **fields)
    return with_text(made["key"])


def with_text(key: str) -> TestClient:
    """A program with this key."""
    program = browser()
    program.headers["Authorization"] = f"Bearer {key}"
    return program


def create_key(client: TestClient, *scopes: str, **fields: Any) -> Json:
    """A new key of whoever is logged in."""
    answer = client.post(f"{API}/keys", json={"name": "a program", "scopes": list(scopes)} | fields)
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


def events(client: TestClient, **query: Any) -> list[Json]:
    """The access events, the newest first."""
    answer = client.get(f"{API}/access-events", params=query)
    assert answer.status_code == 200, answer.text
    found: list[Json] = answer.json()["items"]
    return found


def token_in(url: str) -> str:
    """The token of a one-time link."""
    return url.partition("#")[2]
