"""What goes wrong is one sentence that says what to do, and exit code 1."""

from pathlib import Path

import pytest

from tests.cli.commands import Command, free_port, run
from tests.conftest import Servers

DEAD_DATABASE = "postgresql://clerk:geheim@127.0.0.1:1/shop"
DEAD_REDIS = "redis://:geheim@127.0.0.1:1/0"


@pytest.mark.parametrize("name", ["up", "demo", "api", "worker", "migrate"])
def test_a_dead_database_is_named_without_its_password(command: Command, name: str) -> None:
    result = command(name, DATABASE_URL=DEAD_DATABASE)

    assert result.exit_code == 1
    assert "PostgreSQL does not answer at postgresql://clerk:***@127.0.0.1:1/shop" in result.stderr
    assert "Start it or correct DATABASE_URL" in result.stderr
    assert "geheim" not in result.output
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["up", "worker", "scheduler"])
def test_a_dead_redis_is_named_without_its_password(command: Command, servers: Servers, name: str) -> None:
    result = command(name, DATABASE_URL=servers.database_url, REDIS_URL=DEAD_REDIS)

    assert result.exit_code == 1
    assert "Redis does not answer at redis://127.0.0.1:1/0" in result.stderr
    assert "geheim" not in result.output
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("broker", ["amqp://clerk:geheim@127.0.0.1:1//", "pigeon://clerk:geheim@loft"])
def test_a_dead_broker_is_named_without_its_password(command: Command, servers: Servers, broker: str) -> None:
    result = command("worker", DATABASE_URL=servers.database_url, CELERY_BROKER_URL=broker)

    assert result.exit_code == 1
    assert "correct CELERY_BROKER_URL" in result.stderr
    assert "geheim" not in result.output


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("DATABASE_URL", "mysql://host/shop", "only PostgreSQL is supported"),
        ("DATABASE_URL", "gibberish", "it is not a URL"),
        ("DATABASE_URL", "postgresql://host:port/shop", "it is not a URL"),
        ("PORT", "99999", "PORT: Input should be less than or equal to 65535"),
        ("REDIS_URL", "http://host", "REDIS_URL is not a Redis URL"),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(command: Command, setting: str, value: str, sentence: str) -> None:
    result = command("up", **{setting: value})

    assert result.exit_code == 1
    assert sentence in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.10", "shop.example"])
@pytest.mark.parametrize("name", ["up", "api"])
def test_nobody_but_this_machine_is_let_in_without_a_login(command: Command, name: str, host: str) -> None:
    result = command(name, "--host", host, AUTH="local")

    assert result.exit_code == 1
    assert result.stderr.startswith("AUTH: `local` lets in whoever reaches HOST")


@pytest.mark.parametrize("name", ["up", "api"])
def test_a_login_on_a_database_of_ones_own_needs_a_secret_key(command: Command, servers: Servers, name: str) -> None:
    result = command(name, "--host", "0.0.0.0", DATABASE_URL=servers.database_url, SECRET_KEY="")

    assert result.exit_code == 1
    assert result.stderr.startswith("AUTH=required needs SECRET_KEY")
    assert len(result.stderr.splitlines()) == 1


def test_a_folder_that_cannot_be_made_is_one_sentence(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    result = command("up", "--data-dir", tmp_path / "file" / "below")

    assert result.exit_code == 1
    assert "cannot be used" in result.stderr
    assert "--data-dir" in result.stderr


def test_an_import_into_a_server_that_is_not_there_names_it(command: Command, tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_text("sku,name\nA,a\n")
    address = f"http://127.0.0.1:{free_port()}"

    result = command("import", tmp_path / "products.csv", "--server", address)

    assert result.exit_code == 1
    assert result.stderr == (f"No Product Importer answers at {address}. Start it there, or leave out --server.\n")


def test_a_real_process_shows_no_traceback_either() -> None:
    result = run("up", DATABASE_URL=DEAD_DATABASE)

    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr
