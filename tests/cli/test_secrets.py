"""What the processes are given to reach their servers is in nothing that they print, at any level."""

import re
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import make_url

from tests.cli.commands import free_port, own_servers
from tests.conftest import Servers
from tests.waiting import wait_until

PLANTED = {
    "SECRET_KEY_FORMER": "planted-former-4722-known-to-nobody-else",
    "REDIS_URL": "redis://shop:planted-redis-4724@127.0.0.1:1/0",
    "CELERY_BROKER_URL": "amqp://shop:planted-broker-4725@127.0.0.1:1//",
    "STORAGE_URL": "s3://shop/files",
    "AWS_ACCESS_KEY_ID": "planted-id-4726",
    "AWS_SECRET_ACCESS_KEY": "planted-storage-4727",
    "AWS_ENDPOINT_URL": "http://127.0.0.1:1",
    "AWS_REGION": "eu-central-1",
    "SENTRY_DSN": "http://planted4728@127.0.0.1:1/1",
    "WEBHOOK_PROXY_URL": "http://shop:planted-proxy-4729@127.0.0.1:1",
}
DATABASE = "planted-database-4723"
# What each says when neither Redis nor broker answers: that it is asked, that it ends, that it tries again.
TRIES = {"api": "/health/ready", "worker": "does not answer at amqp", "scheduler": "Connection refused"}


@pytest.mark.parametrize(
    ("part", "log_format"), [("api", "text"), ("api", "json"), ("worker", "json"), ("scheduler", "text")]
)
def test_no_part_says_what_opens_its_servers(
    database_url: str, servers: Servers, part: str, log_format: str, tmp_path: Path
) -> None:
    port, said = free_port(), tmp_path / "said"
    with_password = make_url(database_url).set(password=DATABASE).render_as_string(hide_password=False)
    secret_key = servers.environment["SECRET_KEY"]
    settings = {"DATA_DIR": str(tmp_path / "data"), "PORT": str(port), "LOG_LEVEL": "DEBUG", "LOG_FORMAT": log_format}
    with said.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "product_importer.cli", part],
            stdout=output,
            stderr=subprocess.STDOUT,
            env=own_servers()
            | PLANTED
            | settings
            | {"AUTH": "required", "DATABASE_URL": with_password, "SECRET_KEY": secret_key},
        )
    answers = ""
    try:
        if part == "api":
            answers = answered(port)
        wait_until(lambda: TRIES[part] in said.read_text() or process.poll() is not None, "it has tried")
    finally:
        process.terminate()
        process.wait(30)
    told = said.read_text() + answers
    assert TRIES[part] in told
    secrets = [
        DATABASE,
        secret_key,
        *(re.findall(r"planted[^@/]*", value)[0] for value in PLANTED.values() if "planted" in value),
    ]
    assert len(secrets) == 9
    assert [secret for secret in secrets if secret in told] == []


def answered(port: int) -> str:
    """What the API says to whoever asks how it is."""
    with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        wait_until(lambda: reached(client), "it answers")
        return "\n".join(
            client.get(path).text for path in ("/health/ready", "/health/live", "/metrics", "/api/v1/whoami")
        )


def reached(client: httpx2.Client) -> bool:
    try:
        return client.get("/health/live").status_code == httpx2.codes.OK
    except httpx2.TransportError:
        return False
