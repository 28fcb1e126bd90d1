"""Links and keys from the machine of the database, and an import with a key."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.acceptance.deployment import Deployment, deployed
from tests.cli.commands import Command

API = "/api/v1"
PASSWORD = "a heron under nine umbrellas"


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """A server that asks for credentials."""
    with deployed(tmp_path_factory.mktemp("cli") / "deployment", AUTH="required") as started:
        yield started


def test_who_is_locked_out_gets_in_from_the_machine(deployment: Deployment, command: Command) -> None:
    settings = {"DATABASE_URL": deployment.database_url, "PUBLIC_URL": "https://products.example.com"}
    first = command("access", "link", **settings)
    assert first.exit_code == 0, first.output
    url, _, token = first.stdout.strip().partition("#")
    assert url == "https://products.example.com/set-up"
    given = {"token": token, "password": PASSWORD, "email": "owner@example.com"}
    assert deployment.api.post(f"{API}/links/use", json=given).status_code == 200
    deployment.api.cookies.clear()

    assert "There is an admin already" in command("access", "link", **settings).stderr
    assert "Nobody has the address" in command("access", "link", "second@example.com", **settings).stderr
    reset = command("access", "link", "OWNER@example.com", **settings)
    assert reset.stdout.startswith("https://products.example.com/reset-password#")
    assert command("access", "users", **settings).stdout == "owner@example.com  admin  joined\n"

    key = command("access", "key", "nightly", "--scope", "import", "--days", "1", **settings).stdout.strip()
    with httpx2.Client(base_url=str(deployment.api.base_url), headers={"Authorization": f"Bearer {key}"}) as program:
        assert program.get(f"{API}/whoami").json()["scopes"] == ["import"]
        assert program.get(f"{API}/products").status_code == 403


def test_an_import_sends_its_key_and_is_refused_without(
    deployment: Deployment, command: Command, tmp_path: Path
) -> None:
    settings = {"DATABASE_URL": deployment.database_url}
    key = command("access", "key", "nightly", "--scope", "import", **settings).stdout.strip()
    file = tmp_path / "products.csv"
    file.write_text("sku,name\nA,Mug\n")
    server = str(deployment.api.base_url)

    refused = command("import", file, "--server", server)
    assert refused.exit_code == 1
    assert "Log in, or send an API key" in refused.stderr

    for arguments, environment in ((["--key", key], {}), ([], {"PRODUCT_IMPORTER_KEY": key})):
        done = command("import", file, "--server", server, *arguments, **environment)
        assert done.exit_code == 0, done.output
    made_by = deployment.value("select string_agg(distinct created_by, ',') from jobs")
    assert made_by == f"key:{key[:11]}"


def test_without_a_database_it_is_said_where_to_find_one(command: Command) -> None:
    result = command("access", "users", DATABASE_URL="")
    assert result.exit_code == 1
    assert result.stderr == ("Nothing runs in this data folder. Start `product-importer up`, or set DATABASE_URL.\n")
